package capacity

import (
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A resnet is the scene of the residual network: a tick is a block, and the last
// one reads the classes off.
type resnet struct {
	lab  *Lab
	net  *residual
	tick int
	view resnetView
}

func newResnet(l *Lab, rng *rand.Rand) *resnet {
	t := gaussian(rng, l.held(), l.d, 1)
	t.drawClasses(rng, min(l.classes, sim.MaxClass))
	s := &resnet{lab: l, net: newResidual(&t, rng)}
	s.view = newResnetView(s.net)
	s.view.try = l.next(sim.Try{Words: "The same in 8 dimensions", Address: "capacity?view=resnet&n=32&d=8"},
		sim.Try{Words: "In the plane", Address: "capacity?view=resnet&n=32"})
	s.view.show(s)
	return s
}

func (s *resnet) of() int { return len(s.net.blocks) + 1 }

func (s *resnet) isComplete() bool { return s.tick == s.of() }

// moving returns the block that the present tick shows, or nil.
func (s *resnet) moving() *mover {
	if s.tick == 0 || s.isComplete() {
		return nil
	}
	return &s.net.blocks[s.tick-1]
}

func (s *resnet) Step() sim.Pace {
	if s.isComplete() {
		return sim.Done
	}
	if s.tick < len(s.net.blocks) {
		s.net.build()
	}
	s.tick++
	s.view.show(s)
	return sim.Tick
}

// units returns how many neurons the blocks so far have.
func (s *resnet) units() int { return 4 * s.net.done }

// tell returns the sentence under the picture.
func (s *resnet) tell() string {
	r := s.net
	switch b := s.moving(); {
	case b != nil:
		return say("Block %v of %v moves %s of class %v to the heap of that class; all others stay.",
			s.tick, len(r.blocks), sketch.Count(len(b.group), "point", "points"), b.class+1)
	case !s.isComplete() && s.lab.n > r.now.n:
		return tooMany
	case !s.isComplete():
		return say("%v points of %v classes. A block of four neurons can move %v of one class, and no other point.",
			r.now.n, r.now.classes, min(r.now.n, r.now.d))
	}
	heaps := r.heaps()
	switch size := r.size(); {
	case s.view.facts.wrong > 0:
		return say("The points are not in general position, the least distance is %s: %s the wrong heap.",
			sketch.Digits(size.least, 1), sketch.Count(int(s.view.facts.wrong), "comes to", "come to"))
	case size.units == 0:
		return say("All %v points are of class 1: no neuron has to move them.", r.now.n)
	default:
		return say("%v neurons moved %v points into %s, one for each class, and no point that was not meant.",
			size.units, r.now.n, sketch.Count(heaps, "heap", "heaps"))
	}
}

// counts says what the number of units counts.
func (s *resnet) counts() string {
	if !s.isComplete() {
		return "neurons in the blocks so far"
	}
	return say("neurons move %v points apart", s.net.now.n)
}
