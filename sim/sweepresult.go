package sim

import (
	"math"

	"example.org/rote/sim/exact"
)

// found is what is known of a run.
type found struct {
	known bool
	value float64 // NaN: the run has no such fact
}

// Put stores the result of a run: its fact, or nil if it ended without one.
func (s *Sweep) Put(run int, fact *Fact) {
	value := math.NaN()
	if fact != nil && !math.IsInf(fact.Value, 0) {
		value = fact.Value
	}
	if fact != nil && fact.Name != "" {
		s.fact = *fact
	}
	s.found[run] = found{true, value}
}

// Take takes all that is known of the same sweep elsewhere.
func (s *Sweep) Take(other *Sweep) {
	if s.Address() != other.Address() {
		panic("sim: Take from another sweep, " + other.Address())
	}
	for run, f := range other.found {
		if f.known {
			s.found[run] = f
		}
	}
	if other.fact.Name != "" {
		s.fact = other.fact
	}
}

// Get returns the result of a run. The value is NaN unless the run is known and
// has the fact.
func (s *Sweep) Get(run int) (value float64, known bool) {
	if f := s.found[run]; f.known {
		return f.value, true
	}
	return math.NaN(), false
}

// Known returns how many runs are known.
func (s *Sweep) Known() (n int) {
	for _, f := range s.found {
		if f.known {
			n++
		}
	}
	return n
}

// A Cell is what the runs of one combination of values say.
type Cell struct {
	Known        int     // runs whose result is known
	N            int     // runs that have the fact
	Mean, Lo, Hi float64 // over these; NaN if there is none
}

// Cell returns the cell in a column and a row.
func (s *Sweep) Cell(col, row int) Cell {
	c := Cell{Mean: math.NaN(), Lo: math.NaN(), Hi: math.NaN()}
	sum := 0.0
	for seed := range s.Seeds {
		f := s.found[s.index(col, row, seed)]
		if !f.known {
			continue
		}
		c.Known++
		if math.IsNaN(f.value) {
			continue
		}
		if c.N == 0 {
			c.Lo, c.Hi = f.value, f.value
		}
		c.N++
		sum += f.value
		c.Lo, c.Hi = min(c.Lo, f.value), max(c.Hi, f.value)
	}
	if c.N > 0 {
		// A sum of great values, or its rounding, must not leave the range.
		c.Mean = min(c.Hi, max(c.Lo, sum/float64(c.N)))
	}
	return c
}

// index is the inverse of place.
func (s *Sweep) index(col, row, seed int) int { return (seed*s.Y.size()+row)*s.X.size() + col }

// At returns the run, with the first seed, whose cell holds the point (x, y) of
// the diagram, or whose value is next to x in a curve.
func (s *Sweep) At(x, y float64) (run int) {
	return s.index(s.X.nearest(x), s.Y.nearest(y), 0)
}

// nearest returns the index of the value next to x, as drawn.
func (r Range) nearest(x float64) (best int) {
	for i := range r.Values {
		if math.Abs(r.scaled(r.Values[i])-r.scaled(x)) < math.Abs(r.scaled(r.Values[best])-r.scaled(x)) {
			best = i
		}
	}
	return best
}

// scaled returns x on the scale on which the range is drawn.
func (r Range) scaled(x float64) float64 {
	if r.Knob.Scale.Log {
		return exact.Log(x)
	}
	return x
}

// factName returns the name of the fact, its key as long as no run has told it.
func (s *Sweep) factName() string {
	if s.fact.Name != "" {
		return s.fact.Name
	}
	return s.Fact
}

// Measure works on a run towards the tick that its address asks for, or its
// end, and returns whether it is there. It stops when enough returns true, which
// is asked after every slice and tick; a nil enough never stops it.
func (r *Run) Measure(enough func() bool) bool {
	for !r.arrived() {
		if r.Step(enough) == Busy || enough != nil && enough() {
			return r.arrived()
		}
	}
	return true
}

func (r *Run) arrived() bool { return r.done || r.at > 0 && r.ticks >= r.at && !r.isLast() }
