package main

import (
	"math"

	"example.org/rote/sim/figure"
)

// A stamp is a marker drawn once around the origin, in white, to be copied to
// every place where it stands.
type stamp struct{ fill, stroke mesh }

// A cut is what tells one stamp from another, in device pixels.
type cut struct {
	shape       figure.Shape
	size, width float64
}

// A stamps keeps the stamps that were drawn.
type stamps map[cut]*stamp

// get returns the stamp for a marker of the given size and stroke width in
// device pixels. Sizes are rounded to a quarter of a pixel, so that points with
// sizes of their own share stamps.
func (s stamps) get(shape figure.Shape, size, width float64) *stamp {
	key := cut{shape, math.Round(4*min(size, far)) / 4, min(width, far)}
	if t := s[key]; t != nil {
		return t
	}
	if len(s) > 500 {
		clear(s)
	}
	t := newStamp(key)
	s[key] = t
	return t
}

func newStamp(c cut) *stamp {
	t := &stamp{}
	if !(c.size > 0) {
		return t
	}
	white := ink{1, 1, 1, 1}
	p := newPen(&t.stroke, white, c.width)
	if c.shape == figure.Cross {
		r := c.size / 2 * math.Sqrt2 / 2 * crossReach
		p.line([]point{{-r, -r}, {r, r}})
		p.line([]point{{-r, r}, {r, -r}})
		return t
	}
	pts := outlineOf(c.shape, c.size/2)
	t.fill.fill(pts, white)
	if c.width > 0 {
		p.loop(pts)
	}
	return t
}

// markers adds the marks of op, at the places (x, y).
func (m *mesh) markers(op *figure.Markers, x, y []float64, scale float64, s stamps) {
	for i := range x {
		if !finite(x[i]) || !finite(y[i]) {
			continue
		}
		look := op.Styles[op.Style[i]]
		if op.Fill != nil {
			look.Fill = op.Fill[i]
		}
		size := look.Size
		if op.Scale != nil {
			size *= op.Scale[i]
		}
		t := s.get(look.Shape, size*scale, look.Width*scale)
		if look.Fill.A > 0 {
			m.stamp(&t.fill, x[i]*scale, y[i]*scale, inkOf(look.Fill))
		}
		if look.Stroke.A > 0 && look.Width > 0 {
			m.stamp(&t.stroke, x[i]*scale, y[i]*scale, inkOf(look.Stroke))
		}
	}
}

// outlineOf returns the outline of a shape whose marker is 2r wide.
func outlineOf(s figure.Shape, r float64) []point {
	switch s {
	case figure.Triangle:
		return polygon(3, r*triangleReach, -math.Pi/2)
	case figure.Square:
		return polygon(4, r*squareReach, -math.Pi/4)
	case figure.Diamond:
		return polygon(4, r*diamondReach, 0)
	}
	return polygon(max(8, int(math.Ceil(2*math.Pi/arcStep(r)))), r, 0)
}

// How far corners reach, for the same visual weight as a circle of radius 1.
const (
	crossReach    = 1.2
	triangleReach = 1.35
	squareReach   = 1.25
	diamondReach  = 1.25
)

// polygon returns n corners on a circle of radius r, the first at an angle.
func polygon(n int, r, angle float64) []point {
	pts := make([]point, n)
	for i := range pts {
		sin, cos := math.Sincos(angle + 2*math.Pi*float64(i)/float64(n))
		pts[i] = point{r * cos, r * sin}
	}
	return pts
}
