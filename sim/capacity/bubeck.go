package capacity

import (
	"math"
	"math/rand/v2"
)

// bubeck is the construction of Bubeck, Eldan, Lee and Mikulincer (2020) for
// real labels: four ReLU for each group of d points. On the group's hyperplane
// u·x = c they say v·x, which is the label; far from it they cancel:
//
//	(R(h+δv·x+τ) - R(h+τ) - R(h+δv·x-τ) + R(h-τ))/δ,   h = u·x - c.
//
// Of some random groupings the one with the largest least δ is kept.
type bubeck struct {
	task     *task
	rng      *rand.Rand
	shuffles int
	tried    int // shuffles complete
	next     int // group of the present one
	now      grouping
	best     grouping
	system   *system
}

// A grouping is one way to cut the points into groups.
type grouping struct {
	order  []int
	planes []hyperplane
	v      [][]float64
	least  []float64 // distance of the next point, m
	delta  []float64 // m/(4 max|v·x|); 0 where a group is not independent
}

func newBubeck(t *task, shuffles int, rng *rand.Rand) *bubeck {
	b := &bubeck{task: t, rng: rng, shuffles: shuffles, now: newGrouping(t), best: newGrouping(t), system: newSystem(t.d)}
	return b
}

func newGrouping(t *task) grouping {
	n := groupsOf(t.n, t.d)
	g := grouping{order: make([]int, t.n), planes: make([]hyperplane, n), v: make([][]float64, n),
		least: make([]float64, n), delta: make([]float64, n)}
	for i := range g.order {
		g.order[i] = i
	}
	for k := range n {
		g.planes[k].u, g.v[k] = make([]float64, t.d), make([]float64, t.d)
	}
	return g
}

func (b *bubeck) ticks() int         { return min(few, b.shuffles) }
func (b *bubeck) groups() int        { return len(b.best.planes) }
func (b *bubeck) points(k int) []int { return groupAt(b.best.order, k, b.task.d) }
func (b *bubeck) cost() int          { return 2 * b.task.n * b.task.d }

// prepare fits a slice of groups of the present shuffle.
func (b *bubeck) prepare() bool {
	if b.next == 0 {
		shuffled(b.rng, b.now.order)
	}
	d := b.task.d
	for cost := 0; b.next < len(b.now.planes) && cost < sliceWork; cost += 2*d*d*d + 2*b.task.n*d {
		b.fit(b.next)
		b.next++
	}
	if b.next < len(b.now.planes) {
		return false
	}
	if b.tried == 0 || b.now.worst() > b.best.worst() {
		b.now, b.best = b.best, b.now
	}
	b.next = 0
	b.tried++
	return completes(b.tried, b.ticks(), b.shuffles)
}

func (b *bubeck) fit(k int) {
	g, group := &b.now, groupAt(b.now.order, k, b.task.d)
	b.system.through(&g.planes[k], b.task, group, b.rng)
	g.least[k] = g.planes[k].distance(b.task, group)
	g.delta[k] = 0
	if !b.system.weigh(g.v[k], b.task, group) {
		return
	}
	most := 0.0
	for i := range b.task.n {
		most = max(most, math.Abs(dot(g.v[k], b.task.point(i))))
	}
	if most > 0 {
		g.delta[k] = g.least[k] / (4 * most)
	}
}

// worst returns the least δ.
func (g *grouping) worst() float64 {
	least := math.Inf(1)
	for _, delta := range g.delta {
		least = min(least, delta)
	}
	return least
}

func (b *bubeck) add(p arithmetic, k int, sums []float64) {
	g := &b.best
	delta, tau := p.of(g.delta[k]), p.of(g.least[k]/2)
	if delta == 0 {
		return
	}
	h := &g.planes[k]
	for i := range b.task.n {
		x := b.task.point(i)
		at := p.of(p.dot(h.u, x, 0) - p.of(h.c))
		tilted := p.of(at + p.of(float64(delta*p.dot(g.v[k], x, 0))))
		four := p.of(p.of(relu(p.of(tilted+tau))-relu(p.of(at+tau))) - relu(p.of(tilted-tau)))
		sums[i] = p.of(sums[i] + p.of(p.of(four+relu(p.of(at-tau)))/delta))
	}
}

func relu(x float64) float64 { return max(0, x) }

func (b *bubeck) answer(_ arithmetic, sum float64) float64 { return sum }

func (b *bubeck) size() stairSize {
	n := 4 * len(b.best.planes)
	s := stairSize{units: n, bound: n, params: dense(b.task.d, n, 1), least: math.Inf(1)}
	for k, delta := range b.best.delta {
		s.least = min(s.least, b.best.least[k])
		if delta > 0 {
			s.most = max(s.most, 1/delta)
		}
	}
	return s
}
