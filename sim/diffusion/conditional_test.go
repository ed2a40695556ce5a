package diffusion

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// A14: asked with a narrow kernel, every sample is the x of the nearest y. That
// wants the second nearest to be farther by more than the kernel can see: with
// seed 4 two conditions differ by half a bandwidth, and the second keeps a weight
// of 0.0015.
func TestConditionalCopiesTheNearest(t *testing.T) {
	clear := 0
	for seed := 1; seed <= 6; seed++ {
		address := fmt.Sprintf("diffusion?view=conditional&n=32&hy=0.001&seed=%d", seed)
		run := finish(t, address)
		y := run.Frame().Panels[0].Points[0].X
		_, d1, d2 := nearest(y, []float64{0.5})
		if advantage := (d2*d2 - d1*d1) / (2 * 0.001 * 0.001); advantage < 20 {
			continue
		}
		clear++
		if got := fact(t, run.Frame(), "nearest"); got != 1 {
			t.Errorf("%s: %g of the samples equal the x of the nearest y, want all", address, got)
		}
	}
	if clear < 5 {
		t.Errorf("%d of 6 seeds have a clearly nearest y, want at least 5", clear)
	}
}

// The distance to the truth against the bandwidth, means of 5 seeds: measured
// 1.10 .26 .45 for n = 32 at .001, .8 and 10.
func TestConditionalBestBandwidth(t *testing.T) {
	var mean [len(bandwidths)]float64
	for seed := 1; seed <= 5; seed++ {
		run := finish(t, fmt.Sprintf("diffusion?view=conditional&n=32&seed=%d", seed))
		for i, w1 := range run.Frame().Panels[2].Lines[0].Y {
			mean[i] += w1 / 5
		}
	}
	t.Log(mean)
	narrow, middle, wide := mean[0], mean[5], mean[7]
	if !(middle < 0.4 && narrow > 0.8 && wide > middle) {
		t.Errorf("W₁ at h = 0.001, 0.8, 10 is %.2f, %.2f, %.2f, want about 1.1, 0.26, 0.45", narrow, middle, wide)
	}
}

// The run's own bandwidth, flown again among the others, gives the same samples.
func TestConditionalSameStarts(t *testing.T) {
	run := finish(t, "diffusion?view=conditional&n=32&hy=0.4")
	if got, want := run.Frame().Panels[2].Lines[0].Y[4], fact(t, run.Frame(), "w1"); got != want {
		t.Errorf("W₁ at h = 0.4 is %g among the bandwidths and %g in the run", got, want)
	}
}

func TestConditionalOfOnePoint(t *testing.T) {
	run := finish(t, "diffusion?view=conditional&n=1&y=-2&hy=0.001")
	if got := fact(t, run.Frame(), "nearest"); got != 1 {
		t.Errorf("nearest = %g, want 1", got)
	}
	if says := run.Frame().Says; !strings.Contains(says, "all 200 samples return the x of the only training pair") {
		t.Errorf("Says %q", says)
	}
}

// With Tikhonov's c, samples stay about √c away, and are no copies.
func TestConditionalTikhonov(t *testing.T) {
	run := finish(t, "diffusion?view=conditional&n=32&hy=0.001&c=0.01")
	want := math.Erf(conditionalCopied / 0.1 / math.Sqrt2) // P(|z|√c < 0.01)
	if got := fact(t, run.Frame(), "nearest"); math.Abs(got-want) > 0.07 {
		t.Errorf("nearest = %g, want %.3f", got, want)
	}
}

// The quantiles invert the distribution function, known by the error function,
// and a large sample of the toy is near them.
func TestToyQuantiles(t *testing.T) {
	q := make([]float64, 500)
	normal := func(x, mean float64) float64 { return 0.5 * (1 + math.Erf((x-mean)/toySpread/math.Sqrt2)) }
	for _, y := range []float64{-2, 0.5, 2} {
		toyQuantiles(q, y)
		for i, x := range q {
			want := (float64(i) + 0.5) / float64(len(q))
			if got := (normal(x, toyBranch(y)) + normal(x, -toyBranch(y))) / 2; math.Abs(got-want) > 1e-5 {
				t.Fatalf("y = %g: F(q_%d) = %g, want %g", y, i, got, want)
			}
		}
	}
}

func TestToyPairsFollowTheDensity(t *testing.T) {
	const n = 200000
	x, y := make([]float64, n), make([]float64, n)
	drawToy(x, y, rand.New(rand.NewPCG(1, 2)))
	var near, square []float64
	for i := range x {
		if math.Abs(y[i]-1) < 0.02 {
			near, square = append(near, x[i]), append(square, x[i]*x[i])
		}
	}
	q := make([]float64, len(near))
	toyQuantiles(q, 1)
	if got := quantileDistance(near, q); got > 0.1 {
		t.Errorf("W₁ of %d true samples is %g, want about 0.03", len(near), got)
	}
	if got, want := mean(square), 1.4*1.4+toySpread*toySpread; math.Abs(got-want) > 0.1 {
		t.Errorf("mean square is %g, want %g", got, want)
	}
}
