package sim

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
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
func (s *Sweep) Head(p Shard) string {
	head := sweepLine + s.Address() + "\n"
	if p.Of > 1 {
		head += shardLine + p.String() + "\n"
	}
	return head + s.columns() + "\n"
}

func (s *Sweep) columns() string {
	if s.Y.Knob == nil {
		return s.X.key() + ",seed,fact,value"
	}
	return s.X.key() + "," + s.Y.key() + ",seed,fact,value"
}

// FactLines returns the comments with the name and the unit of the fact, or ""
// as long as no run has told them. They may stand anywhere in the file.
func (s *Sweep) FactLines() string {
	text := ""
	for _, line := range [...]struct{ start, text string }{{nameLine, s.fact.Name}, {unitLine, s.fact.Unit}} {
		if line.text != "" {
			text += line.start + line.text + "\n"
		}
	}
	return text
}

// Row returns the line of a known run: the value is empty if the run has no such
// fact, and otherwise reads back as the same float64.
func (s *Sweep) Row(run int) string {
	col, row, seed := s.place(run)
	line := FormatFloat(s.X.Values[col])
	if s.Y.Knob != nil {
		line += "," + FormatFloat(s.Y.Values[row])
	}
	line += "," + FormatFloat(s.Base.Seed.Number()+float64(seed)) + "," + s.Fact + ","
	if value, _ := s.Get(run); !math.IsNaN(value) {
		line += FormatFloat(value)
	}
	return line + "\n"
}

// CSV returns the whole file: what is known of the shard, in the order of runs.
func (s *Sweep) CSV(p Shard) string {
	var text strings.Builder
	text.WriteString(s.Head(p) + s.FactLines())
	for _, run := range p.Runs(s) {
		if _, known := s.Get(run); known {
			text.WriteString(s.Row(run))
		}
	}
	return text.String()
}

// ReadSweep reads a sweep's file with what it knows. A last line without its end
// is left out.
func ReadSweep(labs []Info, text string) (*Sweep, Shard, error) {
	r := sweepReader{labs: labs}
	lines := strings.Split(text, "\n")
	for i, line := range lines[:len(lines)-1] {
		if err := r.line(strings.TrimSuffix(line, "\r")); err != nil {
			return nil, Shard{}, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	if r.sweep == nil || !r.body {
		return nil, Shard{}, errors.New("it is not the file of a sweep: its head is missing")
	}
	return r.sweep, r.shard, nil
}

// A sweepReader reads the lines of a file.
type sweepReader struct {
	labs  []Info
	sweep *Sweep
	shard Shard
	body  bool // the head is complete
}

func (r *sweepReader) line(line string) (err error) {
	s := r.sweep
	address, isSweep := strings.CutPrefix(line, sweepLine)
	switch {
	case s == nil && isSweep:
		return r.open(address)
	case s == nil:
		return fmt.Errorf("the head of a sweep's file begins with %q", sweepLine)
	case strings.HasPrefix(line, "#"):
		return r.comment(line)
	case !r.body && line == s.columns():
		r.body = true
		return nil
	case !r.body:
		return fmt.Errorf("the columns are %s; want %s", quote(line), s.columns())
	}
	return r.row(line)
}

func (r *sweepReader) open(address string) error {
	s, repairs, err := OpenSweep(r.labs, address)
	if err == nil && len(repairs) > 0 {
		err = errors.New(repairs[0])
	}
	r.sweep = s
	return err
}

func (r *sweepReader) comment(line string) (err error) {
	if text, ok := strings.CutPrefix(line, shardLine); ok {
		r.shard, err = ParseShard(text)
	}
	if text, ok := strings.CutPrefix(line, nameLine); ok {
		r.sweep.fact.Name = text
	}
	if text, ok := strings.CutPrefix(line, unitLine); ok {
		r.sweep.fact.Unit = text
	}
	return err
}

// row takes the result of one run.
func (r *sweepReader) row(line string) error {
	s := r.sweep
	run, fields, err := s.find(line)
	switch {
	case err != nil:
		return err
	case !r.shard.Has(s, run):
		return fmt.Errorf("%s does not belong to shard %v", quote(line), r.shard)
	}
	fact := &Fact{Value: math.NaN()}
	if text := fields[len(fields)-1]; text != "" {
		var ok bool
		if fact.Value, ok = ParseNumber(text); !ok || FormatFloat(fact.Value) != text {
			return fmt.Errorf("value %s is not a number", quote(text))
		}
	}
	if old, known := s.Get(run); known && math.Float64bits(old) != math.Float64bits(fact.Value) && !(math.IsNaN(old) && math.IsNaN(fact.Value)) {
		return fmt.Errorf("%s contradicts an earlier row", quote(line))
	}
	s.Put(run, fact)
	return nil
}

// find returns the run of a row, and the row's fields.
func (s *Sweep) find(line string) (run int, fields []string, err error) {
	fields = strings.Split(line, ",")
	names := strings.Split(s.columns(), ",")
	if len(fields) != len(names) {
		return 0, nil, fmt.Errorf("%s has %d fields; want %d", quote(line), len(fields), len(names))
	}
	col, row, seed := s.X.find(fields[0]), 0, -1
	if s.Y.Knob != nil {
		row = s.Y.find(fields[1])
	}
	rest := fields[len(fields)-3:]
	if x, ok := ParseNumber(rest[0]); ok && x == math.Trunc(x) && x >= s.Base.Seed.Number() && x < s.Base.Seed.Number()+float64(s.Seeds) {
		seed = int(x - s.Base.Seed.Number())
	}
	if col < 0 || row < 0 || seed < 0 || rest[1] != s.Fact {
		return 0, nil, fmt.Errorf("%s is not a run of this sweep", quote(line))
	}
	return s.index(col, row, seed), fields, nil
}

// find returns the index of a value that is written in a file, or -1.
func (r Range) find(text string) int {
	return slices.IndexFunc(r.Values, func(x float64) bool { return FormatFloat(x) == text })
}
