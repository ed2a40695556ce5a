package diffusion

import (
	"math"
	"math/rand/v2"
	"slices"
)

// freshDraws is how many fresh draws of the truth the nulls are measured on.
const freshDraws = 2000

// A fresh is what honest samples would show: the distances of fresh draws of the
// truth to the training points, and those between the training points.
type fresh struct {
	points []float64 // m×2, distinct training points
	draws  []float64 // k×2, of the truth; none where it is not known
	r1, r2 []float64 // k
	gaps   []float64 // m, from each point to its nearest other
	at     int       // how many of draws and points are done
	median float64   // of gaps
}

// truth draws from the distribution that the flow's training points are from: none
// where it is not known.
func (l *Lab) truth(rng *rand.Rand) []float64 {
	switch l.data {
	case gauss4:
		return fourGaussians(freshDraws, rng)
	case paper:
		return normals(2*freshDraws, rng)
	}
	return nil
}

func newFresh(points, draws []float64) fresh {
	n := len(draws) / 2
	return fresh{points: points, draws: draws, gaps: make([]float64, len(points)/2), r1: make([]float64, n), r2: make([]float64, n)}
}

func (f *fresh) done() bool { return f.at == len(f.r1)+len(f.gaps) }

// work does one slice: distances alone are cheap.
func (f *fresh) work() {
	for end := min(len(f.r1)+len(f.gaps), f.at+max(1, 5*slicePairs/len(f.gaps))); f.at < end; f.at++ {
		if i := f.at; i < len(f.r1) {
			_, f.r1[i], f.r2[i] = nearest(f.points, f.draws[2*i:2*i+2])
		} else {
			i -= len(f.r1)
			_, _, f.gaps[i] = nearest(f.points, f.points[2*i:2*i+2])
		}
	}
	if f.done() {
		slices.Sort(f.gaps)
		f.median = quantile(f.gaps, 0.5)
		if len(f.gaps) == 1 {
			f.median = math.Inf(1)
		}
	}
}

// gap returns the share of fresh samples with r1/r2 < κ: measured where the truth
// is known, else the law.
func (f *fresh) gap(kappa float64) float64 {
	if len(f.r1) == 0 {
		return gapLaw(kappa, 2)
	}
	return gapShare(f.r1, f.r2, kappa)
}

// isCrowded reports whether fresh samples count as copies at this tolerance too.
func (f *fresh) isCrowded(tol float64) bool { return tol > f.median/2 }
