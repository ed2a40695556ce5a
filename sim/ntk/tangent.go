package ntk

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/data"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// A tangent is the scene of the frozen features: the derivatives of the network
// by its weights at the start, φ(x) = (σ'(w_i·x)·x) for i = 1..q, which for ReLU is x
// where a gate is open and 0 where it is not. The mirror images add nothing to them. A tick is a number q of pairs: in each trial,
// with neurons of its own, are the labels separable in the qd features?
//
// Within a trial more pairs keep the neurons of fewer, so that what is separable
// stays so.
type tangent struct {
	*sim.Player // of run

	lab  *Lab
	x, y []float64   // m×d and m
	w    [][]float64 // for each trial, pairs×d

	pairs    []int // to be tried, rising
	cut      bool  // larger ones would take too long
	at       int   // pairs[at] is being tried
	trial    int
	solver   nn.Separation
	features []float64 // m×(q·d), row j is y_j φ(x_j)
	settle   settling

	needs   []int // for each trial, the least q that separates, or 0
	dead    int   // at this q, all trials
	unsure  int   // answers that did not come
	picture tangentPicture
	says    string
}

const (
	mostWork  = 8e9 // floating-point operations of a run, about
	mostPairs = 24  // numbers of pairs that are tried
)

func newTangent(l *Lab, rng *rand.Rand) *tangent {
	t := &tangent{lab: l, needs: make([]int, l.trials)}
	t.x = data.Sphere(rng, l.m, l.d, 1)
	t.y = data.Coins(rng, l.m)
	t.pairs, t.cut = l.pairsToTry()
	most := t.pairs[len(t.pairs)-1]
	for range l.trials {
		w := make([]float64, most*l.d)
		for i := range w {
			w[i] = exact.Normal(rng)
		}
		t.w = append(t.w, w)
	}
	t.features = make([]float64, l.m*most*l.d)
	t.picture, t.says = newTangentPicture(t), t.announce()
	t.settle = newSettling(t.x, t.picture.gram.side, l.d, &t.picture.gram.law, rng)
	t.Player = sim.Play(t.run)
	return t
}

// pairsToTry returns the numbers of pairs around m/2d, and whether the list ends
// early.
func (l *Lab) pairsToTry() (list []int, cut bool) {
	perDimension := float64(l.m) / float64(l.d)
	from, to := max(1, int(0.3*perDimension)), int(1.2*perDimension)+1
	if perDimension <= 8 {
		to = max(to, 10)
	}
	stride := (to - from + mostPairs) / mostPairs
	work := 0.0
	for q := from; q <= to; q += stride {
		work += float64(float64(l.trials) * l.workAt(q))
		if work > mostWork && len(list) > 2 {
			return list, true
		}
		list = append(list, q)
	}
	return list, false
}

// workAt returns about how many floating-point operations a trial takes with q
// pairs: none where all trials have long been separable.
func (l *Lab) workAt(q int) float64 {
	n, m := float64(q*l.d), float64(l.m)
	if n > 0.7*m && q > 10 {
		return 0
	}
	return 6 * n * n * m
}

// run draws gates to see the kernel settle, and then tries one number of pairs after
// the other.
func (t *tangent) run(yield func(sim.Pace) bool) {
	if !t.settle.run(func() bool { return yield(sim.Busy) }) {
		return
	}
	for _, q := range t.pairs {
		for t.trial = range t.lab.trials {
			if t.needs[t.trial] == 0 && !t.separate(q, yield) {
				return
			}
		}
		t.close()
		if !yield(sim.Tick) {
			return
		}
	}
}

// separate asks whether q pairs of the present trial separate the labels. It
// reports whether the run goes on.
func (t *tangent) separate(q int, yield func(sim.Pace) bool) bool {
	if !t.begin(q) {
		return yield(sim.Busy)
	}
	for !t.solver.Step() {
		if !yield(sim.Busy) {
			return false
		}
	}
	if t.solver.Separable() {
		t.needs[t.trial] = q
	}
	if t.solver.Undecided() {
		t.unsure++
	}
	return yield(sim.Busy)
}

// begin makes the features of the present trial. It reports whether all points have
// some: one without an open gate has none, and cannot be told apart from its
// opposite.
func (t *tangent) begin(q int) bool {
	d, n, dead := t.lab.d, q*t.lab.d, 0
	for j := range t.lab.m {
		if !gated(t.features[j*n:(j+1)*n], t.x[j*d:(j+1)*d], t.w[t.trial][:n], t.y[j], t.lab.gate) {
			dead++
		}
	}
	t.dead += dead
	if dead == 0 {
		t.solver.Reset(t.features[:t.lab.m*n], t.lab.m, n)
	}
	return dead == 0
}

// gated writes y·φ(x) to row, for the pairs w, and reports whether any gate lets
// something through.
func gated(row, x, w []float64, y float64, g gate) (open bool) {
	clear(row)
	for i := 0; i < len(w); i += len(x) {
		through := g.at(dot(x, w[i:i+len(x)]))
		if through == 0 {
			continue
		}
		open = true
		through *= y
		for k, v := range x {
			row[i+k] = through * v
		}
	}
	return open
}

// close ends a number of pairs.
func (t *tangent) close() {
	t.picture.see(t)
	t.at++
	t.trial, t.dead = 0, 0
	t.says = t.tell()
}

// separated returns how many trials are separable so far.
func (t *tangent) separated() (count int) {
	for _, q := range t.needs {
		if q > 0 {
			count++
		}
	}
	return count
}

// share returns the share of trials that pairs[i] or fewer separate.
func (t *tangent) share(i int) float64 {
	count := 0
	for _, q := range t.needs {
		if q > 0 && q <= t.pairs[i] {
			count++
		}
	}
	return float64(count) / float64(len(t.needs))
}

// least returns the least number of pairs tried so far that separates the given
// share of the trials, or NaN.
func (t *tangent) least(share float64) float64 {
	for i, q := range t.pairs[:t.at] {
		if t.share(i) >= share {
			return float64(q)
		}
	}
	return math.NaN()
}
