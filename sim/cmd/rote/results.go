package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// resume reads what a file holds, and cuts off the line in which it was interrupted.
func (c command) resume(f *resultsFile, g *sweep.Grid, shard sweep.Shard, format sweep.Format) error {
	head := f.journal.Start()
	start := make([]byte, len(head)+1)
	n, err := io.ReadFull(f, start)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if n <= len(head) && strings.HasPrefix(head, string(start[:n])) {
		_, err = io.WriteString(f, head[n:])
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	old, err := c.readResults(f)
	if old.isWide {
		return errors.New("is UTF-16, in which nothing can be continued; save it as UTF-8, or name another file with -o")
	}
	if old.size == 0 && format == sweep.JSONL && g.Begins(old.rest) {
		return f.Truncate(0)
	}
	if err == nil {
		err = old.checkRest()
	}
	if err != nil {
		return fmt.Errorf("%w; name another file with -o, or remove it", err)
	}
	if err := old.belongs(g, shard); err != nil {
		return err
	}
	if old.format != format {
		return fmt.Errorf("holds %s and not %s; say -format %s, or name another file with -o", old.format, format, old.format)
	}
	if err := old.dropUnfinished(); err != nil {
		return err
	}
	g.Take(old.grid)
	f.journal.Continue(old.reader)
	f.foreign, f.remarks = old.foreign(), old.remarks()
	return old.mend(f)
}

// results are what a file of results holds.
type results struct {
	reader *sweep.Reader
	format sweep.Format
	grid   *sweep.Grid
	shard  sweep.Shard
	size   int64  // of all lines that have their end
	rest   string // behind them
	since  int    // lines behind the last one at which no run lacked rows
	whole  int64  // size at that
	cut    bool   // of size, something is to go
	isHalf bool   // the last of these ends with a carriage return alone, to which a line feed may have belonged
	isAll  bool   // the file was read to its end
	isWide bool   // it is UTF-16, and size is that of UTF-8
}

// isEmpty reports whether there was nothing to read.
func (r results) isEmpty() bool { return r.isAll && r.size == 0 && r.rest == "" }

// foreign reports whether somebody else has written in the file, too.
func (r results) foreign() bool { return r.reader.Foreign() || r.remarks() }

// remarks reports whether there are comments of somebody else.
func (r results) remarks() bool { return r.reader.Remarks() || isRemark(r.rest) }

func isRemark(line string) bool { return strings.HasPrefix(line, "#") && !sweep.IsOwn(line) }

// checkRest says why what stands behind the last line is not the beginning of one that was
// interrupted, and would be lost.
func (r results) checkRest() error {
	if r.rest == "" || r.format == sweep.CSV && (strings.HasPrefix(r.rest, "#") || r.reader.Begins(r.rest)) || r.format == sweep.JSONL && r.grid.Begins(r.rest) {
		return nil
	}
	return fmt.Errorf("its last line %s is none of a sweep's file", sim.Quote(r.rest))
}

// readResults reads a file line by line.
func (c command) readResults(file io.Reader) (r results, err error) {
	r.reader, r.format = sweep.NewReader(c.labs), sweep.CSV
	lines, read := newLines(file), r.reader.Line
	if r.isWide = lines.isWide; lines.isJSON {
		r.format, read = sweep.JSONL, (&translator{reader: r.reader}).line
	}
	for {
		line, err := lines.next()
		if errors.Is(err, io.EOF) {
			r.rest, r.isAll = line, true
			r.grid, r.shard, err = r.reader.Grid()
			return r, err
		}
		if err != nil {
			return r, err
		}
		r.size += int64(len(line))
		r.isHalf = !strings.HasSuffix(line, "\n")
		if err := read(strings.TrimSuffix(line, "\n")); err != nil {
			return r, err
		}
		r.since++
		if rows, _ := r.reader.Unfinished(); rows == 0 {
			r.since, r.whole = 0, r.size
		}
	}
}

// dropUnfinished leaves out the rows of a run that was interrupted between them: it is
// measured again, maybe by a Rote that gives other values. Such rows that do not stand at
// the end were not written by Rote.
func (r *results) dropUnfinished() error {
	rows, address := r.reader.Unfinished()
	if rows > 0 && (rows < r.since || r.foreign()) {
		return fmt.Errorf("holds some rows of %s, and not all; remove them, or name another file with -o", address)
	}
	r.size, r.cut = r.whole, rows > 0
	return nil
}

// belongs says why results are not those of a shard of a sweep.
func (r results) belongs(g *sweep.Grid, shard sweep.Shard) error {
	switch {
	case r.grid.Address() != g.Address():
		return fmt.Errorf("holds the sweep %s and not %s; name another file with -o", r.grid.Address(), g.Address())
	case r.shard.String() != shard.String():
		return fmt.Errorf("holds shard %v and not %v; name another file with -o", r.shard, shard)
	}
	return nil
}

// mend ends a file with a whole line: it cuts off the beginning of one, unless that
// is a remark of somebody else.
func (r results) mend(f *resultsFile) error {
	if isRemark(r.rest) {
		_, err := io.WriteString(f, "\n")
		return err
	}
	if r.rest == "" && !r.cut && r.isHalf {
		_, err := io.WriteString(f, "\n")
		return err
	}
	if r.rest == "" && !r.cut {
		return nil
	}
	return f.Truncate(r.size)
}

// known reports whether a run of the sweep has a fact.
func known(g *sweep.Grid, key string) bool {
	for run := range g.Runs() {
		if value := g.Value(run, key); value == value {
			return true
		}
	}
	return false
}
