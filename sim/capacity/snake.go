package capacity

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// A snake is the scene of the network that needs 2√N neurons in each of two
// layers. First directions are tried; then the network along the best one is
// complete, and the ticks only show more and more of it: its groups, its ramps,
// its zig-zags with their sum, and at last the plane.
type snake struct {
	lab    *Lab
	task   task
	plan   plan
	refuse string // why there is no network, or ""
	search search
	used   *memory // the network shown after the search

	tick     int
	unspoken bool // the tick is complete but not shown
	stale    bool // a live change asked for work that is not shown
	last     snakeLive

	tally     tally
	mean      mean
	view      snakeView
	hand      [2]float64 // the direction by hand
	isInstead bool       // two points fall on one foot there: the best direction is used
}

// snakeLive is the values of the live knobs that the state is up to date with.
type snakeLive struct {
	angle, margin float64
	unit          int
	precision     string
}

func (l *Lab) snakeLive() snakeLive { return snakeLive{l.angle, l.margin, l.unit, l.precision} }

// searchMargin is the margin for which directions are compared, so that the
// knob changes the weights and not the direction.
const searchMargin = 1.05

// sliceWork bounds the multiplications in a slice.
const sliceWork = 500_000

func newSnake(l *Lab, rng *rand.Rand) *snake {
	s := &snake{lab: l, task: l.drawTask(rng)}
	s.plan = newPlan(&s.task, s.lab.blocks, s.lab.w1, s.lab.w2)
	s.view.area, s.view.facts = newArea(&s.task), s.plan.facts()
	s.view.try = l.next(sim.Try{Words: "1\u202f000 labels in 128 neurons", Address: "capacity?n=1000&d=8"},
		sim.Try{Words: "The same order in every group", Address: "capacity?n=100&d=8&dirs=1&snake=off&seed=2"})
	switch {
	case !s.plan.fits():
		s.refuse = s.plan.refusal(s.lab.w1, s.lab.w2)
	case s.task.hasTwins():
		s.refuse = "Two identical points want different labels: no function can do this."
	default:
		s.search = newSearch(s.plan, searchMargin, s.lab.alternate, s.lab.dirs, rng)
		if !s.search.any(&s.task) {
			s.refuse = sameFoot
		}
	}
	if s.refuse != "" {
		return s
	}
	s.used = newMemory(s.plan, s.lab.margin, s.lab.alternate)
	s.tally, s.view = newTally(s), newSnakeView(s)
	s.mean.area = make([]float64, 0, s.used.knotsOf())
	s.last = s.lab.snakeLive()
	s.view.show(s)
	return s
}

const sameFoot = "Two points fall on the same foot in every direction tried."

func (s *snake) Step() sim.Pace {
	switch {
	case s.refuse != "":
		return sim.Done
	case s.last != s.lab.snakeLive():
		s.refresh()
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
	case s.tick < s.of():
		s.tick++
		s.unspoken = true
		return sim.Busy
	}
	return sim.Done
}

// refresh brings the state up to date with the live knobs.
func (s *snake) refresh() {
	s.last = s.lab.snakeLive()
	if s.search.done() {
		s.build()
	}
	if s.work() {
		s.stale = true
		return
	}
	s.view.show(s)
}

// build fits the network along the hand's direction, or the best one.
func (s *snake) build() {
	s.used.margin = s.lab.margin
	s.isInstead = false
	u := s.search.best.u
	if s.byHand() {
		u = s.hand[:]
		u[1], u[0] = exact.SinCos(s.lab.angle * (math.Pi / 180))
	}
	if !s.used.fit(&s.task, u) {
		s.isInstead = true
		s.used.fit(&s.task, s.search.best.u)
	}
	s.tally.reset(s)
}

// byHand reports whether the visitor has turned the line.
func (s *snake) byHand() bool { return s.lab.d == 2 && s.lab.angle >= 0 }

// work does one slice of what the picture of the present tick still needs, and
// reports whether there was any.
func (s *snake) work() bool {
	stage, count := s.stage()
	_, _, zigs := s.inPlace()
	switch {
	case s.search.next < s.lab.dirs && (stage > searching || s.search.next < count):
		s.search.try(&s.task, atOnce)
		if s.search.done() {
			s.build()
		}
	case s.tally.units < zigs:
		s.tally.work(s, zigs)
	case stage == complete && !s.tally.counted():
		s.tally.count(s.used, s.used.output(s.output()))
	case stage >= drawing && s.view.weave.grow(s):
	default:
		return stage == complete && s.view.area.fill(s)
	}
	return true
}

// shownUnit returns the zig-zag whose panel is shown.
func (s *snake) shownUnit() int {
	if s.lab.unit > 0 {
		return min(s.lab.unit, len(s.used.units)) - 1
	}
	_, _, zigs := s.inPlace()
	return max(0, zigs-1)
}

// output returns the output whose labels are shown.
func (s *snake) output() int { return s.used.units[s.shownUnit()].out }

// arithmetic is the one in which the network is evaluated.
func (s *snake) arithmetic() arithmetic { return arithmetic{s.lab.precision == single} }
