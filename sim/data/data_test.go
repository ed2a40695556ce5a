package data

import (
	"math"
	"math/rand/v2"
	"testing"
)

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// Points of the sphere have its radius, and no direction is preferred: each
// coordinate has mean 0, and the mean square r²/d.
func TestSphere(t *testing.T) {
	for _, d := range []int{1, 2, 3, 16, 64} {
		const n, radius = 4000, 2.5
		x := Sphere(seeded(1), n, d, radius)
		for i := range n {
			square := 0.0
			for _, v := range x[i*d : (i+1)*d] {
				square += v * v
			}
			if math.Abs(math.Sqrt(square)-radius) > 1e-12 {
				t.Fatalf("d = %d: point %d has length %.15g", d, i, math.Sqrt(square))
			}
		}
		for k := range d {
			mean, square := 0.0, 0.0
			for i := range n {
				mean += x[i*d+k] / n
				square += x[i*d+k] * x[i*d+k] / n
			}
			variance := radius * radius / float64(d)
			if math.Abs(mean) > 5*math.Sqrt(variance/n) || math.Abs(square-variance) > 5*variance*math.Sqrt(2./n) {
				t.Errorf("d = %d: coordinate %d has mean %.3g and mean square %.3g, want 0 and %.3g", d, k, mean, square, variance)
			}
		}
	}
}

func TestCoins(t *testing.T) {
	sum := 0.0
	for _, y := range Coins(seeded(2), 10000) {
		if y != 1 && y != -1 {
			t.Fatalf("label %g", y)
		}
		sum += y
	}
	if math.Abs(sum) > 400 {
		t.Errorf("10000 coins sum to %g", sum)
	}
}

// The symmetry of the circle is exact.
func TestRing(t *testing.T) {
	x := Ring(8, 1)
	if x[0] != 1 || x[1] != 0 || x[4] != 0 || x[5] != 1 || x[8] != -1 {
		t.Errorf("ring of 8: %v", x)
	}
}
