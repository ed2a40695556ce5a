package main

import "math"

// A pen draws lines into a mesh. A line is a strip whose edges fade from full
// to nothing over one device pixel, half of it inside. That equals the exact
// coverage of a pixel for upright and level edges, and is close to it for
// others.
type pen struct {
	mesh  *mesh
	ink   ink
	width float64

	across [4]stop // across the strip, from one edge to the other
}

// A stop is a place across a strip and how much of a pixel is covered there.
type stop struct{ at, cover float64 }

func newPen(m *mesh, c ink, width float64) *pen {
	p := &pen{mesh: m, ink: c, width: width}
	// A line thinner than a pixel covers its width of one, wherever in the pixel it is.
	outer, core, cover := width/2+.5, math.Abs(width/2-.5), math.Min(1, width)
	p.across = [4]stop{{outer, 0}, {core, cover}, {-core, cover}, {-outer, 0}}
	return p
}

// section adds the corners across the line at (x, y) and returns the index of
// the first. (nx, ny) points across, and is longer than 1 in a mitre.
func (p *pen) section(at, n point, cover float64) uint32 {
	first := uint32(len(p.mesh.vertices))
	for _, s := range p.across {
		p.mesh.corner(at.x+n.x*s.at, at.y+n.y*s.at, p.ink, s.cover*cover)
	}
	return first
}

// strip joins two sections.
func (p *pen) strip(a, b uint32) {
	for i := uint32(0); i+1 < uint32(len(p.across)); i++ {
		p.mesh.quad(a+i, a+i+1, b+i+1, b+i)
	}
}

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
	steps := max(2, int(math.Ceil(math.Abs(turn)/arcStep(p.width/2))))
	half := p.across[:2] // from the outer edge to the core
	middle := p.mesh.corner(at.x, at.y, p.ink, half[1].cover)
	var before uint32
	for i := 0; i <= steps; i++ {
		sin, cos := math.Sincos(from + turn*float64(i)/float64(steps))
		first := uint32(len(p.mesh.vertices))
		for _, s := range half {
			p.mesh.corner(at.x+cos*s.at, at.y+sin*s.at, p.ink, s.cover)
		}
		if i > 0 {
			p.mesh.quad(before, before+1, first+1, first)
			p.mesh.triangle(middle, before+1, first+1)
		}
		before = first
	}
}

// arcStep is the angle between corners of a circle of radius r in pixels, so
// that its sides stay within a tenth of a pixel of the circle as long as that
// fits on a screen.
func arcStep(r float64) float64 {
	return 2 * math.Acos(1-min(.1/min(max(r, .2), 1e4), .5))
}
