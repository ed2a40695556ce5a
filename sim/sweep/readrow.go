package sweep

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"example.org/rote/sim"
)

// A part is what a file has so far of the readings of one run.
type part struct {
	last    int // the step of the last one
	rows    int // which may repeat one
	samples []Sample
}

// Unfinished returns how many rows were read of runs that lack others, and the address of
// the first such run.
func (r *Reader) Unfinished() (rows int, address string) {
	if len(r.parts) == 0 {
		return 0, ""
	}
	first := r.grid.Runs()
	for run, p := range r.parts {
		rows, first = rows+p.rows, min(first, run)
	}
	return rows, r.grid.RunAddress(first)
}

// row takes a reading of a run.
func (r *Reader) row(line string) error {
	g := r.grid
	row, err := r.split(line)
	if err != nil {
		return err
	}
	run, rest, column := r.find(row)
	switch {
	case run < 0:
		return fmt.Errorf("%s is not a run of this sweep, by its %s", sim.Quote(line), column)
	case !r.shard.Has(g, run):
		return fmt.Errorf("%s does not belong to shard %v", sim.Quote(line), r.shard)
	}
	p := part{}
	s := Sample{}
	if g.Every > 0 {
		if s.Step, p.last, err = r.steps(rest); err != nil {
			return err
		}
		rest = rest[2:]
	}
	for i, key := range r.keys {
		if rest[i] == "" {
			continue
		}
		value, ok := r.number(key, rest[i])
		if !ok {
			return r.noNumber(key, rest[i])
		}
		s.Facts = append(s.Facts, sim.Fact{Key: key, Value: value})
	}
	if !r.add(run, p.last, s) {
		return fmt.Errorf("%s contradicts an earlier row", sim.Quote(line))
	}
	return nil
}

// split returns the cells of a row, in a file of before without the key of the fact.
func (r *Reader) split(line string) (row []string, err error) {
	n := strings.Count(r.columns, ",") + 1
	row, ok := cells(line, r.sep, n)
	r.rowSep = r.sep
	if !ok && r.sep != "," { // as Rote itself has written behind it
		if own, isOwn := cells(line, ",", n); isOwn {
			row, ok, r.rowSep = own, true, ","
		}
	}
	if !ok {
		return nil, fmt.Errorf("%s has %d fields; want %d", sim.Quote(line), len(row), n)
	}
	r.foreign = r.foreign || strings.Join(row, ",") != line
	if r.old {
		if row[n-2] != r.grid.Fact {
			return nil, fmt.Errorf("%s is not a run of this sweep", sim.Quote(line))
		}
		row = slices.Delete(row, n-2, n-1)
	}
	return inOrder(row, r.moved), nil
}

// find returns the run of a row, and the cells that follow; or -1, and the column that
// no run of the sweep has so.
func (r *Reader) find(row []string) (run int, rest []string, column string) {
	g := r.grid
	cell, step, seed := 0, 1, -1
	for _, x := range g.Ranges() {
		n := len(x.columns())
		i := r.at(x, row[:n])
		if i < 0 {
			return -1, nil, x.key()
		}
		cell, step, row = cell+i*step, step*x.size(), row[n:]
	}
	if s, ok := r.number("seed", row[0]); ok && s == math.Trunc(s) && s >= g.Base.Seed.Number() && s < g.Base.Seed.Number()+float64(g.Seeds) {
		seed = int(s - g.Base.Seed.Number())
	}
	if seed < 0 {
		return -1, nil, "seed"
	}
	return seed*g.Cells() + cell, row[1:], ""
}

// steps reads the step of a reading, and that of the last one of its run.
func (r *Reader) steps(row []string) (step, last int, err error) {
	x, okStep := r.number("step", row[0])
	of, okLast := r.number("of", row[1])
	isWhole := okStep && okLast && x == math.Trunc(x) && of == math.Trunc(of) && 0 <= x && x <= of && of <= r.grid.Base.At.Max
	step, last = int(x), int(of)
	if !isWhole || step < last && step%r.grid.Every != 0 {
		return 0, 0, fmt.Errorf("step %s of %s is none of every %d; want whole numbers", sim.Quote(row[0]), sim.Quote(row[1]), r.grid.Every)
	}
	return step, last, nil
}

// add takes a reading. A run is known when all of its readings are there. It returns
// false if the same reading was there before with other values.
func (r *Reader) add(run, last int, s Sample) bool {
	g := r.grid
	if g.found[run].known {
		return g.says(run, last, s)
	}
	p := r.parts[run]
	if p == nil {
		p = &part{last: last}
		r.parts[run] = p
	}
	p.rows++
	i, had := slices.BinarySearchFunc(p.samples, s, func(a, b Sample) int { return a.Step - b.Step })
	switch {
	case p.last != last:
		return false
	case had:
		return sameFacts(p.samples[i], s)
	}
	p.samples = slices.Insert(p.samples, i, s)
	if len(p.samples) == g.countReadings(last) {
		g.Put(run, p.samples...)
		g.found[run].whole = g.All
		delete(r.parts, run)
	}
	return true
}

// countReadings returns how many readings a run has whose last step is given.
func (g *Grid) countReadings(last int) int {
	if g.Every == 0 {
		return 1
	}
	return (last+g.Every-1)/g.Every + 1
}

// says reports whether a known run has a reading.
func (g *Grid) says(run, last int, s Sample) bool {
	known := g.samples(run)
	if len(known) == 0 {
		return len(s.Facts) == 0
	}
	i := slices.IndexFunc(known, func(k Sample) bool { return k.Step == s.Step })
	return i >= 0 && known[len(known)-1].Step == last && sameFacts(known[i], s)
}

// sameFacts reports whether two samples have the same facts and values, bit for bit.
func sameFacts(a, b Sample) bool {
	return len(a.Facts) == len(b.Facts) && !slices.ContainsFunc(a.Facts, func(f sim.Fact) bool {
		i := slices.IndexFunc(b.Facts, func(other sim.Fact) bool { return other.Key == f.Key })
		return i < 0 || math.Float64bits(b.Facts[i].Value) != math.Float64bits(f.Value)
	})
}

// at returns the index of a value of a range that is written in a file: of that
// value, or of the only one that was rounded to it; or -1.
func (r *Reader) at(x Range, row []string) int {
	if x.isList() {
		return r.listAt(x, row)
	}
	text := row[0]
	value, ok := r.number(x.key(), text)
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
