package inheritance

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/nn"
)

// newHeldOut draws the sides: each pair is learned by half of the models, at random.
func newHeldOut(c *corpus, rng *rand.Rand) *heldOut {
	n := len(c.pairs)
	h := &heldOut{models: [2]int{halves, halves}, loss: math.NaN()}
	for side := range 2 {
		h.with[side], h.without[side] = make([]float64, n), make([]float64, n)
	}
	for k := range h.sides {
		h.sides[k] = make([]bool, n)
	}
	for i := range n {
		for _, k := range rng.Perm(halves)[:halves/2] {
			h.sides[k][i] = true
		}
	}
	for side := range 2 {
		h.sum(side, c)
	}
	return h
}

// holdOut trains teachers on half of the corpus each, and then a student of each on what
// it says to the sources of that half. Feldman and Zhang (2020).
func (r *run) holdOut() {
	teacherWeights, studentWeights := r.seeds.teacherWeights.rand(), r.seeds.studentWeights.rand()
	teacherOrder, studentOrder := r.seeds.teacherOrder.rand(), r.seeds.studentOrder.rand()
	dropout := r.seeds.dropout.rand()
	targets := make([][]sentence, halves)
	for k := range halves {
		m := r.newModel(teacher, r.twidth, r.tepochs, teacherWeights)
		l := newLearner(m.network, m.w, r.held.lesson(k, r.corpus.targets()), schedule{teacherRate, warmUpdates}, m.epochs, nextRand(teacherOrder))
		l.smooth, l.drops = float32(r.smooth), nn.Dropout{Rate: r.drop, Rng: dropout}
		if !r.trainHalf(k, m, l, func() (ok bool) { targets[k], ok = r.says(m, l.pairs); return ok }) {
			return
		}
	}
	r.phase = racing
	for k := range halves {
		m := r.newModel(student, r.swidth, r.sepochs, studentWeights)
		l := newLearner(m.network, m.w, r.held.lesson(k, targets[k]), schedule{studentRate, warmUpdates}, m.epochs, nextRand(studentOrder))
		l.smooth = float32(r.smooth)
		if !r.trainHalf(halves+k, m, l, func() bool { return true }) {
			return
		}
	}
}

// lesson returns the pairs of model k with some targets.
func (h *heldOut) lesson(k int, targets []sentence) lesson {
	l := lesson{targets: targets}
	for i, in := range h.sides[k] {
		if in {
			l.pairs = append(l.pairs, i)
		}
	}
	return l
}

// says returns what a model says to the sources of some pairs, cut to what can be learned;
// the others are nil.
func (r *run) says(m *model, pairs []int) ([]sentence, bool) {
	asked, targets := make([]pair, len(pairs)), make([]sentence, len(r.corpus.pairs))
	for k, i := range pairs {
		asked[k] = r.corpus.pairs[i]
	}
	answers, ok := r.ask(m, asked)
	for k := range answers {
		targets[pairs[k]] = answers[k].said
	}
	return cut(targets), ok
}

// trainHalf takes one model through its epochs, finds how likely all targets are to it, and
// what else is wanted of it at the end.
func (r *run) trainHalf(k int, m *model, l *learner, end func() bool) bool {
	for e := 1; e <= m.epochs; e++ {
		r.part, r.parts = 0, l.batches()
		if e == m.epochs {
			r.parts += jobs(len(r.corpus.pairs), l.atOnce)
			if k < halves {
				r.parts += jobs(len(l.pairs), l.atOnce)
			}
		}
		if !r.learnEpoch([]*learner{l}) {
			return false
		}
		m.passed(l)
		r.held.loss = m.loss
		if e == m.epochs && !(r.rateHalf(k, m) && end()) || !r.tick() {
			return false
		}
	}
	return true
}

func (r *run) rateHalf(k int, m *model) (ok bool) {
	r.held.probability[k], ok = r.rate(m, r.corpus.pairs)
	if !ok {
		return false
	}
	r.held.done[k/halves]++
	r.held.sum(k/halves, r.corpus)
	return true
}

// learned reports whether model k, a teacher or the student of one, has learned a pair.
func (h *heldOut) learned(k, pair int) bool { return h.sides[k%halves][pair] }

// sum averages over the models of a side that are done.
func (h *heldOut) sum(side int, c *corpus) {
	for i := range c.pairs {
		var sums, counts [2]float64
		for k := side * halves; k < side*halves+h.done[side]; k++ {
			in := 0
			if h.learned(k, i) {
				in = 1
			}
			sums[in] += h.probability[k][i]
			counts[in]++
		}
		h.without[side][i], h.with[side][i] = sums[0]/counts[0], sums[1]/counts[1]
	}
	for g := range group(groups) {
		h.memory[side][g], h.spread[side][g] = h.moments(side, g, c)
	}
}

// moments returns mean and standard deviation of what the pairs of a group gain by being
// learned, over those where it can be told; NaN of none.
func (h *heldOut) moments(side int, g group, c *corpus) (mean, deviation float64) {
	sum, squares, n := 0.0, 0.0, 0.0
	for i, p := range c.pairs {
		if gain := h.with[side][i] - h.without[side][i]; p.group == g && !math.IsNaN(gain) {
			sum, squares, n = sum+gain, squares+float64(gain*gain), n+1
		}
	}
	mean = sum / n
	return mean, math.Sqrt(max(0, squares/n-float64(mean*mean)))
}
