package figure

import (
	"image/color"
	"math"

	"example.org/rote/sim"
)

// manyPoints is from how many on points without a width grow smaller.
const manyPoints = 400

func (c *chart) drawPoints() {
	n := 0
	for i := range c.panel.Points {
		if m := &c.panel.Points[i]; !(m.Width > 0) {
			n += len(m.X)
		}
	}
	shrink := 1.0
	if n > manyPoints {
		shrink = max(0.5, math.Sqrt(manyPoints/float64(n)))
	}
	for i := range c.panel.Points {
		c.drawWhiskers(&c.panel.Points[i])
		if c.panel.Points[i].Counts != nil {
			c.drawRings(i)
		} else {
			c.drawGroup(i, shrink)
		}
	}
}

// marker is how a style looks as a point: filled shapes have a thin rim in the
// colour of the ground, so that they can be told apart where they overlap.
func (c *chart) marker(s Style) Marker {
	m := Marker{Shape: s.Shape, Size: s.Size * c.markScale(), Fill: s.Mark, Stroke: c.theme.Page, Width: 0.6 * c.em}
	switch s.Shape {
	case Ring, Diamond:
		m.Fill, m.Stroke, m.Width = c.theme.Page, s.Mark, 1.8*c.em
	case Cross:
		m.Fill, m.Stroke, m.Width = color.NRGBA{}, s.Mark, 2.2*c.em
	}
	return m
}

// markScale is what a mark grows by with the text: half as much where that is
// enlarged, so that marks in a grid stay apart in front of a class. In a thumb marks
// are small, as it is.
func (c *chart) markScale() float64 {
	if c.thumb {
		return 0.65 * c.em
	}
	if c.em > 1 {
		return (1 + c.em) / 2
	}
	return c.em
}

func (c *chart) drawGroup(group int, shrink float64) {
	m := &c.panel.Points[group]
	n := min(len(m.X), len(m.Y))
	if n == 0 {
		return
	}
	out := &Markers{Panel: c.index, Group: group, X: make([]float64, n), Y: make([]float64, n), Style: make([]uint8, n)}
	var known [sim.Roles][sim.MaxClass + 1]uint8 // index into Styles, plus 1
	for i := range n {
		out.X[i], out.Y[i] = c.x.at(m.X[i]), c.y.at(m.Y[i])
		role, class := look(m, i)
		k := &known[role][class]
		if *k == 0 {
			style := c.theme.style(role, class)
			out.Styles = append(out.Styles, c.groupMarker(m, style, shrink))
			*k = uint8(len(out.Styles))
		}
		out.Style[i] = *k - 1
	}
	out.Scale = c.sizes(m.Sizes, n)
	out.Fill = c.valueColours(m, n)
	c.add(out)
}

// groupMarker is the marker of a style in a group. Values want an area for their
// colour, and a rim that is seen where the colour is as dark or pale as the ground.
func (c *chart) groupMarker(m *sim.Points, style Style, shrink float64) Marker {
	if m.Values != nil {
		if style.Size = 8; style.Shape != Square {
			style.Shape = Circle
		}
	}
	marker := c.marker(style)
	marker.Size *= shrink
	if m.Values != nil {
		marker.Stroke, marker.Width = c.theme.Second, c.em
	}
	if wide := c.width(m); wide > 0 {
		marker.Size, marker.Width = wide, min(marker.Width, 0.2*wide)
	}
	return marker
}

// width returns the pixels of the width of points, or 0 for the usual one.
func (c *chart) width(m *sim.Points) float64 {
	if wide := m.Width / c.x.span() * c.x.length(); m.Width > 0 && !c.x.log && finite(wide) {
		return max(1, min(wide, 200*c.em))
	}
	return 0
}

// look returns the role and the class of a point, in range.
func look(m *sim.Points, i int) (sim.Role, uint8) {
	role, class := m.Role, m.Class
	if i < len(m.Roles) {
		role = m.Roles[i]
	}
	if i < len(m.Classes) {
		class = m.Classes[i]
	}
	if role >= sim.Roles {
		role = sim.Plain
	}
	if class > sim.MaxClass {
		class = (class-1)%sim.MaxClass + 1
	}
	return role, class
}

// sizes bounds the sizes of points, whose areas grow with them. What is large is less
// so where the panel is small, as on a phone.
func (c *chart) sizes(list []float64, n int) []float64 {
	if len(list) < n {
		return nil
	}
	room := min(1, c.box.w*c.box.h/(700*350*c.em*c.em))
	out := make([]float64, n)
	for i := range out {
		out[i] = 1
		if s := list[i]; !math.IsNaN(s) {
			out[i] = math.Sqrt(min(16, max(0.1, min(s, 1)+room*max(0, s-1))))
		}
	}
	return out
}

// valueColours returns the colours of points by their values, or nil.
func (c *chart) valueColours(m *sim.Points, n int) []color.NRGBA {
	if len(m.Values) < n {
		return nil
	}
	lo, hi := pointRange(m)
	r := c.theme.ramp(m.Scale == sim.Diverging, false)
	out := make([]color.NRGBA, n)
	for i := range out {
		if v := m.Values[i]; finite(v) {
			out[i] = r.at((v - lo) / (hi - lo))
		} else {
			out[i] = c.theme.Grid
		}
	}
	return out
}

// pointRange returns the ends of the colour scale of points.
func pointRange(m *sim.Points) (lo, hi float64) {
	return scaleRange(m.From, m.To, m.Values, m.Scale == sim.Diverging)
}

// scaleRange returns the ends of a colour scale: those asked for, or such as fit
// the values. A diverging scale has zero in its middle.
func scaleRange(from, to float64, values []float64, diverging bool) (lo, hi float64) {
	e := extent{lo: from, hi: to}
	if !finite(from) || !finite(to) || from >= to {
		e = extent{}
		for _, v := range values {
			e.add(v)
		}
	}
	if diverging {
		e.hi = max(math.Abs(e.lo), math.Abs(e.hi))
		e.lo = -e.hi
	}
	return e.ends()
}

// ends returns the range of values for a colour scale.
func (e extent) ends() (lo, hi float64) {
	lo, hi = max(-huge, e.lo), min(huge, e.hi)
	if narrow(lo, hi) {
		return lo, lo + max(1, math.Abs(lo))
	}
	return lo, hi
}

func (c *chart) drawWhiskers(m *sim.Points) {
	p := &Path{Stroke: c.theme.style(m.Role, m.Class).Mark, Width: 1.4 * c.em}
	for i := range min(len(m.X), len(m.Lo), len(m.Hi)) {
		p.whisker(c.x.at(m.X[i]), c.y.at(m.Lo[i]), c.y.at(m.Hi[i]), 3*c.em)
	}
	if len(p.X) > 0 {
		c.add(p)
	}
}

// whisker adds an upright stroke with caps.
func (p *Path) whisker(x, lo, hi, half float64) {
	if !finite(x) || !finite(lo) || !finite(hi) {
		return
	}
	p.move(x, lo)
	p.to(x, hi)
	for _, y := range [...]float64{lo, hi} {
		p.move(x-half, y)
		p.to(x+half, y)
	}
}
