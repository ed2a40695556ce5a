//go:build slow

package diffusion

import (
	"math"
	"testing"
)

// A10, A10b: the collapse is where the law has it, and so is the weight on the
// way there.
func TestCollapse(t *testing.T) {
	for _, c := range []struct {
		address  string
		law      float64 // greatest difference from the formula
		hasRatio bool    // whether the claim speaks of half/σ_C
	}{
		{"diffusion?view=times&d=16&n=256", 0.12, true},
		{"diffusion?view=times&d=64&n=1024", 0.09, true},
		{"diffusion?view=times&d=8&n=256", 0.12, false},
		{"diffusion?view=times&d=4&n=256", 0.15, false},
		{"diffusion?view=times&d=2&n=256", 0.15, false},
	} {
		run := finish(t, c.address)
		lines := run.Frame().Panels[1].Lines
		law, own, worst := lines[0].Y, lines[1].Y, 0.0
		for i := range law {
			worst = max(worst, math.Abs(own[i]-law[i]))
		}
		ratio := fact(t, run.Frame(), "ratio")
		t.Logf("%s: half/σ_C = %.3f, greatest difference %.3f", c.address, ratio, worst)
		if !(worst < c.law) {
			t.Errorf("%s: own weight differs from the formula by %.3f, want below %g", c.address, worst, c.law)
		}
		if c.hasRatio && (ratio < 1 || ratio > 1.2) {
			t.Errorf("%s: half/σ_C = %.3f, want in [1, 1.2]", c.address, ratio)
		}
	}
}
