package sketch_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

func TestAbove(t *testing.T) {
	for _, c := range []struct{ x, want float64 }{
		{1, 1}, {1.0001, 2}, {2, 2}, {3, 5}, {5, 5}, {5.1, 10}, {10, 10}, {99, 100}, {256, 500}, {1e22, 1e22},
		{0.3, 0.5}, {0.05, 0.05}, {0.051, 0.1}, {0.1, 0.1}, {0.11, 0.2}, {3e-7, 5e-7}, {1e-9, 1e-9},
		{0, 0}, {-3, -3}, {math.Inf(1), math.Inf(1)},
	} {
		if got := sketch.Above(c.x); got != c.want {
			t.Errorf("Above(%g) = %g, want %g", c.x, got, c.want)
		}
	}
}

// What Above returns is the float64 next to the decimal number that it is meant to
// be, so that an axis never ends at 0.30000000000000004.
func TestAboveIsShort(t *testing.T) {
	for n := -20; n <= 20; n++ {
		for digit, next := range map[string]string{"1": "2", "2": "5", "5": "10"} {
			x, _ := strconv.ParseFloat(digit+"e"+strconv.Itoa(n), 64)
			want, _ := strconv.ParseFloat(next+"e"+strconv.Itoa(n), 64)
			if got := sketch.Above(x); got != x {
				t.Errorf("Above(%g) = %.17g", x, got)
			}
			if got := sketch.Above(math.Nextafter(x, math.Inf(1))); got != want {
				t.Errorf("just above %g comes %.17g, want %.17g", x, got, want)
			}
		}
	}
}

func TestDigits(t *testing.T) {
	for _, c := range []struct {
		x    float64
		n    int
		want string
	}{
		{0, 2, "0"}, {540.3, 2, "540"}, {123456, 3, "123000"}, {0.03, 3, "0.03"}, {7.55e-14, 1, "8e-14"}, {1.0 / 3, 3, "0.333"},
		{999999, 2, "1e6"}, {8453719820136, 2, "8.5e12"}, {-2e30, 1, "-2e30"}, {1234567, 3, "1.23e6"}, {999499, 3, "999000"},
	} {
		if got := sketch.Digits(c.x, c.n); got != c.want {
			t.Errorf("%g with %d digits is %s, want %s", c.x, c.n, got, c.want)
		}
	}
}

func TestPercent(t *testing.T) {
	for share, want := range map[float64]string{0: "0%", 1: "100%", 0.5: "50%", 0.12345: "12.3%", 1e-5: "0.001%", 255. / 256: "99.6%"} {
		if got := sketch.Percent(share); got != want {
			t.Errorf("a share of %g is %s, want %s", share, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 draws", 1: "1 draw", 2: "2 draws", 999: "999 draws", 1000: "1\u202f000 draws", 1234567: "1\u202f234\u202f567 draws"} {
		if got := sketch.Count(n, "draw", "draws"); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestTrace(t *testing.T) {
	trace := sketch.NewTrace(3)
	allocs := testing.AllocsPerRun(5, func() {
		trace.Clear()
		trace.To(1, 2)
		trace.Lift()
		trace.To(3, 4)
	})
	line := trace.Line(sim.Line{Name: "way", Role: sim.Train})
	if allocs > 0 || len(line.X) != 3 || line.Y[2] != 4 || !math.IsNaN(line.X[1]) || !math.IsNaN(line.Y[1]) || line.Role != sim.Train {
		t.Errorf("%g allocations, line %v", allocs, line)
	}
	if points := trace.Points(sim.Points{Class: 2}); &points.X[0] != &trace.X[0] || points.Class != 2 {
		t.Errorf("points %v do not lend %v", points, trace.X)
	}
}

// The bins meet at 0, hold all values, and those to the left hold what is not
// above 0.
func TestHistogram(t *testing.T) {
	for _, values := range [][]float64{{}, {0, 0, 0}, {-1, 1, 2.5}, {-3e4, 1e-9}, {0.05, 0.1, -0.05}, {1e6, 7}} {
		h := sketch.Histogram{Left: sim.HeldOut, Right: sim.Copied}
		h.Fill([]float64{7, -9}, -0.5, 1.5) // filled before
		h.Fill(values, -0.5, 1.5)
		wrong, left, all, most := 0.0, 0.0, 0.0, 0.0
		for _, v := range values {
			if v <= 0 {
				wrong++
			}
			if v < h.Low || v > h.High {
				t.Errorf("%v: the bins end at %g and %g", values, h.Low, h.High)
			}
		}
		for _, bars := range drawn(&h) {
			for i, n := range bars.Y {
				all, most = all+n, max(most, n)
				if bars.Role == sim.HeldOut {
					left += n
				}
				if bars.X[i] < 0 != (bars.Role == sim.HeldOut) {
					t.Errorf("%v: the bar at %g has role %v", values, bars.X[i], bars.Role)
				}
			}
		}
		if left != wrong || all != float64(len(values)) || most > h.Top || h.Low > -0.5 || h.High < 1.5 {
			t.Errorf("%v: %g of %g left of 0, want %g of %d; from %g to %g, up to %g of %g", values, left, all, wrong, len(values),
				h.Low, h.High, most, h.Top)
		}
		if text := sim.FormatFloat(drawn(&h)[0].Width); !strings.Contains("125", strings.Trim(text, "0.")) {
			t.Errorf("%v: bins are %s wide", values, text)
		}
	}
}

// drawn returns the bars of a histogram, left and right of 0.
func drawn(h *sketch.Histogram) []sim.Bars {
	var p sim.Panel
	h.Draw(&p, "left", "right")
	return p.Bars
}

func TestHistogramByHand(t *testing.T) {
	var h sketch.Histogram
	h.Fill([]float64{-0.58, 0, 0.2, 0.21, 3.2}, -0.5, 1.5)
	want := map[float64]float64{-0.55: 1, -0.05: 1, 0.15: 1, 0.25: 1, 3.15: 1} // width 3.2/32 = 0.1
	for _, bars := range drawn(&h) {
		for i, n := range bars.Y {
			if middle := math.Round(100*bars.X[i]) / 100; n != want[middle] {
				t.Errorf("%g numbers in the bin at %g, want %g", n, middle, want[middle])
			}
		}
	}
	if h.Top != 1.3 || math.Abs(h.High-3.2) > 1e-12 || math.Abs(h.Low+0.6) > 1e-12 {
		t.Errorf("from %g to %g, top %g", h.Low, h.High, h.Top)
	}
}
