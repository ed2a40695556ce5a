package diffusion

import (
	"math"

	"example.org/rote/sim/exact"
)

// A record is what the exams of a run have found, checkpoint by checkpoint.
type record struct {
	step, lossTrain, lossTest, score []float64
	excess, spurious                 []float64 // beyond chance; NaN where they are not known
	r1, r2                           []float64 // drawn per checkpoint: distances to the two nearest distinct points
	near                             []int     // the same: the nearest
	crowd                            crowd
	bounds                           bounds
	gap0, spurious0                  float64 // shares of fresh samples that look like copies, and spurious
}

func newRecord(n int) record {
	list := func(k int) []float64 { return make([]float64, 0, k) }
	return record{step: list(n), lossTrain: list(n), lossTest: list(n), score: list(n), excess: list(n), spurious: list(n),
		r1: list(n * drawn), r2: list(n * drawn), near: make([]int, 0, n*drawn), gap0: math.NaN(), crowd: crowd{far: list(n * drawn)}}
}

// n returns how many checkpoints there are.
func (r *record) n() int { return len(r.step) }

// add appends a checkpoint.
func (r *record) add(step int, p *sheet, points []float64) {
	r.step = append(r.step, float64(step))
	r.lossTrain, r.lossTest, r.score = append(r.lossTrain, p.lossTrain), append(r.lossTest, p.lossTest), append(r.score, p.score)
	for i := 0; i < len(p.samples); i += 2 {
		at, r1, r2 := nearest(points, p.samples[i:i+2])
		r.r1, r.r2, r.near = append(r.r1, r1), append(r.r2, r2), append(r.near, at)
	}
	r.crowd.add(p.samples)
}

// distances returns r1 and r2 of the samples of checkpoint i.
func (r *record) distances(i int) (r1, r2 []float64) {
	return r.r1[i*drawn : (i+1)*drawn], r.r2[i*drawn : (i+1)*drawn]
}

// judge computes the shares of copies and of spurious samples beyond those of
// fresh samples at each checkpoint.
func (r *record) judge(s *network) {
	r.excess, r.spurious = r.excess[:0], r.spurious[:0]
	if len(s.points) == 2 || r.n() == 0 {
		for range r.step {
			r.excess, r.spurious = append(r.excess, math.NaN()), append(r.spurious, math.NaN())
		}
		return
	}
	r.gap0 = s.fresh.gap(s.kappa)
	r.spurious0 = spuriousShare(r.crowd.fresh, s.fresh.r1, s.fresh.r2, s.kappa)
	for i := range r.step {
		r1, r2 := r.distances(i)
		r.excess = append(r.excess, excess(gapShare(r1, r2, s.kappa), r.gap0))
		r.spurious = append(r.spurious, excess(spuriousShare(r.crowded(i), r1, r2, s.kappa), r.spurious0))
	}
}

// crowded returns how far the samples of checkpoint i are from others alike.
func (r *record) crowded(i int) []float64 { return r.crowd.far[i*drawn : (i+1)*drawn] }

// gap returns the gap share at checkpoint i.
func (r *record) gap(i int, kappa float64) float64 {
	r1, r2 := r.distances(i)
	return gapShare(r1, r2, kappa)
}

// best returns the checkpoint with the least error of the score. There must be
// one.
func (r *record) best() int {
	best := 0
	for i, score := range r.score {
		if score < r.score[best] {
			best = i
		}
	}
	return best
}

// learned returns the first step whose error of the score is within 20% of the
// least.
func (r *record) learned() float64 {
	least := r.score[r.best()]
	for i, score := range r.score {
		if score <= 1.2*least {
			return r.step[i]
		}
	}
	return math.NaN()
}

// copies returns the step at which the excess of copies has risen above memorized
// for good, on a line in log step between two checkpoints; the first step if it
// has always been above, and NaN if it is not above now.
func (r *record) copies() float64 {
	return r.since(func(i int) float64 { return r.excess[i] - memorized })
}

// passes returns the step at which the loss on training points has fallen below
// that of the truth for good, in the same way.
func (r *record) passes() float64 {
	return r.since(func(i int) float64 { return r.bounds.truth - r.lossTrain[i] })
}

// since returns the step from which on a quantity of each checkpoint is at least
// 0, on a line in log step between two checkpoints; the first step if it always has
// been, and NaN if it is not now.
func (r *record) since(of func(i int) float64) float64 {
	first := r.n()
	for first > 0 && of(first-1) >= 0 {
		first--
	}
	switch first {
	case r.n():
		return math.NaN()
	case 0:
		return r.step[0]
	}
	before, after := of(first-1), of(first)
	low, high := exact.Log(r.step[first-1]), exact.Log(r.step[first])
	return exact.Exp(low + float64((high-low)*(-before/(after-before))))
}
