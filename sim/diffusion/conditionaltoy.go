package diffusion

import (
	"math"
	"math/rand/v2"
	"slices"

	"example.org/rote/sim/exact"
)

// The conditional toy: y uniform on ±toyReach, and x given y on one of two
// branches ±(1 + 0.4y), each with standard deviation toySpread.
const (
	toyReach  = 2.0
	toySpread = 0.25
	toyEdge   = 4.0 // x beyond it has no weight: the branches end at 1.8
	toyGrid   = 4001
)

func toyBranch(y float64) float64 { return 1 + float64(0.4*y) }

// drawToy fills x and y, of equal length, with pairs of the toy.
func drawToy(x, y []float64, rng *rand.Rand) {
	for i := range x {
		y[i] = float64(toyReach * (float64(2*rng.Float64()) - 1))
		x[i] = toyBranch(y[i]) + float64(toySpread*exact.Normal(rng))
		if rng.IntN(2) == 1 {
			x[i] = -x[i]
		}
	}
}

// toyDensity returns the density of x given y.
func toyDensity(x, y float64) float64 {
	a, b := (x-toyBranch(y))/toySpread, (x+toyBranch(y))/toySpread
	return (exact.Exp(-a*a/2) + exact.Exp(-b*b/2)) / (2 * toySpread * math.Sqrt(2*math.Pi))
}

// toyQuantiles fills q with the quantiles of x given y at (i+½)/len(q).
func toyQuantiles(q []float64, y float64) {
	cumulative := make([]float64, toyGrid)
	step := 2 * toyEdge / (toyGrid - 1)
	for i := 1; i < toyGrid; i++ {
		x := -toyEdge + float64(step*float64(i))
		cumulative[i] = cumulative[i-1] + float64(step/2*(toyDensity(x-step, y)+toyDensity(x, y)))
	}
	total := cumulative[toyGrid-1]
	at := 1
	for i := range q {
		want := total * (float64(i) + 0.5) / float64(len(q))
		for cumulative[at] < want {
			at++
		}
		part := (want - cumulative[at-1]) / (cumulative[at] - cumulative[at-1])
		q[i] = -toyEdge + float64(step*(float64(at-1)+part))
	}
}

// quantileDistance returns the first Wasserstein distance between the samples x
// and the distribution with the quantiles q of the same length: the mean
// distance of the sorted samples from them. It sorts x.
func quantileDistance(x, q []float64) float64 {
	slices.Sort(x)
	sum := 0.0
	for i := range x {
		sum += math.Abs(x[i] - q[i])
	}
	return sum / float64(len(x))
}
