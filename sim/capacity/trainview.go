package capacity

import (
	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A trainView holds what the frames of a train borrow: it is filled when a
// checkpoint is announced, so that Draw only lends.
type trainView struct {
	memory      *sketch.Memory
	share, loss sketch.Trace // over the steps
	bits        sketch.Trace // for each weight, over the steps
	mostBits    float64      // of their axis
	margins     sketch.Histogram
	lines       []sim.Line // the laws
	plane       planeView
	begun       bool
	says        string
	counts      string // what the number counts
	try         sim.Try
}

// largeChange is a large change of a weight: weights begin at about 1/√d.
const largeChange = 1

func newTrainView(s *train) trainView {
	l, room := s.lab, s.lab.train/checkpoint+1
	v := trainView{memory: sketch.NewMemory(s.heads(), s.net.Size(), largeChange),
		share: sketch.NewTrace(room), loss: sketch.NewTrace(room), bits: sketch.NewTrace(room), mostBits: sketch.Above(max(1.25*bitsPerWeight, s.perParam())), margins: sketch.Histogram{Left: sim.HeldOut},
		lines: lawLines(l.depth, l.d, 16, 1024), plane: newPlaneView(s)}
	v.says = say("%v coin flips, and %v weights to hold them: %s for each weight. Training has not begun.", l.held(), s.net.Size(),
		sketch.Digits(s.perParam(), 2))
	if l.n > l.held() {
		v.says = tooMany
	}
	v.counts = say("of %v coin flips remembered by %v weights", l.held(), s.net.Size())
	v.try = l.next(sim.Try{Words: "Half the width", Address: "capacity?view=train&n=256&d=8&width=8"},
		sim.Try{Words: "Two layers of 9 neurons", Address: "capacity?view=train&n=256&d=8&depth=2&width=9&seed=2"})
	return v
}

// show fills the view with the last reading.
func (v *trainView) show(s *train) {
	v.begun = true
	v.memory.See(s.updates, s.last.margins, s.change)
	if s.first >= 0 {
		v.memory.Coins.MarkLast(lastOnes)
	}
	v.share.To(float64(s.updates), s.share())
	v.bits.To(float64(s.updates), s.bits())
	v.loss.To(float64(s.updates), max(1e-9, s.last.loss/float64(s.lab.held())))
	v.margins.Fill(s.last.margins, -0.5, 1.5)
	v.says = s.tell()
}

// lastOnes is how many of the labels that came last are marked.
const lastOnes = 6

// tell returns the sentence under the picture.
func (s *train) tell() string {
	n, size, right := s.lab.held(), s.net.Size(), s.last.right
	per := sketch.Digits(s.perParam(), 2)
	switch {
	case !s.ended:
		return say("Step %v: %v of %v coin flips are remembered.", s.updates, right, n)
	case s.first >= 0:
		return say("%v weights remember all %v coin flips, %s for each weight, after %s.", size, n, per,
			sketch.Count(s.first, "training step", "training steps"))
	case float64(n) <= labelsPerWeight*float64(size):
		return say("%v of %v coin flips after %v steps. The weights have room for all, at 1.9 each: training found no way.",
			right, n, s.updates)
	}
	return say("%v of %v coin flips after %v steps: %s for each of %v weights is beyond the 1.9 that training reaches.",
		right, n, s.updates, per, size)
}

func (s *train) Draw(f *sim.Frame) {
	v := &s.view
	f.Unit, f.Says, f.Headline = "checkpoint", v.says, sim.Headline{Fact: "memorized", Of: s.lab.held(), Words: v.counts}
	end := float64(s.lab.train)
	v.memory.Draw(panel(f, "Do the weights hold the coin flips?", "Coins and weights"))
	v.drawShare(panel(f, "How many labels are remembered?", "Remembered"), end)
	v.drawMargins(panel(f, "Which labels resist?", "Those that resist"))
	v.drawLaws(panel(f, "How wide must a network be for N labels?", "Width needed"), s.lab)
	v.drawBits(panel(f, "How many bits does a weight hold?", "Bits in a weight"), end)
	if s.lab.d == 2 {
		v.plane.draw(panel(f, "What does the network say in the plane?", "In the plane"))
	}
	v.drawLoss(panel(f, "How fast does the loss fall?", "The loss"), end)
	s.facts(f)
	if s.ended {
		f.Try = v.try
	}
}

const trainEmpty = "Training has not begun."

func (v *trainView) drawShare(p *sim.Panel, end float64) {
	p.Axes(sim.Axis{Name: "step", Min: 0, Max: end}, sim.Axis{Name: "share remembered", Min: 0, Max: 1})
	p.Level(sim.Line{Name: "guessing", Role: sim.Control}, 0.5, 0, end)
	if v.begun {
		p.Line(v.share.Line(sim.Line{Name: "remembered", Role: sim.Copied}))
	}
}

func (v *trainView) drawLoss(p *sim.Panel, end float64) {
	p.Axes(sim.Axis{Name: "step", Min: 0, Max: end}, sim.Axis{Name: "logistic loss", Unit: "nats", Log: true})
	if p.Empty = trainEmpty; v.begun {
		p.Line(v.loss.Line(sim.Line{Name: "training", Role: sim.Train}))
	}
}

func (v *trainView) drawMargins(p *sim.Panel) {
	h := &v.margins
	p.Axes(sim.Axis{Name: "label times output: right of 0 a label is remembered", Min: h.Low, Max: h.High},
		sim.Axis{Name: "labels", Min: 0, Max: max(1, h.Top)})
	if p.Empty = trainEmpty; v.begun {
		h.Draw(p, "not remembered", "remembered")
	}
}

func (v *trainView) drawLaws(p *sim.Panel, l *Lab) {
	p.Axes(sim.Axis{Name: "labels N", Min: 16, Max: 1024, Log: true},
		sim.Axis{Name: "width; limits are for the worst case", Min: 1, Max: 1000, Log: true})
	for _, line := range v.lines {
		p.Line(line)
	}
	p.Dot(sim.Points{Name: "this run", Role: sim.Train}, float64(l.held()), float64(l.width))
}

func (s *train) facts(f *sim.Frame) {
	if s.view.begun {
		f.Fact("memorized", "Memorized", "", "Share of the labels whose margin is above 0.", s.share())
		f.Fact("best", "Best", "", "Largest share so far.", s.best)
		f.Fact("bits", "Bits per weight", "bits", "What the network gives back of the labels, 1-H(share) bits for each, for each weight or bias.", s.bits())
		f.Fact("loss_train", "Loss", "nats", "Logistic loss, mean over the labels.", s.last.loss/float64(s.lab.held()))
	}
	f.Fact("at1000", "After 1000 steps", "", "Share after 1000 steps; 1 if all labels were remembered before.", s.at1000)
	if s.first >= 0 {
		f.Fact("first", "All remembered at", "steps", "The step at which all labels were remembered.", float64(s.first))
	}
	f.Fact("params", "Weights", "", "Weights and biases of the network.", float64(s.net.Size()))
	f.Fact("per_param", "Labels per weight", "", "Labels for each weight or bias.", s.perParam())
}
