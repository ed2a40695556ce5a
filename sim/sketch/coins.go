package sketch

import (
	"cmp"
	"slices"

	"example.org/rote/sim"
)

// Coins are labels of two kinds, heads and tails, each with a place on a map. A
// ring marks those that are not remembered and, if asked for, the last ones that
// were. Until [Coins.See] there are no rings.
type Coins struct {
	X, Y  []float64 // places, one for each label
	Width float64   // of a ring, in units of x; 0 is the usual width

	faces [2]face // heads, tails
	held  []bool  // is remembered
	since []int   // from this tick on
	late  []bool  // marked as one of the last
	rings [3][]int
}

// A face is the coins that show the same side.
type face struct {
	labels []int
	at     Trace
}

// The kinds of rings. A count of 1 is a ring, and of 0 none.
const (
	lost = iota
	last
	kept
)

// NewCoins returns one coin for each label, heads up where heads[i] is true, at
// (x[i], y[i]). The slices have the same length, and x and y are kept.
func NewCoins(heads []bool, x, y []float64) *Coins {
	n := len(heads)
	c := &Coins{X: x, Y: y, held: make([]bool, n), since: make([]int, n), late: make([]bool, n)}
	for i := range c.rings {
		c.rings[i] = make([]int, n)
	}
	for i, up := range heads {
		f := &c.faces[1]
		if up {
			f = &c.faces[0]
		}
		f.labels = append(f.labels, i)
		f.at.To(x[i], y[i])
	}
	return c
}

// See takes in the margin of each label at a tick: a label is remembered where its
// margin is above 0.
func (c *Coins) See(tick int, margins []float64) {
	for i, margin := range margins {
		if margin > 0 && !c.held[i] {
			c.since[i] = tick
		}
		c.held[i] = margin > 0
	}
	c.ring()
}

// MarkLast marks n of the labels that are remembered: those that came last.
func (c *Coins) MarkLast(n int) {
	var order []int
	for i, is := range c.held {
		if is {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(c.since[b], c.since[a]), a-b) })
	for _, i := range order[:min(n, len(order))] {
		c.late[i] = true
	}
	c.ring()
}

// ring puts one ring around each coin.
func (c *Coins) ring() {
	for i, is := range c.held {
		kind := lost
		switch {
		case is && c.late[i]:
			kind = last
		case is:
			kind = kept
		}
		for k := range c.rings {
			c.rings[k][i] = 0
		}
		c.rings[kind][i] = 1
	}
}

// coinClass is a grey that no role has.
const coinClass = 9

// coinShare is the width of a coin, of that of its ring.
const coinShare = 0.74

// Draw adds the coins to a map that has no points yet, with rings around those that
// are not remembered, or were the last.
func (c *Coins) Draw(p *sim.Panel) {
	c.drawFaces(p)
	c.drawResisting(p)
}

func (c *Coins) drawFaces(p *sim.Panel) {
	// Their roles give the shapes: a disc and a ring.
	for i, m := range [...]sim.Points{{Name: "heads", Role: sim.Train}, {Name: "tails", Role: sim.HeldOut}} {
		m.Class, m.Width = coinClass, coinShare*c.Width
		p.Point(c.faces[i].at.Points(m))
	}
}

func (c *Coins) drawResisting(p *sim.Panel) {
	c.drawRings(p, sim.Points{Name: "not remembered", Role: sim.HeldOut}, lost)
	c.drawRings(p, sim.Points{Name: "the last remembered", Role: sim.HeldOut}, last)
}

func (c *Coins) drawRings(p *sim.Panel, m sim.Points, kind int) {
	m.X, m.Y, m.Counts, m.Width = c.X, c.Y, c.rings[kind], c.Width
	p.Point(m)
}

// Find returns which label was picked on a map drawn by Draw, or -1.
func (c *Coins) Find(pick sim.Pick) int {
	labels := len(c.X)
	switch {
	case pick.Layer != sim.PointLayer || pick.Group < 0 || pick.Item < 0:
	case pick.Group < len(c.faces) && pick.Item < len(c.faces[pick.Group].labels):
		return c.faces[pick.Group].labels[pick.Item]
	case pick.Group >= len(c.faces) && pick.Group < len(c.faces)+len(c.rings) && pick.Item < labels:
		return pick.Item
	}
	return -1
}
