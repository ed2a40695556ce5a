package ntk

import (
	"fmt"
	"math"
	"testing"
)

// The moments of all gates against a sum over a grid of the plane that shares no code
// with them, and for ReLU against the arc-cosine kernel.
func TestGateMoments(t *testing.T) {
	for _, g := range []gate{relu, leaky, softplus} {
		l := newLaw(g)
		room := 0.004 // of the grid at the jumps of a gate
		if g == softplus {
			room = 1e-10
		}
		for _, c := range []float64{-0.99, -0.5, 0, 0.3, 0.8, 0.99} {
			mean, square := gridMoments(g, c)
			if got := l.kernel(c); math.Abs(got-c*mean) > room {
				t.Errorf("%s, c = %g: kernel %.12g, want %.12g", g, c, got, c*mean)
			}
			if got, want := l.variance(c), c*c*(square-mean*mean); math.Abs(got-want) > room {
				t.Errorf("%s, c = %g: variance %.12g, want %.12g", g, c, got, want)
			}
			if want := c * (math.Pi - math.Acos(c)) / (2 * math.Pi); g == relu && math.Abs(l.kernel(c)-want) > 1e-15 {
				t.Errorf("c = %g: %.17g, want %.17g", c, l.kernel(c), want)
			}
		}
	}
}

// gridMoments returns the means of σ'(u)σ'(v) and of its square, for standard normal u
// and v with covariance c.
func gridMoments(g gate, c float64) (mean, square float64) {
	at := map[gate]func(z float64) float64{
		relu:     func(z float64) float64 { return math.Ceil((math.Copysign(1, z) + 1) / 2) },
		leaky:    func(z float64) float64 { return 0.55 + math.Copysign(0.45, z) },
		softplus: func(z float64) float64 { return (1 + math.Tanh(z/2)) / 2 },
	}[g]
	const step, half = 0.05, 8.025 // no node lies on a jump of u
	for u := -half; u < half+step/2; u += step {
		for w := -half; w < half+step/2; w += step {
			p := at(u) * at(c*u+math.Sqrt(1-c*c)*w)
			weight := step * step / (2 * math.Pi) * math.Exp(-(u*u+w*w)/2)
			mean, square = mean+weight*p, square+weight*p*p
		}
	}
	return mean, square
}

// The kernel of q random gates comes to its mean like 1/√q, for gates with and without
// a jump, and as near as the variance of one gate says.
func TestKernelSettles(t *testing.T) {
	for _, g := range []gate{relu, leaky, softplus} {
		slopes, ratio := 0.0, 0.0
		const seeds = 10
		for seed := 101; seed <= 100+seeds; seed++ {
			run := opened(t, fmt.Sprintf("ntk?view=tangent&m=64&d=16&trials=1&gate=%s&seed=%d", g, seed))
			run.Seek(1, nil)
			slopes += fact(run, "kernel_slope") / seeds
			ratio += fact(run, "kernel_rms") / fact(run, "kernel_law") / seeds
			if s := fact(run, "kernel_slope"); math.Abs(s+0.5) > 0.12 {
				t.Errorf("%s, seed %d: slope %.3f", g, seed, s)
			}
		}
		t.Logf("%s: slope %.3f, deviation at 4096 gates %.3f of the law", g, slopes, ratio)
		if math.Abs(slopes+0.5) > 0.03 || math.Abs(ratio-1) > 0.1 {
			t.Errorf("%s: mean slope %.3f, want -0.5; deviation %.3f of the law", g, slopes, ratio)
		}
	}
}
