package diffusion

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A cloud is the samples of a flow at all levels so far.
//
// Invariant: the rows of path up to the flow's level are complete; block samples
// of the next one are.
type cloud struct {
	n, block int // samples, and how many of the next level are done
	size     int // samples in a slice
	move     *sampler
	points   []float64 // m×2, distinct training points
	fair     []float64 // m, how many samples each would get in proportion

	path []float64 // (K+1)×n×2
	near []int32   // (K+1)×n, the nearest distinct point
	v    []float64 // n×2, the pull M-x at the last level of each sample
	a    []float64 // n, its damping

	now, next         census
	expected          []float64 // m, Σ over samples of the weights at the start
	low, middle, high []float64 // K+1: 10, 50, 90% of the distance to the nearest point
	most              float64   // by how much a point has exceeded its fair share at most, as a factor
	sorted            []float64 // n, scratch
}

// A census is what is measured of the samples at one level.
type census struct {
	r1, r2 []float64 // n, distances to the two nearest distinct points
	frozen []bool    // n, S < τ
	count  []int     // m, samples by nearest point
	wmax   float64   // Σ over samples of the largest weight
}

func newCensus(n, m int) census {
	return census{r1: make([]float64, n), r2: make([]float64, n), frozen: make([]bool, n), count: make([]int, m)}
}

// newCloud returns the cloud of the samples in start, n×2.
func newCloud(s *flow, start []float64, rng *rand.Rand) cloud {
	n, m, levels := len(start)/2, len(s.points)/2, s.plan.steps()+1
	c := cloud{n: n, points: s.points, path: make([]float64, levels*len(start)), near: make([]int32, levels*n),
		v: make([]float64, 2*n), a: make([]float64, n), now: newCensus(n, m), next: newCensus(n, m),
		expected: make([]float64, m), sorted: make([]float64, n),
		low: unknown(levels), middle: unknown(levels), high: unknown(levels)}
	c.fair = make([]float64, m)
	for i, times := range s.times {
		c.fair[i] = float64(n) * float64(times) / float64(s.pull.mix.n())
	}
	c.move = newSampler(s.lab.sampler, s.pull, s.plan, n, rng)
	c.size = max(1, min(n, slicePairs/(c.move.evaluations()*s.pull.mix.n())))
	copy(c.path, start)
	return c
}

// unknown returns n times NaN.
func unknown(n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = math.NaN()
	}
	return x
}

// at returns sample i at level k.
func (c *cloud) at(i, k int) []float64 {
	row := 2 * (k*c.n + i)
	return c.path[row : row+2]
}

// isMeasured reports whether there is a reading of the last level.
func (c *cloud) isMeasured() bool { return !math.IsNaN(c.middle[0]) }

// measureStart measures one block at level 0.
func (c *cloud) measureStart() {
	for end := min(c.n, c.block+c.size); c.block < end; c.block++ {
		c.measure(c.block, 0)
		c.expect(c.at(c.block, 0))
	}
	if c.block == c.n {
		c.complete(0)
	}
}

// expect adds the weights at the start of a sample to those expected of its end.
func (c *cloud) expect(x []float64) {
	if c.move.pull.offset != nil {
		return
	}
	mix, at := c.move.pull.mix, 0
	for j := range mix.n() {
		if w := mix.weight(j); w > 0 {
			if len(c.expected) == mix.n() {
				at = j
			} else {
				at, _, _ = nearest(c.points, mix.point(j))
			}
			c.expected[at] += w
		}
	}
}

// fly moves one block from level k to the next, and reports whether that level is
// complete.
func (c *cloud) fly(k int) bool {
	if c.block == c.n {
		c.block = 0
	}
	for end := min(c.n, c.block+c.size); c.block < end; c.block++ {
		i := c.block
		copy(c.move.v, c.v[2*i:2*i+2])
		c.move.advance(c.at(i, k+1), c.at(i, k), c.a[i], i, k)
		c.measure(i, k+1)
	}
	if c.block < c.n {
		return false
	}
	c.complete(k + 1)
	return true
}

// measure evaluates sample i on level k for the next step, and reads off what is
// shown.
func (c *cloud) measure(i, k int) {
	x, p := c.at(i, k), c.move.pull
	a, _ := p.at(c.v[2*i:2*i+2], x, c.move.plan.sigma[k])
	c.a[i] = a
	c.next.frozen[i] = a < 1
	wmax, _ := p.mix.largest()
	c.next.wmax += wmax
	at, r1, r2 := nearest(c.points, x)
	c.near[k*c.n+i] = int32(at)
	c.next.r1[i], c.next.r2[i] = r1, r2
	c.next.count[at]++
}

// complete makes the next reading the present one.
func (c *cloud) complete(k int) {
	c.now, c.next = c.next, c.now
	clear(c.next.count)
	c.next.wmax = 0
	copy(c.sorted, c.now.r1)
	c.quantiles(k)
	for i, count := range c.now.count {
		c.most = max(c.most, float64(count)/c.fair[i])
	}
}

// quantiles stores those of the distances in sorted, which it sorts, for level k.
func (c *cloud) quantiles(k int) {
	slices.Sort(c.sorted)
	c.low[k], c.middle[k], c.high[k] = quantile(c.sorted, 0.1), quantile(c.sorted, 0.5), quantile(c.sorted, 0.9)
}
