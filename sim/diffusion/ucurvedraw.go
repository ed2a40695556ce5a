package diffusion

import (
	"fmt"
	"math"

	"example.org/rote/sim"
)

const (
	samplePanel = 2   // index of the map of samples
	truthSide   = 48  // cells on a side of the true density
	truthHalf   = 4.5 // it covers ±truthHalf
)

// A ucurvePicture is what the panels lend to a frame: the strengths that are
// done, in rising order, and what they gave.
type ucurvePicture struct {
	strength, kl, gap []float64
	bestX, bestY      [1]float64
	ends, null        [2]float64 // of the axis; κ² twice
	top, bottom       float64    // of the KL axis
	truth             []float64  // truthSide², log density
	x, y              []float64  // trialSamples, the samples shown
	trainX, trainY    []float64
	mark              upright // the strength shown, if it is not the best
	empty, says       string
}

func newUcurvePicture(s *ucurve) ucurvePicture {
	n, m := len(s.what.strengths), s.mix.n()
	p := ucurvePicture{strength: make([]float64, 0, n), kl: make([]float64, 0, n), gap: make([]float64, 0, n),
		ends: [2]float64{s.what.strengths[0], s.what.strengths[n-1]}, truth: make([]float64, truthSide*truthSide),
		x: make([]float64, trialSamples), y: make([]float64, trialSamples),
		trainX: make([]float64, m), trainY: make([]float64, m), bottom: 0.1}
	if s.lab.n >= 100 {
		p.bottom = 0.01 // more points bring the valley lower
	}
	null := gapLaw(trialRatio, 2)
	p.null = [2]float64{null, null}
	split(p.trainX, p.trainY, s.mix.x)
	for i := range p.truth {
		p.truth[i] = logFourGaussians(cell(i%truthSide), cell(i/truthSide))
	}
	return p
}

// cell returns the coordinate of the middle of a cell.
func cell(i int) float64 { return truthHalf * (float64(2*i+1)/truthSide - 1) }

// split writes the columns of rows, n×2, to x and y.
func split(x, y, rows []float64) {
	for i := range x {
		x[i], y[i] = rows[2*i], rows[2*i+1]
	}
}

// see brings the picture up to date with the trials and the knob.
func (s *ucurve) see() {
	s.shown = s.lab.shown
	p := &s.picture
	p.strength, p.kl, p.gap, p.top = p.strength[:0], p.kl[:0], p.gap[:0], 10
	for i, t := range s.trial {
		if !t.done {
			continue
		}
		p.strength, p.kl, p.gap = append(p.strength, s.what.strengths[i]), append(p.kl, t.kl), append(p.gap, t.gap)
		for p.top < t.kl {
			p.top *= 10
		}
	}
	if best := s.best(); best >= 0 {
		p.bestX[0], p.bestY[0] = s.what.strengths[best], s.trial[best].kl
	}
	p.says = s.tell()
	i := s.showing()
	if i < 0 {
		p.empty = "The samples of the best strength follow."
		return
	}
	p.mark = newUpright(s.what.strengths[i], p.bottom, p.top)
	if !s.trial[i].done {
		p.empty = fmt.Sprintf("%s = %s is not tried yet.", s.what.symbol, short(s.what.strengths[i]))
		return
	}
	split(p.x, p.y, s.trial[i].samples)
}

func (s *ucurve) Draw(f *sim.Frame) {
	f.Of, f.Says = len(s.order), s.picture.says
	s.drawCurve(f.Panel("Too little copies, too much blurs: where is the best?"))
	s.drawGap(f.Panel("How many samples sit at one training point?"))
	s.drawSamples(f.Panel("What do the samples look like beside the truth?"))
	s.facts(f)
}

func (s *ucurve) strengthAxis() sim.Axis {
	return sim.Axis{Name: s.what.name, Min: s.picture.ends[0], Max: s.picture.ends[1], Log: true}
}

func (s *ucurve) drawCurve(p *sim.Panel) {
	v := &s.picture
	p.Axes(s.strengthAxis(), sim.Axis{Name: "KL to the truth", Unit: "nats", Min: v.bottom, Max: v.top, Log: true})
	if len(v.kl) == 0 {
		p.Empty = "The first strength is being tried."
		return
	}
	p.Line(sim.Line{X: v.strength, Y: v.kl})
	p.Point(sim.Points{Name: "tried", X: v.strength, Y: v.kl})
	p.Point(sim.Points{Name: "best", Role: sim.Control, X: v.bestX[:], Y: v.bestY[:]})
	if s.shown > 0 {
		p.Line(v.mark.line("shown", sim.Control))
	}
}

func (s *ucurve) drawGap(p *sim.Panel) {
	v := &s.picture
	p.ShareX = true
	p.Axes(s.strengthAxis(), sim.Axis{Name: "gap share", Min: 0, Max: 1})
	switch {
	case len(s.points) == 2:
		p.Empty = "The gap measure needs two different training points."
	case len(v.gap) == 0:
		p.Empty = "The first strength is being tried."
	default:
		p.Line(sim.Line{Name: "r₁ < r₂/3", Role: sim.Copied, X: v.strength, Y: v.gap})
		p.Point(sim.Points{Role: sim.Copied, X: v.strength, Y: v.gap})
		p.Line(sim.Line{Name: "fresh samples", Role: sim.Theory, X: v.ends[:], Y: v.null[:]})
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
	p.Point(sim.Points{Name: "training points", Role: sim.Train, X: v.trainX, Y: v.trainY})
	p.Point(sim.Points{Name: "samples", X: v.x, Y: v.y, Roles: s.trial[i].roles})
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
		says += fmt.Sprintf(" At τ = %s, above n, everything is damped at once: nothing moves.", short(s.what.strengths[i]))
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
		return fmt.Sprintf("%s = %s", s.what.symbol, short(s.what.strengths[i]))
	}
	if s.at < len(s.order) {
		i := s.order[s.at-1]
		says := fmt.Sprintf("%s: KL %s nats to the truth", named(i), short(s.trial[i].kl))
		if !math.IsNaN(s.trial[i].gap) {
			says += ", " + percent(s.trial[i].gap) + " of the samples sit at one training point"
		}
		return says + "."
	}
	best, last := s.best(), len(s.trial)-1
	return fmt.Sprintf("Done: %s is nearest to the truth (KL %s); %s copies (KL %s), %s blurs (KL %s).",
		named(best), short(s.trial[best].kl), named(0), short(s.trial[0].kl), named(last), short(s.trial[last].kl))
}
