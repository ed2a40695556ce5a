package capacity

import (
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
	answers := make([]float64, s.task.dy)
	for i := range s.task.n {
		for out := range answers {
			answers[out] = s.tally.answer(s, i, out)
		}
		err, isWrong := s.task.numberError(i, answers)
		if s.task.classes > 0 {
			err, isWrong = s.task.classError(s.arithmetic(), i, answers[0])
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

// met returns how many labels, of all outputs, the zig-zags in place meet.
func (s *snake) met() (n int) {
	for i := range s.task.n {
		for out, y := range s.task.label(i) {
			if math.Abs(s.tally.answer(s, i, out)-y) < onLabel {
				n++
			}
		}
	}
	return n
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
		return say("%v points, each with %s to remember. No neuron is in place yet.", s.task.n, kindOf(&s.task, s.lab))
	case stage == searching && s.search.index < 0:
		return say("%v of %s tried: in each, two points fall on the same foot.", count, sketch.Count(s.lab.dirs, "direction", "directions"))
	case stage == searching:
		return say("%v of %s tried: along the best one the largest weight is %s.", count, sketch.Count(s.lab.dirs, "direction", "directions"),
			about(s.search.best.most))
	case stage == cutting:
		return s.tellCut()
	case stage == ramping:
		return say("%v of %v ramps, of two neurons each: they rise inside one group and are flat elsewhere.", count, all[ramping])
	case stage == drawing && count < all[drawing]:
		return say("The first zig-zag has passed %v of %v groups, and in each it meets one label.", count, all[drawing])
	case stage == complete:
		return s.tellEnd()
	}
	_, _, zigs := s.inPlace()
	return say("%v of %v zig-zags, of two neurons each: their sum meets %v of %v labels.", zigs, all[zigging], s.met(), len(s.task.y))
}

// kindOf says what a label is.
func kindOf(t *task, l *Lab) string {
	switch {
	case t.classes > 0:
		return say("one of %v classes", t.classes)
	case l.labels == sign:
		return "a sign"
	case t.dy > 1:
		return say("%v numbers", t.dy)
	}
	return "a number"
}

func (s *snake) tellCut() string {
	along := say("Along the best of %v directions", s.lab.dirs)
	switch {
	case s.lab.dirs == 1:
		along = "Along one direction"
	case s.byHand() && s.isInstead:
		along = "Two points fall on one foot there, so along the best direction"
	case s.byHand():
		along = say("Along the line at %s degrees", sketch.Digits(s.lab.angle, 4))
	}
	says := say("%s the %v points form groups of %v", along, s.task.n, s.used.groups[0].size)
	if rest := s.plan.places() - s.task.n; rest > 0 {
		says += say("; %s empty", sketch.Count(rest, "place stays", "places stay"))
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
	miss := say("%v of %v labels are missed", int(f.missed), s.task.n)
	if !math.IsNaN(f.fit) {
		miss += ", by up to " + sketch.Digits(f.fit, 2)
	}
	switch {
	case f.missed == 0:
		return s.tellFit()
	case math.IsNaN(f.fit):
		return say("Weights grow to %s, and numbers of 24 bits end at 3e38: %s.", weights, miss)
	case s.lab.margin < 1:
		return say("%s stay in the band where they should not: %s.", sketch.Count(s.tally.leaks, "zig-zag value", "zig-zag values"), miss)
	case s.isOffByTwo():
		return say("In the same order weights grow to %s, and every second group is off by 2: %v of %v are missed.",
			weights, int(f.missed), s.task.n)
	case bits == 24 && s.used.rounding() < onLabel:
		return say("The weights need 53 bits, and numbers here have 24: %s.", miss)
	}
	return say("Weights of %s are more than %v bits can carry: %s.", weights, bits, miss)
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
		return say("%v ramps, %v zig-zags and %v readers, %v neurons, give all %v points their class.",
			ramps, zigs, 2*s.task.classes, neurons, n)
	case len(s.plan.p1) > 1:
		return say("%v blocks share the line: %v neurons meet all %v %s; largest error %s.", len(s.plan.p1), neurons, n, what, fit)
	case s.task.dy > 1:
		return say("%v ramps serve %v × %v zig-zags: %v neurons meet all %v × %v numbers; largest error %s.",
			ramps, s.task.dy, zigs/s.task.dy, neurons, s.task.dy, n, fit)
	}
	return say("Two layers multiply: %v ramps and %v zig-zags, %v neurons, meet all %v %s; largest error %s.",
		ramps, zigs, neurons, n, what, fit)
}

// counts says what the number of neurons counts.
func (s *snake) counts(stage int) string {
	n := s.task.n
	root := 4 * math.Sqrt(float64(n))
	isPlain := s.lab.w1+s.lab.w2 == 0 && len(s.plan.p1) == 1 && s.task.dy == 1 && s.task.classes == 0
	switch missed := s.view.facts.missed; {
	case s.refuse != "":
		return say("neurons for %v labels", n)
	case stage != complete:
		return say("neurons in place for %v labels", n)
	case missed > 0:
		return say("neurons hold %v of %v labels", n-int(missed), n)
	case isPlain && root == float64(s.plan.neurons()):
		return say("neurons, 4√%v, hold %v labels", n, n)
	case isPlain:
		return say("neurons hold %v labels; 4√%v is %v", n, n, int(math.Round(root)))
	}
	return say("neurons hold %v labels", n)
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
