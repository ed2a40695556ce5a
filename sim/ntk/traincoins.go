package ntk

import (
	"fmt"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// newMap returns the labels as coins at the first two coordinates of their points.
func newMap(s *train) *sketch.Coins {
	var at sketch.Trace
	for i := range s.y {
		at.To(float64(s.x[i*s.lab.d]), float64(s.x[i*s.lab.d+1]))
	}
	return sketch.NewCoins(s.heads(), at.X, at.Y)
}

// heads returns which labels are +1.
func (s *train) heads() []bool {
	out := make([]bool, len(s.y))
	for i, label := range s.y {
		out[i] = label > 0
	}
	return out
}

// look shows the point that is picked.
func (s *train) look() {
	s.shown, s.picture.picked = s.lab.pick, ""
	if i := s.pointShown(); i >= 0 {
		s.picture.picked = fmt.Sprintf("%d: margin %s, %d of %d gates open", i+1, sketch.Short(s.now.margin[i]),
			s.now.gates[i], s.net.neurons())
	}
}

// pointShown returns the index of the point that is picked, or -1.
func (s *train) pointShown() int { return min(s.lab.pick, s.lab.m) - 1 }

// drawShown writes beside the coin of the point that is picked what is known of it.
func (s *train) drawShown(p *sim.Panel, coins *sketch.Coins) {
	if i := s.pointShown(); i >= 0 {
		p.Label(sim.Label{Text: s.picture.picked, X: coins.X[i], Y: coins.Y[i], Boxed: true})
	}
}

// Touch implements [sim.Toucher]: a press on a coin picks its point.
func (s *train) Touch(t sim.Touch) {
	if t.Kind != sim.Press || t.Panel != coinPanel && t.Panel != mapPanel {
		return
	}
	if i := s.picture.sphere.Find(t.Pick); i >= 0 { // the coins are the same on both
		s.lab.pickKnob.SetNumber(float64(i + 1))
	}
}
