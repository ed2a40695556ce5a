package sweep

import (
	"fmt"
	"math"

	"example.org/rote/sim"
)

func (g *Grid) drawCurve(p *sim.Panel) {
	line := sim.Line{Name: "measured"}
	var points sim.Points
	lo, hi := math.Inf(1), math.Inf(-1)
	for col, x := range g.X.Values {
		c := g.Cell(col, 0)
		line.X, line.Y = append(line.X, x), append(line.Y, c.Mean)
		line.Lo, line.Hi = append(line.Lo, c.Lo), append(line.Hi, c.Hi)
		if c.N > 0 {
			points.X, points.Y = append(points.X, x), append(points.Y, c.Mean)
			points.Lo, points.Hi = append(points.Lo, c.Lo), append(points.Hi, c.Hi)
			lo, hi = min(lo, c.Lo), max(hi, c.Hi)
		}
	}
	if len(points.X) == 0 {
		return
	}
	if g.Seeds > 1 {
		line.Name = fmt.Sprintf("mean and range of %d seeds", g.Seeds)
	} else {
		line.Lo, line.Hi, points.Lo, points.Hi = nil, nil, nil, nil
	}
	p.Line(line)
	p.Point(points)
	if edge, ok := g.edge(); ok {
		ends := []float64{p.X.Min, p.X.Max}
		p.Line(sim.Line{Name: number(edge) + ", asked for", Role: sim.Control, X: ends, Y: []float64{edge, edge}})
		lo, hi = min(lo, edge), max(hi, edge)
	}
	if p.Y.Log = isWide(lo, hi); isShare(g.fact().Unit, lo, hi) && !p.Y.Log {
		p.Y.Min, p.Y.Max = 0, 1
	}
	if g.proposed.Power {
		g.drawPowers(p)
	}
}

// cut returns the part of a law's curve over the range.
func (r Range) cut(m sim.Line) sim.Line {
	a := r.axis()
	out := sim.Line{Name: m.Name, Role: m.Role, Class: m.Class}
	for i := range min(len(m.X), len(m.Y)) {
		if i > 0 {
			r.cross(m, i, min(a.Max, max(a.Min, m.X[i-1])), &out)
			r.cross(m, i, min(a.Max, max(a.Min, m.X[i])), &out)
		}
		if x := m.X[i]; x >= a.Min && x <= a.Max {
			out.X, out.Y = append(out.X, x), append(out.Y, m.Y[i])
		}
	}
	return out
}

// cross appends the point at x of the piece of m that ends at point i, if it
// lies inside of the piece.
func (r Range) cross(m sim.Line, i int, x float64, out *sim.Line) {
	x0, x1 := r.scaled(m.X[i-1]), r.scaled(m.X[i])
	if share := (r.scaled(x) - x0) / (x1 - x0); share > 0 && share < 1 {
		out.X, out.Y = append(out.X, x), append(out.Y, m.Y[i-1]+share*(m.Y[i]-m.Y[i-1]))
	}
}
