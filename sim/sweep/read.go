package sweep

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"example.org/rote/sim"
)

// Read reads the file of a grid with what it knows. A last line without its end is
// left out.
func Read(labs []sim.Info, text string) (*Grid, Shard, error) {
	r := NewReader(labs)
	lines := strings.Split(text, "\n")
	for _, line := range lines[:len(lines)-1] {
		if err := r.Line(line); err != nil {
			return nil, Shard{}, err
		}
	}
	return r.Grid()
}

// A Reader reads the file of a grid, line by line, also after a spreadsheet has
// written it: with a byte order mark, quotes, empty cells at the end of lines, other
// separators, and numbers in other notations. The head may be repeated: two programs
// may have begun at once.
type Reader struct {
	labs  []sim.Info
	lines int
	head  string // the address, as it is written
	grid  *Grid
	shard Shard
	body  bool   // the head is complete
	sep   string // between the cells of a row
}

// NewReader returns a reader of a file that was made of one of the labs.
func NewReader(labs []sim.Info) *Reader { return &Reader{labs: labs} }

// Grid returns what was read, and the shard to which it belongs. It is an error if
// that is less than a head.
func (r *Reader) Grid() (*Grid, Shard, error) {
	if r.grid == nil || !r.body {
		return nil, Shard{}, errors.New("it is not the file of a sweep: its head is missing")
	}
	return r.grid, r.shard, nil
}

// Line reads the next line, which ends before its line feed. The error says what
// about it is wrong; nothing is to be read after it.
func (r *Reader) Line(line string) error {
	if r.lines++; r.lines == 1 {
		line = strings.TrimPrefix(line, "\ufeff")
	}
	if err := r.line(strings.TrimSuffix(line, "\r")); err != nil {
		return fmt.Errorf("line %d: %w", r.lines, err)
	}
	return nil
}

func (r *Reader) line(line string) (err error) {
	note, isNote := comment(line)
	address, isSweep := strings.CutPrefix(note, sweepLine)
	switch {
	case r.grid == nil && isNote && isSweep:
		return r.open(address)
	case r.grid == nil:
		return fmt.Errorf("the head of a sweep's file begins with %q", sweepLine)
	case isNote && isSweep:
		return r.again(address)
	case isNote:
		return r.note(note)
	case r.isColumns(line):
		r.body = true
		return nil
	case !r.body:
		return fmt.Errorf("the columns are %s; want %s", sim.Quote(line), r.grid.columns())
	}
	return r.row(line)
}

func (r *Reader) open(address string) error {
	g, err := r.exact(address)
	r.head, r.grid = address, g
	return err
}

// exact opens the grid of an address, in which nothing may be wrong.
func (r *Reader) exact(address string) (*Grid, error) {
	g, repairs, err := Open(r.labs, address)
	if err == nil && len(repairs) > 0 {
		err = errors.New(repairs[0])
	}
	return g, err
}

// again reads a repeated head.
func (r *Reader) again(address string) error {
	if address == r.head {
		return nil
	}
	if g, err := r.exact(address); err != nil || g.Address() != r.grid.Address() {
		return fmt.Errorf("it is the head of another sweep, %s", sim.Quote(address))
	}
	return nil
}

func (r *Reader) note(line string) (err error) {
	if text, ok := strings.CutPrefix(line, shardLine); ok {
		before := r.shard
		if r.shard, err = ParseShard(text); err == nil && r.body && r.shard.String() != before.String() {
			err = fmt.Errorf("it holds shard %v, and %v before", r.shard, before)
		}
	}
	if text, ok := strings.CutPrefix(line, nameLine); ok {
		r.grid.fact.Name = printable(text)
	}
	if text, ok := strings.CutPrefix(line, unitLine); ok {
		r.grid.fact.Unit = printable(text)
	}
	return err
}

// isColumns reports whether a line names the columns, and learns from it what
// separates them.
func (r *Reader) isColumns(line string) bool {
	want := r.grid.columns()
	for _, sep := range [...]string{",", ";", "\t"} {
		if got, ok := cells(line, sep, strings.Count(want, ",")+1); ok && strings.Join(got, ",") == want {
			r.sep = sep
			return true
		}
	}
	return false
}

// row takes the result of one run.
func (r *Reader) row(line string) error {
	g := r.grid
	run, text, err := r.find(line)
	switch {
	case err != nil:
		return err
	case !r.shard.Has(g, run):
		return fmt.Errorf("%s does not belong to shard %v", sim.Quote(line), r.shard)
	}
	fact := &sim.Fact{Value: math.NaN()}
	if text != "" {
		var ok bool
		if fact.Value, ok = r.number(text); !ok {
			return fmt.Errorf("value %s is not a number", sim.Quote(text))
		}
	}
	if old, known := g.Get(run); known && math.Float64bits(old) != math.Float64bits(fact.Value) && !(math.IsNaN(old) && math.IsNaN(fact.Value)) {
		return fmt.Errorf("%s contradicts an earlier row", sim.Quote(line))
	}
	g.Put(run, fact)
	return nil
}

// find returns the run of a row, and its value as it is written.
func (r *Reader) find(line string) (run int, value string, err error) {
	g := r.grid
	n := strings.Count(g.columns(), ",") + 1
	row, ok := cells(line, ",", n)
	if !ok && r.sep != "," {
		row, ok = cells(line, r.sep, n)
	}
	if !ok {
		return 0, "", fmt.Errorf("%s has %d fields; want %d", sim.Quote(line), len(row), n)
	}
	x, y, seed := r.at(g.X, row[0]), 0, -1
	if g.Y.Knob != nil {
		y = r.at(g.Y, row[1])
	}
	row = row[n-3:]
	if s, ok := r.number(row[0]); ok && s == math.Trunc(s) && s >= g.Base.Seed.Number() && s < g.Base.Seed.Number()+float64(g.Seeds) {
		seed = int(s - g.Base.Seed.Number())
	}
	if x < 0 || y < 0 || seed < 0 || row[1] != g.Fact {
		return 0, "", fmt.Errorf("%s is not a run of this sweep", sim.Quote(line))
	}
	return g.index(x, y, seed), row[2], nil
}

// at returns the index of a value of a range that is written in a file: of that
// value, or of the only one that was rounded to it; or -1.
func (r *Reader) at(x Range, text string) int {
	value, ok := r.number(text)
	if !ok {
		return -1
	}
	found := -1
	for i, v := range x.Values {
		switch {
		case v == value:
			return i
		case !roundsTo(v, value, r.dotted(text)):
		case found >= 0:
			return -1
		default:
			found = i
		}
	}
	return found
}
