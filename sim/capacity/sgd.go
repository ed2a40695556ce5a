package capacity

import (
	"math/rand/v2"

	"example.org/rote/sim"
)

// An sgd is the scene of a perfect memory that is pushed away from its minimum θ*
// by ξ, and of stochastic gradient descent that repairs it. To first order the
// outputs change in the span of their gradients at θ* only: that part of the
// distance is par, the rest is perp.
type sgd struct {
	lab    *Lab
	rng    *rand.Rand
	min    *minimum
	span   span
	rate   float64
	w, g   []float64 // P, parameters and gradient
	order  []int     // permutation of the examples
	batchX []float64
	dout   []float64

	epoch  int
	ended  bool
	broken bool
	start  offset // at the push
	now    offset
	pushed pushed
	kink   float64 // least |pre-activation| at θ*
	gates  gates
	view   sgdView

	xi, par, perp []float64 // P, scratch
}

// pushed is what a push of length rho does to the risk, as it is and without its
// part in the span: R(θ*+ξ) and R(θ*+ξ_perp).
type pushed struct{ rho, risk, perp float64 }

// An offset is where the parameters are, seen from θ*.
type offset struct {
	risk, par, perp float64
	flips           float64 // share of the gates that differ
}

// tooLong is the growth of the risk after which the steps are called too long.
const tooLong = 1000

// sgdKnobs are those of the view sgd.
type sgdKnobs struct {
	minimum       string
	rho, eta      float64
	batch, epochs int
}

func (l *Lab) declareSgd(k *sim.Knobs) {
	k.Choice(&l.minimum, "minimum", "Which perfect memory", byTraining, byConstruction, byTeacher).
		Names("A trained network", "A built network", "A random network").Main().Short("Memory").
		Help("The random network is asked for its own outputs.")
	k.Float(&l.rho, "rho", "Length of the push, ρ", 0.03, 1e-4, 3).Log().Main().Short("Push").Help("All weights together move so far.")
	k.Int(&l.batch, "batch", "Examples in a step", 4, 1, 64).Log().Main().Short("Batch").Help("Not more than there are.")
	k.Float(&l.eta, "eta", "Size of a step", 1, 0.25, 8).Log().Main().Short("Step size").
		Help("A step of 1 mends the steepest example at once, to first order; beyond 5 steps are unsteady.")
	k.Int(&l.epochs, "epochs", "Epochs", 500, 50, 1500).Log().Main().Help("Passes over all examples.")
}

func newSgd(l *Lab, rng *rand.Rand) *sgd {
	m := newMinimum(l.minimum, rng)
	s := &sgd{lab: l, rng: rng, min: m}
	p := len(m.theta)
	s.w, s.g, s.xi, s.par, s.perp = append([]float64(nil), m.theta...), make([]float64, p), make([]float64, p), make([]float64, p), make([]float64, p)
	s.batchX, s.dout = make([]float64, m.n*m.net.In()), make([]float64, m.n)
	s.order = make([]int, m.n)
	for i := range s.order {
		s.order[i] = i
	}
	jacobian := make([]float64, m.n*p)
	m.jacobian(m.theta, jacobian)
	s.span = newSpan(jacobian, m.n, p)
	s.rate = l.eta / steepest(jacobian, p)
	s.gates = newGates(m)
	s.kink = m.kink()
	s.gates.read(m, m.theta)
	s.gates.keep()
	push := direction(rng, p)
	s.view = newSgdView(s, push)
	along(s.w, push, l.rho)
	s.start = s.measure()
	s.now = s.start
	s.span.split(s.par, s.perp, push)
	s.pushed = pushed{l.rho, s.start.risk, s.riskAt(s.perp, l.rho)}
	s.view.show(s)
	return s
}

// steepest returns the largest square of a row's length.
func steepest(j []float64, p int) float64 {
	most := 0.0
	for from := 0; from < len(j); from += p {
		most = max(most, dot(j[from:from+p], j[from:from+p]))
	}
	return most
}

// riskAt returns R(θ* + length·push).
func (s *sgd) riskAt(push []float64, length float64) float64 {
	copy(s.xi, s.min.theta)
	along(s.xi, push, length)
	return s.min.risk(s.xi)
}

// measure says where the parameters are.
func (s *sgd) measure() offset {
	for k, w := range s.w {
		s.xi[k] = w - s.min.theta[k]
	}
	s.span.split(s.par, s.perp, s.xi)
	risk := s.min.risk(s.w)
	s.gates.read(s.min, s.w)
	return offset{risk, norm(s.par), norm(s.perp), s.gates.flipped()}
}

// every returns how many epochs a tick takes.
func (s *sgd) every() int { return (s.lab.epochs + 199) / 200 }

func (s *sgd) Step() sim.Pace {
	if s.ended {
		return sim.Done
	}
	for range min(s.every(), s.lab.epochs-s.epoch) {
		s.descend()
	}
	s.now = s.measure()
	s.broken = !(s.now.risk <= tooLong*max(s.start.risk, perfect))
	s.ended = s.broken || s.epoch == s.lab.epochs
	s.view.show(s)
	return sim.Tick
}

// descend does one epoch: all examples once, in a new order, in batches.
func (s *sgd) descend() {
	s.rng.Shuffle(len(s.order), func(i, j int) { s.order[i], s.order[j] = s.order[j], s.order[i] })
	size := min(s.lab.batch, s.min.n)
	for from := 0; from < len(s.order); from += size {
		s.learn(s.order[from:min(len(s.order), from+size)])
	}
	s.epoch++
}

// learn takes a step down the mean gradient of ½(f-y)² over a batch.
func (s *sgd) learn(batch []int) {
	m, d := s.min, s.min.net.In()
	for row, i := range batch {
		copy(s.batchX[row*d:(row+1)*d], m.x[i*d:(i+1)*d])
	}
	for row, f := range m.ref.Forward(s.w, s.batchX[:len(batch)*d]) {
		s.dout[row] = (f - m.y[batch[row]]) / float64(len(batch))
	}
	clear(s.g)
	m.ref.Backward(nil, s.g, s.w, s.dout[:len(batch)])
	along(s.w, s.g, -s.rate)
}

// gates are the hidden units that are open, example by example.
type gates struct{ open, before []bool }

func newGates(m *minimum) gates {
	n := 0
	for _, l := range m.net.Layers[:len(m.net.Layers)-1] {
		n += m.n * l.Out
	}
	return gates{make([]bool, n), make([]bool, n)}
}

// read takes the gates at w.
func (g *gates) read(m *minimum, w []float64) {
	m.ref.Forward(w, m.x)
	at := 0
	for i := range m.net.Layers[:len(m.net.Layers)-1] {
		for _, z := range m.ref.Sums(i) {
			g.open[at] = z > 0
			at++
		}
	}
}

// keep remembers the gates.
func (g *gates) keep() { copy(g.before, g.open) }

// flipped returns the share of the gates that differ from those kept.
func (g *gates) flipped() float64 {
	n := 0
	for i, open := range g.open {
		if open != g.before[i] {
			n++
		}
	}
	return float64(n) / float64(len(g.open))
}
