package diffusion

import (
	"math"
	"testing"

	"example.org/rote/sim/data"
	"gonum.org/v1/gonum/stat/distuv"
)

func TestChiSquareBelow(t *testing.T) {
	for _, d := range []int{1, 2, 3, 8, 16, 64} {
		for _, q := range []float64{0, 1e-9, 0.01, 0.5, 1, 3, 10, 60, 200, 1e10} {
			want := distuv.ChiSquared{K: float64(d)}.CDF(q)
			if got := chiSquareBelow(q, d); math.Abs(got-want) > 1e-12 {
				t.Errorf("P(χ²_%d < %g) = %.15g, gonum says %.15g", d, q, got, want)
			}
		}
		near(t, "mean of χ", meanRadius(d), math.Sqrt2*math.Gamma(float64(d+1)/2)/math.Gamma(float64(d)/2), 1e-13)
	}
}

func TestLaws(t *testing.T) {
	near(t, "plane, c", copiedLaw(0.01, 0.01, 0, 2), 1-math.Exp(-0.5), 1e-13)
	near(t, "plane, τ", copiedLaw(0.01, 1e-4, 0.3, 2), 0.7, 1e-13)
	near(t, "plane, τ and a late stop", copiedLaw(0.01, 0.02, 0.3, 2), 1-math.Exp(-0.125), 1e-12)
	near(t, "κ^d", gapLaw(1./3, 3), 1./27, 1e-14)
}

// TestGapNull is claim A15: for fresh samples among dense points r1/r2 < κ with
// probability κ^d.
func TestGapNull(t *testing.T) {
	const points, kappa = 3000, 1. / 3
	for d := 1; d <= 3; d++ {
		rng := seeded(uint64(d))
		x := normals(points*d, rng)
		var r1, r2 []float64
		for range 4000 {
			_, a, b := nearest(x, normals(d, rng))
			r1, r2 = append(r1, a), append(r2, b)
		}
		if got := gapShare(r1, r2, kappa); math.Abs(got-gapLaw(kappa, d)) > 0.02 {
			t.Errorf("d = %d: share %.3f, law %.3f", d, got, gapLaw(kappa, d))
		}
	}
}

// TestLawsInOtherDimensions is claim A18: isolated points in d = 1, 3, 8.
func TestLawsInOtherDimensions(t *testing.T) {
	const n, samples, tol = 8, 1000, 0.01
	for _, c := range []struct {
		d                    int
		c, tau, stop, expect float64
	}{
		{1, 1e-4, 0, 1e-6, 0.683}, {3, 1e-4, 0, 1e-6, 0.199}, {8, 1e-4, 0, 1e-6, 0.002},
		{1, 0, 0.1, 1e-3, 0.968}, {3, 0, 0.1, 1e-3, 0.797}, {8, 0, 0.1, 1e-3, 0.201},
	} {
		rng := seeded(uint64(10 + c.d))
		x := make([]float64, n*c.d)
		for i := range n { // on a line, 3 apart: isolated at every small σ
			x[i*c.d] = 3 * float64(i)
		}
		start := prior(samples*c.d, 4.63655, rng)
		for i := range samples {
			start[i*c.d] += x[i%n*c.d]
		}
		end := fly(rk4, newPull(newMixture(c.d, x), c.tau), newSchedule(4.63655, c.stop, 100, c.c, "VE"), start, nil)
		copied := 0
		for i := range samples {
			if _, r1, _ := nearest(x, end[i*c.d:(i+1)*c.d]); r1 < tol {
				copied++
			}
		}
		share, v := float64(copied)/samples, math.Sqrt(c.c+c.stop*c.stop)
		law := copiedLaw(tol, v, c.tau, c.d)
		if math.Abs(law-c.expect) > 0.001 {
			t.Errorf("d = %d, c = %g, τ = %g: law %.4f, want %g", c.d, c.c, c.tau, law, c.expect)
		}
		if math.Abs(share-law) > 0.05 {
			t.Errorf("d = %d, c = %g, τ = %g: copied %.3f, law %.3f", c.d, c.c, c.tau, share, law)
		}
	}
}

func TestNearestIgnoresDuplicates(t *testing.T) {
	points, times := distinct([]float64{0, 0, 1, 0, 0, 0, math.Copysign(0, -1), 0})
	if len(points) != 4 || times[0] != 3 || times[1] != 1 {
		t.Fatalf("distinct points %v, times %v", points, times)
	}
	at, r1, r2 := nearest(points, []float64{0.25, 0})
	if at != 0 || r1 != 0.25 || r2 != 0.75 {
		t.Errorf("nearest is %d at %g, then %g", at, r1, r2)
	}
	if _, _, r2 := nearest([]float64{1, 2}, []float64{0, 0}); !math.IsInf(r2, 1) {
		t.Errorf("one point: second nearest at %g", r2)
	}
}

