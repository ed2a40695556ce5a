package inheritance

import (
	"cmp"
	"slices"

	"example.org/rote/sim/nn"
)

// How pairs are chosen for a repair.
const (
	leastGood     = 20  // pairs; of fewer the best third is taken
	agreedQuality = .85 // between what the teacher says and the target
	agreedSurely  = .9  // confidence of the teacher
	agreedSource  = 4   // words

	repairWarm = 1
)

// repair returns the learner of the repaired teacher, which begins with what the teacher
// knows.
func (r *run) repair(drops nn.Dropout) *learner {
	m := r.models[repaired]
	copy(m.w, r.models[teacher].w)
	pairs := r.selection()
	r.selected = len(pairs)
	for _, i := range pairs {
		if r.corpus.pairs[i].group == noisy {
			r.selectedNoisy++
		}
	}
	lesson := lesson{pairs, r.corpus.targets()}
	l := newLearner(m.network, m.w, lesson, schedule{repairRate, repairWarm}, m.epochs, r.seeds.repairOrder.rand())
	l.smooth, l.drops = float32(r.smooth), drops
	return l
}

// selection draws the pairs that repair the teacher: half of the corpus at most. By chance
// they are as many as there would be by quality.
func (r *run) selection() []int {
	var good []int
	for i := range r.corpus.pairs {
		if r.isGood(i) {
			good = append(good, i)
		}
	}
	if len(good) < leastGood {
		r.scarce, good = true, r.best(len(r.corpus.pairs)/3)
	}
	count := min(len(good), len(r.corpus.pairs)/2)
	if r.adapt == byChance {
		good = r.corpus.lesson(nil).pairs
	}
	rng := r.seeds.selection.rand()
	rng.Shuffle(len(good), func(i, j int) { good[i], good[j] = good[j], good[i] })
	return good[:count]
}

// isGood reports whether a pair is good enough.
func (r *run) isGood(i int) bool {
	p, e := &r.corpus.pairs[i], r.models[teacher].exam
	if r.adapt == byAgreement {
		return r.agreement(i) > agreedQuality && e.confidence[i] > agreedSurely && len(p.source) >= agreedSource
	}
	return r.corpus.language.quality(p.target, p.reference) > r.good
}

// agreement returns how much the teacher's sentence has in common with the target.
func (r *run) agreement(i int) float64 {
	return r.corpus.language.quality(r.models[teacher].exam.said[i], r.corpus.pairs[i].target)
}

// best returns the pairs on which teacher and corpus agree most; of equals the first ones.
func (r *run) best(count int) []int {
	pairs := r.corpus.lesson(nil).pairs
	slices.SortStableFunc(pairs, func(i, j int) int { return cmp.Compare(r.agreement(j), r.agreement(i)) })
	return pairs[:count]
}
