package diffusion

import (
	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

const (
	samplePanel = 2   // index of the map of samples
	truthRows   = 48  // of the raster of the true density
	truthHalf   = 4.5 // its rows cover ±truthHalf
)

// A ucurvePicture is what the panels lend to a frame: the strengths that are
// done, in rising order, and what they gave.
type ucurvePicture struct {
	kl, gap     sketch.Trace
	copying     sketch.Trace // those on kl where most samples are copies
	left        sketch.Trace // the strengths that are not done
	top, bottom float64      // of the KL axis
	truth       []float64    // a raster, log density
	tiles       []sim.Tiles

	says, counted, shown string // the sentence, the words of the headline, and whose samples are shown
	next                 sim.Try
}

func newUcurvePicture(strengths, points int) ucurvePicture {
	p := ucurvePicture{kl: sketch.NewTrace(strengths), gap: sketch.NewTrace(strengths), left: sketch.NewTrace(strengths),
		copying: sketch.NewTrace(strengths), truth: make([]float64, columns(truthRows)*truthRows), bottom: 0.1}
	if points >= 100 {
		p.bottom = 0.01 // more points bring the valley lower
	}
	for i := range p.truth {
		p.truth[i] = logFourGaussians(window{half: truthHalf}.centre(i, truthRows))
	}
	return p
}

// leastKL is where the KL axis ends at the latest: smaller ones cannot be measured.
const leastKL = 1e-3

// see brings the picture up to date with the trials and the knob.
func (s *ucurve) see() {
	s.shown = s.lab.shown
	p := &s.picture
	p.kl.Clear()
	p.gap.Clear()
	p.left.Clear()
	p.copying.Clear()
	p.top = 10
	for i, t := range s.trial {
		if t.done {
			p.add(s.what.strengths[i], t)
		}
	}
	for i, t := range s.trial {
		if !t.done {
			p.left.To(s.what.strengths[i], p.bottom*1.2)
		}
	}
	p.tiles = s.tiles()
	p.says, p.counted, p.next = s.tell(), s.counted(), s.next()
	if i := s.showing(); i >= 0 {
		p.shown = "sample at " + s.named(i)
	}
}

// add puts a trial on the curves.
func (p *ucurvePicture) add(strength float64, t trial) {
	for p.top < t.kl {
		p.top *= 10
	}
	for p.bottom > max(t.kl, leastKL) {
		p.bottom /= 10
	}
	p.kl.To(strength, max(t.kl, leastKL))
	p.gap.To(strength, t.gap)
	if t.gap > 0.5 {
		p.copying.To(strength, max(t.kl, leastKL))
	}
}

func (s *ucurve) Draw(f *sim.Frame) {
	v := &s.picture
	f.Unit, f.Of, f.Says, f.Try = "strength", len(s.order), v.says, v.next
	f.Headline = sim.Headline{Fact: "strength", Words: v.counted}
	s.drawCurve(panel(f, "Which strength comes nearest to the truth?", "Nearest to truth?"))
	s.drawGap(panel(f, "How many samples lie right at a training point?", "How many copies?"))
	s.drawSamples(panel(f, "What do the samples look like beside the truth?", "Beside the truth?"))
	s.facts(f)
}

func (s *ucurve) strengthAxis() sim.Axis {
	low, high := s.ends()
	return sim.Axis{Name: s.what.name, Min: low, Max: high, Log: true}
}

func (s *ucurve) drawCurve(p *sim.Panel) {
	v := &s.picture
	p.Axes(s.strengthAxis(), sim.Axis{Name: "KL to the truth", Unit: "nats", Min: v.bottom, Max: v.top, Log: true})
	p.Line(v.kl.Line(sim.Line{}))
	p.Point(v.kl.Points(sim.Points{Name: "tried"}))
	p.Point(v.copying.Points(sim.Points{Name: "mostly copies", Role: sim.Copied}))
	if best := s.best(); best >= 0 {
		p.Dot(sim.Points{Name: "nearest", Role: sim.Control, Counts: s.once[:]}, s.what.strengths[best], max(s.trial[best].kl, leastKL))
	} else {
		p.Point(sim.Points{Name: "nearest", Role: sim.Control}) // keeps room for its name
	}
	p.Point(v.left.Points(sim.Points{Name: "to be tried", Role: sim.Theory}))
	if s.shown > 0 {
		p.Upright(sim.Line{Name: "shown", Role: sim.Control}, s.what.strengths[s.showing()], v.bottom, v.top)
	}
	p.Tiles = append(p.Tiles, v.tiles...)
}

func (s *ucurve) drawGap(p *sim.Panel) {
	v := &s.picture
	p.Axes(s.strengthAxis(), sim.Axis{Name: "share of samples", Min: 0, Max: 1})
	if len(s.points) == 2 {
		p.Empty = "The gap measure needs two different training points."
		return
	}
	p.Line(v.gap.Line(sim.Line{Name: "far nearer to one point", Role: sim.Copied}))
	p.Point(v.gap.Points(sim.Points{Role: sim.Copied}))
	p.Level(sim.Line{Name: "fresh samples", Role: sim.Theory}, gapLaw(trialRatio, 2), s.weakest(), s.strongest())
}

func (s *ucurve) drawSamples(p *sim.Panel) {
	v := &s.picture
	p.Span = 1.5
	around := window{half: truthHalf}
	around.axes(p)
	truth := around.raster("true log density", truthRows, v.truth)
	truth.Unit, truth.Scale, truth.Lo, truth.Hi = "nats", sim.Sequential, -10, -2
	p.Field(truth)
	if i := s.showing(); i >= 0 && s.trial[i].done {
		p.Map(sim.Points{Name: v.shown, Roles: s.trial[i].roles}, s.trial[i].samples)
	}
	p.Map(sim.Points{Name: "training point", Role: sim.Train}, s.mix.x)
}

func (s *ucurve) facts(f *sim.Frame) {
	if best := s.best(); best >= 0 {
		f.Fact("kl_best", "Least KL", "nats", "Kullback-Leibler divergence of the model from the truth at the best strength so far, on 150 test points.", s.trial[best].kl)
		f.Fact("strength", "Best strength", "", "The strength with the least KL so far.", s.what.strengths[best])
	}
	if t := s.trial[0]; t.done {
		f.Fact("kl_left", "KL, weakest", "nats", "KL at the first strength of the list.", t.kl)
	}
	if t := s.trial[len(s.trial)-1]; t.done {
		f.Fact("kl_right", "KL, strongest", "nats", "KL at the last strength of the list.", t.kl)
	}
	if i := s.showing(); i >= 0 && s.trial[i].done {
		f.Fact("kl", "KL, shown", "nats", "KL at the strength whose samples are shown.", s.trial[i].kl)
		f.Fact("gap", "Gap share, shown", "", "Share of the samples shown with r₁/r₂ < 1/3: far nearer to one training point than to all others.", s.trial[i].gap)
		f.Fact("spread", "Spread, shown", "", "Standard deviation of the samples shown, per coordinate; the truth has 1.58.", s.trial[i].spread)
	}
}
