package decoding

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// A scene is a network in training, and what is read of its layers. A tick is an epoch;
// the last one has all that is computed at the end.
//
// Invariant: what is trained and kept depends on no live knob, and what is read depends
// on that and the live knobs alone. So a run whose live knobs have changed on the way
// ends as one that had them from the start.
type scene struct {
	*sim.Player
	lab   *Lab
	task  task
	seeds struct{ folds, weights, orders seeds } // of the repair
	net   *learner
	look  looker
	record
	atlas atlas
	view  picture

	yield func(sim.Pace) bool
	over  bool // nothing is to be done any more
	work  int  // of this slice
	ended bool // training

	goal settings // to be read with
	live live     // that the picture is up to date with

	training []int8 // n, answers of the network
	test     []int8 // testCount
}

// newScene draws data and networks, in this order, each from a generator of its own.
func newScene(l *Lab, rng *rand.Rand) *scene {
	from := source{rng}
	s := &scene{lab: l, task: newTask(l, from), record: newRecord(l), goal: l.settings(), live: l.live()}
	labels := s.task.given
	if l.target == clean {
		labels = s.task.right
	}
	weights, orders := from.next(), from.next()
	s.seeds.folds, s.seeds.weights, s.seeds.orders = from.next(), from.next(), from.next()
	s.net = newLearner(l, &s.task, labels, weights.rand(), orders.rand())
	s.look = newLooker(s.net.net)
	s.training, s.test = make([]int8, l.n), make([]int8, testCount)
	s.atlas = newAtlas(s)
	s.view = newPicture(s)
	s.view.see(s)
	s.Player = sim.Play(s.play)
	return s
}

// Step implements [sim.Scene].
func (s *scene) Step() sim.Pace {
	if now := s.lab.live(); now != s.live {
		s.live, s.goal = now, now.settings
		s.view.see(s)
		return sim.Busy
	}
	return s.Player.Step()
}

// play is the course of a run.
func (s *scene) play(yield func(sim.Pace) bool) {
	s.yield = yield
	if !s.examine(0) {
		return
	}
	for ticks := 0; s.update(); ticks++ {
		if ticks > 0 && !s.pause(sim.Tick) {
			return
		}
		if s.ended {
			break
		}
		if !s.net.epoch(s.did) || !s.examine(s.epoch+1) {
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

// did is the meter of work that does not depend on live knobs.
func (s *scene) did(flops int) bool {
	if s.work += flops; s.work < sliceWork {
		return !s.over
	}
	return s.pause(sim.Busy)
}

// examine asks the network after an epoch, keeps it if that is a checkpoint, and decides
// whether training has ended. A network whose outputs are no numbers ends it, and is not
// seen.
func (s *scene) examine(epoch int) bool {
	finite, ok := s.look.answer(s.training, s.net.W, s.task.x, s.did)
	if !ok {
		return false
	}
	finiteTest, ok := s.look.answer(s.test, s.net.W, s.task.test, s.did)
	if !ok {
		return false
	}
	if !finite || !finiteTest {
		s.broken, s.ended = epoch, true
		s.view.see(s)
		return true
	}
	s.record.see(epoch, &s.task, s.net.labels, s.training, s.test)
	s.ended = epoch == s.lab.epochs || s.memorized == 1 && s.lab.stop != limit
	if s.ended || isCheckpoint(epoch) {
		s.kept = append(s.kept, kept{epoch, append([]float32(nil), s.net.W...)})
	}
	s.view.see(s)
	return true
}

// complete reports whether training came to a good end, so that everything is read.
func (s *scene) complete() bool { return s.ended && s.broken == 0 }
