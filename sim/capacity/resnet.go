package capacity

import (
	"fmt"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A resnet is the scene of the residual network: a tick is a block, and the last
// one reads the classes off.
type resnet struct {
	net  *residual
	tick int
	view resnetView
}

func newResnet(l *Lab, rng *rand.Rand) *resnet {
	t := gaussian(rng, l.n, l.d, 1)
	t.drawClasses(rng, min(l.classes, sim.MaxClass))
	s := &resnet{net: newResidual(&t, rng)}
	s.view = newResnetView(s.net)
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

// tell returns the sentence under the picture.
func (s *resnet) tell() string {
	r := s.net
	if b := s.moving(); b != nil {
		return fmt.Sprintf("Block %d of %d moves %d points of class %d to their place on v; all others stay.",
			s.tick, len(r.blocks), len(b.group), b.class+1)
	}
	if !s.isComplete() {
		return fmt.Sprintf("%d points of %d classes: each block will move up to %d of one class along v, and no other point.",
			r.now.n, r.now.classes, r.now.d)
	}
	size := r.size()
	says := fmt.Sprintf("%d points moved by %d ReLU (theory allows %d), read off by %d more: largest error %s.",
		r.now.n, size.units, size.bound, 4*r.now.classes, sketch.Digits(s.view.facts.fit, 1))
	if size.least < generalPosition {
		says += fmt.Sprintf(" The points are not in general position: the least distance is %s.", sketch.Digits(size.least, 1))
	}
	return says
}
