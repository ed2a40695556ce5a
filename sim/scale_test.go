package sim_test

import (
	"math"
	"testing"

	"example.org/rote/sim"
	"pgregory.net/rapid"
)

// scales declares a knob for every kind of scale.
func scales() []*sim.Knob {
	var k sim.Knobs
	i := make([]int, 6)
	x := make([]float64, 8)
	k.Int(&i[0], "small", "", 3, 1, 8).Log()
	k.Int(&i[1], "log", "", 20, 1, 2048).Log()
	k.Int(&i[2], "high", "", 800, 25, 3200).Log()
	k.Int(&i[3], "linear", "", 0, 0, 999)
	k.Int(&i[4], "wide", "", 0, -5000, 123456)
	k.Int(&i[5], "zero", "", 0, 0, 500).LogZero(1)
	k.Float(&x[0], "tol", "", 0.01, 1e-4, 0.5).Log()
	k.Float(&x[1], "c", "", 0, 0, 10).LogZero(1e-6)
	k.Float(&x[2], "y", "", 0.5, -2, 2)
	k.Float(&x[3], "kappa", "", 0.333, 0.05, 0.5)
	k.Float(&x[4], "far", "", 1000, 1000, 1001)
	k.Float(&x[5], "odd", "", 0.12345, 0.12345, math.Pi)
	k.Float(&x[6], "large", "", 1e12, 1e12, 9e14)
	k.Float(&x[7], "point", "", 2, 2, 2)
	return k.All()
}

func TestScaleEnds(t *testing.T) {
	for _, k := range scales() {
		last := float64(k.Stops())
		if last < 1 || k.ValueAt(0) != k.Min || k.ValueAt(last) != k.Max || k.ValueAt(-5) != k.Min || k.ValueAt(last+5) != k.Max {
			t.Errorf("%s: %g stops from %g to %g, want from %g to %g", k.Key, last, k.ValueAt(0), k.ValueAt(last), k.Min, k.Max)
		}
		if k.Min < k.Max && (k.PositionOf(k.Min) != 0 || k.PositionOf(k.Max) != last) {
			t.Errorf("%s: positions of the ends %g and %g, want 0 and %g", k.Key, k.PositionOf(k.Min), k.PositionOf(k.Max), last)
		}
	}
}

func TestScaleRises(t *testing.T) {
	for _, k := range scales() {
		before := k.ValueAt(0)
		for stop := range k.Stops() {
			for part := 1; part <= 10; part++ {
				x := k.ValueAt(float64(stop) + float64(part)/10)
				if !(x >= before) || (part == 10 && x == k.ValueAt(float64(stop)) && stop+1 < k.Stops() && k.Min < k.Max) {
					t.Fatalf("%s: value %g at stop %d + %d/10 after %g", k.Key, x, stop, part, before)
				}
				before = x
			}
			if stop > 3000 {
				break
			}
		}
	}
}

// Each stop must be found again from its value, up to the rounding to a short
// number.
func TestPositionIsInverse(t *testing.T) {
	for _, k := range scales() {
		if k.Min == k.Max {
			continue
		}
		for stop := 0; stop <= min(k.Stops(), 3000); stop++ {
			if got := k.PositionOf(k.ValueAt(float64(stop))); math.Abs(got-float64(stop)) > 0.5 {
				t.Errorf("%s: position of %g is %g, want %d", k.Key, k.ValueAt(float64(stop)), got, stop)
			}
		}
	}
}

func TestPositionRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.SampledFrom(scales()).Draw(t, "knob")
		x := rapid.Float64Range(k.Min, k.Max).Draw(t, "x")
		y := rapid.Float64Range(k.Min, k.Max).Draw(t, "y")
		x, y = min(x, y), max(x, y)
		px, py, last := k.PositionOf(x), k.PositionOf(y), float64(k.Stops())
		if !(0 <= px && px <= py && py <= last) {
			t.Fatalf("%s: positions of %g and %g are %g and %g of %g", k.Key, x, y, px, py, last)
		}
	})
}

func TestScaleStops(t *testing.T) {
	want := map[string][]float64{
		"c":    {0, 1e-6, 1.1e-6, 1.2e-6, 1.32e-6},
		"log":  {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15},
		"y":    {-2, -1.96, -1.92},
		"far":  {1000, 1000.01, 1000.02},
		"zero": {0, 1, 2, 3},
		"wide": {-5000, -4999, -4998},
	}
	for _, k := range scales() {
		for stop, x := range want[k.Key] {
			if got := k.ValueAt(float64(stop)); math.Abs(got-x) > 1e-12*math.Abs(x) {
				t.Errorf("%s: stop %d is %g, want %g", k.Key, stop, got, x)
			}
		}
	}
}
