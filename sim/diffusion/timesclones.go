package diffusion

import (
	"math/rand/v2"

	"example.org/rote/sim/exact"
)

const (
	clusterPoints = 256 // training points, half in each cluster
	cloneBatches  = 6   // ticks at one noise level
	cloneBatch    = 200 // pairs in a tick
)

// cloneStarts are the noise levels at which clones part, in units of σ_S.
var cloneStarts = [...]float64{4, 2, 1, 0.5, 0.25}

// clones are pairs that share a noised sample and then descend with noise of
// their own.
type clones struct {
	rng  *rand.Rand
	mix  *mixture  // the first half of the points around +μ, the others around -μ
	x, v []float64 // d
}

func newClones(d int, mu float64, rng *rand.Rand) clones {
	c := clones{rng: rng, mix: newMixture(d, normals(clusterPoints*d, rng)), x: make([]float64, d), v: make([]float64, d)}
	for i := range clusterPoints {
		c.mix.point(i)[0] += mu * float64(1-2*(i/(clusterPoints/2)))
	}
	return c
}

// agree lets a pair part at noise sigma, and returns the probability that both end
// in the same cluster. The reverse process from x, without any error of steps, ends
// at point n with the probability w_n(x).
func (c *clones) agree(sigma float64) float64 {
	noised(c.x, c.mix, sigma, c.rng)
	c.mix.at(c.v, c.x, sigma)
	up := 0.0
	for i := range clusterPoints / 2 {
		up += c.mix.weight(i)
	}
	return float64(up*up) + float64((1-up)*(1-up))
}

// noised fills x with a random point of the mixture plus noise sigma, and
// returns which point it is.
func noised(x []float64, m *mixture, sigma float64, rng *rand.Rand) int {
	i := rng.IntN(m.n())
	for k, centre := range m.point(i) {
		x[k] = centre + float64(sigma*exact.Normal(rng))
	}
	return i
}
