package diffusion

import (
	"math"

	"example.org/rote/sim/exact"
)

// A record is what the exams of a run have found, checkpoint by checkpoint.
type record struct {
	step, lossTrain, lossTest, score []float64
	excess                           []float64 // NaN where it is not known
	r1, r2                           []float64 // drawn per checkpoint: distances to the two nearest distinct points
	near                             []int     // the same: the nearest
	gap0                             float64   // share of fresh samples that look like copies
}

func newRecord(n int) record {
	list := func(k int) []float64 { return make([]float64, 0, k) }
	return record{step: list(n), lossTrain: list(n), lossTest: list(n), score: list(n), excess: list(n),
		r1: list(n * drawn), r2: list(n * drawn), near: make([]int, 0, n*drawn), gap0: math.NaN()}
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
}

// distances returns r1 and r2 of the samples of checkpoint i.
func (r *record) distances(i int) (r1, r2 []float64) {
	return r.r1[i*drawn : (i+1)*drawn], r.r2[i*drawn : (i+1)*drawn]
}

// judge computes the excess of copies at each checkpoint.
func (r *record) judge(s *network) {
	r.excess = r.excess[:0]
	if len(s.points) == 2 || !s.fresh.done() {
		for range r.step {
			r.excess = append(r.excess, math.NaN())
		}
		return
	}
	r.gap0 = s.fresh.gap(s.kappa)
	for i := range r.step {
		r.excess = append(r.excess, excess(r.gap(i, s.kappa), r.gap0))
	}
}

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
	first := r.n()
	for first > 0 && r.excess[first-1] >= memorized {
		first--
	}
	switch first {
	case r.n():
		return math.NaN()
	case 0:
		return r.step[0]
	}
	before, after := r.excess[first-1], r.excess[first]
	low, high := exact.Log(r.step[first-1]), exact.Log(r.step[first])
	return exact.Exp(low + float64((high-low)*((memorized-before)/(after-before))))
}
