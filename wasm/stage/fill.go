package main

import "math"

// fill draws the area inside a closed outline of distinct neighbours, which may
// touch itself at its corners but does not cross itself. Its edges fade over one
// pixel, half of it inside. A place thinner than that in a thicker outline is
// painted up to a pixel thick.
func (m *mesh) fill(pts []point, c ink) {
	loops(pts, func(loop []point) { m.fillLoop(loop, c) })
}

// fillLoop fills an outline that does not touch itself.
func (m *mesh) fillLoop(pts []point, c ink) {
	area := area(pts)
	if len(pts) < 3 || area == 0 {
		return
	}
	out := outwards(pts, area > 0)
	inset, cover := thinned(pts, out, math.Abs(area))
	first := uint32(len(m.vertices))
	for i, p := range pts {
		m.corner(point{p.x - out[i].x*inset, p.y - out[i].y*inset}, point{}, c.faded(cover), whole)
		m.corner(point{p.x + out[i].x*.5, p.y + out[i].y*.5}, point{}, c.faded(0), whole)
	}
	for i := range pts {
		a, b := first+2*uint32(i), first+2*uint32((i+1)%len(pts))
		m.quad(a, a+1, b+1, b)
	}
	m.ears(pts, first, area > 0)
}

// thinned returns how far inside an outline its area is covered most, and how
// much there: half a pixel and all, but for what is thinner than a pixel, which
// keeps its share of it. The thickness is the shorter side of the rectangle of
// equal area and outline.
func thinned(pts, out []point, area float64) (inset, cover float64) {
	around := length(pts) + distance(pts[len(pts)-1], pts[0])
	thick := around/4 - math.Sqrt(math.Max(0, around*around/16-area))
	if thick >= 1 {
		return .5, 1
	}
	inset = thick - .5
	return inset, math.Min(1, area/faded(pts, out, inset))
}

// faded is the weight of an area whose cover falls from 1, inset inside its
// outline, to 0, half a pixel outside. Areas grow with the square of the way
// outwards: Simpson's rule is exact.
func faded(pts, out []point, inset float64) float64 {
	moved := make([]point, len(pts))
	at := func(d float64) float64 {
		for i, p := range pts {
			moved[i] = point{p.x + d*out[i].x, p.y + d*out[i].y}
		}
		return math.Abs(area(moved))
	}
	return (at(-inset) + 4*at((.5-inset)/2) + at(.5)) / 6
}

// loops cuts an outline where it comes back to one of its points, and calls each
// with the parts, which have distinct points. A band of no height is such a
// place. Parts are good only until each returns.
func loops(pts []point, each func([]point)) {
	var open []point
	seen := make(map[point]int, len(pts)) // where in open
	for _, p := range pts {
		key := p.near()
		if at, again := seen[key]; again {
			each(open[at:])
			for _, q := range open[at+1:] {
				delete(seen, q.near())
			}
			open = open[:at+1]
			continue
		}
		seen[key] = len(open)
		open = append(open, p)
	}
	each(open)
}

// area is positive if the outline runs clockwise on a screen.
func area(pts []point) float64 {
	sum := 0.0
	for i, p := range pts {
		q := pts[(i+1)%len(pts)]
		sum += p.x*q.y - q.x*p.y
	}
	return sum / 2
}

// outwards returns the vectors that move the edges of an outline outwards by 1,
// one for each corner; at spikes they are shorter.
func outwards(pts []point, clockwise bool) []point {
	out := make([]point, len(pts))
	before := normal(pts[len(pts)-1], pts[0])
	for i, p := range pts {
		after := normal(p, pts[(i+1)%len(pts)])
		s := math.Max(1+before.x*after.x+before.y*after.y, .25)
		if !clockwise { // normals point inwards
			s = -s
		}
		out[i] = point{(before.x + after.x) / s, (before.y + after.y) / s}
		before = after
	}
	return out
}

// ears cuts the outline into triangles: again and again the corner of one that
// holds no other point of the outline. Corner i has the index first+2i.
func (m *mesh) ears(pts []point, first uint32, clockwise bool) {
	e := outline{pts: pts, ring: make([]int, len(pts)), clockwise: clockwise}
	for i := range e.ring {
		e.ring[i] = i
	}
	for at, missed := 0, 0; len(e.ring) > 2; {
		at %= len(e.ring)
		// An outline that crosses itself may have no ear left: then cut any corner.
		if !e.ear(at) && missed < len(e.ring) {
			at, missed = at+1, missed+1
			continue
		}
		a, b, c := e.around(at)
		m.triangle(first+2*uint32(a), first+2*uint32(b), first+2*uint32(c))
		e.ring = append(e.ring[:at], e.ring[at+1:]...)
		missed = 0
	}
}

// An outline is what is left of a polygon while its ears are cut.
type outline struct {
	pts       []point
	ring      []int // indices of the points left
	clockwise bool
}

func (e *outline) around(at int) (a, b, c int) {
	n := len(e.ring)
	return e.ring[(at+n-1)%n], e.ring[at], e.ring[(at+1)%n]
}

func (e *outline) ear(at int) bool {
	a, b, c := e.around(at)
	if !e.convex(a, b, c) {
		return false
	}
	for i, r := range e.ring {
		if r == a || r == b || r == c {
			continue
		}
		// Only corners that bend inwards can lie in the ear.
		if p, q, s := e.around(i); e.convex(p, q, s) {
			continue
		}
		if within(e.pts[r], e.pts[a], e.pts[b], e.pts[c]) {
			return false
		}
	}
	return true
}

func (e *outline) convex(a, b, c int) bool {
	return (cross(e.pts[a], e.pts[b], e.pts[c]) > 0) == e.clockwise
}

// cross is twice the area of a triangle, positive if it runs clockwise on a
// screen.
func cross(a, b, c point) float64 {
	return (b.x-a.x)*(c.y-a.y) - (b.y-a.y)*(c.x-a.x)
}

func within(p, a, b, c point) bool {
	u, v, w := cross(a, b, p), cross(b, c, p), cross(c, a, p)
	return u >= 0 && v >= 0 && w >= 0 || u <= 0 && v <= 0 && w <= 0
}
