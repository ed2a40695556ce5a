package exact

import (
	"math"
	"testing"
)

// Sines and cosines agree with package math, which computes them another way.
func TestSinCos(t *testing.T) {
	for _, span := range []float64{1, 10, 1000, 1e5} {
		for i := range 20001 {
			x := span * (float64(i)/10000 - 1)
			sin, cos := SinCos(x)
			if math.Abs(sin-math.Sin(x)) > 1e-12 || math.Abs(cos-math.Cos(x)) > 1e-12 {
				t.Fatalf("at %g: sine %g, cosine %g, want %g, %g", x, sin, cos, math.Sin(x), math.Cos(x))
			}
		}
	}
}
