package ntk

import "example.org/rote/sim/sketch"

// measuredRatios are the weights per label of the runs of measuredShares.
var measuredRatios = [...]float64{0.5, 0.75, 1, 1.25, 1.5, 2, 3}

// measuredShares are best shares of 512 labels within 300 epochs, means of the
// seeds 1 to 5, with the lab's defaults, in 8, 16 and 32 dimensions.
var measuredShares = [...][len(measuredRatios)]float64{
	{.891, .940, .970, .984, .994, .998, 1},
	{.923, .977, .992, .999, 1, 1, 1},
	{.931, .992, 1, 1, 1, 1, 1},
}

// measured returns the runs as one line with breaks.
func measured() (line sketch.Trace) {
	for _, shares := range measuredShares {
		for i, share := range shares {
			line.To(measuredRatios[i], share)
		}
		line.Lift()
	}
	return line
}
