package figure

import (
	"math"

	"example.org/rote/sim"
)

// dotted is the share of a lens' radius at which its dotted circle stands.
const dotted = 0.46

// drawLens draws a disc in the lower corner with more room, and in it the points
// around the place.
func (c *chart) drawLens() {
	l := c.panel.Lens
	x, y := c.x.at(l.X), c.y.at(l.Y)
	scale := math.Abs(c.x.at(l.X+l.Radius) - x) // px of the dotted circle without a lens
	radius := max(42*c.em, min(104*c.em, 0.17*c.box.h, 0.125*c.box.w))
	if !(l.Radius > 0) || !finite(x) || !finite(y) || !(scale > 0) || c.box.h < 3*radius || c.box.w < 4*radius {
		return
	}
	zoom := dotted * radius / scale
	mx, my := c.lensCorner(radius), c.box.bottom()-radius-22*c.em
	c.line(x, y, mx, my, c.em, c.theme.Hair)
	c.disc(mx, my, radius, &Path{Fill: c.theme.Page, Stroke: c.theme.Second, Width: 1.2 * c.em})
	c.disc(mx, my, dotted*radius, &Path{Stroke: c.theme.Ink, Width: 1.5 * c.em, Dash: scaled([]float64{2, 3}, c.em)})
	for i := range c.panel.Points {
		if m := &c.panel.Points[i]; m.Counts == nil {
			c.magnify(m, x, y, zoom, mx, my, radius)
		}
	}
	text := Number(zoomed(zoom)) + " times larger"
	c.text(Text{X: mx, Y: my + radius + 15*c.em, Text: text, Size: c.small(), Anchor: Middle, Colour: c.theme.Second, Halo: c.ground()})
	c.taken = append(c.taken, rect{mx - radius - 4*c.em, my - radius - 4*c.em, 2*radius + 8*c.em, 2*radius + 26*c.em})
}

// zoomed rounds a zoom to two digits.
func zoomed(zoom float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(zoom))-1)
	return math.Round(zoom/unit) * unit
}

// lensCorner returns the middle of the lens in the lower corner that hides fewer
// points.
func (c *chart) lensCorner(radius float64) float64 {
	left, right := c.box.x+radius+16*c.em, c.box.right()-radius-16*c.em
	hidden := func(mx float64) (n int) {
		r := rect{mx - 1.2*radius, c.box.bottom() - 2.6*radius, 2.4 * radius, 2.6 * radius}
		for i := range c.panel.Points {
			m := &c.panel.Points[i]
			for k := range min(len(m.X), len(m.Y)) {
				if r.holds(c.x.at(m.X[k]), c.y.at(m.Y[k]), 0) {
					n++
				}
			}
		}
		return n
	}
	if hidden(left) < hidden(right) {
		return left
	}
	return right
}

// disc adds p as a circle.
func (c *chart) disc(x, y, radius float64, p *Path) {
	const corners = 48
	for k := range corners + 1 {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / corners)
		p.to(x+radius*cos, y+radius*sin)
	}
	c.add(p)
}

// magnify draws the points of a group that the lens holds.
func (c *chart) magnify(m *sim.Points, x, y, zoom, mx, my, radius float64) {
	out := &Markers{Panel: c.index, Group: -1}
	var known [sim.Roles]uint8 // index into Styles, plus 1
	for i := range min(len(m.X), len(m.Y)) {
		px, py := mx+zoom*(c.x.at(m.X[i])-x), my+zoom*(c.y.at(m.Y[i])-y)
		if !(math.Hypot(px-mx, py-my) < radius-6*c.em) {
			continue
		}
		role, class := look(m, i)
		if known[role] == 0 {
			out.Styles = append(out.Styles, c.marker(c.theme.style(role, class)))
			known[role] = uint8(len(out.Styles))
		}
		out.X, out.Y, out.Style = append(out.X, px), append(out.Y, py), append(out.Style, known[role]-1)
	}
	if len(out.X) > 0 {
		c.add(out)
	}
}
