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
// training points. The truth is gauss4. A slice of work is a quarter of a batch,
// or one of an exam.
type network struct {
	lab    *Lab
	points []float64 // m×2, distinct training points
	train  []float64 // n×2
	rng    *rand.Rand

	model   denoiser
	lesson  examples // of a quarter of a batch
	quarter int      // of the present batch
	loss    float64  // of the present batch
	steps   int      // taken
	isExam  bool
	exam    exam
	fresh   fresh

	marks    []int // steps of the checkpoints
	record   record
	diverged int // the step at which training diverged, or 0
	picture  networkPicture
	kappa    float64 // that the record is up to date with
}

func (s *network) reset(rng *rand.Rand) {
	s.rng = rng
	s.train = fourGaussians(s.lab.n, rng)
	s.points, _ = distinct(s.train)
	s.exam = newExam(s.train, s.lab.c, rng)
	s.fresh = newFresh(s.points, fourGaussians(freshDraws, rng))
	s.model = newDenoiser(s.lab.width, rng)
	s.lesson = newExamples(batch / slicesOfBatch)
	for _, step := range checkpoints {
		if step < s.lab.train {
			s.marks = append(s.marks, step)
		}
	}
	s.marks = append(s.marks, s.lab.train)
	s.record = newRecord(len(s.marks))
	s.picture = newNetworkPicture(s)
	s.review()
}

func (s *network) Step() sim.Pace {
	switch {
	case s.kappa != s.lab.kappa:
		s.review()
		return sim.Busy
	case !s.fresh.done():
		s.fresh.work()
		return sim.Busy
	case s.diverged > 0 || s.record.n() == len(s.marks):
		return sim.Done
	case s.isExam:
		return s.examine()
	}
	s.learn()
	return sim.Busy
}

// learn adds the gradient of a quarter of a batch, and takes the training step
// with the last one.
func (s *network) learn() {
	d := &s.model
	s.lesson.draw(s.train, false, s.rng)
	out := d.Forward(s.lesson.seen)
	s.loss += nn.Square(d.Dout(), out, s.lesson.target, 1./(2*batch))
	d.Backward()
	if s.quarter++; s.quarter < slicesOfBatch {
		return
	}
	s.steps++
	if math.IsNaN(s.loss) || math.IsInf(s.loss, 0) {
		s.diverge()
		return
	}
	d.Update()
	s.quarter, s.loss = 0, 0
	if s.steps == s.marks[s.record.n()] {
		s.isExam = true
		s.exam.begin()
	}
}

// examine does a slice of the exam. Its end is a tick.
func (s *network) examine() sim.Pace {
	if !s.exam.work(&s.model) {
		return sim.Busy
	}
	s.isExam = false
	if !s.exam.paper.finite() {
		s.diverge()
		return sim.Busy
	}
	s.record.add(s.steps, &s.exam.paper, s.points)
	s.picture.show(s)
	s.review()
	return sim.Tick
}

func (s *network) diverge() {
	s.diverged = s.steps
	s.review()
}

// review brings what is shown up to date with the live gap ratio.
func (s *network) review() {
	s.kappa = s.lab.kappa
	s.record.judge(s)
	s.picture.judge(s)
}
