package figure

import (
	"math"

	"example.org/rote/sim"
)

func (c *chart) drawBars() {
	for i := range c.panel.Bars {
		c.drawBarGroup(i)
	}
}

// drawBarGroup draws the bars of one group as one path per role.
func (c *chart) drawBarGroup(group int) {
	m := &c.panel.Bars[group]
	half := barHalf(m)
	var paths [sim.Roles]*Path
	whiskers := &Path{Stroke: c.theme.Ink, Width: 1.2 * c.em}
	for i := range min(len(m.X), len(m.Y)) {
		r, ok := barRect(c.panel.Bars, &c.x, &c.y, group, i, half)
		if !ok {
			continue
		}
		role := barRole(m, i)
		if paths[role] == nil {
			paths[role] = c.barPath(role, m.Outline, r.w)
		}
		paths[role].rect(r)
		if i < len(m.Lo) && i < len(m.Hi) {
			whiskers.whisker(r.x+r.w/2, c.y.at(m.Lo[i]), c.y.at(m.Hi[i]), min(3*c.em, r.w/3))
		}
	}
	for _, p := range append(paths[:], whiskers) {
		if p != nil && len(p.X) > 0 {
			c.add(p)
		}
	}
}

func barRole(m *sim.Bars, i int) sim.Role {
	role := m.Role
	if i < len(m.Roles) {
		role = m.Roles[i]
	}
	if role >= sim.Roles {
		return sim.Plain
	}
	return role
}

func (c *chart) barPath(role sim.Role, outline bool, width float64) *Path {
	mark := c.theme.style(role, 0).Mark
	if outline {
		return &Path{Closed: true, Fill: faint(mark, 0.08), Stroke: mark, Width: min(1.5*c.em, max(1.1*c.em, width/3))}
	}
	return &Path{Closed: true, Fill: mark}
}

// rect adds a rectangle as a piece of its own.
func (p *Path) rect(r rect) {
	p.move(r.x, r.y)
	p.to(r.right(), r.y)
	p.to(r.right(), r.bottom())
	p.to(r.x, r.bottom())
}

// barHalf returns half the width of a group of bars, in units of x.
func barHalf(m *sim.Bars) float64 {
	if m.Width > 0 {
		return m.Width / 2
	}
	return 0.4 * spacing(m.X)
}

// barRect returns where bar i of a group stands, or false if the axes do not
// show it.
func barRect(bars []sim.Bars, x, y *axis, group, i int, half float64) (rect, bool) {
	m := &bars[group]
	left, right := barSides(m, x, m.X[i], half)
	top, base := y.at(m.Y[i]), y.at(m.Base)
	if math.IsNaN(base) {
		base = y.from // a log axis has no place for a base of 0
	}
	if !finite(left) || !finite(right) || !finite(top) {
		return rect{}, false
	}
	before, groups := sideBySide(bars, group)
	slot := (right - left) / float64(groups)
	gap := 0.0
	if groups > 1 && slot > 4 {
		gap = 0.5
	}
	left += slot * float64(before)
	return rect{left + gap, min(top, base), slot - 2*gap, math.Abs(base - top)}, true
}

// sideBySide returns how many groups of bars share their places with a group, and
// how many of them stand to the left of it. Groups at other places do not.
func sideBySide(bars []sim.Bars, group int) (before, groups int) {
	own := bars[group].X
	for i := range bars {
		x := bars[i].X
		if n := len(x); n == 0 || n != len(own) || x[0] != own[0] || x[n-1] != own[n-1] {
			continue
		}
		if groups++; i < group {
			before++
		}
	}
	return before, max(1, groups)
}

// barSides returns the pixels of the sides of all bars at v.
func barSides(m *sim.Bars, x *axis, v, half float64) (left, right float64) {
	left, right = x.at(v-half), x.at(v+half)
	if math.IsNaN(left) || x.log && !(m.Width > 0) {
		middle := x.at(v)
		room := 0.3 * x.length() / float64(len(m.X))
		left, right = middle-room, middle+room
	}
	return min(left, right), max(left, right)
}
