package density

import (
	"example.org/rote/sim/data"
	"example.org/rote/sim/exact"
)

// covered returns how many digits there are among the given ones, and e to the entropy of
// their shares: as many as that, if all were equally frequent.
func covered(digits []int) (classes, effective float64) {
	var counts [data.Classes]float64
	for _, d := range digits {
		counts[d]++
	}
	entropy := 0.0
	for _, c := range counts {
		if c > 0 {
			classes++
			share := c / float64(len(digits))
			entropy -= float64(share * exact.Log(share))
		}
	}
	return classes, exact.Exp(entropy)
}
