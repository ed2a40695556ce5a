package capacity

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// snakeFacts is what is known at a tick; NaN is not known.
type snakeFacts struct {
	neurons, params, places                 float64
	fit, wrong, most, leak, pieces, nearest float64
}

// facts returns what the plan alone says.
func (p *plan) facts() snakeFacts {
	no := math.NaN()
	return snakeFacts{float64(p.neurons()), float64(p.params()), float64(p.places()), no, no, no, no, no, no}
}

// measure collects the facts of a stage.
func (s *snake) measure(stage int) snakeFacts {
	f := s.plan.facts()
	if stage > searching {
		f.most, f.nearest = s.used.most, s.used.gap
	}
	if stage >= adding {
		f.leak = float64(s.tally.leaks)
	}
	if stage == complete {
		f.fit, f.wrong = s.errors()
		f.pieces = float64(s.tally.pieces)
	}
	return f
}

// errors returns the largest error of the network's outputs, NaN if one of them is
// no number, and how many labels have the wrong sign or class.
func (s *snake) errors() (fit, wrong float64) {
	for i := range s.task.n {
		err, isWrong := s.numberError(i)
		if s.task.classes > 0 {
			err, isWrong = s.classError(i)
		}
		fit = max(fit, err)
		if isWrong {
			wrong++
		}
	}
	return fit, wrong
}

// numberError returns the largest error of the outputs at point i, and whether
// one has the wrong sign, or is no number.
func (s *snake) numberError(i int) (most float64, isWrong bool) {
	for out, y := range s.task.label(i) {
		f := s.tally.answer(s, i, out)
		most = max(most, math.Abs(f-y))
		isWrong = isWrong || !(f*y >= 0)
	}
	return most, isWrong
}

// classError is the same for the one-hot outputs: wrong is that another class
// wins.
func (s *snake) classError(i int) (most float64, isWrong bool) {
	f, own := s.tally.answer(s, i, 0), s.task.class[i]
	best, winner := -1.0, -1
	for k := range s.task.classes {
		r, want := readout(s.arithmetic(), f, k, s.task.classes), 0.0
		if k == own {
			want = 1
		}
		most = max(most, math.Abs(r-want))
		if r > best {
			best, winner = r, k
		}
	}
	return most, winner != own
}

func (k *snakeFacts) list(f *sim.Frame) {
	f.Fact("fit", "Largest error", "", "Largest distance of an output from its label.", k.fit)
	f.Fact("wrong", "Wrong", "", "Labels whose sign or class comes out wrong, or that get no number at all.", k.wrong)
	f.Fact("neurons", "Neurons", "", "Hidden ReLU of the whole network.", k.neurons)
	f.Fact("params", "Weights", "", "Weights and biases of the whole network.", k.params)
	f.Fact("places", "Places", "", "Labels that the network can hold.", k.places)
	f.Fact("cmax", "Largest weight", "", "Largest weight |C| of the second layer.", k.most)
	f.Fact("leak", "Leaks", "", "Times that a zig-zag added so far stays in the band at a point which it does not own.", k.leak)
	f.Fact("pieces", "Pieces", "", "Linear pieces of the function along the line.", k.pieces)
	f.Fact("margin_min", "Least distance", "", "Least distance of two points on the line.", k.nearest)
}

// tell returns the sentence under the picture.
func (s *snake) tell(stage, count int) string {
	n, units := s.task.n, len(s.used.units)
	switch stage {
	case searching:
		return s.tellSearch(count)
	case cutting:
		kept := fmt.Sprintf("Direction %d is kept: its weights are the smallest.", s.search.index+1)
		if s.byHand() && s.note == "" {
			kept = fmt.Sprintf("The line is turned by hand, to %s degrees.", sketch.Digits(s.lab.angle, 4))
		}
		empty := ""
		if rest := s.plan.places() - n; rest > 0 {
			empty = fmt.Sprintf("; %d places stay empty", rest)
		}
		return kept + fmt.Sprintf(" Along it the %d points form %d groups of %d%s.", n, len(s.used.groups), s.used.groups[0].size, empty) + s.note
	case ramping:
		return fmt.Sprintf("Ramp %d of %d rises from -1 to 1 in group %d and is flat outside.", count, len(s.used.groups), count)
	case zigging:
		return fmt.Sprintf("Unit %d of %d zig-zags through all groups and keeps one point of each.", count, units)
	case adding:
		return fmt.Sprintf("%d of %d clipped zig-zags are added: %d of %d labels are right.", count, units, s.view.sum.right, n)
	}
	says := fmt.Sprintf("%d labels, %d neurons", n, s.plan.neurons())
	if fit := s.view.facts.fit; !math.IsNaN(fit) {
		says += ", largest error " + sketch.Digits(fit, 1)
	}
	return says + "." + s.notes()
}

func (s *snake) tellSearch(count int) string {
	switch {
	case count == 0:
		return fmt.Sprintf("Which line tells %d points apart? %d directions are tried.", s.task.n, s.lab.dirs)
	case !s.search.fits:
		return fmt.Sprintf("Direction %d of %d: two points fall on the same foot. Another direction is tried.", count, s.lab.dirs)
	}
	return fmt.Sprintf("Direction %d of %d: largest weight %s, best %s.", count, s.lab.dirs, sketch.Digits(s.search.last().most, 2),
		sketch.Digits(s.search.best.most, 2))
}

// notes says what went wrong or is unusual, each in a sentence after a space.
func (s *snake) notes() string {
	facts, notes := &s.view.facts, s.note
	switch most := sketch.Digits(s.used.most, 1); {
	case math.IsNaN(facts.fit):
		notes += fmt.Sprintf(" Weights grow to %s, float32 ends at 3e38: %g labels are wrong.", most, facts.wrong)
	case facts.fit <= onLabel || s.lab.margin < 1:
	case s.isOffByTwo():
		notes += fmt.Sprintf(" Without the snake the weights grow to %s, and every second group is off by 2.", most)
	case s.lab.precision == single && s.used.rounding() < onLabel:
		notes += " The weights need 53 bits."
	default:
		notes += fmt.Sprintf(" Weights of %s exceed what %s can carry.", most, s.lab.precision)
	}
	if s.tally.leaks > 0 {
		notes += fmt.Sprintf(" Neighbours leak into the band %d times.", s.tally.leaks)
	}
	if n := len(s.used.units); s.lab.unit > n {
		notes += fmt.Sprintf(" There are %d zig-zags; the last one is shown.", n)
	}
	return notes
}

// isOffByTwo reports whether the network meets the labels of every second group,
// and misses those of the others by 2.
func (s *snake) isOffByTwo() bool {
	const near = 0.1 // what rounding may add to it
	for k, g := range s.used.groups {
		for _, i := range s.used.order[min(g.start, s.task.n):min(g.start+g.size, s.task.n)] {
			for out, y := range s.task.label(i) {
				miss := math.Abs(s.tally.answer(s, i, out) - y)
				if !(math.Abs(miss-float64(2*(k%2))) < near) {
					return false
				}
			}
		}
	}
	return true
}

// rounding returns how large errors in float64 become with these weights, about.
func (m *memory) rounding() float64 { return 10 * 0x1p-52 * m.most }
