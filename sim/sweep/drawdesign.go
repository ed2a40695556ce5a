package sweep

import (
	"math"
	"slices"

	"example.org/rote/sim"
)

// plane returns the two ranges of a design that are drawn, numbers if there are some;
// up has no knob if there is one range.
func (g *Grid) plane() (across, up Range) {
	across = g.design.ranges[0]
	if len(g.design.ranges) > 1 {
		up = g.design.ranges[1]
	}
	return across, up
}

// pointAt returns where point i of the design lies along a range.
func (g *Grid) pointAt(r Range, i int) float64 {
	k := slices.Index(g.X.knobs, r.knobs[0])
	texts := g.X.rows[i][k : k+len(r.knobs)]
	if r.isList() {
		return float64(slices.IndexFunc(r.rows, func(row []string) bool { return slices.Equal(row, texts) }))
	}
	x, _ := sim.ParseNumber(texts[0])
	return x
}

// drawDesign draws the points of the design, by the colour of their value, or along one
// range by their height.
func (g *Grid) drawDesign(p *sim.Panel) {
	across, up := g.plane()
	p.X, p.Y = across.axis(), up.axis()
	fact, isPlane := g.fact(), up.Knob != nil
	m := sim.Points{Name: factName(fact)}
	none := sim.Points{Name: "not defined", Role: sim.Control}
	if isPlane {
		m.Value = factName(fact)
	} else {
		p.Y = sim.Axis{Name: factName(fact), Unit: fact.Unit}
	}
	for i := range g.X.Values {
		c, x := g.Cell(i, 0), g.pointAt(across, i)
		switch {
		case c.N > 0 && isPlane:
			m.X, m.Y, m.Values = append(m.X, x), append(m.Y, g.pointAt(up, i)), append(m.Values, c.Mean)
		case c.N > 0:
			m.X, m.Y = append(m.X, x), append(m.Y, c.Mean)
		case c.Known > 0 && isPlane:
			none.X, none.Y = append(none.X, x), append(none.Y, g.pointAt(up, i))
		}
	}
	for _, points := range []sim.Points{m, none} {
		if len(points.X) > 0 {
			p.Point(points)
		}
	}
}

// nearestPoint returns the point of the design next to a place of its picture.
func (g *Grid) nearestPoint(x, y float64) (best int) {
	across, up := g.plane()
	least := math.Inf(1)
	for i := range g.X.Values {
		d := across.apart(g.pointAt(across, i), x)
		if up.Knob != nil {
			d = math.Hypot(d, up.apart(g.pointAt(up, i), y))
		}
		if math.Abs(d) < least {
			best, least = i, math.Abs(d)
		}
	}
	return best
}

// apart returns how far two values lie apart, as a share of the range as it is drawn.
func (r Range) apart(a, b float64) float64 {
	return (r.scaled(a) - r.scaled(b)) / (r.scaled(r.Values[len(r.Values)-1]) - r.scaled(r.Values[0]))
}
