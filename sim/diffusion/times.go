package diffusion

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// A times is the scene of the two times: when a sample is committed to a class, and to a training point.
type times struct {
	lab *Lab
}

func (s *times) reset(rng *rand.Rand) {}

func (s *times) step() sim.Pace { return sim.Done }

func (s *times) draw(f *sim.Frame) {
	f.Panel("When is a sample committed to one training point?").Empty = "Nothing is measured yet."
}
