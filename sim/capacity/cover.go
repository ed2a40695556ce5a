package capacity

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
	"example.org/rote/sim/sketch"
)

// A cover is the scene of one threshold neuron: a tick is a random labeling of
// random points, and the question whether it is separable.
type cover struct {
	lab    *Lab
	rng    *rand.Rand
	n      int // points
	task   task
	signed []float64 // n×d, y_i·x_i
	solver nn.Separation

	trial     int // trials complete
	separable int
	undecided int
	view      coverView
}

// coverKnobs are those of the view cover alone.
type coverKnobs struct {
	load   float64
	trials int
}

func (l *Lab) declareCover(k *sim.Knobs) {
	k.Float(&l.load, "load", "Labels per dimension", 2, 0.5, 4).Main().Short("Load").Help("As many points as this times the dimensions.")
	k.Int(&l.trials, "trials", "Labelings tried", 50, 20, 200).Log().Main().Short("Labelings").Help("Each has new points and new coin flips.")
}

func newCover(l *Lab, rng *rand.Rand) *cover {
	n, d := max(1, int(math.Round(l.load*float64(l.d)))), l.d
	s := &cover{lab: l, rng: rng, n: n, signed: make([]float64, n*d),
		task: task{n: n, d: d, dy: 1, x: make([]float64, n*d), y: make([]float64, n)}}
	s.view = newCoverView(s)
	s.begin()
	s.view.says = say("%s in %s, and one neuron, which is a plane through 0. No labeling has been tried.",
		sketch.Count(n, "point", "points"), sketch.Count(d, "dimension", "dimensions"))
	s.view.counts = say("of %v random labelings are split by one neuron", l.trials)
	return s
}

// begin draws the next trial.
func (s *cover) begin() {
	for i := range s.task.x {
		s.task.x[i] = exact.Normal(s.rng)
	}
	s.task.signs(s.rng)
	for i := range s.n {
		for k, x := range s.task.point(i) {
			s.signed[i*s.task.d+k] = float64(s.task.y[i] * x)
		}
	}
	s.solver.Reset(s.signed, s.n, s.task.d)
}

func (s *cover) Step() sim.Pace {
	switch {
	case s.trial == s.lab.trials:
		return sim.Done
	case !s.solver.Step():
		return sim.Busy
	}
	if s.solver.Separable() {
		s.separable++
	}
	if s.solver.Undecided() {
		s.undecided++
	}
	s.trial++
	s.view.show(s)
	if s.trial < s.lab.trials {
		s.begin()
	}
	return sim.Tick
}

// share returns the share of separable trials so far.
func (s *cover) share() float64 { return float64(s.separable) / float64(s.trial) }

// law returns the probability by Cover's count.
func (s *cover) law() float64 { return nn.Cover(s.n, s.task.d) }

// margin returns the distance of the labels from the best hyperplane through 0.
func (s *cover) margin() float64 {
	if !s.solver.Separable() {
		return 0
	}
	r := s.solver.Residual()
	return r / math.Sqrt(1-float64(r*r))
}

// tell returns the sentence of a trial.
func (s *cover) tell() string {
	if s.trial < s.lab.trials {
		how := "No"
		if s.solver.Separable() {
			how = "One"
		}
		return say("%s plane splits labeling %v of %v. Split so far: %v.", how, s.trial, s.lab.trials, s.separable)
	}
	law := sketch.Percent(s.law())
	if math.Abs(s.law()-0.5) < 1e-9 {
		law = "half"
	}
	says := say("%v of %v random labelings of %s can be split by one plane; Cover's count says %s.", s.separable, s.trial,
		sketch.Count(s.n, "point", "points"), law)
	if s.undecided > 0 {
		says = say("%v of %v random labelings can be split by one plane, %v are undecided; Cover's count says %s.", s.separable,
			s.trial, s.undecided, law)
	}
	return says
}
