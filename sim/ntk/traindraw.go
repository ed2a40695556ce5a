package ntk

import "example.org/rote/sim"

// Indices of the map of the points, and of its groups: two for the legend, then
// the points of either label.
const (
	mapPanel  = 3
	firstSide = 2
)

func (s *train) Draw(f *sim.Frame) {
	f.Says = s.picture.says
	s.drawShare(f.Panel("How many coin flips are remembered?"))
	s.drawMargins(f.Panel("Which labels resist?"))
	s.drawNeurons(f.Panel("What did the neurons do?"))
	if s.lab.d == 2 {
		s.drawCircle(f.Panel("What does the network answer around the circle?"))
	} else {
		s.drawSphere(f.Panel("Where on the sphere are the labels?"))
	}
	s.drawLaw(f.Panel("Where are we on the law?"))
	if s.lab.d >= 4 {
		s.drawChange(f.Panel("How did each weight change?"))
	}
	s.facts(f)
}

func (s *train) drawShare(p *sim.Panel) {
	v := &s.picture
	p.Span = 1.3
	p.Axes(sim.Axis{Name: "epoch", Min: 0, Max: v.reach}, sim.Axis{Name: "share remembered", Min: 0, Max: 1})
	p.Level(sim.Line{Name: "guessing", Role: sim.Control}, 0.5, 0, v.reach)
	p.Line(v.share.Line(sim.Line{Name: "remembered", Role: sim.Copied}))
	if s.first != noEpochYet {
		p.Label(sim.Label{Text: v.allAt, X: float64(s.first), Y: 0.9, Role: sim.Copied})
	}
}

func (s *train) drawMargins(p *sim.Panel) {
	v := &s.picture.margins
	p.Axes(sim.Axis{Name: "margin y·h(x): right of 0 is remembered", Min: v.Low, Max: v.High},
		sim.Axis{Name: "labels", Min: 0, Max: v.Top})
	p.Bar(v.Bars("labels"))
	if s.lab.loss == hinge && v.High > 1 {
		p.Upright(sim.Line{Name: "hinge stops pushing", Role: sim.Theory}, 1, 0, v.Top)
	}
	if s.now.undecided > 0 {
		p.Label(sim.Label{Text: s.picture.undecided, X: v.Low, Y: 0.87 * v.Top, Role: sim.Control})
	}
}

func (s *train) drawNeurons(p *sim.Panel) {
	v := &s.picture
	p.Axes(sim.Axis{Name: "way of a neuron over its length", Min: 0, Max: v.farthest},
		sim.Axis{Name: "share of its gates flipped", Min: 0, Max: v.flippest})
	p.Line(v.pairs.Line(sim.Line{}))
	p.Point(sim.Points{Name: "neurons, joined to their mirror image", X: s.now.moved, Y: v.flips})
}

// drawPoints draws the points of both labels, under a legend of three.
func (s *train) drawPoints(p *sim.Panel) {
	p.Point(sim.Points{Name: "+1", Class: 1})
	p.Point(sim.Points{Name: "−1", Class: 2})
	for i, side := range s.picture.sides {
		m := sim.Points{Role: sim.HeldOut, Class: uint8(i + 1), X: side.x, Y: side.y, Roles: side.roles}
		if i == 0 {
			m.Name = "not remembered"
		}
		p.Point(m)
	}
	if i := s.pointShown(); i >= 0 {
		p.Label(sim.Label{Text: s.picture.picked, X: float64(s.x[i*s.lab.d]), Y: float64(s.x[i*s.lab.d+1]), Boxed: true})
	}
}

func (s *train) drawSphere(p *sim.Panel) {
	p.Equal, p.Span = true, 1.3
	p.Axes(sim.Axis{Name: "x₁"}, sim.Axis{Name: "x₂"})
	if s.lab.d == 3 {
		p.Line(s.picture.circle.unit.Line(sim.Line{}))
	}
	s.drawPoints(p)
}

func (s *train) drawCircle(p *sim.Panel) {
	c := &s.picture.circle
	p.Equal, p.Span = true, 1.3
	p.Axes(sim.Axis{Name: "x₁", Min: -1.5, Max: 1.5}, sim.Axis{Name: "x₂", Min: -1.5, Max: 1.5})
	p.Line(c.unit.Line(sim.Line{}))
	p.Line(c.answer.Line(sim.Line{Role: sim.Copied}))
	s.drawPoints(p)
}

func (s *train) drawLaw(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "weights per label 2qd/m", Min: 0.25, Max: 4, Log: true},
		sim.Axis{Name: "best share", Min: 0, Max: 1})
	p.Line(s.picture.others.Line(sim.Line{Name: "other runs, 512 labels, d = 8, 16 and 32", Role: sim.Control}))
	p.Upright(sim.Line{Role: sim.Theory}, 1, 0, 1)
	p.Label(sim.Label{Text: "just enough", X: 1, Y: 0.4, Role: sim.Theory})
	p.Dot(sim.Points{Name: "this run", Role: sim.Copied}, s.lab.perLabel(), s.best)
}

// drawChange draws the first pairs: a column is a neuron, a row a dimension.
func (s *train) drawChange(p *sim.Panel) {
	v := &s.picture
	p.Axes(sim.Axis{Name: "neuron, with its mirror image", Min: 0.5, Max: v.change.to},
		sim.Axis{Name: "dimension", Min: 0.5, Max: float64(s.lab.d) + 0.5})
	p.Field(sim.Field{Name: "change", W: v.change.columns, H: s.lab.d, Values: v.change.values, X0: 0.5, Y0: 0.5,
		X1: v.change.to, Y1: float64(s.lab.d) + 0.5, Scale: sim.Diverging, Lo: -v.change.most, Hi: v.change.most})
}
