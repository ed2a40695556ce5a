package data

import (
	"math/rand/v2"

	"example.org/rote/sim/exact"
)

// AddNoise adds to each pixel a normal number with standard deviation sd. The
// result is not clipped.
func AddNoise(pixels []float32, rng *rand.Rand, sd float64) {
	for i := range pixels {
		pixels[i] += float32(sd * exact.Normal(rng))
	}
}

// Invert swaps ink and paper.
func Invert(pixels []float32) {
	for i, v := range pixels {
		pixels[i] = 1 - v
	}
}

// Binarize makes ink above ½ 1, and the rest 0.
func Binarize(pixels []float32) {
	for i, v := range pixels {
		pixels[i] = 0
		if v > .5 {
			pixels[i] = 1
		}
	}
}
