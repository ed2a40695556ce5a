package capacity

import (
	"math"
	"slices"
	"sort"
)

// knotsOf is how many knots the curves of a network have at most.
func (m *memory) knotsOf() int { return 3*len(m.at) + 2*len(m.groups) + 4 }

// end returns where group g of the unit's block begins; for the number of
// groups, where the last one ends.
func (m *memory) end(u *unit, g int) float64 {
	if g == len(u.c) {
		return m.groups[u.first+g-1].hi
	}
	return m.groups[u.first+g].lo
}

// sum fills the curve with the sum of the clipped zig-zags, less off. It has a knot
// at each place, too.
func (c *curve) sum(m *memory, units []unit, off float64) {
	c.knots(m, units)
	c.X = append(c.X, m.at...)
	slices.Sort(c.X)
	c.X = slices.Compact(c.X)
	c.Y = c.Y[:len(c.X)]
	for i, t := range c.X {
		c.Y[i] = m.sumAt(units, t) - off
	}
}

// knots fills c.X with the places, in order and each once, at which a clipped
// zig-zag may bend.
func (c *curve) knots(m *memory, units []unit) {
	c.X = append(c.X[:0], m.groups[0].lo)
	for i := range m.groups {
		c.X = append(c.X, m.groups[i].hi)
	}
	for i := range units {
		for g := range units[i].c {
			c.crossing(m, &units[i], g, -1)
			c.crossing(m, &units[i], g, 1)
		}
	}
	slices.Sort(c.X)
	c.X = slices.Compact(c.X)
}

// crossing adds the place inside group g at which z is the target, if there is
// one.
func (c *curve) crossing(m *memory, u *unit, g int, target float64) {
	z0, z1 := u.edge[g], u.edge[g+1]
	if (z0 < target) == (z1 < target) || z0 == target || z1 == target {
		return
	}
	group := &m.groups[u.first+g]
	c.X = append(c.X, group.lo+float64((target-z0)/(z1-z0)*(group.hi-group.lo)))
}

// A spot is a place on the line: its group, -1 before the first one and their
// number after the last one, and how far the ramp has risen there, 0 to 2.
type spot struct {
	group int
	rise  float64
}

func (m *memory) spot(t float64) spot {
	if t < m.groups[0].lo {
		return spot{group: -1}
	}
	g := sort.Search(len(m.groups), func(i int) bool { return m.groups[i].hi > t })
	if g == len(m.groups) {
		return spot{group: g}
	}
	return spot{g, m.groups[g].ramp(t) + 1}
}

// at returns z of the unit at a spot, and the group of its block there, or -1
// outside.
func (u *unit) at(s spot) (z float64, g int) {
	g = s.group - u.first
	switch {
	case g < 0:
		return u.edge[0], -1
	case g >= len(u.c):
		return u.edge[len(u.c)], -1
	}
	return u.edge[g] + float64(u.c[g]*s.rise), g
}

// sumAt returns the sum of the clipped zig-zags at a place on the line.
func (m *memory) sumAt(units []unit, t float64) float64 {
	sum, s := 0.0, m.spot(t)
	for i := range units {
		z, _ := units[i].at(s)
		sum += clamp(z)
	}
	return sum
}

// slopeAt returns the slope of their sum, at a place where it does not bend.
func (m *memory) slopeAt(units []unit, t float64) float64 {
	sum, s := 0.0, m.spot(t)
	for i := range units {
		u := &units[i]
		if z, g := u.at(s); g >= 0 && math.Abs(z) < 1 {
			sum += float64(u.c[g] * m.groups[s.group].slope)
		}
	}
	return sum
}

// pieces returns how many linear pieces the sum has along the line, with c as
// scratch. Outside the groups it is constant.
func (m *memory) pieces(c *curve, units []unit) int {
	c.knots(m, units)
	n, before := 1, 0.0
	for i := 1; i <= len(c.X); i++ {
		slope := 0.0
		if i < len(c.X) {
			slope = m.slopeAt(units, (c.X[i-1]+c.X[i])/2)
		}
		if slope != before {
			n++
		}
		before = slope
	}
	return n
}
