package capacity

import (
	"math"
	"math/rand/v2"
)

// baum is Baum's construction (1988) for binary labels: slabs around hyperplanes
// through d points of the rarer class, each of two threshold units.
type baum struct {
	task   *task
	width  *float64 // of the slabs, as a share of the free margin
	minor  []int    // the points of the rarer class, in the order of the groups
	flip   float64  // the label of that class
	planes []hyperplane
	least  []float64 // distance of the next point, one for each plane
}

// maxShuffles is how often points that are not in general position are grouped
// again.
const maxShuffles = 20

func newBaum(t *task, width *float64, rng *rand.Rand) *baum {
	b := &baum{task: t, width: width, flip: 1}
	var sides [2][]int
	for i, y := range t.y {
		side := 0
		if y > 0 {
			side = 1
		}
		sides[side] = append(sides[side], i)
	}
	b.minor = sides[1]
	if len(sides[0]) < len(sides[1]) {
		b.minor, b.flip = sides[0], -1
	}
	b.planes = make([]hyperplane, groupsOf(len(b.minor), t.d))
	b.least = make([]float64, len(b.planes))
	for k := range b.planes {
		b.planes[k].u = make([]float64, t.d)
	}
	s := newSystem(t.d)
	for try := 0; try <= maxShuffles && !b.stands(); try++ {
		b.group(s, rng)
	}
	return b
}

// group puts a hyperplane through each group, in a new order after the first.
func (b *baum) group(s *system, rng *rand.Rand) {
	shuffled(rng, b.minor)
	for k := range b.planes {
		group := groupAt(b.minor, k, b.task.d)
		s.through(&b.planes[k], b.task, group, rng)
		b.least[k] = b.planes[k].distance(b.task, group)
	}
}

// stands reports whether the points are in general position.
func (b *baum) stands() bool { return b.size().least >= generalPosition }

func (b *baum) ticks() int         { return 0 }
func (b *baum) prepare() bool      { return false }
func (b *baum) groups() int        { return len(b.planes) }
func (b *baum) points(k int) []int { return groupAt(b.minor, k, b.task.d) }
func (b *baum) cost() int          { return b.task.n * b.task.d }

// half returns half the width of slab k.
func (b *baum) half(k int) float64 { return float64(*b.width * b.least[k]) }

func (b *baum) add(p arithmetic, k int, sums []float64) {
	h, half := &b.planes[k], b.half(k)
	lo, hi := p.of(h.c-half), p.of(h.c+half)
	for i := range b.task.n {
		if t := p.dot(h.u, b.task.point(i), 0); t >= lo && t < hi {
			sums[i]++
		}
	}
}

// answer is the label of the rarer class inside a slab, and the other outside.
func (b *baum) answer(_ arithmetic, sum float64) float64 {
	if sum > 0 {
		return b.flip
	}
	return -b.flip
}

func (b *baum) size() stairSize {
	n := 2 * len(b.planes)
	s := stairSize{units: n, bound: groupsOf(b.task.n, b.task.d) + 1, params: dense(b.task.d, n, 1), most: 1, least: math.Inf(1)}
	for k := range b.planes {
		s.least = min(s.least, b.least[k])
		s.most = max(s.most, math.Abs(b.planes[k].c)+b.half(k))
	}
	return s
}
