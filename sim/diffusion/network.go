package diffusion

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/nn"
)

// checkpoints are the training steps after which the network is measured, and
// after the last one. They are the ticks.
var checkpoints = [...]int{25, 50, 100, 150, 200, 300, 400, 600, 800, 1200, 1600, 2400, 3200}

// memorized is the excess of copies from which on a network has memorized.
const memorized = 0.1

// A network is the scene of a small network that learns the score from noised
// training points. The truth is gauss4.
type network struct {
	*sim.Player // of run
	lab         *Lab
	points      []float64 // m×2, distinct training points
	train       []float64 // n×2
	rng         *rand.Rand

	model   denoiser
	quarter examples // of a batch
	steps   int      // taken
	exam    exam
	fresh   fresh

	marks    []int // steps of the checkpoints
	record   record
	diverged int // the step at which training diverged, or 0
	picture  networkPicture
	kappa    float64 // that the record is up to date with
}

func newNetwork(l *Lab, rng *rand.Rand) *network {
	s := &network{lab: l, rng: rng, train: fourGaussians(l.n, rng)}
	s.Player = sim.Play(s.run)
	s.points, _ = distinct(s.train)
	s.exam = newExam(s.train, l.c, rng)
	s.fresh = newFresh(s.points, fourGaussians(freshDraws, rng))
	s.model = newDenoiser(l.width, rng)
	s.quarter = newExamples(batch / slicesOfBatch)
	for _, step := range checkpoints {
		if step < l.train {
			s.marks = append(s.marks, step)
		}
	}
	s.marks = append(s.marks, l.train)
	s.record = newRecord(len(s.marks))
	s.picture = newNetworkPicture(l.train, len(s.points)/2)
	s.review()
	return s
}

func (s *network) Step() sim.Pace {
	if s.kappa != s.lab.kappa {
		s.review()
		return sim.Busy
	}
	return s.Player.Step()
}

// run looks at fresh points and at what copying and the truth would lose, and then
// trains from checkpoint to checkpoint and examines the network at each.
func (s *network) run(yield func(sim.Pace) bool) {
	slice := func() bool { return yield(sim.Busy) }
	for !s.fresh.done() {
		s.fresh.work()
		if !slice() {
			return
		}
	}
	if !s.record.bounds.take(&s.exam, slice) || !s.record.crowd.take(s.fresh.draws, slice) {
		return
	}
	for _, mark := range s.marks {
		if !s.learn(mark, slice) || !s.exam.take(&s.model, slice) || !s.enter() || !yield(sim.Tick) {
			return
		}
	}
}

// learn trains up to a step, a quarter of a batch in a slice, and reports whether
// it came there.
func (s *network) learn(mark int, slice func() bool) bool {
	d := &s.model
	for ; s.steps < mark; s.steps++ {
		loss := 0.0
		for i := range slicesOfBatch * s.lab.draws {
			if i%s.lab.draws == 0 {
				s.quarter.draw(s.train, false, s.rng)
			} else {
				s.quarter.again(s.rng)
			}
			out := d.Forward(s.quarter.seen)
			loss += nn.Square(d.Dout(), out, s.quarter.target, 1/float32(2*batch*s.lab.draws))
			d.Backward()
			if !slice() {
				return false
			}
		}
		if math.IsNaN(loss) || math.IsInf(loss, 0) {
			s.diverge(s.steps + 1)
			return false
		}
		d.Update()
	}
	return true
}

// enter takes over what the exam has found, and reports whether that is finite.
func (s *network) enter() bool {
	if !s.exam.paper.finite() {
		s.diverge(s.steps)
		return false
	}
	s.record.add(s.steps, &s.exam.paper, s.points)
	s.picture.show(&s.exam.paper)
	s.review()
	return true
}

func (s *network) diverge(step int) {
	s.diverged = step
	s.review()
}

// review brings what is shown up to date with the live gap ratio.
func (s *network) review() {
	s.kappa = s.lab.kappa
	s.record.judge(s)
	s.picture.judge(s)
}
