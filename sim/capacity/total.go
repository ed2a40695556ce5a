package capacity

import (
	"slices"

	"example.org/rote/sim/sketch"
)

// A total is the sum of the first zig-zags of an output, at all places at which
// one of them bends and at those of the points.
type total struct {
	curve
	across []float64 // where its places stand in the weave
	bends  []float64 // scratch: those of one zig-zag
}

func newTotal(knots, groups int) total {
	return total{newCurve(knots), make([]float64, 0, knots), make([]float64, 0, 2*groups)}
}

// cost returns the multiplications of add, about.
func (c *total) cost() int { return 4*len(c.X) + 40*cap(c.bends) }

// begin begins with no zig-zag.
func (c *total) begin(w *weave, m *memory) {
	c.X = append(append(c.X[:0], m.at...), m.groups[0].lo)
	for i := range m.groups {
		c.X = append(c.X, m.groups[i].hi)
	}
	slices.Sort(c.X)
	c.X = slices.Compact(c.X)
	c.Y, c.across = c.Y[:len(c.X)], c.across[:len(c.X)]
	clear(c.Y)
	for i, t := range c.X {
		c.across[i] = w.along(m, t)
	}
}

// add adds the last one of the units. The sum is that of all in their order, to the
// bit.
func (c *total) add(w *weave, m *memory, units []unit) {
	u, g := &units[len(units)-1], 0
	for i, t := range c.X {
		for g < len(m.groups) && m.groups[g].hi <= t {
			g++
		}
		z, _ := u.at(m.spotIn(g, t))
		c.Y[i] += clamp(z)
	}
	list := curve{sketch.Trace{X: c.bends[:0]}}
	for g := range u.c {
		list.crossing(m, u, g, -1)
		list.crossing(m, u, g, 1)
	}
	slices.Sort(list.X)
	c.bends = slices.Compact(list.X)
	c.insert(w, m, units)
}

// insert gives the curve those of the places bends that it lacks.
func (c *total) insert(w *weave, m *memory, units []unit) {
	kept := c.bends[:0]
	for _, t := range c.bends {
		if _, isThere := slices.BinarySearch(c.X, t); !isThere {
			kept = append(kept, t)
		}
	}
	c.bends = kept
	i, j, n := len(c.X)-1, len(kept)-1, len(c.X)+len(kept)
	c.X, c.Y, c.across = c.X[:n], c.Y[:n], c.across[:n]
	for to := n - 1; j >= 0; to-- {
		if i >= 0 && c.X[i] > c.bends[j] {
			c.X[to], c.Y[to], c.across[to] = c.X[i], c.Y[i], c.across[i]
			i--
			continue
		}
		t := c.bends[j]
		c.X[to], c.Y[to], c.across[to] = t, m.sumAt(units, t), w.along(m, t)
		j--
	}
}
