package diffusion

import (
	"math"

	"example.org/rote/sim/exact"
)

// Settings of the measured distance to the truth.
const (
	klPoints = 150
	klSteps  = 120
)

// A divergence measures KL(truth‖model) by a change of variables: each test point
// from the truth is carried from the last noise level up to the first, where the
// model is N(0,σ²I), and the divergence of the flow is added up on the way. The
// work is cut into slices.
type divergence struct {
	pull *pull
	plan schedule
	test []float64 // P×d, drawn from the truth
	log  []float64 // P, log density of the truth at them

	i, k             int // point i stands at level k, from K down to 0
	x, y, v, w       []float64
	a, div, integral float64 // at x on level k; ∫ div so far
	sum, squares     float64 // of log truth - log model over the points before i
}

// newDivergence prepares the distance over the rows of test, which must be drawn
// from the truth, with its log densities. The pull must not be smoothed.
func newDivergence(p *pull, plan schedule, test, log []float64) *divergence {
	d := p.mix.d
	m := &divergence{pull: p, plan: plan, test: test, log: log, x: make([]float64, d), y: make([]float64, d),
		v: make([]float64, d), w: make([]float64, d)}
	m.begin()
	return m
}

// points returns how many test points are done.
func (m *divergence) points() int { return m.i }

// done reports whether all test points are.
func (m *divergence) done() bool { return m.i == len(m.log) }

// value returns the KL divergence in nats over the test points that are done. An
// average over few points can come out below 0, which counts as 0.
func (m *divergence) value() float64 { return max(0, m.sum/float64(m.i)) }

// room returns the standard error of the average.
func (m *divergence) room() float64 {
	n := float64(m.i)
	return math.Sqrt(max(0, m.squares/n-float64(m.sum/n*m.sum/n)) / n)
}

// step works through at most that many (x, training point) pairs, at least one
// level of one point, and returns early when a test point is complete.
func (m *divergence) step(pairs int) {
	level := 2 * m.pull.mix.n()
	for first := m.i; !m.done() && m.i == first; {
		m.climb()
		if m.k == 0 {
			m.finish()
		}
		if pairs -= level; pairs < level {
			return
		}
	}
}

func (m *divergence) begin() {
	d := len(m.x)
	m.k, m.integral = m.plan.steps(), 0
	copy(m.x, m.test[m.i*d:(m.i+1)*d])
	m.a, m.div = m.pull.divergence(m.v, m.x, m.plan.sigma[m.k])
}

// climb goes one level up by the exponential method of Heun.
func (m *divergence) climb() {
	m.k--
	h := m.plan.h[m.k]
	rise := grow(m.a * h)
	move(m.y, m.x, -rise, m.v)
	b, div := m.pull.divergence(m.w, m.y, m.plan.sigma[m.k])
	m.integral += float64(h / 2 * (m.div + div))
	if mean := (m.a + b) / 2; mean < 1 {
		m.damped(grow(mean * h))
	} else if h > 0 {
		m.correct(rise, rise/h-1)
	}
	m.a, m.div = m.pull.divergence(m.v, m.x, m.plan.sigma[m.k])
}

// grow returns e^h-1, for h >= 0.
func grow(h float64) float64 { return fall(h) * exact.Exp(h) }

// correct puts M on a line from its value at x to that at the predictor y.
func (m *divergence) correct(rise, bend float64) {
	for i := range m.x {
		change := (m.w[i] - m.v[i]) + (m.y[i] - m.x[i])
		m.x[i] -= float64(rise*m.v[i]) + float64(bend*change)
	}
}

// damped moves away from the average of both M by a factor.
func (m *divergence) damped(rise float64) {
	for i := range m.x {
		change := (m.w[i] - m.v[i]) + (m.y[i] - m.x[i])
		m.x[i] -= float64(rise * (m.v[i] + float64(change/2)))
	}
}

func (m *divergence) finish() {
	d, sigma := float64(len(m.x)), m.plan.sigma[0]
	model := -dot(m.x, m.x)/(2*sigma*sigma) - float64(d*(float64(0.5*exact.Log(2*math.Pi))+exact.Log(sigma))) - m.integral
	ratio := m.log[m.i] - model
	m.sum, m.squares = m.sum+ratio, m.squares+float64(ratio*ratio)
	m.i++
	if !m.done() {
		m.begin()
	}
}
