package inheritance

import "example.org/rote/sim"

// train takes models that learn side by side, batch by batch, through their epochs, and
// examines them. All have equally many epochs and batches.
func (r *run) train(learners []*learner, models ...*model) bool {
	epochs, fresh := models[0].epochs, models[0].role != repaired
	for _, m := range models {
		m.begun = true
	}
	for e := 1; e <= epochs; e++ {
		watched := e%watchEvery == 0 && e < epochs
		r.count(learners, fresh && e == 1, watched, e == epochs)
		if fresh && e == 1 && !r.watchAll(models) || !r.learnEpoch(learners) {
			return false
		}
		for i, m := range models {
			m.passed(learners[i])
		}
		if watched && !r.watchAll(models) || e == epochs && !r.examine(models) || !r.tick() {
			return false
		}
	}
	return true
}

// watchEvery is after how many epochs a model is watched.
const watchEvery = 2

// count says how many jobs the next tick has, with models watched before and after its
// epoch or not.
func (r *run) count(learners []*learner, before, after, last bool) {
	r.part, r.parts = 0, 0
	for _, l := range learners {
		r.parts += l.batches()
		for _, watched := range [...]bool{before, after} {
			if watched {
				r.parts += jobs(len(r.outline.watched), l.atOnce)
			}
		}
		if last {
			r.parts += r.outline.jobs(l.network, r.corpus)
		}
	}
}

func jobs(n, size int) int { return (n + size - 1) / size }

// learnEpoch takes all learners through an epoch.
func (r *run) learnEpoch(learners []*learner) bool {
	for _, l := range learners {
		l.start()
	}
	for i := range learners[0].batches() {
		for _, l := range learners {
			if !l.batch(i, r.corpus.pairs, r.did) || !r.job(0) {
				return false
			}
		}
	}
	return true
}

// passed notes an epoch.
func (m *model) passed(l *learner) {
	m.epoch++
	if l.broken && m.broken == 0 {
		m.broken = m.epoch
	}
	if !l.broken {
		m.loss = l.mean()
	}
}

// tick ends an epoch, with the pair on show up to date.
func (r *run) tick() bool {
	r.shown.pair = r.chosen()
	for r.stale() {
		r.look()
		if !r.pause(sim.Busy) {
			return false
		}
	}
	r.epoch++
	r.part, r.parts = 0, 0
	return r.pause(sim.Tick)
}

// lesson returns all pairs with some targets.
func (c *corpus) lesson(targets []sentence) lesson {
	l := lesson{targets: targets}
	for i := range c.pairs {
		l.pairs = append(l.pairs, i)
	}
	return l
}

func (c *corpus) targets() (targets []sentence) {
	for _, p := range c.pairs {
		targets = append(targets, p.target)
	}
	return targets
}

// cut returns sentences without the words that are too many to be learned.
func cut(said []sentence) (targets []sentence) {
	for _, s := range said {
		targets = append(targets, s[:min(len(s), longestTarget-1)])
	}
	return targets
}
