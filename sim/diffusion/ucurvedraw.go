package diffusion

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

const (
	samplePanel = 2   // index of the map of samples
	truthSide   = 48  // cells on a side of the true density
	truthHalf   = 4.5 // it covers ±truthHalf
)

// A ucurvePicture is what the panels lend to a frame: the strengths that are
// done, in rising order, and what they gave.
type ucurvePicture struct {
	kl, gap     sketch.Trace
	top, bottom float64   // of the KL axis
	truth       []float64 // truthSide², log density
	empty, says string
}

func newUcurvePicture(strengths, points int) ucurvePicture {
	p := ucurvePicture{kl: sketch.NewTrace(strengths), gap: sketch.NewTrace(strengths),
		truth: make([]float64, truthSide*truthSide), bottom: 0.1}
	if points >= 100 {
		p.bottom = 0.01 // more points bring the valley lower
	}
	for i := range p.truth {
		p.truth[i] = logFourGaussians(cell(i%truthSide), cell(i/truthSide))
	}
	return p
}

// cell returns the coordinate of the middle of a cell.
func cell(i int) float64 { return truthHalf * (float64(2*i+1)/truthSide - 1) }

// leastKL is where the KL axis ends at the latest: smaller ones cannot be measured.
const leastKL = 1e-3

// see brings the picture up to date with the trials and the knob.
func (s *ucurve) see() {
	s.shown = s.lab.shown
	p := &s.picture
	p.kl.Clear()
	p.gap.Clear()
	p.top = 10
	for i, t := range s.trial {
		if !t.done {
			continue
		}
		for p.top < t.kl {
			p.top *= 10
		}
		for p.bottom > max(t.kl, leastKL) {
			p.bottom /= 10
		}
		p.kl.To(s.what.strengths[i], max(t.kl, leastKL))
		p.gap.To(s.what.strengths[i], t.gap)
	}
	p.says = s.tell()
	switch i := s.showing(); {
	case i < 0:
		p.empty = "The samples of the best strength follow."
	case !s.trial[i].done:
		p.empty = fmt.Sprintf("%s = %s is not tried yet.", s.what.symbol, sketch.Short(s.what.strengths[i]))
	}
}

func (s *ucurve) Draw(f *sim.Frame) {
	f.Of, f.Says = len(s.order), s.picture.says
	s.drawCurve(f.Panel("Too little copies, too much blurs: where is the best?"))
	s.drawGap(f.Panel("How many samples sit at one training point?"))
	s.drawSamples(f.Panel("What do the samples look like beside the truth?"))
	s.facts(f)
}

func (s *ucurve) strengthAxis() sim.Axis {
	return sim.Axis{Name: s.what.name, Min: s.weakest(), Max: s.strongest(), Log: true}
}

func (s *ucurve) drawCurve(p *sim.Panel) {
	v := &s.picture
	p.Axes(s.strengthAxis(), sim.Axis{Name: "KL to the truth", Unit: "nats", Min: v.bottom, Max: v.top, Log: true})
	best := s.best()
	if best < 0 {
		p.Empty = "The first strength is being tried."
		return
	}
	p.Line(v.kl.Line(sim.Line{}))
	p.Point(v.kl.Points(sim.Points{Name: "tried"}))
	p.Dot(sim.Points{Name: "best", Role: sim.Control}, s.what.strengths[best], max(s.trial[best].kl, leastKL))
	if s.shown > 0 {
		p.Upright(sim.Line{Name: "shown", Role: sim.Control}, s.what.strengths[s.showing()], v.bottom, v.top)
	}
}

func (s *ucurve) drawGap(p *sim.Panel) {
	v := &s.picture
	p.ShareX = true
	p.Axes(s.strengthAxis(), sim.Axis{Name: "gap share", Min: 0, Max: 1})
	switch {
	case len(s.points) == 2:
		p.Empty = "The gap measure needs two different training points."
	case s.at == 0:
		p.Empty = "The first strength is being tried."
	default:
		p.Line(v.gap.Line(sim.Line{Name: "r₁ < r₂/3", Role: sim.Copied}))
		p.Point(v.gap.Points(sim.Points{Role: sim.Copied}))
		p.Level(sim.Line{Name: "fresh samples", Role: sim.Theory}, gapLaw(trialRatio, 2), s.weakest(), s.strongest())
	}
}

func (s *ucurve) drawSamples(p *sim.Panel) {
	v := &s.picture
	p.Equal, p.Span = true, 1.5
	p.Axes(sim.Axis{Name: "x₁", Min: -truthHalf, Max: truthHalf}, sim.Axis{Name: "x₂", Min: -truthHalf, Max: truthHalf})
	i := s.showing()
	if i < 0 || !s.trial[i].done {
		p.Empty = v.empty
		return
	}
	p.Field(sim.Field{Name: "true log density", Unit: "nats", W: truthSide, H: truthSide, Values: v.truth,
		X0: -truthHalf, Y0: -truthHalf, X1: truthHalf, Y1: truthHalf, Lo: -10, Hi: -2})
	p.Map(sim.Points{Name: "training points", Role: sim.Train}, s.mix.x)
	p.Map(sim.Points{Name: "samples", Roles: s.trial[i].roles}, s.trial[i].samples)
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

// tell returns the sentence under the picture.
func (s *ucurve) tell() string {
	says := s.progress()
	if i := s.showing(); i >= 0 && s.lab.sweep == "tau" && s.what.strengths[i] > float64(s.mix.n()) {
		says += fmt.Sprintf(" τ = %s is above n: every pull is weakened from the start.", sketch.Short(s.what.strengths[i]))
	}
	if s.shown > len(s.trial) {
		says += fmt.Sprintf(" There are %d strengths; the last one is shown.", len(s.trial))
	}
	return says
}

func (s *ucurve) progress() string {
	if s.at == 0 {
		return fmt.Sprintf("%d strengths of %s are tried on %d training points, the weakest and the strongest first.",
			len(s.order), s.what.symbol, s.lab.n)
	}
	named := func(i int) string {
		return fmt.Sprintf("%s = %s", s.what.symbol, sketch.Short(s.what.strengths[i]))
	}
	if s.at < len(s.order) {
		i := s.order[s.at-1]
		says := fmt.Sprintf("%s: KL %s nats to the truth", named(i), sketch.Short(s.trial[i].kl))
		if !math.IsNaN(s.trial[i].gap) {
			says += ", " + sketch.Percent(s.trial[i].gap) + " of the samples sit at one training point"
		}
		return says + "."
	}
	best, last := s.best(), len(s.trial)-1
	return fmt.Sprintf("Done: %s is nearest to the truth (KL %s); %s copies (KL %s), %s blurs (KL %s).",
		named(best), sketch.Short(s.trial[best].kl), named(0), sketch.Short(s.trial[0].kl), named(last), sketch.Short(s.trial[last].kl))
}
