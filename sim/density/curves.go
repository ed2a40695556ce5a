package density

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// Curves are the tallies of the checkpoints against the epoch.
type curves struct {
	seen, unseen                      sketch.Trace
	median, q95, q99, odd, others     sketch.Trace
	reach                             float64
	best                              float64 // epoch, or NaN
	height                            float64 // of unseen there
	low, high                         float64 // ends of the axis of log-probabilities
	top                               float64 // of scores
	bestWords, pointWords, otherWords string
}

func newCurves(l *Lab) curves {
	c := curves{reach: float64(l.epochs), best: math.NaN()}
	c.pointWords, c.otherWords = "odd pictures", "the others"
	if l.isPlane() {
		c.pointWords, c.otherWords = "odd points", "the ring"
	}
	return c
}

// see takes in the tally of the last checkpoint, once.
func (c *curves) see(s *scene) {
	t := s.history.last()
	if n := len(c.seen.X); n > 0 && c.seen.X[n-1] == t.epoch {
		return
	}
	for _, row := range [...]struct {
		trace *sketch.Trace
		value float64
	}{{&c.seen, t.u}, {&c.unseen, t.v}, {&c.median, t.median}, {&c.q95, t.q95}, {&c.q99, t.q99}, {&c.odd, t.odd}, {&c.others, t.regular}} {
		if !math.IsNaN(row.value) {
			row.trace.To(t.epoch, row.value)
		}
	}
	c.bounds()
	if b := s.history.best(); b != nil {
		c.best, c.height = b.epoch, b.v
		c.bestWords = fmt.Sprintf("best at epoch %.0f", b.epoch)
	}
}

// bounds fits the axes.
func (c *curves) bounds() {
	c.low, c.high, c.top = math.Inf(1), math.Inf(-1), 1
	for _, v := range c.unseen.Y {
		c.low, c.high = min(c.low, v), max(c.high, v)
	}
	for _, v := range c.seen.Y {
		c.low, c.high = min(c.low, v), max(c.high, v)
	}
	room := max(0.08*(c.high-c.low), 0.1)
	c.low, c.high = c.low-room, c.high+room
	for _, t := range [...]*sketch.Trace{&c.q99, &c.odd, &c.others} {
		for _, v := range t.Y {
			c.top = max(c.top, 1.1*v)
		}
	}
}

func (c *curves) drawUnseen(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "Unseen pictures", waiting
	if s.set.isPlane() {
		p.Short = "Unseen points"
	}
	if len(c.unseen.X) == 0 {
		return
	}
	p.Axes(sim.Axis{Name: "epoch", Min: 0, Max: c.reach}, sim.Axis{Name: "log-probability, mean", Unit: "nats", Min: c.low, Max: c.high})
	p.Line(c.seen.Line(sim.Line{Name: "seen", Role: sim.Train, Last: true}))
	p.Line(c.unseen.Line(sim.Line{Name: "unseen", Role: sim.HeldOut, Last: true}))
	room := c.high - c.low
	p.Upright(sim.Line{Role: sim.HeldOut}, c.best, c.height-0.04*room, c.height+0.04*room)
	p.Label(sim.Label{Text: c.bestWords, X: c.best - 0.3*c.reach, Y: c.height - 0.12*room, Role: sim.HeldOut})
}

func (c *curves) drawScore(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "The score in time", waiting
	if len(c.median.X) == 0 {
		return
	}
	p.Axes(sim.Axis{Name: "epoch", Min: 0, Max: c.reach}, sim.Axis{Name: "score", Unit: "nats", Min: 0, Max: c.top})
	for _, row := range [...]struct {
		trace *sketch.Trace
		m     sim.Line
	}{{&c.q99, sim.Line{Name: "1 in 100 above", Class: 3}}, {&c.q95, sim.Line{Name: "1 in 20 above"}}, {&c.median, sim.Line{Name: "half above", Class: 9}},
		{&c.others, sim.Line{Name: c.otherWords, Role: sim.Train, Last: true}}, {&c.odd, sim.Line{Name: c.pointWords, Role: sim.Copied, Last: true}}} {
		if len(row.trace.X) > 0 {
			p.Line(row.trace.Line(row.m))
		}
	}
}
