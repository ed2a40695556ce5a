package main

import "math"

// fill draws the area inside a closed outline of distinct neighbours that does
// not cross itself. Its edges fade over one pixel, half of it inside.
func (m *mesh) fill(pts []point, c ink) {
	if n := len(pts); n > 1 && distance(pts[0], pts[n-1]) <= nearly {
		pts = pts[:n-1]
	}
	area := area(pts)
	if len(pts) < 3 || area == 0 {
		return
	}
	// Areas thinner than a pixel keep their share of it, and their inner edges
	// must not cross.
	thick := 2 * math.Abs(area) / (length(pts) + distance(pts[len(pts)-1], pts[0]))
	inset, cover := math.Min(.5, thick/2), math.Min(1, 2*thick/(1+thick))
	first := uint32(len(m.vertices))
	for i, p := range pts {
		n := mitre(pts, i)
		if area < 0 { // n points inwards
			n = point{-n.x, -n.y}
		}
		m.corner(p.x-n.x*inset, p.y-n.y*inset, c, cover)
		m.corner(p.x+n.x*.5, p.y+n.y*.5, c, 0)
	}
	for i := range pts {
		a, b := first+2*uint32(i), first+2*uint32((i+1)%len(pts))
		m.quad(a, a+1, b+1, b)
	}
	m.ears(pts, first, area > 0)
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

// mitre is the vector at corner i that moves both edges outwards by 1, for a
// clockwise outline; at spikes it is shorter.
func mitre(pts []point, i int) point {
	n := len(pts)
	n0, n1 := normal(pts[(i+n-1)%n], pts[i]), normal(pts[i], pts[(i+1)%n])
	x, y := n0.x+n1.x, n0.y+n1.y
	s := math.Max(1+n0.x*n1.x+n0.y*n1.y, .25)
	return point{x / s, y / s}
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
