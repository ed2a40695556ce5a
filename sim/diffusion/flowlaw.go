package diffusion

import (
	"math"
	"slices"

	"example.org/rote/sim"
)

// The law of the copied share is that of isolated points. It is not shown where the
// samples or the tolerance reach for the next point, nor where the damping lets
// samples go so slowly that they stop within the tolerance all the same. Measured,
// it is right to 0.05 within these bounds.
const (
	mostBlur    = 0.3  // the law's bandwidth, over the typical gap between points
	mostTol     = 0.25 // the tolerance over that gap ...
	dampedTol   = 0.1  // ... and with damping
	mostDamping = 0.5
	coarse      = 1.0  // a step of log time that no kernel is good for
	lawRoom     = 0.02 // what the kernel, or a large c, may change of the share
)

// A lawful is what the law of the copied share asks of a run, whatever the
// tolerance is. The zero lawful has no law.
type lawful struct {
	known bool
	v     float64 // the law's bandwidth at the end
	real  float64 // that of this kernel around a lone point
	tau   float64
}

func (l *Lab) lawful() lawful {
	if l.hs > 0 || l.c > 0 && l.tau > 0 || (l.c > 0 || l.tau > 0) && isStochastic(l.sampler) ||
		l.start == square || l.tau > mostDamping {
		return lawful{}
	}
	plan := newSchedule(startNoise(l.process), l.smin, l.steps, l.c, l.process)
	h := slices.Max(plan.h)
	return lawful{h < coarse, plan.final(), plan.left(l.steps) * kernelWidth(l.sampler, h), l.tau}
}

// copied returns the law of the share copied at a tolerance, over points with the
// typical distance gap. It is NaN where the law does not hold.
func (w lawful) copied(tol, gap float64) float64 {
	most := mostTol * gap
	if w.tau > 0 {
		most = dampedTol * gap
	}
	if !(w.known && w.v <= mostBlur*gap && tol <= most) {
		return math.NaN()
	}
	law := copiedLaw(tol, w.v, w.tau, 2)
	if !(math.Abs(copiedLaw(tol, w.real, w.tau, 2)-law) <= lawRoom) {
		return math.NaN()
	}
	return law
}

// with returns the lab with one strength set to x.
func (l *Lab) with(knob string, x float64) *Lab {
	other := *l
	switch knob {
	case "c":
		other.c = x
	case "smin":
		other.smin = x
	case "tau":
		other.tau = x
	}
	return &other
}

// A lawCurve is the law of the copied share over the strength that the run has:
// c, else τ, else the final noise.
type lawCurve struct {
	name     string // of the axis
	knob     string // key of the strength
	from, to float64
	value    float64   // of the run
	x, y     []float64 // y is NaN where the law does not hold
	along    []lawful  // at x
	known    bool      // anywhere
}

const lawPoints = 80

func newLawCurve(l *Lab) lawCurve {
	c := lawCurve{y: make([]float64, lawPoints+1), along: make([]lawful, lawPoints+1)}
	switch {
	case l.c > 0:
		c.name, c.knob, c.from, c.to, c.value = "Tikhonov strength c", "c", 1e-6, 10, l.c
	case l.tau > 0:
		c.name, c.knob, c.from, c.to, c.value = "damping threshold τ", "tau", 0.01, 30, l.tau
	default:
		c.name, c.knob, c.from, c.to, c.value = "final noise σ", "smin", 1e-6, 1, l.smin
	}
	c.value = min(c.to, max(c.from, c.value))
	c.x = logGrid(c.from, c.to, lawPoints)
	for i, x := range c.x {
		c.along[i] = l.with(c.knob, x).lawful()
	}
	return c
}

// aim computes the curve.
func (c *lawCurve) aim(tol, gap float64) {
	c.known = false
	for i, law := range c.along {
		c.y[i] = law.copied(tol, gap)
		c.known = c.known || c.y[i] == c.y[i]
	}
}

func (c *lawCurve) draw(p *sim.Panel, s *flow) {
	p.Axes(sim.Axis{Name: c.name, Min: c.from, Max: c.to, Log: true}, sim.Axis{Name: "share of copies", Min: 0, Max: 1})
	if c.known {
		p.Line(sim.Line{Name: "law for isolated points", Role: sim.Theory, X: c.x, Y: c.y})
	}
	switch {
	case s.atEnd():
		p.Dot(sim.Points{Name: "this run", Role: sim.Copied}, c.value, shareBelow(s.cloud.now.r1, s.lab.tol))
	case !c.known:
		p.Empty = "No law holds here; the share of this run comes at the end."
	}
}
