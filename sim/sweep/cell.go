package sweep

import (
	"math"

	"example.org/rote/sim/exact"
)

// A Cell is what the runs of one combination of values say.
type Cell struct {
	Known        int     // runs whose result is known
	N            int     // runs that have the fact
	Mean, Lo, Hi float64 // over these; NaN if there is none
}

// Cell returns the cell in a column and a row.
func (g *Grid) Cell(col, row int) Cell { return g.cellOf(col, row, g.shown) }

// cellOf returns the cell of the fact in a column of the readings.
func (g *Grid) cellOf(col, row, column int) Cell {
	c := Cell{Mean: math.NaN(), Lo: math.NaN(), Hi: math.NaN()}
	sum := 0.0
	for seed := range g.Seeds {
		f := &g.found[g.index(col, row, seed)]
		if !f.known {
			continue
		}
		c.Known++
		value := f.end(column)
		if math.IsNaN(value) {
			continue
		}
		if c.N == 0 {
			c.Lo, c.Hi = value, value
		}
		c.N++
		sum += value
		c.Lo, c.Hi = min(c.Lo, value), max(c.Hi, value)
	}
	if c.N > 0 {
		// A sum of great values, or its rounding, must not leave the range.
		c.Mean = min(c.Hi, max(c.Lo, sum/float64(c.N)))
	}
	return c
}

// index is the inverse of place, in the diagram that is shown.
func (g *Grid) index(col, row, seed int) int {
	return seed*g.Cells() + g.slice*g.area() + row*g.X.size() + col
}

// Run returns the run, with the first seed, of a cell.
func (g *Grid) Run(col, row int) int { return g.index(col, row, 0) }

// At returns the run, with the first seed, whose cell holds the point (x, y) of
// the diagram, or whose value is next to x in a curve.
func (g *Grid) At(x, y float64) (run int) {
	if g.design.points > 0 {
		return g.nearestPoint(x, y)
	}
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
