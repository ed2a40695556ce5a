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
	run := begun(t, "diffusion?view=times&n=1&d=2&mu=1.5", timesLevels+1)
	for _, fact := range []string{"sigma_c", "half", "ratio"} {
		if v, ok := run.Frame().Value(fact); ok {
			t.Errorf("fact %s of one point is %g", fact, v)
		}
	}
	if says := run.Frame().Says; !strings.HasPrefix(says, "One training point") {
		t.Errorf("Says %q", says)
	}
	if got := run.Frame().Panels[0].Lines[1].Y[0]; got != 1 {
		t.Errorf("weight of the one point is %g", got)
	}
}

// A batch of clones at 4σ_S: they agree little more often than by chance.
func TestFirstClones(t *testing.T) {
	run := begun(t, "diffusion?view=times&n=1&d=2&mu=4", timesLevels+2)
	p := run.Frame().Panels[1].Points[0]
	if len(p.Y) != 1 || p.Y[0] < 0.35 || p.Y[0] > 0.7 {
		t.Errorf("agreement of 100 pairs at 4σ_S is %v, want about 0.53", p.Y)
	}
}

// Two points never fall below half of the weight, many in two dimensions do.
func TestTimesExtremes(t *testing.T) {
	for _, c := range []struct {
		address string
		half    bool
	}{{"diffusion?view=times&n=2&d=2", false}, {"diffusion?view=times&n=512&d=2", true}} {
		run := begun(t, c.address, timesLevels)
		if _, ok := run.Frame().Value("half"); ok != c.half {
			t.Errorf("%s: fact half is there: %t, want %t", c.address, ok, c.half)
		}
	}
}
