package exact

import (
	"math"
	"math/rand/v2"
)

// Normal draws a standard normal number, by Marsaglia's polar method. It draws
// a varying number of times from rng.
func Normal(rng *rand.Rand) float64 {
	for {
		u, v := 2*rng.Float64()-1, 2*rng.Float64()-1
		s := float64(u*u) + float64(v*v)
		if s > 0 && s < 1 {
			return u * math.Sqrt(-2*Log(s)/s)
		}
	}
}
