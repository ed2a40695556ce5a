package diffusion

import (
	"math"
	"strings"
	"testing"

	"example.org/rote/sim"
	"gonum.org/v1/gonum/integrate/quad"
)

// begun opens an address and takes some ticks.
func begun(t *testing.T, address string, ticks int) *sim.Run {
	t.Helper()
	run := open(t, address)
	run.Seek(ticks, nil)
	return run
}

// finish opens an address, runs it to the end and returns it.
func finish(t *testing.T, address string) *sim.Run {
	t.Helper()
	run := open(t, address)
	run.Finish()
	return run
}

// The trapezoid rule agrees with Gauss and Hermite's where both are good.
func TestNormalMeanAgainstGaussHermite(t *testing.T) {
	for _, c := range []struct{ shift, slope float64 }{{0, 1}, {1, 2}, {-3, 2}, {5, 0.5}} {
		f := func(u float64) float64 { return sigmoid(c.shift + c.slope*u) }
		oracle := func(x float64) float64 { return f(math.Sqrt2*x) / math.Sqrt(math.Pi) }
		want := quad.Fixed(oracle, math.Inf(-1), math.Inf(1), 200, quad.Hermite{}, 0)
		if got := normalMean(f); math.Abs(got-want) > 1e-8 {
			t.Errorf("E sigmoid(%g + %g u) = %.12g, want %.12g", c.shift, c.slope, got, want)
		}
	}
}

// A11: at σ_S clones agree with the same probability for every μ.
func TestAgreementAtSplit(t *testing.T) {
	for _, mu := range []float64{1.5, 2, 4, 8, 16} {
		if got := agreementLaw(mu, speciationSigma(mu)); math.Abs(got-agreementAtSplit) > 1e-3 {
			t.Errorf("μ = %g: φ(σ_S) = %.5f, want %.4f", mu, got, agreementAtSplit)
		}
	}
}

// The laws at their ends: one point among n, all of the weight, and no or full
// knowledge of the class.
func TestTimesLawEnds(t *testing.T) {
	rows := []struct {
		what            string
		got, want, room float64
	}{
		{"own weight at great noise", selfWeightLaw(100, 8, 1e4), 0.01, 1e-3},
		{"own weight at small noise", selfWeightLaw(100, 8, 1e-3), 1, 1e-9},
		{"own weight of one point", selfWeightLaw(1, 8, 3), 1, 0},
		{"agreement at great noise", agreementLaw(4, 1e4), 0.5, 1e-3},
		{"agreement at no noise", agreementLaw(8, 1e-3), 1, 1e-6},
		{"σ_C of 256 points in 16 dimensions", collapseSigma(256, 16), 1, 1e-12},
	}
	for _, r := range rows {
		if math.Abs(r.got-r.want) > r.room {
			t.Errorf("%s is %g, want %g", r.what, r.got, r.want)
		}
	}
}

func TestCrossing(t *testing.T) {
	if got := crossing([]float64{4, 1}, []float64{0.25, 0.75}); math.Abs(got-2) > 1e-12 {
		t.Errorf("half-way between 4 and 1 in logarithms: got %g, want 2", got)
	}
	if got := crossing([]float64{4, 1}, []float64{0.1, 0.4}); !math.IsNaN(got) {
		t.Errorf("below ½: got %g, want NaN", got)
	}
}

// One training point has no collapse, and its facts are absent.
func TestTimesOfOnePoint(t *testing.T) {
	run := finish(t, "diffusion?view=times&n=1&d=2&mu=1.5")
	for _, fact := range []string{"sigma_c", "half", "ratio"} {
		if v, ok := run.Frame().Value(fact); ok {
			t.Errorf("fact %s of one point is %g", fact, v)
		}
	}
	if says := run.Frame().Says; !strings.Contains(says, "the only training point holds all the weight") {
		t.Errorf("Says %q", says)
	}
	if got := run.Frame().Panels[0].Lines[1].Y[0]; got != 1 {
		t.Errorf("weight of the one point is %g", got)
	}
}

