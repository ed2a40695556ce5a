package density

import (
	"math"
	"math/rand/v2"
	"slices"

	"example.org/rote/sim"
)

// A scene is the models in training, and what they say of the points. A tick is an epoch
// of all models; the last one has all that is computed at the end.
//
// Invariant: what is trained and estimated depends on no live knob. Live knobs choose what
// is shown of it, and for which point the maps of the plane are made.
type scene struct {
	*sim.Player
	lab      *Lab
	set      *set
	shape    shape
	school   *school
	examiner *examiner
	full     *learner   // which sees all points
	models   []*learner // number r·k+f misses fold f of cut r
	dropped  []bool     // of models
	cuts     []cut
	test     *test
	codes    codes

	epoch       int
	logp        [][]float64 // models×points, at the last checkpoint
	spreads     [][]float64 // models×points, standard errors
	spread      []float64   // points, standard error of the estimate by models that did not see them
	scores      scores
	history     history
	verdict     verdict
	agreement   float64 // of repetitions, or NaN
	hasSamples  bool
	maps        maps
	view        picture
	part, parts int

	yield func(sim.Pace) bool
	over  bool // nothing is to be done any more
	work  int  // of this slice
	goal  goal
}

// A goal is the live knobs.
type goal struct {
	view      string
	pick, ref int
	band      float64
}

func (l *Lab) goal() goal { return goal{l.view, l.pick, l.ref, l.band} }

// newScene draws points, models and draws, in this order, each from a generator of its
// own.
func newScene(l *Lab, rng *rand.Rand) *scene {
	s := &scene{lab: l, set: newSet(l, rng), goal: l.goal(), agreement: math.NaN()}
	n := s.set.n
	s.scores, s.spread = newScores(n), make([]float64, n)
	s.shape = newShape(l, s.set.d)
	s.school = newSchool(l, s.shape)
	s.examiner = newExaminer(l, s.shape, n, nextSeeds(rng))
	s.test = newTest(s.set, s.shape.latent, nextSeeds(rng))
	cuts := nextSeeds(rng).rand()
	everybody := make([]int, n)
	for i := range everybody {
		everybody[i] = i
	}
	s.full = newLearner(l, &s.shape, everybody, nextSeeds(rng))
	for r := range l.reps {
		s.cuts = append(s.cuts, newCut(n, l.folds, cuts))
		for fold := range l.folds {
			s.models = append(s.models, newLearner(l, &s.shape, s.cuts[r].without(fold), nextSeeds(rng)))
			s.logp, s.spreads = append(s.logp, make([]float64, n)), append(s.spreads, make([]float64, n))
		}
	}
	s.dropped = make([]bool, len(s.models))
	s.codes = newCodes(s)
	s.maps = newMaps(s)
	s.view = newPicture(s)
	s.view.see(s)
	s.Player = sim.Play(s.play)
	return s
}

// Step implements [sim.Scene].
func (s *scene) Step() sim.Pace {
	if goal := s.lab.goal(); goal != s.goal {
		s.goal = goal
		s.view.see(s)
		return sim.Busy
	}
	return s.Player.Step()
}

// play is the course of a run. Where all models have diverged, it goes on to its end with
// nothing to be done.
func (s *scene) play(yield func(sim.Pace) bool) {
	s.yield = yield
	if !s.test.compare(s.set, s.did) {
		return
	}
	for s.epoch < s.lab.epochs {
		if !s.train() || s.lab.isCheckpoint(s.epoch) && !s.examine() || !s.update() || !s.pause(sim.Tick) {
			return
		}
	}
	for s.update() && s.pause(sim.Done) {
	}
}

// pause hands the time back, and reports whether there is more to do.
func (s *scene) pause(p sim.Pace) bool {
	s.work = 0
	s.over = s.over || !s.yield(p)
	return !s.over
}

// did is the meter of a run.
func (s *scene) did(flops int) bool {
	if s.work += flops; s.work < sliceWork {
		return !s.over
	}
	return s.pause(sim.Busy)
}

// train takes all models through an epoch.
func (s *scene) train() bool {
	s.part, s.parts = 0, len(s.models)+1
	for i := -1; i < len(s.models); i++ {
		m := s.full
		if i >= 0 {
			m = s.models[i]
		}
		if !m.dropped && !s.school.epoch(m, s.set, s.did) {
			return false
		}
		s.part++
	}
	s.part, s.parts = 0, 0
	s.epoch++
	s.drop()
	s.view.tick(s)
	return true
}

// drop notes which models have diverged.
func (s *scene) drop() {
	for j, m := range s.models {
		s.dropped[j] = m.dropped
	}
}

// hasModels reports whether there are models left.
func (s *scene) hasModels() bool { return slices.Contains(s.dropped, false) }

// examine estimates the scores after an epoch.
func (s *scene) examine() bool {
	s.part, s.parts = 0, len(s.models)+1
	for j, m := range s.models {
		if !m.dropped && !s.examiner.examine(s.logp[j], s.spreads[j], m.w, s.set.x, false, s.did) {
			return false
		}
		m.dropped = m.dropped || !isFinite(s.logp[j])
		s.part++
	}
	s.drop()
	s.hasSamples = false
	if !s.full.dropped {
		if !s.test.draw(s.set, s.examiner, s.full.w, s.did) || !s.codes.read(s) {
			return false
		}
		s.hasSamples = true
	}
	if !s.sum() {
		return false
	}
	s.part, s.parts = 0, 0
	s.view.see(s)
	return s.pause(sim.Busy)
}

func isFinite(x []float64) bool {
	for _, v := range x {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

// sum makes scores of what the models say, and sums them up, a slice for each part.
func (s *scene) sum() bool {
	if !s.hasModels() {
		return true
	}
	s.scores.estimate(s.logp, s.dropped, s.cuts, s.lab.folds)
	s.spreadOut()
	s.agreement = s.agree()
	if !s.pause(sim.Busy) {
		return false
	}
	t := count(&s.scores, s.set, s.noise(), s.test.toOther)
	t.epoch = float64(s.epoch)
	if !s.pause(sim.Busy) {
		return false
	}
	s.history = append(s.history, t)
	s.verdict = judge(&s.scores, s.set, s.test)
	return s.pause(sim.Busy)
}

// spreadOut finds the standard error of what the models that did not see a point say.
func (s *scene) spreadOut() {
	for i := range s.spread {
		sum, n := 0.0, 0.0
		for r, c := range s.cuts {
			if j := r*s.lab.folds + c[i]; !s.dropped[j] {
				sum, n = sum+s.spreads[j][i], n+1
			}
		}
		s.spread[i] = sum / n
	}
}

// noise returns the score below which a score is noise: √2 times the median standard
// error.
func (s *scene) noise() float64 {
	sorted := slices.DeleteFunc(slices.Clone(s.spread), func(v float64) bool { return math.IsNaN(v) })
	slices.Sort(sorted)
	return math.Sqrt2 * quantile(sorted, .5)
}

// agree returns the rank correlation between the scores of the first repetition and
// those of the others, or NaN if there is one only.
func (s *scene) agree() float64 {
	if len(s.cuts) < 2 {
		return math.NaN()
	}
	k := s.lab.folds
	first, others := newScores(s.set.n), newScores(s.set.n)
	first.estimate(s.logp[:k], s.dropped[:k], s.cuts[:1], k)
	others.estimate(s.logp[k:], s.dropped[k:], s.cuts[1:], k)
	return spearman(first.m, others.m)
}
