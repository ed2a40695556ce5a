package main

import (
	"encoding/binary"
	"image/color"
	"math"
	"testing"

	"example.org/rote/sim/figure"
)

// Axes and ticks of whole widths are crisp: every pixel is full or empty but for
// the two ends.
func TestSnappedIsCrisp(t *testing.T) {
	for _, width := range []float64{1, 2} {
		for _, x := range []float64{5.1, 5.5, 5.99} {
			var m mesh
			m.path(&figure.Path{X: []float64{x, x}, Y: []float64{-5, 30}, Width: width, Stroke: color.NRGBA{A: 255}}, 1, nil)
			got := painted(&m, 12, 8)
			for i, a := range got.alpha {
				if math.Abs(a-math.Round(a)) > 1e-6 {
					t.Errorf("width %v at %v: pixel %d is covered %v", width, x, i%12, a)
				}
			}
			if sum := got.sum(); math.Abs(sum-8*width) > 1e-5 {
				t.Errorf("width %v at %v covers %v pixels of %v", width, x, sum, 8*width)
			}
		}
	}
}

// A path is cut where a point is not finite, and repeated points are one.
func TestPieces(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	x := []float64{nan, 1, 1, 2, inf, 3, nan, nan, 4, 5, 6, 1e300}
	var got [][]point
	buf := pieces(nil, x, make([]float64, len(x)), 2, func(p []point) { got = append(got, append([]point(nil), p...)) })
	want := [][]point{{{2, 0}, {4, 0}}, {{6, 0}}, {{8, 0}, {10, 0}, {12, 0}, {far, 0}}}
	if len(got) != len(want) {
		t.Fatalf("%v, want %v", got, want)
	}
	for i := range want {
		if len(got[i]) != len(want[i]) {
			t.Fatalf("piece %d is %v, want %v", i, got[i], want[i])
		}
		for k := range want[i] {
			if got[i][k] != want[i][k] {
				t.Errorf("piece %d is %v, want %v", i, got[i], want[i])
			}
		}
	}
	if cap(buf) == 0 {
		t.Error("the room is not given back")
	}
}

// FuzzPath draws whatever numbers it gets: the triangles must be ones that a
// graphics card can draw.
func FuzzPath(f *testing.F) {
	add := func(width, scale, dash float64, flags uint8, numbers ...float64) {
		var data []byte
		for _, v := range numbers {
			data = binary.LittleEndian.AppendUint32(data, math.Float32bits(float32(v)))
		}
		f.Add(data, width, scale, dash, flags)
	}
	nan, inf := math.NaN(), math.Inf(1)
	add(2, 1, 3, 0, 0, 0, 10, 10, 20, 0)
	add(1, 2, 3, 1, 0, 0, 10, 0, 10, 10, 0, 10)
	add(6, 1, nan, 3, 0, 0, 10, 0, 10, 0, 0, 0, nan, 1, 5, 5)
	add(inf, 1e300, 1e-300, 7, -1e38, 1e38, 1e38, 1e38, inf, 2, 3, 4, 5, 6)
	add(.1, 1, -4, 5, 0, 0, 1e-4, 0, 0, 0, 1e-3, 1e-3, 0, 0)
	f.Fuzz(func(t *testing.T, data []byte, width, scale, dash float64, flags uint8) {
		op := &figure.Path{Width: width, Closed: flags&1 > 0, Stroke: color.NRGBA{A: 200}, Fill: color.NRGBA{A: flags &^ 15}}
		if flags&2 > 0 {
			op.Dash = []float64{dash, width, 1}
		}
		for ; len(data) >= 8 && len(op.X) < 200; data = data[8:] {
			op.X = append(op.X, float64(math.Float32frombits(binary.LittleEndian.Uint32(data))))
			op.Y = append(op.Y, float64(math.Float32frombits(binary.LittleEndian.Uint32(data[4:]))))
		}
		var m mesh
		m.path(op, scale, nil)
		checkMesh(t, &m)
		if pieces := len(op.X) + 1; len(m.vertices) > 2000*pieces && op.Dash == nil {
			t.Errorf("%d vertices for %d points", len(m.vertices), len(op.X))
		}
	})
}

// checkMesh reports triangles without corners, and corners that are nowhere or
// covered more than whole.
func checkMesh(t *testing.T, m *mesh) {
	t.Helper()
	for _, i := range m.indices {
		if int(i) >= len(m.vertices) {
			t.Fatalf("corner %d of %d", i, len(m.vertices))
		}
	}
	for _, v := range m.vertices {
		if !finite(float64(v.x)) || !finite(float64(v.y)) || !(v.a >= 0 && v.a <= 1) {
			t.Fatalf("corner %+v", v)
		}
	}
}
