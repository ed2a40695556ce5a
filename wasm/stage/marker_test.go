package main

import (
	"image/color"
	"math"
	"testing"

	"example.org/rote/sim/figure"
)

// Shapes of one size weigh about the same, and what the shoelace formula says.
func TestShapesWeighTheSame(t *testing.T) {
	const size = 20.
	circle := math.Pi * size * size / 4
	for _, c := range []struct {
		shape figure.Shape
		want  float64
	}{
		{figure.Circle, circle},
		{figure.Ring, circle},
		{figure.Triangle, 3 * math.Sqrt(3) / 4 * 1.35 * 1.35 * size * size / 4},
		{figure.Square, 2 * 1.25 * 1.25 * size * size / 4},
		{figure.Diamond, 2 * 1.25 * 1.25 * size * size / 4},
	} {
		var m mesh
		m.shape(c.shape, point{20, 20}, size/2, 0, white)
		got := weight(&m)
		if math.Abs(got-c.want) > .005*c.want {
			t.Errorf("shape %d weighs %v, want %v", c.shape, got, c.want)
		}
		if got < .7*circle || got > 1.3*circle {
			t.Errorf("shape %d weighs %v, a circle %v", c.shape, got, circle)
		}
	}
	var m mesh
	m.shape(figure.Cross, point{20, 20}, size/2, 4, white)
	if got, want := weight(&m), 2*4*1.2*size; math.Abs(got-want) > 8./12 {
		t.Errorf("a cross weighs %v, want %v", got, want)
	}
}

// cornersOf returns the corners of a marker that is 2r wide around p, or nil if
// it is round.
func cornersOf(s figure.Shape, p point, r float64) []point {
	var pts []point
	switch s {
	case figure.Triangle:
		pts = polygon(3, 1.35*r, -math.Pi/2)
	case figure.Square:
		pts = polygon(4, 1.25*r, math.Pi/4)
	case figure.Diamond:
		pts = polygon(4, 1.25*r, 0)
	}
	for i := range pts {
		pts[i] = pts[i].plus(p)
	}
	return pts
}

// inMarker reports whether p is in the area of a marker that is 2r wide around
// at, or if line is positive in the line of that width along its outline.
func inMarker(s figure.Shape, p, at point, r, line float64) bool {
	pts := cornersOf(s, at, r)
	switch {
	case s == figure.Cross:
		d := r * 1.2 / math.Sqrt2
		return inStroke(p, []point{at.minus(point{d, d}), at.plus(point{d, d})}, line) ||
			inStroke(p, []point{at.minus(point{d, -d}), at.plus(point{d, -d})}, line)
	case pts == nil && line > 0:
		return math.Abs(distance(p, at)-r) <= line/2
	case pts == nil:
		return distance(p, at) <= r
	case line > 0:
		return inStroke(p, append(pts, pts[:2]...), line)
	}
	return evenOdd(p, pts)
}

// Marks are painted where brute force finds their areas and outlines: along
// edges within what fading across a slant costs, (√½-½)² = .043, and what brute
// force cannot resolve; near corners, where two fades meet, by less than 2/5.
func TestShapeCoverage(t *testing.T) {
	at, r := point{16.3, 15.8}, 8.
	for shape := figure.Circle; shape <= figure.Diamond; shape++ {
		for _, line := range []float64{0, .6, 1, 3} {
			if shape == figure.Cross && line == 0 {
				continue
			}
			var m mesh
			m.shape(shape, at, r, line, white)
			want := covered(32, 32, func(p point) bool { return inMarker(shape, p, at, r, line) })
			got := painted(&m, 32, 32)
			for i := range got.alpha {
				p := point{float64(i%32) + .5, float64(i/32) + .5}
				allowed := .043 + 1./fine
				if nearCorner(shape, p, at, r, line) {
					allowed = .4
				}
				if d := math.Abs(got.alpha[i] - want.alpha[i]); d > allowed {
					t.Errorf("shape %d, line %v: %v is covered %v, want %v", shape, line, p, got.alpha[i], want.alpha[i])
				}
			}
			if g, w := got.sum(), want.sum(); math.Abs(g-w) > .02*w+1 {
				t.Errorf("shape %d, line %v: covers %v pixels, want %v", shape, line, g, w)
			}
		}
	}
}

func nearCorner(s figure.Shape, p, at point, r, line float64) bool {
	if s == figure.Cross {
		return distance(p, at) < line+2 || math.Abs(distance(p, at)-1.2*r) < line/2+2
	}
	for _, c := range cornersOf(s, at, r) {
		if distance(p, c) < line+2 {
			return true
		}
	}
	return false
}

// A mark smaller than a pixel is as bright as it is large, wherever it is.
func TestDust(t *testing.T) {
	for _, size := range []float64{.1, .3, .9} {
		var m mesh
		look := figure.Marker{Shape: figure.Circle, Size: size, Fill: color.NRGBA{255, 255, 255, 255}}
		m.marker(look, point{5.2, 5.9})
		if got, want := weight(&m), size*size*math.Pi*(1./4+1./12); math.Abs(got-want) > .01*want {
			t.Errorf("a disc of %v weighs %v, want %v", size, got, want)
		}
	}
}

// Marks stand where they are told to, one style each, and not at NaN.
func TestMarkers(t *testing.T) {
	op := &figure.Markers{X: []float64{5, math.NaN(), 25}, Y: []float64{6, 6, 7}, Style: []uint8{0, 0, 1}, Scale: []float64{1, 1, .5},
		Styles: []figure.Marker{{Shape: figure.Circle, Size: 8, Fill: color.NRGBA{A: 255}}, {Shape: figure.Square, Size: 8, Fill: color.NRGBA{A: 255}}}}
	var m mesh
	m.markers(op, op.X, op.Y, 2)
	got := painted(&m, 64, 24)
	for _, c := range []struct{ x, y, want int }{{10, 12, 1}, {50, 14, 1}, {30, 12, 0}} {
		if a := got.alpha[c.y*64+c.x]; math.Abs(a-float64(c.want)) > 1e-6 {
			t.Errorf("pixel (%d, %d) is covered %v, want %d", c.x, c.y, a, c.want)
		}
	}
	if sum, want := got.sum(), math.Pi*64+2*1.25*1.25*16; math.Abs(sum-want) > .02*want {
		t.Errorf("both cover %v pixels, want %v", sum, want)
	}
}

// No size is too small or too large for a mark.
func TestMarkerSizes(t *testing.T) {
	for _, size := range []float64{0, -1, .1, .3, 1e4, 1e20, math.NaN(), math.Inf(1)} {
		for shape := figure.Circle; shape <= figure.Diamond; shape++ {
			op := &figure.Markers{X: []float64{3}, Y: []float64{4}, Style: []uint8{0}, Styles: []figure.Marker{
				{Shape: shape, Size: size, Width: .6, Fill: color.NRGBA{A: 255}, Stroke: color.NRGBA{A: 255}}}}
			var m mesh
			m.markers(op, op.X, op.Y, 1.5)
			checkMesh(t, &m)
			if drawn := len(m.indices) > 0; drawn != (size > 0) {
				t.Errorf("shape %d of size %v: drawn is %v", shape, size, drawn)
			}
		}
	}
}