func TestChiSquareOfShares(t *testing.T) {
	near(t, "χ²/dof", chiSquare([]int{8, 2, 5}, []int{1, 1, 1}), (9.+9+0)/5/2, 1e-14)
	near(t, "in proportion", chiSquare([]int{10, 5}, []int{2, 1})+1, 1, 1e-14)
}

func TestSpreadAndQuantile(t *testing.T) {
	near(t, "spread", spread([]float64{1, 0, -1, 0, 0, 1, 0, -1}, 2), math.Sqrt(0.5), 1e-14)
	near(t, "quantile", quantile([]float64{0, 1, 4}, 0.75), 2.5, 1e-14)
}

func TestRing(t *testing.T) {
	for _, n := range []int{1, 2, 3, 4, 7, 8, 16, 2048} {
		x := data.Ring(n, 1.5)
		for i := range n {
			angle := 2 * math.Pi * float64(i) / float64(n)
			if math.Abs(x[2*i]-1.5*math.Cos(angle)) > 1e-14 || math.Abs(x[2*i+1]-1.5*math.Sin(angle)) > 1e-14 {
				t.Errorf("ring of %d, point %d: (%g, %g)", n, i, x[2*i], x[2*i+1])
			}
		}
	}
}

// TestFourGaussians checks entropy, mean and density of the truth.
func TestFourGaussians(t *testing.T) {
	x := fourGaussians(20000, seeded(8))
	if got := -mean(logTruth(x)); math.Abs(got-2.828) > 0.03 {
		t.Errorf("entropy %.3f, want 2.828", got)
	}
	if got := spread(x, 2); math.Abs(got-math.Sqrt(1.5*1.5+0.25)) > 0.01 {
		t.Errorf("spread %.3f", got)
	}
	mass := 0.0
	for i := -60; i <= 60; i++ {
		for j := -60; j <= 60; j++ {
			mass += 0.01 * math.Exp(logFourGaussians(float64(i)/10, float64(j)/10))
		}
	}
	near(t, "mass", mass, 1, 1e-9)
}

// TestDistanceIsThatOfAKernelDensity is the cross-check of the KL: stopped at σ,
// the flow is a kernel density estimate of that bandwidth, up to the prior.
func TestDistanceIsThatOfAKernelDensity(t *testing.T) {
	for _, h := range []float64{0.3, 0.6, 1} {
		rng := seeded(9)
		m := newMixture(2, fourGaussians(64, rng))
		test := fourGaussians(klPoints, rng)
		log := logTruth(test)
		d := newDivergence(newPull(m, 0), newSchedule(4.63655, h, klSteps, 0, "VE"), test, log)
		slices := 0
		for ; !d.done(); slices++ {
			d.step(slicePairs)
		}
		want, v := 0.0, make([]float64, 2)
		for i := range log {
			want += (log[i] - m.logDensity(m.at(v, test[2*i:2*i+2], h), h)) / klPoints
		}
		if math.Abs(d.value()-want) > 0.05 {
			t.Errorf("h = %g: KL %.3f, of the kernel density %.3f", h, d.value(), want)
		}
		if slices < klPoints {
			t.Errorf("%d slices for %d test points", slices, klPoints)
		}
	}
}

// TestDistanceOfOneGaussian is exact: one training point, whose model density is
// a Gaussian around it at every strength.
func TestDistanceOfOneGaussian(t *testing.T) {
	for _, c := range []float64{0, 0.25} {
		const stop = 0.5
		x, at := []float64{0.3, -0.2}, []float64{0.9, 0.4}
		plan := newSchedule(4.63655, stop, klSteps, c, "VE")
		d := newDivergence(newPull(newMixture(2, x), 0), plan, at, []float64{0})
		for !d.done() {
			d.step(1)
		}
		// x_T = x_1 + (x-x_1)·v_T/v, and the density changes by (v_T/v)².
		ratio := plan.v(0) / plan.final()
		tx, ty := x[0]+(at[0]-x[0])*ratio, x[1]+(at[1]-x[1])*ratio
		want := -(tx*tx+ty*ty)/(2*4.63655*4.63655) - math.Log(2*math.Pi*4.63655*4.63655) + 2*math.Log(ratio)
		near(t, "log density", -d.value(), want, 1e-9)
	}
}
