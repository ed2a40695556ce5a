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
// its zig-zags, their sum, and at last the plane.
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

	tally tally
	mean  mean
	view  snakeView
	hand  [2]float64 // the direction by hand
	note  string     // about it
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
	switch {
	case !s.plan.fits():
		s.refuse = s.plan.refusal(s.lab.w1, s.lab.w2)
	case s.task.hasTwins():
		s.refuse = "Two identical points want different labels: no function can do this."
	default:
		s.search = newSearch(s.plan, searchMargin, s.lab.alternate, s.lab.dirs, rng)
		if !s.search.any(&s.task) {
			s.refuse = "Two points fall on the same foot in every direction tried."
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

// drawTask draws what the lab's knobs ask for.
func (l *Lab) drawTask(rng *rand.Rand) task {
	dy := 1
	if l.labels == real && l.blocks == 1 {
		dy = l.dy
	}
	t := gaussian(rng, l.n, l.d, dy)
	switch l.labels {
	case sign:
		t.signs(rng)
	case classes:
		t.drawClasses(rng, l.classes)
	default:
		t.numbers(rng)
	}
	if l.near > 0 {
		t.plant(rng, l.near)
	}
	return t
}

// The stages of the construction.
const (
	searching = iota // count: directions tried
	cutting
	ramping  // count: ramps shown
	zigging  // count: zig-zags shown
	adding   // count: zig-zags added
	complete // and the plane is filled
)

// stage returns what a tick shows: so many of the things of a stage.
func (s *snake) stage() (stage, count int) {
	k := s.tick
	for stage, n := range [...]int{s.lab.dirs, 1, len(s.used.groups), len(s.used.units), len(s.used.units)} {
		if k <= n {
			return stage, k
		}
		k -= n
	}
	return complete, 0
}

// of returns the number of ticks of the run.
func (s *snake) of() int { return s.lab.dirs + 1 + len(s.used.groups) + 2*len(s.used.units) + 1 }

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
		s.advance()
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

func (s *snake) advance() {
	s.tick++
	s.unspoken = true
	if !s.search.done() {
		s.search.try(&s.task)
		if s.search.done() {
			s.build()
		}
	}
}

// build fits the network along the hand's direction, or the best one.
func (s *snake) build() {
	s.used.margin = s.lab.margin
	s.note = ""
	u := s.search.best.u
	if s.byHand() {
		u = s.hand[:]
		u[1], u[0] = exact.SinCos(s.lab.angle * (math.Pi / 180))
	}
	if !s.used.fit(&s.task, u) {
		s.note = " Two points fall on the same foot there: the best direction is used."
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
	switch {
	case stage == adding && s.tally.units < count:
		s.tally.work(s, count)
	case stage == complete && s.tally.units < len(s.used.units):
		s.tally.work(s, len(s.used.units))
	case stage == complete && s.tally.pieces == 0:
		s.tally.pieces = s.used.pieces(&s.tally.knots, s.used.output(s.output()))
	default:
		return false
	}
	return true
}

// shownUnit returns the zig-zag whose panel is shown.
func (s *snake) shownUnit() int {
	if s.lab.unit > 0 {
		return min(s.lab.unit, len(s.used.units)) - 1
	}
	stage, count := s.stage()
	switch stage {
	case zigging, adding:
		return count - 1
	case complete:
		return len(s.used.units) - 1
	}
	return 0
}

// output returns the output whose labels are shown.
func (s *snake) output() int { return s.used.units[s.shownUnit()].out }

// arithmetic is the one in which the network is evaluated.
func (s *snake) arithmetic() arithmetic { return arithmetic{s.lab.precision == single} }
