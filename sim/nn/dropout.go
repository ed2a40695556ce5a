package nn

import (
	"math/rand/v2"

	"example.org/rote/sim/kernel"
)

// A Dropout sets numbers to 0 with probability Rate, from 0 to below 1, and divides the
// others by 1-Rate. The zero Dropout leaves all as it is.
type Dropout struct {
	Rate float64
	Rng  *rand.Rand // of the masks; nil is no dropout
}

// Active reports whether there is anything to be done.
func (d Dropout) Active() bool { return d.Rng != nil && d.Rate > 0 }

// Draw fills mask with factors, in order.
func (d Dropout) Draw(mask []float32) {
	keep := float32(1 / (1 - d.Rate))
	for i := range mask {
		mask[i] = keep
		if d.Rng.Float64() < d.Rate {
			mask[i] = 0
		}
	}
}

// Apply multiplies y, or on the way back the derivative by it, by the mask.
func (d Dropout) Apply(y, mask []float32) { kernel.Mul(y, y, mask[:len(y)], false) }
