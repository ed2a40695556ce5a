package inheritance

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// A run is the experiment in progress. A tick is an epoch: of the teacher, then of student
// and baseline together, then of what adaptation adds.
//
// Invariant: nothing but shown depends on a live knob.
type run struct {
	record

	yield func(sim.Pace) bool
	stop  bool // nobody wants more
	work  int  // of this slice
}

// newRun draws language, corpus and models from generators of their own.
func newRun(o options, rng *rand.Rand) *run {
	r := &run{record: record{options: o}}
	words, texts, test, perturbed := nextRand(rng), nextRand(rng), nextRand(rng), nextRand(rng)
	r.corpus = newCorpus(o, newLanguage(words), texts)
	r.corpus.ask(test, perturbed)
	return r
}

// play is the course of a run, a [sim.Script].
func (r *run) play(yield func(sim.Pace) bool) {
	r.yield = yield
	r.over = true
	for r.pause(sim.Done) {
	}
}

// show asks for another pair on show, an index into the corpus; -1 leaves the choice to the
// run. It reports whether that is a change; then the answers come with the next steps.
func (r *run) show(pair int) bool { return false }

// pause hands the time back, and reports whether to go on.
func (r *run) pause(p sim.Pace) bool {
	r.work = 0
	r.stop = r.stop || !r.yield(p)
	return !r.stop
}
