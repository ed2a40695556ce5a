package exact

import (
	"math"
	"testing"
)

// The functions agree with package math, which computes them another way.
func TestLogistic(t *testing.T) {
	for _, f := range []struct {
		name       string
		got, want  func(float64) float64
		from, to   float64
		difference float64
	}{
		{"power", power, math.Exp, -708, 709, 1e-15},
		{"exp1", Expm1, math.Expm1, -700, 700, 2e-15},
		{"exp1 near 0", Expm1, math.Expm1, -1e-3, 1e-3, 2e-15},
		{"log1", log1, math.Log1p, 0, 1, 1e-15},
		{"log1 near 0", log1, math.Log1p, 0, 1e-6, 1e-15},
		{"sigmoid", Sigmoid, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }, -700, 700, 2e-15},
		{"softplus", Softplus, func(x float64) float64 { return math.Max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }, -700, 700, 2e-15},
		{"tanh", Tanh, math.Tanh, -40, 40, 2e-15},
		{"tanh near 0", Tanh, math.Tanh, -1e-4, 1e-4, 2e-15},
	} {
		worst, at := 0.0, 0.0
		for i := range 20001 {
			x := f.from + (f.to-f.from)*float64(i)/20000
			if d := math.Abs(f.got(x)-f.want(x)) / (math.Abs(f.want(x)) + math.SmallestNonzeroFloat64); d > worst {
				worst, at = d, x
			}
		}
		if worst > f.difference {
			t.Errorf("%s: relative error %g at %g, want at most %g", f.name, worst, at, f.difference)
		}
	}
}
