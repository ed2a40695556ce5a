package diffusion

import (
	"math"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
)

func TestCoarseFirst(t *testing.T) {
	if got, want := coarseFirst(9), []int{0, 8, 4, 2, 6, 1, 3, 5, 7}; !slices.Equal(got, want) {
		t.Errorf("order of 9 is %v, want %v", got, want)
	}
	for n := 2; n < 20; n++ {
		order := slices.Sorted(slices.Values(coarseFirst(n)))
		for i, at := range order {
			if len(order) != n || i != at {
				t.Errorf("order of %d holds %v", n, order)
				break
			}
		}
	}
}

// The ends come first, and each tick adds a strength to the curve.
func TestUCurveGrows(t *testing.T) {
	run := begun(t, "diffusion?view=ucurve&n=8&sweep=stop", 0)
	for tick := 1; tick <= 9; tick++ {
		run.Seek(tick, nil)
		f := run.Frame()
		if got := len(f.Panels[0].Points[0].X); got != tick || f.Of != 9 {
			t.Errorf("tick %d of %d: %d strengths on the curve", tick, f.Of, got)
		}
		if _, ok := f.Value("kl_right"); ok != (tick >= 2) {
			t.Errorf("tick %d: kl_right is there: %t", tick, ok)
		}
	}
}

// Early stopping keeps less of a copy the earlier it is, and at σ = 2 the samples
// are wider than the truth.
func TestUCurveOfEarlyStopping(t *testing.T) {
	run := finish(t, "diffusion?view=ucurve&n=16&sweep=stop")
	gap := run.Frame().Panels[1].Lines[0].Y
	if gap[0] < 0.9 || gap[len(gap)-1] > 0.3 {
		t.Errorf("gap share goes from %.2f to %.2f, want from 1 to about 0.11", gap[0], gap[len(gap)-1])
	}
	best := fact(t, run.Frame(), "strength")
	if best < 0.4 || best > 1 {
		t.Errorf("best σ is %g, want about 0.7", best)
	}
	run.Set("shown", "9")
	run.Finish()
	if got, want := fact(t, run.Frame(), "spread"), math.Sqrt(1.5*1.5+0.5*0.5+2*2); math.Abs(got-want) > 0.2 {
		t.Errorf("spread at σ = 2 is %.2f, want %.2f", got, want)
	}
}

// A press on the curve shows the strength next to it.
func TestUCurveTouch(t *testing.T) {
	run := finish(t, "diffusion?view=ucurve&n=4")
	if run.Touch(sim.Touch{Kind: sim.Press, Panel: 0, X: 0.12, Y: 1}) == sim.Nothing {
		t.Fatal("a press changes nothing")
	}
	run.Finish()
	f := run.Frame()
	if got := run.Find("shown").Text(); got != "5" {
		t.Errorf("shown = %s, want 5: c = 0.1", got)
	}
	if got, want := fact(t, run.Frame(), "kl"), f.Panels[0].Points[0].Y[4]; got != want {
		t.Errorf("kl shown is %g, on the curve it is %g", got, want)
	}
	if run.Touch(sim.Touch{Kind: sim.Press, Panel: samplePanel, X: 1, Y: 1}) != sim.Nothing {
		t.Error("a press on the map changes a knob")
	}
}

func TestUCurveFailures(t *testing.T) {
	for _, c := range []struct{ address, says string }{
		{"diffusion?view=ucurve&n=1", "0.001 is too little (KL "},
		{"diffusion?view=ucurve&n=4&sweep=tau&shown=10", "30 stops too soon (KL "},
		{"diffusion?view=ucurve&n=64&sweep=stop", "σ = 0.4 comes nearest to the truth (KL 0.144); 0.03 returns copies (KL 37.6), 2 gives a blur (KL 1.15)."},
	} {
		run := finish(t, c.address)
		if says := run.Frame().Says; !strings.Contains(says, c.says) {
			t.Errorf("%s: Says %q, want %q in it", c.address, says, c.says)
		}
	}
	run := finish(t, "diffusion?view=ucurve&n=1")
	if _, ok := run.Frame().Value("gap"); ok {
		t.Error("one point has a gap share")
	}
	if p := run.Frame().Panels[1]; !p.IsEmpty() || !strings.Contains(p.Empty, "two different") {
		t.Errorf("the gap panel of one point says %q", p.Empty)
	}
}