// Both halves go down the noise together, and the half-weight noise is that of
// samples alone: the pairs do not disturb them.
func TestTimesFall(t *testing.T) {
	run := open(t, "diffusion?view=times&n=64&d=4&mu=3")
	last := math.Inf(1)
	for run.Step(nil) == sim.Tick {
		if sigma := scopedSigma(run.Frame()); sigma > last {
			t.Errorf("tick %d: σ rises to %g", run.Ticks(), sigma)
		} else {
			last = sigma
		}
	}
	other := finish(t, "diffusion?view=times&n=64&d=4&mu=8")
	if run.Ticks() != timesTicks || fact(t, run.Frame(), "half") != fact(t, other.Frame(), "half") {
		t.Errorf("%d ticks; half the weight at %g, and at %g for other clusters", run.Ticks(), fact(t, run.Frame(), "half"), fact(t, other.Frame(), "half"))
	}
}

// scopedSigma returns the noise that the hero has come to.
func scopedSigma(f *sim.Frame) float64 {
	least := math.Inf(1)
	for _, line := range f.Panels[0].Lines[:2] {
		for _, sigma := range line.X {
			least = min(least, sigma)
		}
	}
	return least
}

// A11: clones agree as the law says at every noise, in any dimension: no step of a
// sampler stands between.
func TestClonesFollowTheLaw(t *testing.T) {
	for _, address := range []string{"diffusion?view=times&n=1&d=2", "diffusion?view=times&n=1&d=16", "diffusion?view=times&n=1&d=8&mu=8"} {
		f := finish(t, address).Frame()
		law, pairs := f.Panels[2].Lines[0], f.Panels[2].Lines[2]
		for i, share := range pairs.Y {
			if math.Abs(share-law.Y[i]) > 0.04 {
				t.Errorf("%s: agreement at σ = %.3g is %.3f, the law %.3f", address, pairs.X[i], share, law.Y[i])
			}
		}
		if phi := fact(t, f, "phi"); math.Abs(phi-agreementAtSplit) > 0.03 {
			t.Errorf("%s: φ(σ_S) = %.3f, want %.4f", address, phi, agreementAtSplit)
		}
	}
}

// The ancestral sampler, in many steps, ends in a cluster as often as the weights
// say at which clones part.
func TestClonesAgainstTheSampler(t *testing.T) {
	rng := seeded(5)
	c, sigma := newSpeciation(2, 4, rng), speciationSigma(4)
	fall := newSampler(ancestral, newPull(c.mix, 0), newSchedule(sigma, 0.02, 200, 0, "VE"), 1, rng)
	x, drawn, weighed := make([]float64, 2), 0.0, 0.0
	const pairs = 600
	for range pairs {
		weighed += c.agree(sigma) / pairs
		var ends [2]int
		for i := range ends {
			copy(x, c.x)
			for k := range fall.plan.steps() {
				fall.step(x, x, 0, k)
			}
			ends[i] = c.mix.distances(x, 0) / (clusterPoints / 2)
		}
		if ends[0] == ends[1] {
			drawn += 1. / pairs
		}
	}
	if math.Abs(drawn-weighed) > 0.045 {
		t.Errorf("of %d pairs, %.3f agree when they are flown and %.3f by their weights", pairs, drawn, weighed)
	}
}

// Two points never fall below half of the weight, many in two dimensions do.
func TestTimesExtremes(t *testing.T) {
	for _, c := range []struct {
		address string
		half    bool
	}{{"diffusion?view=times&n=2&d=2", false}, {"diffusion?view=times&n=512&d=2", true}} {
		run := begun(t, c.address, timesTicks)
		if _, ok := run.Frame().Value("half"); ok != c.half {
			t.Errorf("%s: fact half is there: %t, want %t", c.address, ok, c.half)
		}
	}
}
