package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"example.org/rote/sim/sweep"
)

// A part is a file with a part of a sweep.
type part struct {
	file    string
	address string
	shard   sweep.Shard
	known   int // runs
	of      int
}

// merge joins the parts of a sweep, which must be whole and fit together.
func (c command) merge(args []string) error {
	var o sweepOrder
	flags := flag.NewFlagSet("merge", flag.ContinueOnError)
	flags.StringVar(&o.out, "o", "-", "")
	flags.StringVar(&o.svg, "svg", "", "")
	flags.StringVar(&o.address, "sweep", "", "")
	format := formatFlag(flags)
	files, err := c.words(flags, args, "-sweep SWEEP, -format csv or jsonl, -o FILE and -svg FILE")
	switch {
	case err != nil:
		return err
	case len(files) == 0:
		return badUsage("merge takes the files of a sweep, got none")
	case slices.Contains(files, ""):
		return badUsage("a file to merge has no name, as of a variable of the shell that is not set")
	case o.out == "-" && o.svg == "-":
		return badUsage("both the results and the SVG go to standard output; allowed is one of them")
	}
	if o.format, err = parseFormat(*format, o.out); err != nil {
		return err
	}
	all := output{flag: "-o", name: o.out}
	if err := c.checkFiles(files, all, picture(o.svg)); err != nil {
		return err
	}
	whole, err := c.readRuns(files, o.address)
	if o.address == "" {
		whole, err = c.readParts(files)
	}
	if err != nil {
		return err
	}
	if err := c.mayReplace(o.out, whole); err != nil {
		return err
	}
	if err := c.write(all, []byte(whole.File(o.format, sweep.Shard{}))); err != nil {
		return err
	}
	return c.reportSweep(whole, o, "")
}

// readParts reads all files, checks that they are one sweep, and joins them.
func (c command) readParts(files []string) (whole *sweep.Grid, err error) {
	var parts []part
	for _, name := range files {
		r, err := c.readFile(name)
		if len(files) > 1 && r.isEmpty() {
			continue // a shard of no runs has no lines where each says what it is; others are missed below
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, reason(err))
		}
		p := part{name, r.grid.Address(), r.shard, r.grid.Known(), len(r.shard.Runs(r.grid))}
		if err := p.fits(parts); err != nil {
			return nil, err
		}
		parts = append(parts, p)
		if whole == nil {
			whole = r.grid
		}
		if key := whole.OtherUnit(r.grid); key != "" && p.known == p.of {
			return nil, fmt.Errorf("%s has another unit in %s than before", key, name)
		}
		whole.Take(r.grid)
	}
	if whole == nil {
		return nil, errors.New("all of these files are empty")
	}
	return whole, allThere(whole, parts)
}

func (c command) readFile(name string) (r results, err error) {
	file, err := os.Open(name)
	if err != nil {
		return r, err
	}
	defer func() { _ = file.Close() }()
	return c.readResults(file)
}

// mayReplace says why a file is not to be replaced by a whole sweep: it holds
// anything else.
func (c command) mayReplace(name string, whole *sweep.Grid) error {
	if name == "-" {
		return nil
	}
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return nil // and the writing says what is wrong with it
	}
	old, err := c.readFile(name)
	if err != nil {
		return fmt.Errorf("-o %s: there is another file, and %w; name another with -o, or remove it", name, reason(err))
	}
	if err := old.belongs(whole, sweep.Shard{}); err != nil {
		return fmt.Errorf("-o %s: %w", name, err)
	}
	return nil
}

// fits tells why a part does not belong to those before it.
func (p part) fits(others []part) error {
	for _, q := range others {
		switch {
		case p.address != q.address:
			return fmt.Errorf("%s holds the sweep %s, and %s %s", q.file, q.address, p.file, p.address)
		case max(1, p.shard.Of) != max(1, q.shard.Of):
			return fmt.Errorf("%s holds shard %v, and %s shard %v: the sweep was cut in two ways", q.file, q.shard, p.file, p.shard)
		case p.shard.Index == q.shard.Index:
			return fmt.Errorf("%s and %s both hold shard %v", q.file, p.file, p.shard)
		}
	}
	return nil
}

// allThere tells which shards or runs are missing.
func allThere(whole *sweep.Grid, parts []part) error {
	var lost []string
	for i := range max(1, parts[0].shard.Of) {
		shard := sweep.Shard{Index: i, Of: parts[0].shard.Of}
		if len(shard.Runs(whole)) > 0 && !slices.ContainsFunc(parts, func(p part) bool { return p.shard.Index == i }) {
			lost = append(lost, shard.String())
		}
	}
	if len(lost) > 0 {
		return fmt.Errorf("of %d shards %s missing: %s", parts[0].shard.Of, is(len(lost)), strings.Join(lost, ", "))
	}
	for _, p := range parts {
		if p.known < p.of {
			return fmt.Errorf("%s lacks %d of %d runs; the command that made it goes on from there", p.file, p.of-p.known, p.of)
		}
	}
	return nil
}

func is(n int) string {
	if n == 1 {
		return "one is"
	}
	return fmt.Sprintf("%d are", n)
}
