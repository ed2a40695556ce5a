package main

import (
	"math"

	"example.org/rote/sim/figure"
)

// markers adds the marks of op, at the places (x, y).
func (m *mesh) markers(op *figure.Markers, x, y []float64, scale float64) {
	for i := range x {
		if !finite(x[i]) || !finite(y[i]) {
			continue
		}
		look := op.Styles[op.Style[i]]
		if op.Fill != nil {
			look.Fill = op.Fill[i]
		}
		if op.Scale != nil {
			look.Size *= op.Scale[i]
		}
		look.Size, look.Width = min(look.Size*scale, far), min(look.Width*scale, far)
		if look.Size > 0 {
			m.marker(look, point{x[i] * scale, y[i] * scale})
		}
	}
}

// marker adds a mark whose sizes are in device pixels and positive.
func (m *mesh) marker(look figure.Marker, at point) {
	if look.Fill.A > 0 && look.Shape != figure.Cross {
		// A mark smaller than a pixel is one of a pixel, and as much fainter.
		size := max(1, look.Size)
		share := look.Size / size
		m.shape(look.Shape, at, size/2, 0, inkOf(look.Fill).faded(share*share))
	}
	if look.Stroke.A > 0 && look.Width > 0 {
		m.shape(look.Shape, at, look.Size/2, look.Width, inkOf(look.Stroke))
	}
}

// How far corners reach, for the same visual weight as a circle of radius 1.
const (
	crossReach    = 1.2
	triangleReach = 1.35
	squareReach   = 1.25
	diamondReach  = 1.25
)

// shape adds a marker that is 2r wide: its area if line is 0, or a line along its
// outline. A cross is all line.
func (m *mesh) shape(s figure.Shape, at point, r, line float64, c ink) {
	l := float32(line)
	side := float32(r * squareReach / math.Sqrt2)
	switch s {
	case figure.Triangle:
		m.stamp(at, 0, brush{w: float32(r * triangleReach * root3 / 2), h: -1, line: l}, c)
	case figure.Square:
		m.stamp(at, 0, brush{w: side, h: side, line: l}, c)
	case figure.Diamond:
		side *= diamondReach / squareReach
		m.stamp(at, math.Pi/4, brush{w: side, h: side, line: l}, c)
	case figure.Cross:
		arm := brush{w: float32(r * crossReach), h: l / 2}
		m.stamp(at, math.Pi/4, arm, c)
		m.stamp(at, -math.Pi/4, arm, c)
	default:
		m.stamp(at, 0, brush{round: float32(r), line: l}, c)
	}
}

// stamp adds the shape of a brush, turned by an angle.
func (m *mesh) stamp(at point, angle float64, b brush, c ink) {
	side, above, below := b.reach()
	sin, cos := math.Sincos(angle)
	corner := func(u, v float64) uint32 {
		return m.corner(point{at.x + u*cos - v*sin, at.y + u*sin + v*cos}, point{u, v}, c, b)
	}
	m.quad(corner(-side, -above), corner(side, -above), corner(side, below), corner(-side, below))
}

// reach returns how far a brush paints from its middle.
func (b brush) reach() (side, above, below float64) {
	edge := float64(b.round+b.line/2) + .5
	side = float64(b.w) + edge
	if b.h < 0 { // a triangle
		bottom := float64(b.w) / root3
		return side, 2*bottom + edge, bottom + edge
	}
	above = float64(b.h) + edge
	return side, above, above
}
