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
	return m.spotIn(sort.Search(len(m.groups), func(i int) bool { return m.groups[i].hi > t }), t)
}

// spotIn is spot where g is the first group that ends behind t, or their number.
func (m *memory) spotIn(g int, t float64) spot {
	switch {
	case t < m.groups[0].lo:
		return spot{group: -1}
	case g == len(m.groups):
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

// counted reports whether all pieces along the line are counted.
func (y *tally) counted() bool { return y.pieces > 0 && y.seen > len(y.knots.X) }

// count counts a slice of the linear pieces that the sum of an output has along the
// line. Outside the groups it is constant.
func (y *tally) count(m *memory, units []unit) {
	if y.pieces == 0 {
		y.knots.knots(m, units)
		y.pieces, y.seen = 1, 1
		return
	}
	for cost := 0; !y.counted() && cost < sliceWork; cost += 4 * len(units) {
		slope := 0.0
		if x := y.knots.X; y.seen < len(x) {
			slope = m.slopeAt(units, (x[y.seen-1]+x[y.seen])/2)
		}
		if slope != y.slope {
			y.pieces++
		}
		y.slope = slope
		y.seen++
	}
}
