package capacity

import (
	"fmt"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A trainView holds what the frames of a train borrow: it is filled when a
// checkpoint is announced, so that Draw only lends.
type trainView struct {
	share, loss sketch.Trace // over the steps
	margins     sketch.Histogram
	lines       []sim.Line // the laws
	plane       planeView
	begun       bool
	says        string
}

func newTrainView(s *train) trainView {
	l, room := s.lab, s.lab.train/checkpoint+1
	v := trainView{share: sketch.NewTrace(room), loss: sketch.NewTrace(room), margins: sketch.Histogram{Left: sim.Control},
		lines: lawLines(l.depth, l.d, 16, 1024), plane: newPlaneView(s)}
	v.says = fmt.Sprintf("%d labels, %d weights: %s labels for each weight. Training follows.", l.n, s.net.Size(), sketch.Digits(s.perParam(), 2))
	return v
}

// show fills the view with the last reading.
func (v *trainView) show(s *train) {
	v.begun = true
	v.share.To(float64(s.updates), s.share())
	v.loss.To(float64(s.updates), max(1e-9, s.last.loss/float64(s.lab.n)))
	v.margins.Fill(s.last.margins, -0.5, 1.5)
	v.says = s.tell()
}

// tell returns the sentence under the picture.
func (s *train) tell() string {
	n, size := s.lab.n, s.net.Size()
	right := fmt.Sprintf("%d of %d labels are remembered (%s%%)", s.last.right, n, sketch.Digits(100*s.share(), 3))
	per := sketch.Digits(s.perParam(), 2)
	switch {
	case !s.ended:
		return fmt.Sprintf("Step %d: %s.", s.updates, right)
	case s.first >= 0:
		return fmt.Sprintf("Done at step %d: all %d labels are remembered by %d weights, %s for each.", s.first, n, size, per)
	case float64(n) <= labelsPerWeight*float64(size):
		return fmt.Sprintf("After %d steps %s. Capacity would allow it (1.9 P = %s), Adam did not find it.", s.updates, right,
			sketch.Digits(labelsPerWeight*float64(size), 3))
	}
	return fmt.Sprintf("After %d steps %s: %s labels for each of %d weights are beyond the 1.9 that training reaches.", s.updates, right, per, size)
}

func (s *train) Draw(f *sim.Frame) {
	v := &s.view
	f.Says = v.says
	end := float64(s.lab.train)
	v.drawShare(f.Panel("How many labels are remembered?"), end)
	v.drawLoss(f.Panel("How fast does the loss fall?"), end)
	v.drawMargins(f.Panel("Which labels resist?"))
	v.drawLaws(f.Panel("How wide must a network be for N labels?"), s.lab)
	if s.lab.d == 2 {
		v.plane.draw(f.Panel("What does the network say in the plane?"))
	}
	s.facts(f)
}

const trainEmpty = "The first checkpoint follows."

func (v *trainView) drawShare(p *sim.Panel, end float64) {
	p.Axes(sim.Axis{Name: "step", Min: 0, Max: end}, sim.Axis{Name: "share remembered", Min: 0, Max: 1})
	p.Level(sim.Line{Name: "guessing", Role: sim.Control}, 0.5, 0, end)
	if v.begun {
		p.Line(v.share.Line(sim.Line{Name: "remembered", Role: sim.Copied}))
	}
}

func (v *trainView) drawLoss(p *sim.Panel, end float64) {
	p.ShareX = true
	p.Axes(sim.Axis{Name: "step", Min: 0, Max: end}, sim.Axis{Name: "logistic loss", Unit: "nats", Log: true})
	if p.Empty = trainEmpty; v.begun {
		p.Line(v.loss.Line(sim.Line{Name: "training", Role: sim.Train}))
	}
}

func (v *trainView) drawMargins(p *sim.Panel) {
	h := &v.margins
	p.Axes(sim.Axis{Name: "margin y·f(x): right of 0 is remembered", Min: h.Low, Max: h.High}, sim.Axis{Name: "labels", Min: 0, Max: max(1, h.Top)})
	if p.Empty = trainEmpty; v.begun {
		p.Bar(h.Bars("labels"))
	}
}

func (v *trainView) drawLaws(p *sim.Panel, l *Lab) {
	p.Axes(sim.Axis{Name: "labels N", Min: 16, Max: 1024, Log: true}, sim.Axis{Name: "width; limits are for the worst case", Min: 1, Max: 1000, Log: true})
	for _, line := range v.lines {
		p.Line(line)
	}
	p.Dot(sim.Points{Name: "this run", Role: sim.Train}, float64(l.n), float64(l.width))
}

func (s *train) facts(f *sim.Frame) {
	if s.view.begun {
		f.Fact("memorized", "Memorized", "", "Share of the labels whose margin is above 0.", s.share())
		f.Fact("best", "Best", "", "Largest share so far.", s.best)
		f.Fact("loss_train", "Loss", "nats", "Logistic loss, mean over the labels.", s.last.loss/float64(s.lab.n))
	}
	f.Fact("at1000", "After 1000 steps", "", "Share after 1000 steps; 1 if all labels were remembered before.", s.at1000)
	if s.first >= 0 {
		f.Fact("first", "All remembered at", "steps", "The step at which all labels were remembered.", float64(s.first))
	}
	f.Fact("params", "Weights", "", "Weights and biases of the network.", float64(s.net.Size()))
	f.Fact("per_param", "Labels per weight", "", "Labels for each weight or bias.", s.perParam())
}
