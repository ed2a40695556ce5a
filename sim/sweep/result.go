package sweep

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// found is what is known of a run.
type found struct {
	known bool
	value float64 // NaN: the run has no such fact
}

// Put stores the result of a run: its fact, or nil if it ended without one.
func (g *Grid) Put(run int, fact *sim.Fact) {
	value := math.NaN()
	if fact != nil && !math.IsInf(fact.Value, 0) {
		value = fact.Value
	}
	if fact != nil && fact.Name != "" {
		g.fact = *fact
	}
	g.found[run] = found{true, value}
}

// Take takes all that is known of the same sweep elsewhere.
func (g *Grid) Take(other *Grid) {
	if g.Address() != other.Address() {
		panic("sweep: Take from another grid, " + other.Address())
	}
	for run, f := range other.found {
		if f.known {
			g.found[run] = f
		}
	}
	if other.fact.Name != "" {
		g.fact = other.fact
	}
}

// Get returns the result of a run. The value is NaN unless the run is known and
// has the fact.
func (g *Grid) Get(run int) (value float64, known bool) {
	if f := g.found[run]; f.known {
		return f.value, true
	}
	return math.NaN(), false
}

// Known returns how many runs are known.
func (g *Grid) Known() (n int) {
	for _, f := range g.found {
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
func (g *Grid) Cell(col, row int) Cell {
	c := Cell{Mean: math.NaN(), Lo: math.NaN(), Hi: math.NaN()}
	sum := 0.0
	for seed := range g.Seeds {
		f := g.found[g.index(col, row, seed)]
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
func (g *Grid) index(col, row, seed int) int { return (seed*g.Y.size()+row)*g.X.size() + col }

// At returns the run, with the first seed, whose cell holds the point (x, y) of
// the diagram, or whose value is next to x in a curve.
func (g *Grid) At(x, y float64) (run int) {
	return g.index(g.X.nearest(x), g.Y.nearest(y), 0)
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
func (g *Grid) factName() string {
	if g.fact.Name != "" {
		return g.fact.Name
	}
	return g.Fact
}
