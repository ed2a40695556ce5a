package capacity

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/linalg"
	"example.org/rote/sim/nn"
)

// A minimum is a network θ* that remembers its labels perfectly: the risk
// R(θ) = (1/2N) Σ (f(x_i) - y_i)² is 0 there, up to rounding.
type minimum struct {
	net   nn.Net
	ref   *nn.Reference
	n     int
	x, y  []float64 // n×In, n
	theta []float64
	dout  []float64 // n, scratch
}

// The ways to come to a minimum.
const (
	byTraining     = "trained"
	byConstruction = "constructed"
	byTeacher      = "teacher"
)

// newMinimum draws the data, and makes the minimum.
func newMinimum(kind string, rng *rand.Rand) *minimum {
	switch kind {
	case byConstruction:
		return constructed(rng)
	case byTeacher:
		return teacher(rng)
	}
	return trained(rng)
}

func newProblem(t *task, widths ...int) *minimum {
	net := nn.MLP(nn.ReLU, widths...)
	return &minimum{net: net, ref: nn.NewReference(net, t.n), n: t.n, x: t.x, y: t.y, theta: make([]float64, net.End()),
		dout: make([]float64, t.n)}
}

// Near a minimum the risk is smooth only if no example sits at a kink of a hidden
// unit. A start with a kink nearer than farKink to the data is drawn again, up to
// maxDraws times.
const (
	farKink  = 0.015
	maxDraws = 100
)

// teacher is a random network that is asked for its own outputs.
func teacher(rng *rand.Rand) *minimum {
	t := gaussian(rng, 64, 3, 1)
	m := newProblem(&t, 3, 4, 1)
	m.choose(func() float64 {
		for i := range m.theta {
			m.theta[i] = exact.Normal(rng)
		}
		return 0
	})
	copy(m.y, m.ref.Forward(m.theta, m.x))
	return m
}

// choose makes starts, which have the risk that start returns, until one is a
// perfect memory without a kink near the data. Of maxDraws it keeps the best: the
// perfect one whose nearest kink is farthest away.
func (m *minimum) choose(start func() float64) {
	best, theta := math.Inf(-1), make([]float64, len(m.theta))
	for draws := 0; best < farKink && draws < maxDraws; draws++ {
		score := -start()
		if score > -perfect {
			score = m.kink()
		}
		if score > best {
			best = score
			copy(theta, m.theta)
		}
	}
	copy(m.theta, theta)
}

// constructed is a snake network, written as ReLU.
func constructed(rng *rand.Rand) *minimum {
	t := gaussian(rng, 16, 4, 1)
	t.numbers(rng)
	for i := range t.y {
		t.y[i] *= 0.9
	}
	s := newSearch(newPlan(&t, 1, 0, 0), 1.3, true, 400, rng)
	for !s.done() {
		s.try(&t, atOnce)
	}
	m := newProblem(&t, t.d, 2*s.best.p1[0], 2*s.best.p2[0], 1)
	s.best.write(m.net, m.theta)
	return m
}

// write stores a network of one block and one output as ReLU in w: clamp(t, -1, 1)
// is R(t+1) - R(t-1) - 1, and the constants go into the biases of the next layer.
func (m *memory) write(net nn.Net, w []float64) {
	first, second, last := net.Layers[0], net.Layers[1], net.Layers[2]
	for g := range m.groups {
		group := &m.groups[g]
		for k, u := range m.u {
			w[first.At+k*first.Out+2*g], w[first.At+k*first.Out+2*g+1] = group.slope*u, group.slope*u
		}
		bias := first.At + first.In*first.Out + 2*g
		w[bias], w[bias+1] = 1-float64(group.slope*group.mid), -1-float64(group.slope*group.mid)
	}
	for l := range m.units {
		u, rest := &m.units[l], m.units[l].b
		for g, c := range u.c {
			row := second.At + 2*g*second.Out
			w[row+2*l], w[row+2*l+1] = c, c
			w[row+second.Out+2*l], w[row+second.Out+2*l+1] = -c, -c
			rest -= c
		}
		bias := second.At + second.In*second.Out + 2*l
		w[bias], w[bias+1] = rest+1, rest-1
		w[last.At+2*l], w[last.At+2*l+1] = 1, -1
	}
	w[last.At+last.In] = -float64(len(m.units)) - m.off
}

// trained is a random network that is brought to its labels by Levenberg and
// Marquardt's method.
func trained(rng *rand.Rand) *minimum {
	t := gaussian(rng, 12, 6, 1)
	t.numbers(rng)
	m := newProblem(&t, 6, 24, 1)
	m.choose(func() float64 {
		m.draw(rng)
		return m.descend()
	})
	return m
}

// perfect is the risk below which a memory counts as perfect.
const perfect = 1e-30

func (m *minimum) draw(rng *rand.Rand) {
	for i, l := range m.net.Layers {
		weights, biases := m.theta[l.At:l.At+l.In*l.Out], m.theta[l.At+l.In*l.Out:l.At+l.Size()]
		scale := math.Sqrt(1 / float64(l.In))
		if i > 0 {
			scale = 0.3
		}
		for k := range weights {
			weights[k] = scale * exact.Normal(rng)
		}
		for k := range biases {
			biases[k] = 0.5 * exact.Normal(rng)
		}
	}
}

// descend takes damped Gauss-Newton steps until the risk is perfect or does not
// fall any more, and returns it.
func (m *minimum) descend() float64 {
	p := len(m.theta)
	damping, risk := 1e-2, m.risk(m.theta)
	next, jacobian := make([]float64, p), make([]float64, m.n*p)
	for range 200 {
		if risk < perfect {
			break
		}
		m.jacobian(m.theta, jacobian)
		residual := m.residual(m.theta)
		a := linalg.Gram(jacobian, m.n, p)
		for i := range m.n {
			a[i*m.n+i] += damping
		}
		linalg.Solve(a, residual)
		copy(next, m.theta)
		for i, r := range residual {
			for k, j := range jacobian[i*p : (i+1)*p] {
				next[k] -= float64(r * j)
			}
		}
		if now := m.risk(next); now < risk {
			risk, damping = now, damping/4
			copy(m.theta, next)
		} else {
			damping *= 4
		}
	}
	return risk
}

// kink returns the least size of a hidden pre-activation at θ*.
func (m *minimum) kink() float64 {
	m.ref.Forward(m.theta, m.x)
	least := math.Inf(1)
	for i := range m.net.Layers[:len(m.net.Layers)-1] {
		for _, z := range m.ref.Sums(i) {
			least = min(least, math.Abs(z))
		}
	}
	return least
}

// residual returns f - y, n.
func (m *minimum) residual(w []float64) []float64 {
	out := append([]float64(nil), m.ref.Forward(w, m.x)...)
	for i, y := range m.y {
		out[i] -= y
	}
	return out
}

// risk returns R(w).
func (m *minimum) risk(w []float64) float64 {
	sum := 0.0
	for i, f := range m.ref.Forward(w, m.x) {
		sum += float64((f - m.y[i]) * (f - m.y[i]))
	}
	return sum / float64(2*m.n)
}

// jacobian writes the gradients of f for each example to j, n×P.
func (m *minimum) jacobian(w, j []float64) {
	m.ref.Forward(w, m.x)
	for i := range m.dout {
		m.dout[i] = 1
	}
	m.ref.PerExample(j, w, m.dout)
}
