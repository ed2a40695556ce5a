package diffusion

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// A flow is the scene of samples on their way from noise to data.
type flow struct {
	lab *Lab
}

func (s *flow) reset(rng *rand.Rand) {}

func (s *flow) step() sim.Pace { return sim.Done }

func (s *flow) draw(f *sim.Frame) {
	f.Panel("Where do the samples go?").Empty = "Nothing is drawn yet."
}
