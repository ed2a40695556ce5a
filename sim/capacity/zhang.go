package capacity

import (
	"math"
	"math/rand/v2"
)

// zhang is the construction of Zhang, Bengio, Hardt, Recht and Vinyals (2017):
// N ReLU that share one direction, one bend at each point. The bends are at the
// points themselves, not half-way between them, which keeps the weights small.
type zhang struct {
	task  *task
	dirs  [][]float64
	tried int
	u     []float64 // the direction with the largest least gap
	gap   float64
	order []int     // n, along the line
	at    []float64 // n, rising
	bend  []float64 // n: the first is before all points, bend[j] = at[j-1]
	w     []float64 // n
	feet  []float64 // n, scratch
}

func newZhang(t *task, dirs int, rng *rand.Rand) *zhang {
	z := &zhang{task: t, dirs: make([][]float64, dirs), u: make([]float64, t.d), gap: -1, order: make([]int, t.n),
		at: make([]float64, t.n), bend: make([]float64, t.n), w: make([]float64, t.n), feet: make([]float64, t.n)}
	for k := range z.dirs {
		z.dirs[k] = direction(rng, t.d)
	}
	if t.d == 2 {
		turn(z.dirs)
	}
	return z
}

func (z *zhang) ticks() int         { return min(few, len(z.dirs)) }
func (z *zhang) groups() int        { return groupsOf(z.task.n, z.task.d) }
func (z *zhang) points(k int) []int { return groupAt(z.order, k, z.task.d) }
func (z *zhang) cost() int          { return 2 * z.task.n * z.task.d }

// prepare tries a direction, and solves for the weights after the last one.
func (z *zhang) prepare() bool {
	isTick := z.try()
	if z.tried == len(z.dirs) {
		z.project(z.u)
		z.solve()
	}
	return isTick
}

// try tries a direction, and reports whether a tick is complete.
func (z *zhang) try() bool {
	u := z.dirs[z.tried]
	if gap := z.project(u); gap > z.gap {
		z.gap = gap
		copy(z.u, u)
	}
	z.tried++
	return completes(z.tried, z.ticks(), len(z.dirs))
}

// shown returns the direction that was tried last; the best one once all have been.
func (z *zhang) shown() []float64 {
	if z.tried == len(z.dirs) {
		return z.u
	}
	return z.dirs[max(0, z.tried-1)]
}

// project sorts the points along u and returns the least gap.
func (z *zhang) project(u []float64) float64 {
	for i := range z.feet {
		z.feet[i], z.order[i] = dot(u, z.task.point(i)), i
	}
	sortBy(z.feet, z.order)
	least := math.Inf(1)
	for k, i := range z.order {
		z.at[k] = z.feet[i]
		if k > 0 {
			least = min(least, z.at[k]-z.at[k-1])
		}
	}
	return least
}

// solve substitutes forward in Σ_{j<=i} w_j (z_i - b_j) = y_i.
func (z *zhang) solve() {
	z.bend[0] = z.at[0] - (z.at[len(z.at)-1]-z.at[0])/float64(len(z.at)-1)
	copy(z.bend[1:], z.at)
	for i, t := range z.at {
		sum := 0.0
		for j := range i {
			sum += float64(z.w[j] * (t - z.bend[j]))
		}
		z.w[i] = 0
		if room := t - z.bend[i]; room > 0 {
			z.w[i] = (z.task.y[z.order[i]] - sum) / room
		}
	}
}

func (z *zhang) add(p arithmetic, k int, sums []float64) {
	first, last := k*z.task.d, min(z.task.n, (k+1)*z.task.d)
	for i := range z.task.n {
		t := p.dot(z.u, z.task.point(i), 0)
		for j := first; j < last; j++ {
			sums[i] = p.of(sums[i] + p.of(float64(p.of(z.w[j])*relu(p.of(t-p.of(z.bend[j]))))))
		}
	}
}

func (z *zhang) answer(_ arithmetic, sum float64) float64 { return sum }

func (z *zhang) size() stairSize {
	s := stairSize{units: z.task.n, bound: z.task.n, params: 2*z.task.n + z.task.d, least: z.gap}
	for _, w := range z.w {
		s.most = max(s.most, math.Abs(w))
	}
	return s
}
