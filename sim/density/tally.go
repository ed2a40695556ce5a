package density

import (
	"math"
	"slices"
)

// A tally sums scores up. What is not defined is NaN.
type tally struct {
	epoch                       float64
	u, v                        float64 // means
	mean, median, q95, q99, max float64 // of the scores
	odd, regular, twin          float64 // means over the odd points, the others, and the first odd point with its copies
	noise, above                float64 // the floor below which a score is noise, and the share of the points above it
	rankV, rankU, rankNN        float64
	topPlanted                  float64
	best                        int // the odd point of the highest score, or else the point, or -1
}

// count sums the scores of a set up. noise is NaN where there is none, and others are the
// distances to the closest other training point.
func count(s *scores, points *set, noise float64, others []float64) tally {
	t := tally{noise: noise, best: -1, above: math.NaN()}
	all := s.sorted()
	t.u, t.v, t.mean = s.average(s.u, nil), s.average(s.v, nil), s.average(s.m, nil)
	t.median, t.q95, t.q99, t.max = quantile(all, .5), quantile(all, .95), quantile(all, .99), quantile(all, 1)
	t.odd, t.twin, t.regular = s.average(s.m, points.isOdd), s.average(s.m, points.isTwin), s.average(s.m, points.regulars())
	t.rankV, t.rankU, t.rankNN = spearman(s.m, s.v), spearman(s.m, s.u), spearman(s.m, others)
	if n := len(all); n > 0 && noise == noise {
		i, _ := slices.BinarySearch(all, noise)
		t.above = float64(n-i) / float64(n)
	}
	t.topPlanted = s.topShare(points, len(points.odd))
	t.best = s.highest(points.odd, points.n)
	return t
}

// sorted returns the scores that are defined, in order.
func (s *scores) sorted() []float64 {
	out := make([]float64, 0, len(s.m))
	for _, m := range s.m {
		if !math.IsNaN(m) {
			out = append(out, m)
		}
	}
	slices.Sort(out)
	return out
}

// average returns the mean of the values of points whose score is defined, of those marked
// if there are marks.
func (s *scores) average(values []float64, marked []bool) float64 {
	sum, n := 0.0, 0.0
	for i, v := range values {
		if !math.IsNaN(s.m[i]) && (marked == nil || marked[i]) {
			sum, n = sum+v, n+1
		}
	}
	return sum / n
}

// byScore returns the points whose score is defined, the highest first.
func (s *scores) byScore() []int {
	var order []int
	for i, m := range s.m {
		if !math.IsNaN(m) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case s.m[a] > s.m[b]:
			return -1
		case s.m[a] < s.m[b]:
			return 1
		}
		return 0
	})
	return order
}

// topShare returns which share of the k highest scores belongs to odd points, or NaN.
func (s *scores) topShare(points *set, k int) float64 {
	order := s.byScore()
	if k == 0 || len(order) < k {
		return math.NaN()
	}
	hits := 0
	for _, i := range order[:k] {
		if points.isOdd[i] {
			hits++
		}
	}
	return float64(hits) / float64(k)
}

// highest returns which of the points has the highest score, of all n if there are none;
// -1 if no score is defined.
func (s *scores) highest(points []int, n int) int {
	best := -1
	for k := range max(len(points), n) {
		i := k
		if len(points) > 0 {
			if k >= len(points) {
				break
			}
			i = points[k]
		}
		if !math.IsNaN(s.m[i]) && (best < 0 || s.m[i] > s.m[best]) {
			best = i
		}
	}
	return best
}

// top returns which points lie above the .95 quantile of the scores.
func (s *scores) top() []bool {
	out := make([]bool, len(s.m))
	border := quantile(s.sorted(), .95)
	for i, m := range s.m {
		out[i] = m > border
	}
	return out
}

// A verdict is what the usual test says of the scores.
type verdict struct {
	closeness, rho, rhoRegular float64 // chances that it finds the memorized point of a pair
	near                       float64 // share of the points with a sample within a distance of 1
	classes, effective         float64 // that samples cover: their number, and e to the entropy
}

// judge compares the usual test with the scores.
func judge(s *scores, points *set, t *test) verdict {
	top := s.top()
	closeness := make([]float64, points.n)
	near := 0.0
	for i, d := range t.distance {
		closeness[i] = -d
		if d <= 1 {
			near++
		}
		if math.IsNaN(s.m[i]) {
			closeness[i] = math.NaN()
		}
	}
	v := verdict{closeness: auc(closeness, top, nil), rho: auc(t.rho, top, nil), rhoRegular: auc(t.rho, top, points.isOdd)}
	v.near, v.classes, v.effective = math.NaN(), math.NaN(), math.NaN()
	if !points.isPlane() {
		v.near = near / float64(points.n)
	}
	if points.classes != nil {
		v.classes, v.effective = covered(t.digits)
	}
	return v
}
