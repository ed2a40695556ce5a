package dejavu

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// testCount is how many whole pictures are named as a usual test.
const testCount = 400

// A scene is two networks in training, and what they know of each other's pictures. A tick
// is an epoch of both; an evaluation belongs to the tick of its epoch.
//
// Invariant: what is trained, and what lies near to what, depends on no live knob. What is
// counted, painted and shown depends on that and the live knobs alone. So a run whose live
// knobs have changed on the way ends as one that had them from the start.
type scene struct {
	*sim.Player
	lab          *Lab
	public, test *set
	sets         [2]*set     // of A, and of B
	models       [2]*learner // of A, and of B; one and the same if B is a copy
	reader       *reader
	classifier   *classifier // until it has named the crops
	chance       *rand.Rand  // of the classifier

	publicX, cropsX, testX []float32     // what a network sees of public pictures, of the crops of A and of B, and of test pictures
	class                  []uint8       // 2n, of the crops
	excluded               int           // pictures without a crop
	plain                  []uint8       // 2n, what a classifier names each crop, by the correlation alone
	seen                   [2]*embedding // at the last evaluation
	spare                  [2]*embedding // for the next
	testNear               []uint16
	testSeen               [layerCount][]float32

	epoch       int
	history     []evaluation
	voter       voter
	guesses     [2][]guess
	testGuesses []guess
	painting    painting
	axes        axes
	view        picture
	part, parts int

	yield func(sim.Pace) bool
	over  bool // nothing is to be done any more
	work  int  // of this slice
	live  live
}

// newScene draws the seeds of public pictures, those of A and of B, test pictures, the
// weights of A and of B and their views, and the classifier, in this order, so that a knob
// of one does not shift the others.
func newScene(l *Lab, rng *rand.Rand) *scene {
	var from [9]seeds
	for i := range from {
		from[i] = nextSeeds(rng)
	}
	m := maker{l.classes, l.cells, l.rho}
	s := &scene{lab: l, public: m.draw(from[0].rand(), l.m), test: m.draw(from[3].rand(), testCount), live: l.live(), chance: from[8].rand()}
	for i := range s.sets {
		s.sets[i] = m.draw(from[1+i].rand(), l.n)
		s.models[i] = newLearner(l, s.sets[i], from[4+i].rand(), from[6+i].rand())
		s.cropsX, s.class = s.sets[i].crops(s.cropsX), append(s.class, s.sets[i].class...)
		s.excluded += s.sets[i].excluded()
	}
	if l.isCopy() {
		s.models[1] = s.models[0]
	}
	s.prepare()
	s.view = newPicture(s)
	s.view.see(s)
	s.Player = sim.Play(s.play)
	return s
}

// prepare makes room for what is seen and counted.
func (s *scene) prepare() {
	l := s.lab
	s.publicX, s.testX = s.public.wholes(), s.test.wholes()
	s.reader = newReader(s.models[0].net, l.m)
	for i := range s.seen {
		s.seen[i], s.spare[i] = s.newEmbedding(), s.newEmbedding()
		s.guesses[i] = make([]guess, 2*l.n)
	}
	for layer, shape := range s.models[0].net.Layers {
		s.testSeen[layer] = make([]float32, testCount*shape.Out)
	}
	s.testNear = make([]uint16, testCount*keptNear)
	s.testGuesses = make([]guess, testCount)
	s.voter = newVoter(l.classes, l.k)
	s.classifier = newClassifier(l.classes, s.public, s.chance)
	s.painting = newPainting(s)
}

// Step implements [sim.Scene].
func (s *scene) Step() sim.Pace {
	if now := s.lab.live(); now != s.live {
		s.live = now
		s.recountLast()
		s.view.see(s)
		return sim.Busy
	}
	return s.Player.Step()
}

// play is the course of a run.
func (s *scene) play(yield func(sim.Pace) bool) {
	s.yield = yield
	if !s.classify() || !s.examine() || !s.update() {
		return
	}
	for {
		for !s.isOver() {
			if !s.train() || !s.update() || !s.isLost() && !s.pause(sim.Tick) {
				return
			}
		}
		if !s.update() || !s.pause(sim.Done) {
			return
		}
	}
}

// classify trains the classifier, and asks it for every crop.
func (s *scene) classify() (ok bool) {
	if !s.classifier.train(s.chance, s.did) {
		return false
	}
	s.plain, ok = s.classifier.name(s.cropsX, s.did)
	s.classifier = nil
	return ok
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

// train takes both networks through an epoch, batch by batch, and evaluates them where it
// is time. A network whose loss is not finite ends the run.
func (s *scene) train() bool {
	models := s.models[:s.distinct()]
	batches := 0
	for _, m := range models {
		batches = m.shuffle(s.epoch + 1)
	}
	for i := range batches {
		for _, m := range models {
			if !m.learn(i, s.did) {
				return false
			}
		}
	}
	if s.isLost() {
		s.view.see(s)
		return true
	}
	s.epoch++
	return !isEvaluated(s.epoch) && s.epoch != s.lab.epochs || s.examine()
}

// isLost reports whether a network has diverged.
func (s *scene) isLost() bool { return s.models[0].lost || s.models[1].lost }

// isOver reports whether nothing is left to train.
func (s *scene) isOver() bool { return s.isLost() || s.epoch >= s.lab.epochs }

// isEnd reports whether what is shown is the end.
func (s *scene) isEnd() bool { return s.isLost() || s.last() != nil && s.last().epoch == s.lab.epochs }
