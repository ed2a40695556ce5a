package capacity

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
)

// A ladder is the scene of the networks with one hidden layer that came before
// the snake. A tick is one step of the preparation, then one group of units.
type ladder struct {
	lab   *Lab
	task  task
	stair stair
	sums  []float64 // n, over the groups added
	added int

	tick     int
	unspoken bool // the tick is complete but not shown
	stale    bool // a live change is not shown
	last     ladderLive
	view     ladderView
}

// ladderLive is the values of the live knobs that the state is up to date with.
type ladderLive struct {
	slab      float64
	precision string
}

func (l *Lab) ladderLive() ladderLive { return ladderLive{l.slab, l.precision} }

// The constructions of the ladder.
const (
	byBaum   = "baum"
	byZhang  = "zhang"
	byBubeck = "bubeck"
	byVardi  = "vardi"
)

// ladderKnobs are those of the view ladder alone. Slab is live.
type ladderKnobs struct {
	method   string
	slab     float64
	shuffles int
}

func (l *Lab) declareLadder(k *sim.Knobs) {
	k.Choice(&l.method, "method", "Construction", byBaum, byZhang, byBubeck, byVardi).
		Names("Slabs (Baum, 1988)", "Bends on one line (Zhang and others, 2017)", "Gentle slabs (Bubeck and others, 2020)",
			"Digits of numbers (Vardi and others, 2021)").Main().
		Help("All have one hidden layer, but the last, which is deep and narrow.")
	k.Float(&l.slab, "slab", "Width of a slab", 0.5, 0.1, 0.9).Live().Short("Slab").Help("As a share of the way to the next point.").
		When("Only Baum's slabs have a width to choose.", func() bool { return l.method == byBaum })
	k.Int(&l.shuffles, "shuffles", "Groupings tried", 16, 1, 64).Log().Short("Groupings").Help("The one with the smallest weights is kept.").
		When("Only the gentle slabs choose among groupings.", func() bool { return l.method == byBubeck })
}

func newLadder(l *Lab, rng *rand.Rand) *ladder {
	s := &ladder{lab: l, task: gaussian(rng, l.held(), l.d, 1), sums: make([]float64, l.held()), last: l.ladderLive()}
	if l.labels == real {
		s.task.numbers(rng)
	} else {
		s.task.signs(rng)
	}
	switch l.method {
	case byZhang:
		s.stair = newZhang(&s.task, l.dirs, rng)
	case byBubeck:
		s.stair = newBubeck(&s.task, l.shuffles, rng)
	case byVardi:
		for i, y := range s.task.y {
			s.task.y[i] = math.Copysign(1, y)
		}
		s.stair = newBitstore(&s.task, l.dirs, rng)
	default:
		for i, y := range s.task.y {
			s.task.y[i] = math.Copysign(1, y)
		}
		s.stair = newBaum(&s.task, &l.slab, rng)
	}
	s.view = newLadderView(s)
	s.view.show(s)
	return s
}

func (s *ladder) of() int { return s.stair.ticks() + s.stair.groups() }

// wanted returns how many groups the present tick shows.
func (s *ladder) wanted() int { return max(0, s.tick-s.stair.ticks()) }

func (s *ladder) arithmetic() arithmetic { return arithmetic{s.lab.precision == single} }

func (s *ladder) Step() sim.Pace {
	switch {
	case s.last != s.lab.ladderLive():
		s.last = s.lab.ladderLive()
		clear(s.sums)
		s.added = 0
		s.stale = true
		s.catchUp()
		return sim.Busy
	case s.work():
		return sim.Busy
	case s.stale && !s.unspoken:
		s.catchUp()
		return sim.Busy
	case s.unspoken:
		s.unspoken, s.stale = false, false
		s.view.show(s)
		return sim.Tick
	case s.tick < s.stair.ticks():
		if s.stair.prepare() {
			s.tick++
			s.unspoken = true
		}
		return sim.Busy
	case s.tick < s.of():
		s.tick++
		s.unspoken = true
		return sim.Busy
	}
	return sim.Done
}

// catchUp shows what a live change has brought, once it is complete.
func (s *ladder) catchUp() {
	if !s.work() {
		s.stale = false
		s.view.show(s)
	}
}

// isComplete reports whether all groups are there.
func (s *ladder) isComplete() bool { return s.added == s.stair.groups() }

// work adds a slice of groups, up to those that the present tick shows, and
// reports whether there were any.
func (s *ladder) work() bool {
	if s.added >= s.wanted() {
		return false
	}
	for cost := 0; s.added < s.wanted() && cost < sliceWork; cost += s.stair.cost() {
		s.stair.add(s.arithmetic(), s.added, s.sums)
		s.added++
	}
	return true
}

// meets reports whether the groups in place give point i its label.
func (s *ladder) meets(i int) bool {
	return math.Abs(s.stair.answer(s.arithmetic(), s.sums[i])-s.task.y[i]) < onLabel
}

// units returns how many hidden units are in place.
func (s *ladder) units() int {
	all, groups := s.stair.size().units, s.stair.groups()
	switch {
	case s.isComplete():
		return all
	case s.lab.method == byZhang:
		return s.added * s.task.d
	}
	return s.added * (all / groups)
}

// errors returns the largest error, NaN if an answer is no number, and how many
// signs are wrong.
func (s *ladder) errors() (fit, wrong float64) {
	for i, y := range s.task.y {
		f := s.stair.answer(s.arithmetic(), s.sums[i])
		fit = max(fit, math.Abs(f-y))
		if !(f*y > 0 || y == 0) {
			wrong++
		}
	}
	if math.IsInf(fit, 0) {
		fit = math.NaN()
	}
	return fit, wrong
}
