// Package data makes the procedural data sets that more than one lab uses:
// points on spheres with fair labels, a ring, and pictures of digits.
//
// Everything is drawn from the generator that the caller gives, and has the
// same bits on every platform.
package data

import "math/rand/v2"

// A Normal draws a standard normal number from rng. Labs pass Normal of package
// sim, which gives the same bits on every platform.
type Normal func(rng *rand.Rand) float64
