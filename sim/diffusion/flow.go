package diffusion

import (
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// A flow is the scene of samples on their way from noise to data.
//
// Work is done in slices of about slicePairs pairs of a sample and a training
// point. A tick is a noise level. A level is announced when all that is drawn of it
// is ready; the KL, if it is asked for, and the map of basins, if it is looked at,
// come after the last tick.
type flow struct {
	lab    *Lab
	points []float64 // m×2, the distinct training points
	times  []int     // m, how often each occurs
	pull   *pull
	plan   schedule
	cloud  cloud
	fresh  fresh
	back   backdrop
	basins basins
	watch  watch
	ending ending
	kl     *divergence // nil: not measured
	lawful lawful
	law    lawCurve
	view   panels
	window window

	level    int  // the last complete level
	unspoken bool // the level is complete but not shown
	stale    bool // a live change asked for work that is not shown
	last     live
}

// Sizes of one slice of work.
const (
	slicePairs = 36000
	klBatch    = 10 // test points between two pictures
)

// live is the values of the live knobs that the state is up to date with.
type live struct {
	tol, kappa, look float64
	field            string
	track            int
}

func (l *Lab) live() live { return live{l.tol, l.kappa, l.look, l.field, l.track} }

func newFlow(l *Lab, rng *rand.Rand) *flow {
	s, x := &flow{lab: l}, l.training(rng)
	s.window = newWindow(x, l.data)
	if len(x) == 0 {
		return s
	}
	s.points, s.times = distinct(x)
	s.pull = newPull(newMixture(2, x), l.tau)
	s.pull.smooth(l.hs, rng)
	s.plan = newSchedule(startNoise(l.process), l.smin, l.steps, l.c, l.process)
	start := l.starts(x, s.plan.sigma[0], rng)
	s.cloud = newCloud(s, start, rng)
	s.fresh = newFresh(s.points, l.truth(rng))
	if l.measure && l.data == gauss4 && l.hs == 0 {
		test := fourGaussians(klPoints, rng)
		s.kl = newDivergence(s.pull, newSchedule(s.plan.sigma[0], l.smin, klSteps, l.c, l.process), test, logTruth(test))
	}
	s.ending = newEnding(s.cloud.n, l.steps)
	s.back, s.basins, s.watch = newBackdrop(s), newBasins(s), newWatch(s)
	s.lawful, s.law, s.view = l.lawful(), newLawCurve(l), newPanels(s)
	s.refresh()
	// Small runs show their first picture whole; large ones fill it in.
	for range 20 {
		if !s.work() {
			break
		}
	}
	s.view.show(s)
	return s
}

// starts returns where the samples start, P×2.
func (l *Lab) starts(x []float64, sigma float64, rng *rand.Rand) []float64 {
	if l.start == square {
		return squareBorder()
	}
	out := make([]float64, 2*l.p)
	for i := range l.p {
		at := 0
		if l.start == "exact" {
			at = rng.IntN(len(x) / 2)
		}
		for j := range 2 {
			out[2*i+j] = float64(sigma * exact.Normal(rng))
			if l.start == "exact" {
				out[2*i+j] += x[2*at+j]
			}
		}
	}
	return out
}

// squareBorder returns the 80 points of the border of the square of half-side
// 2.1, 21 on a side. They are symmetric to the last bit.
func squareBorder() []float64 {
	var out []float64
	at := func(i int) float64 { return 2.1 * float64(i-10) / 10 }
	for i := range 21 {
		out = append(out, at(i), at(20), at(i), at(0))
	}
	for i := 1; i < 20; i++ {
		out = append(out, at(0), at(i), at(20), at(i))
	}
	return out
}

// isEmpty reports whether there is no training point yet.
func (s *flow) isEmpty() bool { return s.pull == nil }

func (s *flow) Step() sim.Pace {
	switch {
	case s.isEmpty():
		return sim.Done
	case s.last != s.lab.live():
		s.refresh()
		s.view.show(s)
		s.stale = true
		return sim.Busy
	case s.work():
		return sim.Busy
	case s.unspoken:
		s.unspoken, s.stale = false, false
		s.view.show(s)
		return sim.Tick
	case s.stale:
		s.stale = false
		s.view.show(s)
		return sim.Busy
	case s.level < s.plan.steps():
		s.fly()
		return sim.Busy
	case s.kl != nil && !s.kl.done():
		s.measure()
		return sim.Busy
	case s.lab.field == "basins" && s.basins.work():
		return sim.Busy
	}
	return sim.Done
}

// refresh brings the state up to date with the live knobs.
func (s *flow) refresh() {
	s.last = s.lab.live()
	s.back.aim(s)
	s.watch.aim(min(s.lab.track, s.cloud.n-1))
	s.view.label(s)
}

// work does one slice of what the picture of the present level still needs, and
// reports whether there was any.
func (s *flow) work() bool {
	switch {
	case !s.fresh.done():
		s.fresh.work()
	case s.level == 0 && !s.cloud.isMeasured():
		s.cloud.measureStart()
	case s.level == s.plan.steps() && !s.ending.done():
		s.ending.work(s)
	case s.back.work(s):
	case s.watch.work(s):
	default:
		return false
	}
	return true
}

// fly moves one block of samples, and the level with the last of them.
func (s *flow) fly() {
	if s.cloud.fly(s.level) {
		s.level++
		s.unspoken = true
		s.back.aim(s)
	}
}

// measure carries test points of the KL on.
func (s *flow) measure() {
	before := s.kl.points()
	s.kl.step(slicePairs)
	if s.kl.points() > before && (s.kl.points()%klBatch == 0 || s.kl.done()) {
		s.view.show(s)
	}
}

// sigma returns the noise of the present level.
func (s *flow) sigma() float64 { return s.plan.sigma[s.level] }

// atEnd reports whether the last level is complete and measured.
func (s *flow) atEnd() bool { return s.level == s.plan.steps() && s.ending.done() }

// copiedLaw returns the law of the copied share at the end, or NaN where none
// holds.
func (s *flow) copiedLaw() float64 { return s.lawful.copied(s.lab.tol, s.fresh.median) }
