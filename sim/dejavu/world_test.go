package dejavu

import (
	"math"
	"math/rand/v2"
	"testing"
)

func rng(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// Classes are equally frequent, values lie in range, and equal sources give equal pictures.
func TestWorld(t *testing.T) {
	for classes := 4; classes <= mostClasses; classes++ {
		m := maker{classes, 2 + classes%3, 0.3}
		s, again := m.draw(rng(1), 101), m.draw(rng(1), 101)
		counts := make([]int, classes)
		for i, c := range s.class {
			counts[c]++
			if again.class[i] != c {
				t.Fatal("classes are not repeatable")
			}
		}
		for _, n := range counts {
			if n < 101/classes || n > 101/classes+1 {
				t.Errorf("%d classes: %v pictures", classes, counts)
			}
		}
		for i, v := range s.x {
			if v < 0 || v > 1 || v != again.x[i] {
				t.Fatalf("value %g, then %g", v, again.x[i])
			}
		}
	}
}

// D11: the crop that is attacked lies in the picture and does not meet the object's box, for
// every picture, and no picture is without one.
func TestAttackedCrop(t *testing.T) {
	for classes := 4; classes <= mostClasses; classes += 3 {
		for cells := 2; cells <= 4; cells++ {
			s := maker{classes, cells, 0.2}.draw(rng(2), 1000)
			if s.excluded() != 0 {
				t.Errorf("%d pictures have no crop", s.excluded())
			}
			for i := range s.n {
				x, y := float64(s.boxX[i]), float64(s.boxY[i])
				c, _ := attacked(s.boxX[i], s.boxY[i])
				if c.w != boxSide || c.h != boxSide || c.x < 0 || c.y < 0 || c.x+c.w > side || c.y+c.h > side {
					t.Fatalf("crop %v", c)
				}
				if c.x < x+boxSide && x < c.x+c.w && c.y < y+boxSide && y < c.y+c.h {
					t.Fatalf("crop %v meets the box at (%g, %g)", c, x, y)
				}
			}
		}
	}
}

// The rule of the crop, by hand: the widest slab, the first of equal ones, and in it the end
// that is away from a low box.
func TestAttackedByHand(t *testing.T) {
	for _, c := range []struct {
		x, y int
		want crop
		ok   bool
	}{
		{0, 0, crop{6, 6, 6, 6}, true},
		{6, 4, crop{0, 6, 6, 6}, true},
		{6, 5, crop{0, 0, 6, 6}, true},
		{0, 6, crop{6, 0, 6, 6}, true},
		{3, 3, crop{0, 9, 3, 3}, false},
		{3, 6, crop{3, 0, 6, 6}, true},
	} {
		if got, ok := attacked(c.x, c.y); got != c.want || ok != c.ok {
			t.Errorf("box at (%d, %d): crop %v, %t, want %v", c.x, c.y, got, ok, c.want)
		}
	}
}

// A picture whose values rise evenly is read evenly: the middle of cell (i, j) of a crop.
func TestLook(t *testing.T) {
	pic := make([]float32, pixels)
	for y := range side {
		for x := range side {
			for k := range channels {
				pic[(y*side+x)*channels+k] = float32(0.1*float64(k) + 0.02*float64(x) + 0.03*float64(y))
			}
		}
	}
	var out [inputs]float32
	for _, c := range []crop{{1, 2, 6, 9}, {3.5, 0.75, 7.3, 8}, whole} {
		c.look(out[:], pic)
		for row := range viewSide {
			for column := range viewSide {
				for k := range channels {
					x := min(10.999, max(0, c.x+(float64(column)+0.5)/6*c.w-0.5))
					y := min(10.999, max(0, c.y+(float64(row)+0.5)/6*c.h-0.5))
					want := 2*(0.1*float64(k)+0.02*x+0.03*y) - 1
					if got := out[(row*viewSide+column)*channels+k]; math.Abs(float64(got)-want) > 1e-6 {
						t.Errorf("%v: cell (%d, %d) is %g, want %g", c, row, column, got, want)
					}
				}
			}
		}
	}
}

// Crops of training keep their ranges and lie in the picture.
func TestCut(t *testing.T) {
	r := rng(3)
	for _, k := range []cutter{{3, 8}, {5, 8}, {8, 11}} {
		least, most, bright := 99.0, 0.0, 0.0
		for range 10000 {
			c, brighter := k.cut(r)
			least, most, bright = min(least, c.w), max(most, c.w), bright+brighter*brighter/10000
			if c.x < 0 || c.y < 0 || c.x+c.w > side+1e-9 || c.y+c.h > side+1e-9 || c.h < 2 || c.h > c.w*1.2841 || c.h < c.w*0.7788 {
				t.Fatalf("%v cuts %v", k, c)
			}
		}
		if least < k.least || least > k.least+0.01 || most > k.most || most < k.most-0.01 || math.Abs(math.Sqrt(bright)-0.05) > 0.002 {
			t.Errorf("%v cuts widths from %g to %g, brightness %g", k, least, most, math.Sqrt(bright))
		}
	}
}

// Without habitats the background says nothing of the class; with them its hue does.
func TestHabitat(t *testing.T) {
	for _, rho := range []float64{0, 0.6, 1} {
		s, near := (maker{8, 2, rho}).draw(rng(4), 4000), 0.0
		for i := range s.n {
			c, _ := attacked(s.boxX[i], s.boxY[i])
			at := ((int(c.y)+3)*side + int(c.x) + 3) * channels
			off := hueOf(s.picture(i)[at:]) - (float64(s.class[i])+0.5)/8
			if off -= math.Round(off); math.Abs(off) < 1./16 {
				near += 1 / float64(s.n)
			}
		}
		// By chance the hue is that of the class in one of eight.
		if home := rho*0.68 + (1-rho)/8; math.Abs(near-home) > 0.12 || rho == 0 && math.Abs(near-home) > 0.03 {
			t.Errorf("rho %g: %.3f of the crops have the hue of their class, want about %.3f", rho, near, home)
		}
	}
}

// hueOf is the hue of a colour, by the usual formula.
func hueOf(c []float32) float64 {
	r, g, b := float64(c[0]), float64(c[1]), float64(c[2])
	most, least := max(r, g, b), min(r, g, b)
	switch span := max(most-least, 1e-9); most {
	case r:
		return (g - b) / span / 6
	case g:
		return (2 + (b-r)/span) / 6
	default:
		return (4 + (r-g)/span) / 6
	}
}

func TestRGB(t *testing.T) {
	for hue, want := range map[float64][channels]float64{0: {0.8, 0.4, 0.4}, 1. / 6: {0.8, 0.8, 0.4}, 1. / 3: {0.4, 0.8, 0.4}, 0.5: {0.4, 0.8, 0.8}, 2. / 3: {0.4, 0.4, 0.8}, -1. / 6: {0.8, 0.4, 0.8}, 1: {0.8, 0.4, 0.4}} {
		got := rgb(hue, 0.5, 0.8)
		for k := range got {
			if math.Abs(got[k]-want[k]) > 1e-12 {
				t.Errorf("hue %g is %v, want %v", hue, got, want)
			}
		}
	}
}
