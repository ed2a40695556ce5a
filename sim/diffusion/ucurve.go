package diffusion

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// A ucurve is the scene of the U: the distance to the truth against the strength of a regularizer.
type ucurve struct {
	lab *Lab
}

func (s *ucurve) reset(rng *rand.Rand) {}

func (s *ucurve) step() sim.Pace { return sim.Done }

func (s *ucurve) draw(f *sim.Frame) {
	f.Panel("Too little copies, too much blurs: where is the best?").Empty = "Nothing is measured yet."
}
