package sweep

import (
	"errors"
	"fmt"
	"slices"
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
// may have begun at once. Files of before have one fact, and its key in each row.
type Reader struct {
	labs    []sim.Info
	lines   int
	head    string // the address, as it is written
	grid    *Grid
	shard   Shard
	columns string   // the last that were named, "" before
	old     bool     // they are those of before
	moved   []int    // where they stand, if not in order
	keys    []string // of the facts among them
	sep     string   // between the cells of a row
	rowSep  string   // the same in the row that is read
	decimal decimal
	parts   map[int]*part
	foreign bool
	remarks bool
}

// NewReader returns a reader of a file that was made of one of the labs.
func NewReader(labs []sim.Info) *Reader { return &Reader{labs: labs, parts: map[int]*part{}} }

// Grid returns what was read, and the shard to which it belongs. It is an error if
// that does not even name the sweep, or may mean one number or another.
func (r *Reader) Grid() (*Grid, Shard, error) {
	if r.grid == nil {
		return nil, Shard{}, errors.New("it is not the file of a sweep: its head is missing")
	}
	return r.grid, r.shard, r.decimal.err()
}

// Foreign reports whether somebody else has written in the file, too.
func (r *Reader) Foreign() bool { return r.foreign }

// Remarks reports whether the file has comments that are not its own.
func (r *Reader) Remarks() bool { return r.remarks }

// Line reads the next line, which ends before its line feed. The error says what
// about it is wrong; nothing is to be read after it.
func (r *Reader) Line(line string) error {
	if r.lines == 0 {
		plain := strings.TrimPrefix(line, "\ufeff")
		r.foreign, line = r.foreign || plain != line, plain
	}
	plain := strings.TrimSuffix(line, "\r")
	r.foreign = r.foreign || plain != line
	return r.Lines(plain)
}

// Lines reads what another format says in its next line.
func (r *Reader) Lines(lines ...string) error {
	r.lines++
	for _, line := range lines {
		if err := r.line(line); err != nil {
			return fmt.Errorf("line %d: %w", r.lines, err)
		}
	}
	return nil
}

func (r *Reader) line(line string) (err error) {
	note, isNote := comment(line)
	address, isSweep := strings.CutPrefix(note, sweepLine)
	r.remarks = r.remarks || isNote && !IsOwn(note)
	r.foreign = r.foreign || r.remarks || isNote && note != line
	address = rejoined(address)
	switch {
	case isBlank(line), r.grid == nil && strings.HasPrefix(line, separatorWord):
		r.foreign = true
		return nil
	case r.grid == nil && isNote && isSweep:
		return r.open(address)
	case r.grid == nil:
		return fmt.Errorf("the head of a sweep's file begins with %q", sweepLine)
	case isNote && isSweep:
		return r.again(address)
	case isNote:
		return r.note(note)
	case r.isColumns(line):
		return nil
	case r.columns == "":
		return fmt.Errorf("the columns are %s; want %s", sim.Quote(line), r.grid.columns(r.grid.keys(r.grid.All)))
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
		if r.shard, err = ParseShard(text); err == nil && r.columns != "" && r.shard.String() != before.String() {
			err = fmt.Errorf("it holds shard %v, and %v before", r.shard, before)
		}
	}
	if text, ok := strings.CutPrefix(line, makerLine); ok {
		r.grid.MadeBy(text)
	}
	if key, text, ok := r.aboutFact(line, nameLine, oldName); ok {
		r.grid.told[r.grid.tell(key)].Name = text
	}
	if key, text, ok := r.aboutFact(line, unitLine, oldUnit); ok {
		r.grid.told[r.grid.tell(key)].Unit = text
	}
	return err
}

// aboutFact takes a comment with the name or the unit of a fact apart.
func (r *Reader) aboutFact(line, start, old string) (key, text string, ok bool) {
	g := r.grid
	if text, ok = strings.CutPrefix(line, old); ok {
		return g.Fact, printable(text), len(g.Facts) == 1
	}
	if line, ok = strings.CutPrefix(line, start); !ok {
		return "", "", false
	}
	key, text, _ = strings.Cut(line, ": ")
	key = keyOf(g.places(), key)
	return key, printable(text), isFactKey(key) && (g.All || slices.Contains(g.Facts, key)) && len(g.told) < maxColumns
}

// maxColumns is how many facts a file may tell of.
const maxColumns = 1000
