package diffusion

import "math"

// A crowd tells samples that are many alike from those that stand alone: how far
// each is from its alikes-th nearest other sample of the same checkpoint.
//
// Samples that are near many others and near no training point are called spurious
// in the literature on associative memory: Pham et al. (2025), arXiv 2505.21777.
type crowd struct {
	far   []float64 // drawn per checkpoint
	fresh []float64 // the same of fresh draws of the truth, in groups of drawn
}

// alikes is how many other samples must be near.
const alikes = 5

// take measures fresh draws, k×2, a group in a slice. It reports whether it came to
// the end.
func (c *crowd) take(draws []float64, slice func() bool) bool {
	c.fresh = c.fresh[:0]
	for from := 0; from+2*drawn <= len(draws); from += 2 * drawn {
		c.fresh = appendFar(c.fresh, draws[from:from+2*drawn])
		if !slice() {
			return false
		}
	}
	return true
}

// add measures the samples of a checkpoint.
func (c *crowd) add(samples []float64) { c.far = appendFar(c.far, samples) }

// appendFar appends the distance of each sample, k×2, to its alikes-th nearest other.
func appendFar(far, samples []float64) []float64 {
	for i := 0; i < len(samples); i += 2 {
		var least [alikes + 1]float64 // squares, rising; the first is that of the sample itself
		for j := range least {
			least[j] = math.Inf(1)
		}
		for j := 0; j < len(samples); j += 2 {
			dx, dy := samples[j]-samples[i], samples[j+1]-samples[i+1]
			insert(least[:], float64(dx*dx)+float64(dy*dy))
		}
		far = append(far, math.Sqrt(least[alikes]))
	}
	return far
}

// insert keeps the least values of a rising list and x.
func insert(least []float64, x float64) {
	i := len(least) - 1
	if x >= least[i] {
		return
	}
	for ; i > 0 && x < least[i-1]; i-- {
		least[i] = least[i-1]
	}
	least[i] = x
}

// isSpurious reports whether a sample is far nearer to alikes others than to any
// training point, and no copy: not new, though nobody trained on it.
func isSpurious(far, r1, r2, kappa float64) bool { return far < kappa*r1 && !(r1 < kappa*r2) }

// spuriousShare returns the share of spurious samples.
func spuriousShare(far, r1, r2 []float64, kappa float64) float64 {
	n := 0
	for i := range far {
		if isSpurious(far[i], r1[i], r2[i], kappa) {
			n++
		}
	}
	return float64(n) / float64(len(far))
}
