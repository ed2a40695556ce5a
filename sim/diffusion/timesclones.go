package diffusion

import (
	"math/rand/v2"

	"example.org/rote/sim/exact"
)

// The clones of the speciation experiment: pairs that share a noised sample and
// then descend with noise of their own.
const (
	clusterPoints = 256  // training points, half in each cluster
	cloneBatches  = 6    // ticks at one noise level
	cloneBatch    = 50   // pairs in a tick
	cloneSteps    = 120  // of a descent
	cloneEnd      = 0.02 // noise at the end of a descent
)

// cloneStarts are the noise levels at which clones part, in units of σ_S.
var cloneStarts = [...]float64{4, 2, 1, 0.5, 0.25}

// clones measures how often two clones end in the same cluster.
//
// Invariant: between calls of advance, x is at step step of a clone, which is
// the second of its pair or not.
type clones struct {
	rng  *rand.Rand
	mix  *mixture // the first half of the points around +μ, the others around -μ
	fall *sampler

	start, x []float64 // d
	step     int
	second   bool
	first    int // cluster of the first clone
}

func newClones(d int, mu float64, rng *rand.Rand) *clones {
	c := &clones{rng: rng, start: make([]float64, d), x: make([]float64, d)}
	c.mix = newMixture(d, normals(clusterPoints*d, rng))
	for i := range clusterPoints {
		c.mix.point(i)[0] += mu * float64(1-2*(i/(clusterPoints/2)))
	}
	return c
}

// part prepares pairs that part at noise sigma.
func (c *clones) part(sigma float64) {
	plan := newSchedule(sigma, cloneEnd, cloneSteps, 0, "VE")
	c.fall = newSampler(ancestral, newPull(c.mix, 0), plan, 1, c.rng)
	c.step, c.second = 0, false
}

// advance does one step of one clone. At the end of a pair it reports ended, and
// whether the clones agree.
func (c *clones) advance() (ended, agree bool) {
	if c.step == 0 {
		c.set()
	}
	c.fall.step(c.x, c.x, 0, c.step)
	if c.step++; c.step < cloneSteps {
		return false, false
	}
	cluster := c.mix.distances(c.x, 0) / (clusterPoints / 2)
	c.step, c.second = 0, !c.second
	if c.second {
		c.first = cluster
		return false, false
	}
	return true, cluster == c.first
}

// set puts a clone to its start, which is new for the first of a pair.
func (c *clones) set() {
	if !c.second {
		noised(c.start, c.mix, c.fall.plan.sigma[0], c.rng)
	}
	copy(c.x, c.start)
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
