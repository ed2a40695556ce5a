package sweep

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"example.org/rote/sim"
)

// The comment lines of a sweep's file.
const (
	sweepLine = "# rote sweep: "
	shardLine = "# shard: "
	nameLine  = "# name: "
	unitLine  = "# unit: "
)

// Head returns the first lines of a sweep's file: comments with its address and
// the shard, and the names of the columns. A file is tidy CSV with a row per
// known run, in any order.
func (g *Grid) Head(p Shard) string {
	head := sweepLine + g.Address() + "\n"
	if p.Of > 1 {
		head += shardLine + p.String() + "\n"
	}
	return head + g.columns() + "\n"
}

func (g *Grid) columns() string {
	if g.Y.Knob == nil {
		return g.X.key() + ",seed,fact,value"
	}
	return g.X.key() + "," + g.Y.key() + ",seed,fact,value"
}

// FactLines returns the comments with the name and the unit of the fact, or ""
// as long as no run has told them. They may stand anywhere in the file.
func (g *Grid) FactLines() string {
	text := ""
	for _, line := range [...]struct{ start, text string }{{nameLine, g.fact.Name}, {unitLine, g.fact.Unit}} {
		if line.text != "" {
			text += line.start + line.text + "\n"
		}
	}
	return text
}

// Row returns the line of a known run: the value is empty if the run has no such
// fact, and otherwise reads back as the same float64.
func (g *Grid) Row(run int) string {
	col, row, seed := g.place(run)
	line := sim.FormatFloat(g.X.Values[col])
	if g.Y.Knob != nil {
		line += "," + sim.FormatFloat(g.Y.Values[row])
	}
	line += "," + sim.FormatFloat(g.Base.Seed.Number()+float64(seed)) + "," + g.Fact + ","
	if value, _ := g.Get(run); !math.IsNaN(value) {
		line += sim.FormatFloat(value)
	}
	return line + "\n"
}

// CSV returns the whole file: what is known of the shard, in the order of runs.
func (g *Grid) CSV(p Shard) string {
	var text strings.Builder
	text.WriteString(g.Head(p) + g.FactLines())
	for _, run := range p.Runs(g) {
		if _, known := g.Get(run); known {
			text.WriteString(g.Row(run))
		}
	}
	return text.String()
}

// Read reads the file of a grid with what it knows. A last line without its end is
// left out, and the head may be repeated: two programs may have begun at once.
func Read(labs []sim.Info, text string) (*Grid, Shard, error) {
	r := reader{labs: labs}
	lines := strings.Split(text, "\n")
	for i, line := range lines[:len(lines)-1] {
		if err := r.line(strings.TrimSuffix(line, "\r")); err != nil {
			return nil, Shard{}, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	if r.grid == nil || !r.body {
		return nil, Shard{}, errors.New("it is not the file of a sweep: its head is missing")
	}
	return r.grid, r.shard, nil
}

// A reader reads the lines of a file.
type reader struct {
	labs  []sim.Info
	head  string // the address, as it is written
	grid  *Grid
	shard Shard
	body  bool // the head is complete
}

func (r *reader) line(line string) (err error) {
	g := r.grid
	address, isSweep := strings.CutPrefix(line, sweepLine)
	switch {
	case g == nil && isSweep:
		return r.open(address)
	case g == nil:
		return fmt.Errorf("the head of a sweep's file begins with %q", sweepLine)
	case isSweep && address != r.head:
		return fmt.Errorf("it is the head of another sweep, %s", sim.Quote(address))
	case strings.HasPrefix(line, "#"):
		return r.comment(line)
	case line == g.columns():
		r.body = true
		return nil
	case !r.body:
		return fmt.Errorf("the columns are %s; want %s", sim.Quote(line), g.columns())
	}
	return r.row(line)
}

func (r *reader) open(address string) error {
	g, repairs, err := Open(r.labs, address)
	if err == nil && len(repairs) > 0 {
		err = errors.New(repairs[0])
	}
	r.head, r.grid = address, g
	return err
}

func (r *reader) comment(line string) (err error) {
	if text, ok := strings.CutPrefix(line, shardLine); ok {
		before := r.shard
		if r.shard, err = ParseShard(text); err == nil && r.body && r.shard.String() != before.String() {
			err = fmt.Errorf("it holds shard %v, and %v before", r.shard, before)
		}
	}
	if text, ok := strings.CutPrefix(line, nameLine); ok {
		r.grid.fact.Name = text
	}
	if text, ok := strings.CutPrefix(line, unitLine); ok {
		r.grid.fact.Unit = text
	}
	return err
}

// row takes the result of one run.
func (r *reader) row(line string) error {
	g := r.grid
	run, fields, err := g.find(line)
	switch {
	case err != nil:
		return err
	case !r.shard.Has(g, run):
		return fmt.Errorf("%s does not belong to shard %v", sim.Quote(line), r.shard)
	}
	fact := &sim.Fact{Value: math.NaN()}
	if text := fields[len(fields)-1]; text != "" {
		var ok bool
		if fact.Value, ok = sim.ParseNumber(text); !ok || sim.FormatFloat(fact.Value) != text {
			return fmt.Errorf("value %s is not a number", sim.Quote(text))
		}
	}
	if old, known := g.Get(run); known && math.Float64bits(old) != math.Float64bits(fact.Value) && !(math.IsNaN(old) && math.IsNaN(fact.Value)) {
		return fmt.Errorf("%s contradicts an earlier row", sim.Quote(line))
	}
	g.Put(run, fact)
	return nil
}

// find returns the run of a row, and the row's fields.
func (g *Grid) find(line string) (run int, fields []string, err error) {
	fields = strings.Split(line, ",")
	names := strings.Split(g.columns(), ",")
	if len(fields) != len(names) {
		return 0, nil, fmt.Errorf("%s has %d fields; want %d", sim.Quote(line), len(fields), len(names))
	}
	col, row, seed := g.X.find(fields[0]), 0, -1
	if g.Y.Knob != nil {
		row = g.Y.find(fields[1])
	}
	rest := fields[len(fields)-3:]
	if x, ok := sim.ParseNumber(rest[0]); ok && x == math.Trunc(x) && x >= g.Base.Seed.Number() && x < g.Base.Seed.Number()+float64(g.Seeds) {
		seed = int(x - g.Base.Seed.Number())
	}
	if col < 0 || row < 0 || seed < 0 || rest[1] != g.Fact {
		return 0, nil, fmt.Errorf("%s is not a run of this sweep", sim.Quote(line))
	}
	return g.index(col, row, seed), fields, nil
}

// find returns the index of a value that is written in a file, or -1.
func (r Range) find(text string) int {
	return slices.IndexFunc(r.Values, func(x float64) bool { return sim.FormatFloat(x) == text })
}
