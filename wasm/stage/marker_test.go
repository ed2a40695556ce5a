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
		got := weight(&newStamp(cut{c.shape, size, 0}).fill)
		if math.Abs(got-c.want) > .02*c.want {
			t.Errorf("shape %d weighs %v, want %v", c.shape, got, c.want)
		}
		if got < .7*circle || got > 1.3*circle {
			t.Errorf("shape %d weighs %v, a circle %v", c.shape, got, circle)
		}
	}
	cross := weight(&newStamp(cut{figure.Cross, size, 4}).stroke)
	if want := 2 * 4 * 1.2 * size; math.Abs(cross-want) > 8./12 {
		t.Errorf("a cross weighs %v, want %v", cross, want)
	}
}

// A ring is painted where brute force finds its distance to the circle.
func TestRingCoverage(t *testing.T) {
	stamp := newStamp(cut{figure.Ring, 14, 3})
	var m mesh
	m.stamp(&stamp.stroke, 12.3, 11.8, white)
	want := covered(24, 24, func(p point) bool { return math.Abs(distance(p, point{12.3, 11.8})-7) <= 1.5 })
	// The polygon stays within a tenth of a pixel of the circle.
	if d, x, y := farthest(painted(&m, 24, 24), want); d > .043+.1+1./fine {
		t.Errorf("pixel (%d, %d) differs by %v", x, y, d)
	}
}

// Marks stand where they are told to, one style each, and not at NaN.
func TestMarkers(t *testing.T) {
	op := &figure.Markers{X: []float64{5, math.NaN(), 25}, Y: []float64{6, 6, 7}, Style: []uint8{0, 0, 1}, Scale: []float64{1, 1, .5},
		Styles: []figure.Marker{{Shape: figure.Circle, Size: 8, Fill: color.NRGBA{A: 255}}, {Shape: figure.Square, Size: 8, Fill: color.NRGBA{A: 255}}}}
	var m mesh
	m.markers(op, op.X, op.Y, 2, stamps{})
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

// No size is too small or too large for a stamp.
func TestStampSizes(t *testing.T) {
	for _, size := range []float64{0, -1, .1, .3, 1e4, 1e20, math.NaN(), math.Inf(1)} {
		for shape := figure.Circle; shape <= figure.Diamond; shape++ {
			s := stamps{}.get(shape, size, .6)
			checkMesh(t, &s.fill)
			checkMesh(t, &s.stroke)
		}
	}
}
