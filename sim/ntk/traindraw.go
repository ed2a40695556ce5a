package ntk

import "example.org/rote/sim"

// The panels that answer to a touch.
const (
	coinPanel = 0
	mapPanel  = 3
)

func (s *train) Draw(f *sim.Frame) {
	f.Unit, f.Says = "epoch", s.picture.says
	f.Headline, f.Try = s.headline(), s.try()
	s.drawCoins(f.Panel("How much room do the coin flips need?"))
	s.drawShare(f.Panel("How many coin flips are remembered?"))
	s.drawMargins(f.Panel("Which labels resist?"))
	s.drawMap(f.Panel("Where on the sphere are the labels?"))
	s.drawLaw(f.Panel("Where are we on the law?"))
	s.picture.neurons.draw(f.Panel("What did the neurons do?"))
	s.facts(f)
}

func (s *train) drawCoins(p *sim.Panel) {
	p.Short = "Coins and weights"
	s.picture.memory.Draw(p)
	s.drawShown(p, s.picture.memory.Coins)
}

func (s *train) drawShare(p *sim.Panel) {
	v := &s.picture
	p.Short = "How many?"
	p.Axes(sim.Axis{Name: "epoch", Min: 0, Max: v.reach}, sim.Axis{Name: "share remembered", Min: 0, Max: 1})
	p.Level(sim.Line{Name: "guessing", Role: sim.Control}, 0.5, 0, v.reach)
	p.Line(v.share.Line(sim.Line{Name: "remembered", Role: sim.Copied}))
	if s.first != noEpochYet {
		p.Label(sim.Label{Text: v.allAt, X: float64(s.first), Y: 0.9, Role: sim.Copied})
	}
}

func (s *train) drawMargins(p *sim.Panel) {
	v := &s.picture.margins
	p.Short = "Which resist?"
	p.Axes(sim.Axis{Name: "margin y·h(x): right of 0 is remembered", Min: v.Low, Max: v.High},
		sim.Axis{Name: "labels", Min: 0, Max: v.Top})
	v.Draw(p, "not remembered", "remembered")
	if s.lab.loss == hinge && v.High > 1 {
		p.Upright(sim.Line{Name: "hinge stops pushing", Role: sim.Theory}, 1, 0, v.Top)
	}
	if s.now.undecided > 0 {
		p.Label(sim.Label{Text: s.picture.undecided, X: v.Low, Y: 0.87 * v.Top, Role: sim.HeldOut})
	}
}

// drawMap draws the points at their first two coordinates. In the plane a line
// around the circle shows the answers: farther out is +1.
func (s *train) drawMap(p *sim.Panel) {
	v := &s.picture
	p.Short, p.Equal = "Where are they?", true
	p.Axes(sim.Axis{Name: "x₁"}, sim.Axis{Name: "x₂"})
	if s.lab.d <= 3 {
		p.Line(v.circle.unit.Line(sim.Line{}))
	}
	if s.lab.d == 2 {
		p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -1.5, 1.5, -1.5, 1.5
		p.Line(v.circle.answer.Line(sim.Line{Name: "answer, +1 is outside", Role: sim.Copied}))
	}
	v.sphere.Draw(p)
	s.drawShown(p, v.sphere)
}
