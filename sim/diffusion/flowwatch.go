package diffusion

import "slices"

// watched is how many of the largest weights of the watched sample are drawn.
const watched = 5

// A watch follows the weights of one sample over the levels.
//
// Invariant: rows 0..level-1 of w are those of the watched sample, and slot
// holds the distinct points with the largest sums over them, or -1. A point
// keeps its slot as long as it is among the largest, so that it keeps its
// colour.
type watch struct {
	sample, level int
	n             int       // training points
	w             []float64 // (K+1)×n
	sum           []float64 // n
	slot          [watched]int
	top           [watched]int // the largest sums, falling; scratch
	v             []float64
}

func newWatch(s *flow) watch {
	n := s.pull.mix.n()
	return watch{sample: -1, n: n, w: make([]float64, (s.plan.steps()+1)*n), sum: make([]float64, n), v: make([]float64, 2)}
}

// aim chooses the sample. Another one starts from level 0.
func (w *watch) aim(sample int) {
	if sample == w.sample {
		return
	}
	w.sample, w.level = sample, 0
	clear(w.sum)
	for i := range w.slot {
		w.slot[i] = -1
	}
}

// work follows the sample through one slice of levels, and reports whether there
// was any to do.
func (w *watch) work(s *flow) bool {
	if w.level > s.level {
		return false
	}
	for end := min(s.level+1, w.level+max(1, slicePairs/w.n)); w.level < end; w.level++ {
		s.pull.mix.at(w.v, s.cloud.at(w.sample, w.level), s.plan.sigma[w.level])
		row := w.w[w.level*w.n : (w.level+1)*w.n]
		for j := range row {
			row[j] = s.pull.mix.weight(j)
			w.sum[j] += row[j]
		}
		w.rank()
	}
	return true
}

// rank puts the points with the largest sums into the slots.
func (w *watch) rank() {
	w.largest()
	for i, point := range w.slot {
		if !slices.Contains(w.top[:], point) {
			w.slot[i] = -1
		}
	}
	for _, point := range w.top {
		if point >= 0 && !slices.Contains(w.slot[:], point) {
			w.slot[slices.Index(w.slot[:], -1)] = point
		}
	}
}

// largest fills top, by insertion.
func (w *watch) largest() {
	for i := range w.top {
		w.top[i] = -1
	}
	for j, sum := range w.sum {
		for i, point := range w.top {
			if point < 0 || sum > w.sum[point] {
				copy(w.top[i+1:], w.top[i:watched-1])
				w.top[i] = j
				break
			}
		}
	}
}
