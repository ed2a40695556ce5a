package diffusion

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// How far samples are from their fifth nearest other, against sorting all distances.
func TestCrowd(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	x := normals(2*40, rng)
	copy(x[10:12], x[20:22]) // two at the same place
	for i, got := range appendFar(nil, x) {
		var all []float64
		for j := 0; j < len(x); j += 2 {
			if j != 2*i {
				all = append(all, math.Hypot(x[j]-x[2*i], x[j+1]-x[2*i+1]))
			}
		}
		slices.Sort(all)
		near(t, "distance", got, all[alikes-1], 1e-12)
	}
}

// Six samples in one place are spurious, unless that is the place of a training
// point.
func TestSpurious(t *testing.T) {
	const kappa = 0.333
	samples := []float64{1, 1, 1, 1, 1, 1.01, 1, 1, 1.01, 1, 1, 1, 3, 3}
	for _, c := range []struct {
		points []float64
		want   float64
	}{
		{[]float64{0, 0, 2.6, 2.6}, 6. / 7},
		{[]float64{1, 1, 5, 5}, 0},
		{[]float64{0, 0, 1, 1}, 0},
	} {
		var r1, r2 []float64
		for i := 0; i < len(samples); i += 2 {
			_, a, b := nearest(c.points, samples[i:i+2])
			r1, r2 = append(r1, a), append(r2, b)
		}
		if got := spuriousShare(appendFar(nil, samples), r1, r2, kappa); got != c.want {
			t.Errorf("points %v: the share is %g, want %g", c.points, got, c.want)
		}
	}
}
