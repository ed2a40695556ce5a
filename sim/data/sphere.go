package data

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
)

// Sphere returns n points, n×d, that are independent and uniform on the sphere
// of the given radius around the origin of d dimensions. d is at least 1.
func Sphere(rng *rand.Rand, n, d int, radius float64) []float64 {
	x := make([]float64, n*d)
	for i := range n {
		fillDirection(x[i*d:(i+1)*d], rng, radius)
	}
	return x
}

// fillDirection draws x with length radius. It draws again in the case, never
// seen, that the length is 0.
func fillDirection(x []float64, rng *rand.Rand, radius float64) {
	square := 0.0
	for square == 0 {
		for k := range x {
			x[k] = exact.Normal(rng)
			square += float64(x[k] * x[k])
		}
	}
	scale := radius / math.Sqrt(square)
	for k := range x {
		x[k] *= scale
	}
}

// Coins returns n labels that are -1 or 1, each with probability ½.
func Coins(rng *rand.Rand, n int) []float64 {
	y := make([]float64, n)
	for i := range y {
		y[i] = float64(2*rng.IntN(2) - 1)
	}
	return y
}
