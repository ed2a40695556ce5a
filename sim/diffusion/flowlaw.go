package diffusion

import (
	"example.org/rote/sim"
)

// A lawCurve is the law of the copied share over the strength that the run has:
// c, else τ, else the final noise.
type lawCurve struct {
	known    bool
	name     string // of the axis
	knob     string // key of the strength
	from, to float64
	value    float64 // of the run
	x, y     []float64
	at, seen []float64 // 1, the run
}

const lawPoints = 80

func newLawCurve(l *Lab, plan schedule) lawCurve {
	c := lawCurve{known: l.hasLaw(), y: make([]float64, lawPoints+1), seen: []float64{0}}
	switch {
	case l.c > 0:
		c.name, c.knob, c.from, c.to, c.value = "Tikhonov strength c", "c", 1e-6, 10, l.c
	case l.tau > 0:
		c.name, c.knob, c.from, c.to, c.value = "damping threshold τ", "tau", 0.01, 30, l.tau
	default:
		c.name, c.knob, c.from, c.to, c.value = "final noise σ", "smin", 1e-6, 1, l.smin
	}
	c.at = []float64{min(c.to, max(c.from, c.value))}
	c.x = logGrid(c.from, c.to, lawPoints)
	return c
}

// aim computes the curve for the live knobs.
func (c *lawCurve) aim(l *Lab) {
	for i, x := range c.x {
		c.y[i] = l.lawAt(c.knob, x)
	}
}

// lawAt returns the law of the copied share with one strength set to x.
func (l *Lab) lawAt(knob string, x float64) float64 {
	strength, stop, tau := l.c, l.smin, l.tau
	switch knob {
	case "c":
		strength = x
	case "smin":
		stop = x
	case "tau":
		tau = x
	}
	if tau >= 1 {
		return 0
	}
	return copiedLaw(l.tol, newSchedule(startNoise(l.process), stop, 1, strength, l.process).final(), tau, 2)
}

func (c *lawCurve) draw(p *sim.Panel, s *flow) {
	p.Axes(sim.Axis{Name: c.name, Min: c.from, Max: c.to, Log: true}, sim.Axis{Name: "copied", Min: 0, Max: 1})
	if c.known {
		p.Line(sim.Line{Name: "law", Role: sim.Theory, X: c.x, Y: c.y})
	}
	switch {
	case s.atEnd():
		p.Point(sim.Points{Name: "this run", Role: sim.Copied, X: c.at, Y: c.seen})
	case !c.known:
		p.Empty = "No law is known for this combination; the run's share comes at the end."
	}
}
