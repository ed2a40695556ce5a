package capacity

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// Weights beyond what float32 can hold give answers that are no numbers: those
// labels are wrong, and there is no largest error to be told.
func TestOverflow(t *testing.T) {
	for _, c := range []struct {
		address string
		least   float64 // labels that are wrong
	}{
		{"capacity?n=500&d=8&snake=off&precision=float32&dirs=1", 250},
		{"capacity?n=1000&d=8&snake=off&precision=float32&dirs=1", 500},
		{"capacity?n=1000&d=8&snake=off&precision=float32&dirs=1&labels=classes&classes=4", 500},
		{"capacity?n=500&d=8&snake=off&precision=float32&dirs=1&labels=classes&classes=2", 200},
	} {
		run := finish(t, c.address)
		f := run.Frame()
		for _, p := range f.Panels[zigPanel].Points {
			for i, y := range p.Y {
				if math.IsNaN(y) || math.IsInf(y, 0) {
					t.Errorf("%s: %s %d is at %g", c.address, p.Name, i, y)
				}
			}
		}
		if wrong := fact(t, run, "wrong"); wrong < c.least {
			t.Errorf("%s: %g labels are wrong, want at least %g", c.address, wrong, c.least)
		}
		if fit, ok := f.Value("fit"); ok {
			t.Errorf("%s: largest error %g", c.address, fit)
		}
		if strings.Contains(f.Says, "error") || strings.Contains(f.Says, "off by 2") {
			t.Errorf("%s: Says %q", c.address, f.Says)
		}
	}
}

// Every second group is off by 2 only where rounding is small enough to see that.
func TestOffByTwo(t *testing.T) {
	for n, want := range map[int]bool{100: true, 1000: false} {
		for seed := 1; seed <= 4; seed++ {
			run := finish(t, fmt.Sprintf("capacity?n=%d&d=8&snake=off&dirs=1&seed=%d", n, seed))
			fit, says := fact(t, run, "fit"), run.Frame().Says
			if strings.Contains(says, "off by 2") != (math.Abs(fit-2) < 0.01) || n == 100 && !want {
				t.Errorf("n = %d, seed %d: largest error %g. %s", n, seed, fit, says)
			}
		}
	}
}

// A memory whose units all have a kink near the data is the best of those drawn.
func TestBestStart(t *testing.T) {
	for seed, want := range map[int]float64{92029: 0.01448, 1: farKink} {
		if kink := fact(t, open(t, fmt.Sprintf("capacity?view=sgd&seed=%d", seed)), "kink"); kink < want {
			t.Errorf("seed %d: the nearest kink is %g away, want %g", seed, kink, want)
		}
	}
}
