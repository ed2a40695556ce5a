package inheritance

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// A run is the experiment in progress. A tick is an epoch: of the teacher, then of student
// and baseline together, then of what the repair adds; or of one model after the other in a
// counterfactual run. The last tick of a model has its exam, too.
//
// Invariant: nothing but shown depends on a live knob.
type run struct {
	record
	seeds    seeds
	networks map[int]*network // by width
	outline  outline
	choose   func(*record) int // of the pair on show where nobody has chosen; nil is the first noisy one
	asked    int               // the pair that somebody has chosen, or -1

	yield func(sim.Pace) bool
	stop  bool // nobody wants more
	work  int  // of this slice
}

// Seeds are those of the generators that are made anew, so that models share them.
type seeds struct {
	teacherWeights, teacherOrder, studentWeights, studentOrder seed
	selection, repairOrder, dropout, sides                     seed
}

// A seed makes equal generators.
type seed [2]uint64

func nextSeed(rng *rand.Rand) seed {
	a := rng.Uint64()
	return seed{a, rng.Uint64()}
}

// rand is called everywhere, and so not inlined: a page has to load it.
//
//go:noinline
func (s seed) rand() *rand.Rand { return rand.New(rand.NewPCG(s[0], s[1])) }

func nextRand(rng *rand.Rand) *rand.Rand { return nextSeed(rng).rand() }

// newRun draws language, corpus and models from generators of their own.
func newRun(o options, rng *rand.Rand) *run {
	r := &run{record: record{options: o, phase: teaching}, networks: map[int]*network{}, asked: -1}
	words, texts, test, perturbed := nextRand(rng), nextRand(rng), nextRand(rng), nextRand(rng)
	for _, s := range []*seed{&r.seeds.teacherWeights, &r.seeds.teacherOrder, &r.seeds.studentWeights, &r.seeds.studentOrder,
		&r.seeds.selection, &r.seeds.repairOrder, &r.seeds.dropout, &r.seeds.sides} {
		*s = nextSeed(rng)
	}
	r.corpus = newCorpus(o, newLanguage(words), texts)
	r.corpus.ask(test, perturbed)
	r.outline = newOutline(r.corpus)
	if o.experiment == counterfactual {
		r.epochs = halves * (o.tepochs + o.sepochs)
		r.network(o.twidth)
		r.network(o.swidth)
		r.held = newHeldOut(r.corpus, r.seeds.sides.rand())
	} else {
		r.enrol()
	}
	r.shown.pair = r.chosen()
	return r
}

// enrol makes the models.
func (r *run) enrol() {
	r.epochs = r.tepochs + r.sepochs
	r.models[teacher] = r.newModel(teacher, r.twidth, r.tepochs, r.seeds.teacherWeights.rand())
	r.models[baseline] = r.newModel(baseline, r.swidth, r.sepochs, r.seeds.studentWeights.rand())
	r.models[student] = r.newModel(student, r.swidth, r.sepochs, r.seeds.studentWeights.rand())
	if r.adapt != off {
		r.epochs += r.repairs + r.sepochs
		r.models[repaired] = r.newModel(repaired, r.twidth, r.repairs, nil)
		r.models[heir] = r.newModel(heir, r.swidth, r.sepochs, r.seeds.studentWeights.rand())
	}
}

// newModel returns a model with fresh parameters, if there is a generator of them.
func (r *run) newModel(role, width, epochs int, weights *rand.Rand) *model {
	n := len(r.corpus.pairs)
	m := &model{role: role, width: width, epochs: epochs, loss: math.NaN(), network: r.network(width),
		said: make([]sentence, n), repeats: make([]bool, n)}
	m.w = make([]float32, m.network.size)
	if weights != nil {
		m.network.init(m.w, func() float64 { return exact.Normal(weights) })
	}
	return m
}

func (r *run) network(width int) *network {
	if r.networks[width] == nil {
		r.networks[width] = newNetwork(width)
	}
	return r.networks[width]
}

// play is the course of a run, a [sim.Script].
func (r *run) play(yield func(sim.Pace) bool) {
	r.yield = yield
	if r.experiment == counterfactual {
		r.holdOut()
	} else {
		r.inherit()
	}
	if r.stop {
		return
	}
	r.over = true
	for r.pause(sim.Done) {
	}
}

// inherit trains teacher, baseline and student, and if that is wanted the repaired teacher
// and its heir.
func (r *run) inherit() {
	r.phase = teaching
	t := r.teach()
	if !r.train([]*learner{t}, r.models[teacher]) {
		return
	}
	r.phase = racing
	b := r.student(r.models[baseline], r.corpus.targets())
	s := r.student(r.models[student], cut(r.models[teacher].exam.said))
	if !r.train([]*learner{b, s}, r.models[baseline], r.models[student]) || r.adapt == off {
		return
	}
	r.phase = repairing
	if !r.train([]*learner{r.repair(t.drops)}, r.models[repaired]) {
		return
	}
	h := r.student(r.models[heir], cut(r.models[repaired].exam.said))
	r.train([]*learner{h}, r.models[heir])
}

// The rates of training.
const (
	teacherRate, studentRate, repairRate = .003, .004, .0003

	warmUpdates = 60
)

func (r *run) teach() *learner {
	m := r.models[teacher]
	l := newLearner(m.network, m.w, r.corpus.lesson(r.corpus.targets()), schedule{teacherRate, warmUpdates}, m.epochs, r.seeds.teacherOrder.rand())
	l.smooth, l.drops = float32(r.smooth), nn.Dropout{Rate: r.drop, Rng: r.seeds.dropout.rand()}
	return l
}

func (r *run) student(m *model, targets []sentence) *learner {
	l := newLearner(m.network, m.w, r.corpus.lesson(targets), schedule{studentRate, warmUpdates}, m.epochs, r.seeds.studentOrder.rand())
	l.smooth = float32(r.smooth)
	return l
}

// pause hands the time back, and reports whether to go on.
func (r *run) pause(p sim.Pace) bool {
	r.work = 0
	r.stop = r.stop || !r.yield(p)
	return !r.stop
}

// did is the meter of a run. The slice is full if as much again has no room in it.
func (r *run) did(flops int) bool {
	if r.work += flops; r.work+flops <= sliceWork {
		return !r.stop
	}
	return r.pause(sim.Busy)
}

// job is did after one of the parts of a tick.
func (r *run) job(flops int) bool {
	r.part++
	return r.did(flops)
}
