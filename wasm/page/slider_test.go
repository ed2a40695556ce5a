package page

import (
	"math"
	"testing"

	"example.org/rote/sim"
)

// knobs declares one knob of each kind of scale.
func knobs() *sim.Knobs {
	k := new(sim.Knobs)
	k.Int(new(int), "n", "Number of points", 20, 1, 2048).Log()
	k.Int(new(int), "p", "Samples", 200, 1, 1000)
	k.Float(new(float64), "c", "Strength", 0, 0, 10).LogZero(1e-6)
	k.Float(new(float64), "x", "Place", 0, -1, 1)
	k.Int(new(int), "huge", "Huge", 1, 1, math.MaxInt32)
	return k
}

// Every key changes the value in its direction, until the end is reached.
func TestNudgeAlwaysMoves(t *testing.T) {
	for _, k := range knobs().All() {
		for _, stops := range []float64{0.1, 1, 10} {
			x, count := k.Min, 0
			for x < k.Max && count < 5000 {
				to := nudge(k, x, stops)
				if to <= x {
					t.Fatalf("%s: %v stops from %v lead to %v", k.Key, stops, x, to)
				}
				x, count = to, count+1
			}
			for x > k.Min && count < 10000 {
				to := nudge(k, x, -stops)
				if to >= x {
					t.Fatalf("%s: -%v stops from %v lead to %v", k.Key, stops, x, to)
				}
				x, count = to, count+1
			}
		}
	}
}

func TestSliderKeys(t *testing.T) {
	k := knobs()
	for _, c := range []struct {
		knob  string
		from  float64
		key   string
		shift bool
		want  float64
	}{
		{"n", 1, "ArrowRight", false, 2},
		{"n", 2048, "ArrowUp", false, 2048},
		{"n", 20, "Home", false, 1},
		{"n", 20, "End", false, 2048},
		{"p", 200, "PageUp", false, 210},
		{"p", 200, "PageDown", false, 190},
		{"c", 0, "ArrowRight", false, 1e-6},
		{"c", 1e-6, "ArrowLeft", false, 0},
		{"c", 0.1, "PageUp", false, 0.251},
		{"x", 0, "ArrowRight", false, 0.02},
		{"x", 0, "ArrowRight", true, 0.002},
	} {
		got, ok := sliderKey(k.Find(c.knob), c.from, c.key, c.shift)
		if !ok || math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s at %v, %s: %v, %v, want %v", c.knob, c.from, c.key, got, ok, c.want)
		}
	}
	if _, ok := sliderKey(k.Find("n"), 20, "Tab", false); ok {
		t.Error("Tab moves a slider")
	}
}

func TestInWords(t *testing.T) {
	k := knobs()
	if got := inWords(k.Find("c"), 0); got != "0, off" {
		t.Errorf("zero of a log scale is %q, want off", got)
	}
	if got := inWords(k.Find("x"), 0); got != "0" {
		t.Errorf("zero of a linear scale is %q", got)
	}
}
