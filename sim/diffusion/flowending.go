package diffusion

import (
	"math"

	"example.org/rote/sim/exact"
)

// An ending is what can be said when the last level is complete: how each sample
// came near to the point at which it ends.
type ending struct {
	level, levels int
	perSlice      int
	tied          []int // samples with two nearest points at the end

	slope float64
}

// tieTolerance is the relative difference of two distances that are equal.
const tieTolerance = 1e-6

func newEnding(samples, steps int) ending {
	return ending{levels: steps + 1, perSlice: max(1, 4000/samples), tied: make([]int, 0, samples)}
}

func (e *ending) done() bool { return e.level == e.levels }

// work measures one slice of levels anew, against the point at the end.
func (e *ending) work(s *flow) {
	if e.level == 0 {
		e.tie(s.cloud.now)
		e.slope = s.cloud.slope(s.plan.sigma)
	}
	for end := min(e.levels, e.level+e.perSlice); e.level < end; e.level++ {
		s.cloud.approach(e.level, e.levels-1)
	}
}

func (e *ending) tie(r census) {
	for i := range r.r1 {
		if r.r2[i]-r.r1[i] < tieTolerance*r.r1[i] {
			e.tied = append(e.tied, i)
		}
	}
}

// approach replaces the quantiles of level k by those of the distance to the
// point at the end.
func (c *cloud) approach(k, end int) {
	for i := range c.n {
		c.sorted[i] = c.toEnd(i, k, end)
	}
	c.quantiles(k)
}

// toEnd returns the distance of sample i at level k to its training point at the
// end.
func (c *cloud) toEnd(i, k, end int) float64 {
	x, at := c.at(i, k), c.near[end*c.n+i]
	dx, dy := c.points[2*at]-x[0], c.points[2*at+1]-x[1]
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// slope returns the mean slope of log r over log σ between σ = 0.01 and the end,
// where r is the distance to the point at the end; NaN if the run ends above
// σ = 0.003.
func (c *cloud) slope(sigma []float64) float64 {
	end := len(sigma) - 1
	if sigma[end] > 0.003 || sigma[0] < 0.01 {
		return math.NaN()
	}
	from := 0
	for sigma[from] > 0.01*(1+1e-9) {
		from++
	}
	if from == end {
		from--
	}
	sum, n := 0.0, 0
	for i := range c.n {
		a, b := c.toEnd(i, from, end), c.toEnd(i, end, end)
		if a > 0 && b > 0 {
			sum += exact.Log(b / a)
			n++
		}
	}
	return sum / float64(n) / exact.Log(sigma[end]/sigma[from])
}

// settled returns the share of samples whose nearest point at level k is the one
// at the end.
func (c *cloud) settled(k, end int) float64 {
	n := 0
	for i := range c.n {
		if c.near[k*c.n+i] == c.near[end*c.n+i] {
			n++
		}
	}
	return float64(n) / float64(c.n)
}
