package capacity

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/nn"
	"example.org/rote/sim/sketch"
)

// A coverView holds what the frames of a cover borrow.
type coverView struct {
	law            curve // over N/d
	load, share    float64
	low, high      [1]float64   // one standard deviation around the share
	size           [1]float64   // of the mark: it grows with the trials
	trial, margins []float64    // one for each separable trial
	failed         sketch.Trace // the others
	tried          bool

	area   area  // in the plane: the last labeling ...
	line   curve // ... and the line that separates it
	v      []float64
	says   string
	counts string // what the number counts
	try    sim.Try
}

func newCoverView(s *cover) coverView {
	d := s.task.d
	v := coverView{law: newCurve(4*d + 1), load: float64(s.n) / float64(d), v: make([]float64, d),
		line: newCurve(2), trial: make([]float64, 0, s.lab.trials), margins: make([]float64, 0, s.lab.trials),
		failed: sketch.NewTrace(s.lab.trials)}
	for n := 1; n <= 4*d; n++ {
		v.law.To(float64(n)/float64(d), nn.Cover(n, d))
	}
	v.try = s.lab.next(sim.Try{Words: "Fewer labels for the neuron", Address: "capacity?view=cover&d=20&trials=200&load=1.5"},
		sim.Try{Words: "40 labels in 20 dimensions", Address: "capacity?view=cover&d=20&trials=200"})
	return v
}

// show takes the trial that is complete.
func (v *coverView) show(s *cover) {
	p := s.share()
	sd := deviation(p, s.trial)
	v.share, v.low[0], v.high[0] = p, max(0, p-sd), min(1, p+sd)
	v.size[0], v.tried = 1+float64(4*float64(s.trial)/float64(s.lab.trials)), true
	if s.solver.Separable() {
		v.trial, v.margins = append(v.trial, float64(s.trial)), append(v.margins, s.margin())
	} else {
		v.failed.To(float64(s.trial), 0)
	}
	v.line.Clear()
	if s.task.d == 2 {
		v.area = newArea(&s.task)
		s.solver.Direction(v.v)
		if length := norm(v.v); s.solver.Separable() && length > 0 {
			h := hyperplane{u: v.v}
			v.v[0], v.v[1] = v.v[0]/length, v.v[1]/length
			v.line.across(&h, 0, v.area.half)
		}
	}
	v.says, v.counts = s.tell(), say("of %s are split by one neuron", sketch.Count(s.trial, "random labeling", "random labelings"))
}

// deviation is the standard deviation of a share p of so many trials.
func deviation(p float64, trials int) float64 { return math.Sqrt(p * (1 - p) / float64(trials)) }

func (s *cover) Draw(f *sim.Frame) {
	v := &s.view
	f.Of, f.Unit, f.Says = s.lab.trials, "labeling", v.says
	f.Headline = sim.Headline{Fact: "separable", Of: max(1, s.trial), Words: v.counts}
	v.drawLaw(panel(f, "How many labels per dimension can one neuron hold?", "One neuron's share"))
	if s.task.d == 2 {
		v.drawArea(panel(f, "Is there a line through 0 between the labels?", "This labeling"))
	} else {
		v.drawMargins(panel(f, "How far apart are the labels?", "Every labeling"), s.lab.trials)
	}
	if s.trial > 0 {
		f.Fact("separable", "Separable", "", "Share of the random labelings that one threshold neuron separates.", s.share())
	}
	f.Fact("cover", "Separable, by Cover's count", "", "Probability that points in general position are separable.", s.law())
	f.Fact("sd", "Uncertainty", "", "Standard deviation of the share, by the law, for this many trials.", deviation(s.law(), s.lab.trials))
	if s.trial == s.lab.trials {
		f.Try = v.try
	}
}

func (v *coverView) drawArea(p *sim.Panel) {
	if !v.tried {
		p.Equal, p.Empty = true, "No labeling has been tried."
		p.Axes(sim.Axis{Name: "x₁"}, sim.Axis{Name: "x₂"})
		return
	}
	if len(v.line.X) > 0 {
		p.Line(v.line.Line(sim.Line{Name: "one neuron", Role: sim.Copied}))
	}
	v.area.draw(p, searching)
}

func (v *coverView) drawMargins(p *sim.Panel, trials int) {
	p.Axes(sim.Axis{Name: "labeling", Min: 0.5, Max: float64(trials) + 0.5}, sim.Axis{Name: "distance of the labels from the best plane"})
	if !v.tried {
		p.Empty = "No labeling has been tried."
		return
	}
	p.Y.Max = 0.1
	for _, m := range v.margins {
		p.Y.Max = max(p.Y.Max, 1.1*m)
	}
	p.Bar(sim.Bars{Name: "split", Role: sim.Train, X: v.trial, Y: v.margins, Width: 0.8})
	p.Point(v.failed.Points(sim.Points{Name: "not split", Role: sim.HeldOut}))
}

func (v *coverView) drawLaw(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "labels per dimension", Min: 0, Max: 4}, sim.Axis{Name: "share of labelings that are split", Min: 0, Max: 1})
	p.Upright(sim.Line{Name: "this neuron"}, v.load, 0, 1)
	p.Line(v.law.Line(sim.Line{Name: "Cover's count", Role: sim.Theory}))
	if v.tried {
		p.Dot(sim.Points{Name: "so far", Role: sim.Train, Lo: v.low[:], Hi: v.high[:], Sizes: v.size[:]}, v.load, v.share)
	}
}
