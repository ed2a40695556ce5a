package main

import "math"

// A pen draws lines into a mesh. A line is a strip, painted with a brush whose
// middle is everywhere along it.
type pen struct {
	mesh  *mesh
	ink   ink
	brush brush
	edge  float64 // how far the brush paints to each side
}

func newPen(m *mesh, c ink, width float64) *pen {
	return &pen{mesh: m, ink: c, brush: brush{round: float32(width / 2)}, edge: width/2 + .5}
}

// section adds the two corners across the line at a point and returns the index
// of the first. n points across, and is longer than 1 in a mitre.
func (p *pen) section(at, n point, share float64) uint32 {
	c := p.ink.faded(share)
	first := p.mesh.corner(at.plus(n.times(p.edge)), point{0, p.edge}, c, p.brush)
	p.mesh.corner(at.minus(n.times(p.edge)), point{0, -p.edge}, c, p.brush)
	return first
}

// strip joins two sections.
func (p *pen) strip(a, b uint32) { p.mesh.quad(a, a+1, b+1, b) }

// line draws through the points, which are finite and distinct from their
// neighbours.
func (p *pen) line(pts []point) {
	if len(pts) < 2 {
		return
	}
	last := len(pts) - 1
	n := normal(pts[0], pts[1])
	s := p.cap(pts[0], n, -1)
	for i := 1; i < last; i++ {
		s, n = p.join(s, pts[i], n, normal(pts[i], pts[i+1]))
	}
	p.strip(s, p.cap(pts[last], n, 1))
}

// loop draws through the points and back to the first.
func (p *pen) loop(pts []point) {
	if len(pts) < 3 {
		p.line(pts)
		return
	}
	last := pts[len(pts)-1]
	n := normal(last, pts[0])
	out := normal(pts[0], pts[1])
	start, _ := p.join(noSection, pts[0], n, out)
	s, n := start, out
	for i := 1; i < len(pts); i++ {
		s, n = p.join(s, pts[i], n, normal(pts[i], pts[(i+1)%len(pts)]))
	}
	_, _ = p.join(s, pts[0], n, out)
}

// cap draws the flat end of a line, which fades along the line as the edges do
// across it, and returns the section to go on from or to. side is -1 at the
// start of a line and 1 at its end; n is the line's normal.
func (p *pen) cap(at, n point, side float64) uint32 {
	along := point{-n.y * side / 2, n.x * side / 2} // outwards
	if side < 0 {
		edge := p.section(at.plus(along), n, 0)
		inner := p.section(at.minus(along), n, 1)
		p.strip(edge, inner)
		return inner
	}
	inner := p.section(at.minus(along), n, 1)
	edge := p.section(at.plus(along), n, 0)
	p.strip(inner, edge)
	return inner
}

// noSection is where a strip has not begun.
const noSection = ^uint32(0)

// join draws the strip from section s to the corner at, where the line turns
// from normal n0 to n1, and returns the section and the normal to go on with. A
// gentle turn is one shared section. A sharp one gets a round outside; its
// inside overlaps.
func (p *pen) join(s uint32, at, n0, n1 point) (uint32, point) {
	cos := n0.x*n1.x + n0.y*n1.y
	if cos > .5 {
		mitre := point{(n0.x + n1.x) / (1 + cos), (n0.y + n1.y) / (1 + cos)}
		next := p.section(at, mitre, 1)
		if s != noSection {
			p.strip(s, next)
		}
		return next, n1
	}
	if s != noSection {
		p.strip(s, p.section(at, n0, 1))
		p.round(at, n0, n1)
	}
	return p.section(at, n1, 1), n1
}

// round draws the pie between two normals on the outer side of a turn.
func (p *pen) round(at, n0, n1 point) {
	from := math.Atan2(n0.y, n0.x)
	turn := math.Remainder(math.Atan2(n1.y, n1.x)-from, 2*math.Pi)
	if turn < 0 { // it turns to the side of the normals: the outer side is the other
		from += math.Pi
	}
	corner := func(share, r float64) uint32 {
		sin, cos := math.Sincos(from + turn*share)
		off := point{r * cos, r * sin}
		return p.mesh.corner(at.plus(off), off, p.ink, p.brush)
	}
	// Three sides around the arc, which touch it.
	tip := p.edge / math.Cos(turn/4)
	middle := corner(0, 0)
	a, b, c, d := corner(0, p.edge), corner(.25, tip), corner(.75, tip), corner(1, p.edge)
	p.mesh.triangle(middle, a, b)
	p.mesh.triangle(middle, b, c)
	p.mesh.triangle(middle, c, d)
}
