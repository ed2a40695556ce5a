package diffusion

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// A conditional is the scene of conditional sampling: a kernel in y decides which training points count.
type conditional struct {
	lab *Lab
}

func (s *conditional) reset(rng *rand.Rand) {}

func (s *conditional) step() sim.Pace { return sim.Done }

func (s *conditional) draw(f *sim.Frame) {
	f.Panel("What does asking for a condition return?").Empty = "Nothing is measured yet."
}
