package main

import "example.org/rote/sim/figure"

// path adds a path at the given scale. buf is scratch room, and is returned.
func (m *mesh) path(op *figure.Path, scale float64, buf []point) []point {
	if op.Fill.A > 0 {
		buf = pieces(buf, op.X, op.Y, scale, func(pts []point) { m.fill(pts, inkOf(op.Fill)) })
	}
	width := min(op.Width*scale, far)
	if op.Stroke.A == 0 || !(width > 0) {
		return buf
	}
	p := newPen(m, inkOf(op.Stroke), width)
	pattern := scaled(op.Dash, scale)
	return pieces(buf, op.X, op.Y, scale, func(pts []point) { p.piece(pts, op, pattern) })
}

// piece draws one piece of a path.
func (p *pen) piece(pts []point, op *figure.Path, pattern []float64) {
	closed := op.Closed && len(pts) > 2
	if closed && distance(pts[0], pts[len(pts)-1]) <= nearly {
		pts = pts[:len(pts)-1]
	}
	pts = straightened(pts)
	switch {
	case pattern != nil && closed:
		dashes(append(pts, pts[0]), pattern, func(d []point) { p.line(d) })
	case pattern != nil:
		dashes(pts, pattern, func(d []point) { p.line(d) })
	case closed:
		p.loop(pts)
	default:
		p.line(snapped(pts, 2*(p.edge-.5)))
	}
}

// scaled returns a dash pattern in device pixels, or nil if it is none.
func scaled(dash []float64, scale float64) []float64 {
	var pattern []float64
	sum := 0.0
	for _, d := range dash {
		pattern = append(pattern, max(0, d*scale))
		sum += max(0, d*scale)
	}
	if !(sum >= 1) { // finer than a pixel: nobody sees the gaps
		return nil
	}
	return pattern
}

// snapped moves an upright or level line of up to two pixels onto whole pixels:
// axes and ticks are crisp at every device pixel ratio.
func snapped(pts []point, width float64) []point {
	if len(pts) != 2 || width > 2.5 {
		return pts
	}
	shift := onPixels(width)
	if pts[0].x == pts[1].x {
		pts[0].x = shift(pts[0].x)
		pts[1].x = pts[0].x
	}
	if pts[0].y == pts[1].y {
		pts[0].y = shift(pts[0].y)
		pts[1].y = pts[0].y
	}
	return pts
}
