package main

import (
	"math"

	"example.org/rote/sim/figure"
)

// A glide moves marks from where they were shown to where the newest picture
// has them. Marks belong together if they have the same panel, group and
// number.
type glide struct {
	marks       map[place]*motion
	start, over float64 // milliseconds; over is 0 if every mark is there
}

// A place tells the Markers of a picture apart. A legend may show marks of the
// same panel and group again: nth counts them.
type place struct{ panel, group, nth int }

type motion struct {
	fromX, fromY []float64 // nil if there was nothing to come from
	x, y         []float64 // as shown last
}

// aim makes the marks glide to p over some milliseconds, from time now on. With
// over = 0 they jump.
func (g *glide) aim(p *figure.Picture, now, over float64) {
	before := g.marks
	g.marks = make(map[place]*motion, len(before))
	g.start, g.over = now, over
	moves := false
	each(p, func(at place, op *figure.Markers) {
		m := before[at]
		if m == nil {
			m = &motion{}
		}
		if over > 0 && len(m.x) == len(op.X) {
			m.fromX, m.x = m.x, append(m.fromX[:0], m.x...)
			m.fromY, m.y = m.y, append(m.fromY[:0], m.y...)
		} else {
			m.fromX, m.fromY = nil, nil
		}
		g.marks[at] = m
		moves = moves || m.leads(op)
	})
	if !moves {
		g.over = 0
	}
}

// leads reports whether a mark of op has to move so far that it can be seen.
func (m *motion) leads(op *figure.Markers) bool {
	for i := range m.fromX {
		if math.Abs(op.X[i]-m.fromX[i]) > step || math.Abs(op.Y[i]-m.fromY[i]) > step {
			return true
		}
	}
	return false
}

// step is a way in CSS pixels that looks the same at once and bit by bit.
const step = .25

// each calls f with the markers of a picture.
func each(p *figure.Picture, f func(place, *figure.Markers)) {
	counts := map[place]int{}
	for _, op := range p.Ops {
		if op, ok := op.(*figure.Markers); ok {
			group := place{op.Panel, op.Group, 0}
			f(place{op.Panel, op.Group, counts[group]}, op)
			counts[group]++
		}
	}
}

// moving reports whether marks are still on their way.
func (g *glide) moving(now float64) bool { return now < g.start+g.over }

// at returns where the marks of op are at time now. The slices are good until
// the next call for the same marks.
func (g *glide) at(where place, op *figure.Markers, now float64) (x, y []float64) {
	m := g.marks[where]
	if m == nil {
		return op.X, op.Y
	}
	share := 1.0
	if g.moving(now) {
		share = easeOut((now - g.start) / g.over)
	}
	m.x = between(m.x[:0], m.fromX, op.X, share)
	m.y = between(m.y[:0], m.fromY, op.Y, share)
	return m.x, m.y
}

// between appends the points a share of the way from a to b; those that come
// from nowhere are there at once.
func between(dst, a, b []float64, share float64) []float64 {
	for i, to := range b {
		if a != nil && share < 1 && !math.IsNaN(a[i]) {
			to = a[i] + (to-a[i])*share
		}
		dst = append(dst, to)
	}
	return dst
}

// easeOut maps 0..1 to 0..1, fast at first and slow at the end.
func easeOut(t float64) float64 {
	u := 1 - math.Min(math.Max(t, 0), 1)
	return 1 - u*u*u
}
