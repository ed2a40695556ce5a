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
	missed                                  float64 // labels
}

// facts returns what the plan alone says.
func (p *plan) facts() snakeFacts {
	no := math.NaN()
	return snakeFacts{float64(p.neurons()), float64(p.params()), float64(p.places()), no, no, no, no, no, no, no}
}

// measure collects the facts of a stage.
func (s *snake) measure(stage int) snakeFacts {
	f := s.plan.facts()
	if ramps, begun, zigs := s.inPlace(); stage < complete {
		f.neurons = 2 * float64(ramps+max(zigs, min(1, begun)))
	}
	if stage > searching {
		f.most, f.nearest = s.used.most, s.used.gap
	}
	if stage >= zigging {
		f.leak = float64(s.tally.leaks)
	}
	if stage == complete {
		f.fit, f.wrong, f.missed = s.errors()
		f.pieces = float64(s.tally.pieces)
	}
	return f
}

// errors returns the largest error of the network's outputs, NaN if one of them is
// no number, how many labels have the wrong sign or class, and how many are missed.
func (s *snake) errors() (fit, wrong, missed float64) {
	for i := range s.task.n {
		err, isWrong := s.numberError(i)
		if s.task.classes > 0 {
			err, isWrong = s.classError(i)
		}
		fit = max(fit, err)
		if isWrong {
			wrong++
		}
		if !(err < onLabel) {
			missed++
		}
	}
	return fit, wrong, missed
}

// met returns how many labels of the output shown the zig-zags in place meet.
func (s *snake) met() int {
	n := 0
	for i := range s.task.n {
		if math.Abs(s.tally.answer(s, i, s.output())-s.task.label(i)[s.output()]) < onLabel {
			n++
		}
	}
	return n
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
	all := s.stages()
	switch {
	case s.tick == 0:
		return fmt.Sprintf("%d points, each with %s to remember. No neuron is in place yet.", s.task.n, s.kind())
	case stage == searching && s.search.index < 0:
		return fmt.Sprintf("%d of %s tried: in each, two points fall on the same foot.", count, plural(s.lab.dirs, "direction"))
	case stage == searching:
		return fmt.Sprintf("%d of %s tried: along the best one the largest weight is %s.", count, plural(s.lab.dirs, "direction"),
			sketch.Digits(s.search.best.most, 2))
	case stage == cutting:
		return s.tellCut()
	case stage == ramping:
		return fmt.Sprintf("%d of %d ramps, of two neurons each: they rise inside one group and are flat elsewhere.", count, all[ramping])
	case stage == drawing && count < all[drawing]:
		return fmt.Sprintf("The first zig-zag has passed %d of %d groups, and in each it meets one label.", count, all[drawing])
	case stage == complete:
		return s.tellEnd()
	}
	_, _, zigs := s.inPlace()
	return fmt.Sprintf("%d of %d zig-zags, of two neurons each: their sum meets %d of %d labels.", zigs, all[zigging], s.met(), s.task.n)
}

// kind says what a label is.
func (s *snake) kind() string {
	switch {
	case s.task.classes > 0:
		return fmt.Sprintf("one of %d classes", s.task.classes)
	case s.lab.labels == sign:
		return "a sign"
	case s.task.dy > 1:
		return fmt.Sprintf("%d numbers", s.task.dy)
	}
	return "a number"
}

func (s *snake) tellCut() string {
	along := fmt.Sprintf("Along the best of %s", plural(s.lab.dirs, "direction"))
	switch {
	case s.byHand() && s.isInstead:
		along = "Two points fall on one foot there, so along the best direction"
	case s.byHand():
		along = fmt.Sprintf("Along the line at %s degrees", sketch.Digits(s.lab.angle, 4))
	}
	says := fmt.Sprintf("%s the %d points form groups of %d", along, s.task.n, s.used.groups[0].size)
	if rest := s.plan.places() - s.task.n; rest > 0 {
		says += fmt.Sprintf("; %s empty", plural(rest, "place stays", "places stay"))
	}
	return says + "."
}

// tellEnd says how the network stands, or why it does not.
func (s *snake) tellEnd() string {
	f := &s.view.facts
	weights, bits := sketch.Digits(s.used.most, 1), 53
	if s.lab.precision == single {
		bits = 24
	}
	miss := fmt.Sprintf("%g of %d labels are missed", f.missed, s.task.n)
	if !math.IsNaN(f.fit) {
		miss += ", by up to " + sketch.Digits(f.fit, 2)
	}
	switch {
	case f.missed == 0:
		return s.tellFit()
	case math.IsNaN(f.fit):
		return fmt.Sprintf("Weights grow to %s, and numbers of 24 bits end at 3e38: %s.", weights, miss)
	case s.lab.margin < 1:
		return fmt.Sprintf("%s stay in the band where they should not: %s.", plural(s.tally.leaks, "zig-zag value"), miss)
	case s.isOffByTwo():
		return fmt.Sprintf("In the same order weights grow to %s, and every second group is off by 2: %g of %d are missed.",
			weights, f.missed, s.task.n)
	case bits == 24 && s.used.rounding() < onLabel:
		return fmt.Sprintf("The weights need 53 bits, and numbers here have 24: %s.", miss)
	}
	return fmt.Sprintf("Weights of %s are more than %d bits can carry: %s.", weights, bits, miss)
}

// tellFit says what holds all labels.
func (s *snake) tellFit() string {
	n, zigs, neurons, fit := s.task.n, len(s.used.units), s.plan.neurons(), sketch.Digits(s.view.facts.fit, 1)
	ramps, what := len(s.used.groups), "numbers"
	if s.lab.labels == sign {
		what = "signs"
	}
	switch {
	case s.task.classes > 0:
		return fmt.Sprintf("%d ramps, %d zig-zags and %d readers, %d neurons, give all %d points their class.",
			ramps, zigs, 2*s.task.classes, neurons, n)
	case len(s.plan.p1) > 1:
		return fmt.Sprintf("%d blocks share the line: %d neurons meet all %d %s; largest error %s.", len(s.plan.p1), neurons, n, what, fit)
	case s.task.dy > 1:
		return fmt.Sprintf("%d ramps serve %d × %d zig-zags: %d neurons meet all %d × %d numbers; largest error %s.",
			ramps, s.task.dy, zigs/s.task.dy, neurons, s.task.dy, n, fit)
	}
	return fmt.Sprintf("Two layers multiply: %d ramps and %d zig-zags, %d neurons, meet all %d %s; largest error %s.",
		ramps, zigs, neurons, n, what, fit)
}

// counts says what the number of neurons counts.
func (s *snake) counts(stage int) string {
	n := s.task.n
	root := 4 * math.Sqrt(float64(n))
	isPlain := s.lab.w1+s.lab.w2 == 0 && len(s.plan.p1) == 1 && s.task.dy == 1 && s.task.classes == 0
	switch missed := s.view.facts.missed; {
	case s.refuse != "":
		return fmt.Sprintf("neurons for %d labels", n)
	case stage != complete:
		return fmt.Sprintf("neurons in place for %d labels", n)
	case missed > 0:
		return fmt.Sprintf("neurons hold %g of %d labels", float64(n)-missed, n)
	case isPlain && root == float64(s.plan.neurons()):
		return fmt.Sprintf("neurons, 4√%d, hold %d labels", n, n)
	case isPlain:
		return fmt.Sprintf("neurons hold %d labels; 4√%d is %.0f", n, n, root)
	}
	return fmt.Sprintf("neurons hold %d labels", n)
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
