//go:build slow

package diffusion

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// A12: too small a c copies, too large a one blurs.
func TestUCurve(t *testing.T) {
	mean := map[float64]float64{}
	for seed := 1; seed <= 5; seed++ {
		run := finish(t, fmt.Sprintf("diffusion?view=ucurve&n=64&seed=%d", seed))
		curve := run.Frame().Panels[0].Points[0]
		for i, c := range curve.X {
			mean[c] += curve.Y[i] / 5
		}
	}
	t.Log(mean)
	least := min(mean[.01], mean[.1], mean[.3], mean[1], mean[10])
	if !(mean[.01] > 3 && least < 0.6 && mean[10] > 1.3) {
		t.Errorf("KL at c = 0.01, at its least and at c = 10 is %.2f, %.2f, %.2f, want above 3, below 0.6, above 1.3",
			mean[.01], least, mean[10])
	}
}

// A13: damping with τ = √n comes nearer and nearer to the truth; a fixed c keeps
// its distance.
func TestConsistency(t *testing.T) {
	root := func(n int) (c, tau, last float64) { return 0, math.Sqrt(float64(n)), 1e-3 }
	fixed := func(int) (c, tau, last float64) { return 0.1, 0, math.Sqrt(0.1) / 20 }
	for _, row := range []struct {
		name     string
		settings func(n int) (c, tau, last float64)
		n        int
		want     float64
	}{
		{"τ = √n", root, 32, 0.63}, {"τ = √n", root, 128, 0.38}, {"τ = √n", root, 512, 0.18}, {"τ = √n", root, 2048, 0.11},
		{"c = 0.1", fixed, 512, 0.15}, {"c = 0.1", fixed, 2048, 0.13},
	} {
		c, tau, last := row.settings(row.n)
		got := 0.0
		for seed := range uint64(5) {
			rng := rand.New(rand.NewPCG(seed, 13))
			p := newPull(newMixture(2, fourGaussians(row.n, rng)), tau)
			test := fourGaussians(klPoints, rng)
			kl := newDivergence(p, newSchedule(startNoise("VE"), last, klSteps, c, "VE"), test, logTruth(test))
			for !kl.done() {
				kl.step(1 << 20)
			}
			got += kl.value() / 5
		}
		t.Logf("%s, n = %d: KL %.3f, want %.2f", row.name, row.n, got, row.want)
		if math.Abs(got-row.want) > 0.1 {
			t.Errorf("%s, n = %d: KL %.3f, want %.2f within 0.1", row.name, row.n, got, row.want)
		}
	}
}
