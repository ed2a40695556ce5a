package density

import (
	"math"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/kernel"
)

// shownSamples is how many of the closest samples of a point are shown.
const shownSamples = 3

// A test is the usual one for memorization: how close is the closest sample?
type test struct {
	z        []float32 // freshCount×latent, the same draws at each checkpoint
	x        []float32 // freshCount×d, the samples
	closest  []int     // n×shownSamples, samples in order of their distance
	distance []float64 // n, to the closest sample
	rho      []float64 // n, distance to the closest fresh point over that
	digits   []int     // freshCount, of the training picture closest to each sample

	toFresh   []float64 // n
	fresh     []int     // n, the closest fresh point
	toOther   []float64 // n, distance to the closest other training point
	toSamples []float32 // room for n×freshCount
}

func newTest(s *set, latent int, from seeds) *test {
	t := &test{z: make([]float32, freshCount*latent), x: make([]float32, freshCount*s.d), closest: make([]int, s.n*shownSamples),
		distance: make([]float64, s.n), rho: make([]float64, s.n), digits: make([]int, freshCount),
		toFresh: make([]float64, s.n), fresh: make([]int, s.n), toOther: make([]float64, s.n), toSamples: make([]float32, max(s.n, freshCount)*max(s.n, freshCount))}
	rng := from.rand()
	for i := range t.z {
		t.z[i] = float32(exact.Normal(rng))
	}
	return t
}

// compare finds, once, the closest fresh point and the closest other training point.
func (t *test) compare(s *set, did meter) bool {
	for i := range s.n {
		row := t.toSamples[:freshCount]
		kernel.SquaredDistances(row, s.point(i), s.fresh, 1, freshCount, s.d)
		t.fresh[i] = least(row, -1)
		t.toFresh[i] = math.Sqrt(float64(row[t.fresh[i]]))
		row = t.toSamples[:s.n]
		kernel.SquaredDistances(row, s.point(i), s.x, 1, s.n, s.d)
		t.toOther[i] = math.Sqrt(float64(row[least(row, i)]))
		if !did(3 * s.d * (s.n + freshCount)) {
			return false
		}
	}
	return true
}

// least returns the index of the least number, that of skip left out.
func least(x []float32, skip int) int {
	best := -1
	for i, v := range x {
		if i != skip && (best < 0 || v < x[best]) {
			best = i
		}
	}
	return best
}

// draw makes the samples of a model, and finds those closest to each training point.
func (t *test) draw(s *set, e *examiner, w []float32, did meter) bool {
	k, rows := e.latent, e.chunk*e.samples
	for from := 0; from < freshCount; from += rows {
		n := min(rows, freshCount-from)
		copy(t.x[from*s.d:(from+n)*s.d], e.decode(w, t.z[from*k:(from+n)*k]))
	}
	if !did(freshCount * e.shape.dec.Flops()) {
		return false
	}
	for i := range s.n {
		row := t.toSamples[i*freshCount : (i+1)*freshCount]
		kernel.SquaredDistances(row, s.point(i), t.x, 1, freshCount, s.d)
		t.nearest(i, row)
		if !did(3 * s.d * freshCount) {
			return false
		}
	}
	for j := range t.digits {
		if s.classes != nil {
			t.digits[j] = s.classes[t.pictureOf(j, s.n)]
		}
	}
	return true
}

// nearest notes the samples that are closest to point i, at squared distances row.
func (t *test) nearest(i int, row []float32) {
	best := t.closest[i*shownSamples : (i+1)*shownSamples]
	for k := range best {
		best[k] = -1
		for j, v := range row {
			if !contains(best[:k], j) && (best[k] < 0 || v < row[best[k]]) {
				best[k] = j
			}
		}
	}
	t.distance[i] = math.Sqrt(float64(row[best[0]]))
	t.rho[i] = t.toFresh[i] / max(t.distance[i], 1e-9)
}

func contains(list []int, v int) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}

// pictureOf returns the training point that is closest to sample j.
func (t *test) pictureOf(j, n int) int {
	best := 0
	for i := range n {
		if t.toSamples[i*freshCount+j] < t.toSamples[best*freshCount+j] {
			best = i
		}
	}
	return best
}
