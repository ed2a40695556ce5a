package sweep

import (
	"fmt"
	"math"

	"example.org/rote/sim"
)

func (g *Grid) drawDiagram(p *sim.Panel) {
	field := sim.Field{Name: factName(g.fact()), Unit: g.fact().Unit, W: g.X.size(), H: g.Y.size(), XS: g.X.Values, YS: g.Y.Values,
		X0: p.X.Min, X1: p.X.Max, Y0: p.Y.Min, Y1: p.Y.Max}
	if g.Seeds > 1 {
		field.Name += fmt.Sprintf(", mean of %d seeds", g.Seeds)
	}
	none := sim.Points{Name: "not defined", Role: sim.Control}
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := range g.area() {
		col, row, _ := g.place(i)
		c := g.Cell(col, row)
		field.Values = append(field.Values, c.Mean)
		switch {
		case c.N > 0:
			lo, hi = min(lo, c.Mean), max(hi, c.Mean)
		case c.Known > 0:
			none.X, none.Y = append(none.X, g.X.Values[col]), append(none.Y, g.Y.Values[row])
		}
	}
	if lo <= hi {
		g.colour(&field, lo, hi)
	}
	p.Field(field) // blank cells, too: the picture keeps its layout while it fills
	if len(none.X) > 0 {
		p.Point(none)
	}
}

// colour chooses the colour scale for means from lo to hi: shares from 0 to 1, a
// marked zero between negative and positive ones, and the logarithm over more
// than two decades. An edge that is asked for is on the scale, and the colours
// jump there.
func (g *Grid) colour(m *sim.Field, lo, hi float64) {
	edge, ok := g.edge()
	if ok {
		m.Edges = []float64{edge}
		lo, hi = min(lo, edge), max(hi, edge)
	}
	switch {
	case lo < 0 && hi > 0 && (!ok || edge == 0):
		m.Scale, m.Edges = sim.Diverging, nil // whose zero is marked
	case isShare(m.Unit, lo, hi):
		m.Lo, m.Hi = 0, 1
	default:
		m.Log = isWide(lo, hi)
		if ok {
			m.Lo, m.Hi = lo, hi
		}
	}
}

// edge returns the value whose crossing is asked for, if it is one.
func (g *Grid) edge() (edge float64, ok bool) {
	q, ok := g.asked()
	return q.edge, ok && !math.IsInf(q.edge, 0)
}

// isShare reports whether values from lo to hi are to be shown from 0 to 1.
func isShare(unit string, lo, hi float64) bool { return unit == "" && lo >= 0 && hi > 0.5 && hi <= 1 }

// isWide reports whether values from lo to hi span more than two decades.
func isWide(lo, hi float64) bool { return lo > 0 && hi > 100*lo }
