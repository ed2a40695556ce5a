package data

import (
	"hash/fnv"
	"math"
	"slices"
	"testing"
)

// The numbers of this file come from an independent rendering in Python: 4,000
// pictures of each class and two seeds, which agreed to 0.002.

// G1: total ink of the digits without jitter, by size.
var plainInk = map[int][Classes]float64{
	8:  {21.231, 11.927, 22.206, 20.221, 18.401, 22.424, 19.448, 16.181, 22.024, 17.510},
	12: {48.172, 25.835, 49.108, 44.529, 42.586, 49.218, 43.418, 36.366, 49.785, 39.723},
}

// plain returns a digit without jitter.
func plain(size, class int) []float32 {
	picture := make([]float32, size*size)
	stroke, thickness := bend(seeded(1), strokes[class], Jitter{Thin: .09, Thick: .09})
	render(picture, size, stroke, thickness)
	return picture
}

func total(picture []float32) (sum float64) {
	for _, v := range picture {
		sum += float64(v)
	}
	return sum
}

func TestPlainInk(t *testing.T) {
	for size, ink := range plainInk {
		for class, want := range ink {
			if got := total(plain(size, class)); math.Abs(got-want) > 1e-3 {
				t.Errorf("digit %d of size %d holds ink %.4f, want %.3f", class, size, got, want)
			}
		}
	}
}

// 0 is symmetric left to right and top to bottom, 8 left to right.
func TestPlainSymmetry(t *testing.T) {
	for _, size := range []int{8, 12} {
		zero, eight := plain(size, 0), plain(size, 8)
		for j := range size {
			for i := range size {
				at, mirrored, flipped := j*size+i, j*size+size-1-i, (size-1-j)*size+i
				if !near(zero[at], zero[mirrored]) || !near(zero[at], zero[flipped]) || !near(eight[at], eight[mirrored]) {
					t.Fatalf("size %d: pixel %d, %d is not mirrored", size, i, j)
				}
			}
		}
	}
}

func near(a, b float32) bool { return math.Abs(float64(a)-float64(b)) < 1e-6 }

// G4: values are in range, binary ones are binary, and two inversions are none.
func TestInk(t *testing.T) {
	pixels, _ := Glyphs(seeded(3), 200, Classes, 8, Full())
	if low, high := slices.Min(pixels), slices.Max(pixels); low != 0 || high != 1 {
		t.Errorf("values from %g to %g", low, high)
	}
	twice := slices.Clone(pixels)
	Invert(twice)
	if math.Abs(float64(twice[7]+pixels[7]-1)) > 1e-6 {
		t.Errorf("%g is inverted to %g", pixels[7], twice[7])
	}
	Invert(twice)
	Binarize(pixels)
	Binarize(twice)
	if !slices.Equal(twice, pixels) {
		t.Error("two inversions change a picture")
	}
	for _, v := range pixels {
		if v != 0 && v != 1 {
			t.Fatalf("binary value %g", v)
		}
	}
}

func TestAddNoise(t *testing.T) {
	pixels := make([]float32, 40000)
	AddNoise(pixels, seeded(4), .3)
	square := 0.0
	for _, v := range pixels {
		square += float64(v) * float64(v) / float64(len(pixels))
	}
	if math.Abs(math.Sqrt(square)-.3) > .005 || slices.Min(pixels) > -.9 {
		t.Errorf("noise of standard deviation %.4f from %g, want .3 and no clipping", math.Sqrt(square), slices.Min(pixels))
	}
}

// G5: classes are balanced, and equal generators draw equal pictures. The hash is
// the same on every platform.
func TestGlyphsRepeat(t *testing.T) {
	for _, classes := range []int{1, 4, 10} {
		_, labels := Glyphs(seeded(5), 57, classes, 4, Easy())
		count := make([]int, classes)
		for _, label := range labels {
			count[label]++
		}
		if slices.Max(count)-slices.Min(count) > 1 {
			t.Errorf("%d classes have counts %v", classes, count)
		}
	}
	hash := func() uint64 {
		pixels, labels := Glyphs(seeded(6), 100, Classes, 8, Full())
		h := fnv.New64()
		for i, v := range pixels {
			bits := math.Float32bits(v)
			h.Write([]byte{byte(bits), byte(bits >> 8), byte(bits >> 16), byte(bits >> 24), byte(labels[i/64])})
		}
		return h.Sum64()
	}
	const want = 0xb183aaf879f61a9e
	if got := hash(); got != hash() || got != want {
		t.Errorf("pictures have hash %#x, want %#x", got, uint64(want))
	}
}

// G6: a stroke that is moved by one pixel draws the same picture one column on.
func TestShiftByOnePixel(t *testing.T) {
	const size = 12
	stroke, thickness := bend(seeded(7), strokes[5], Easy())
	moved := slices.Clone(stroke)
	for i := range moved {
		moved[i].x += 1. / size
	}
	for row := range size {
		for column := range size - 1 {
			want, got := ink(column, row, size, stroke, thickness), ink(column+1, row, size, moved, thickness)
			if math.Abs(got-want) > 1e-9 {
				t.Fatalf("pixel %d, %d is %g, before the shift %g", column, row, got, want)
			}
		}
	}
}

func TestGlyphsRefuse(t *testing.T) {
	for _, c := range []struct{ classes, size int }{{0, 8}, {11, 8}, {10, 3}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%d classes of size %d are drawn", c.classes, c.size)
				}
			}()
			Glyphs(seeded(1), 1, c.classes, c.size, Full())
		}()
	}
}
