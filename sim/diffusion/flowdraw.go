package diffusion

import (
	"math"

	"example.org/rote/sim"
)

// Indices of the flow's panels and of the groups of points on its map.
const (
	mapPanel    = 0
	sampleGroup = 0
	trainGroup  = 1
	ringGroup   = 2
)

// The titles of the flow's panels, and the short ones.
const (
	mapTitle    = "Where do the samples go?"
	radiusTitle = "How near do they come to a training point?"
	weightTitle = "Which points pull the watched sample?"
	shareTitle  = "Does every point draw as many samples?"
	lawTitle    = "How many would be copies at other strengths?"

	mapShort    = "Where to?"
	radiusShort = "How near?"
	weightShort = "Who pulls it?"
	shareShort  = "All as often?"
	lawShort    = "Other strengths?"
)

func (s *flow) Draw(f *sim.Frame) {
	f.Unit, f.Headline.Fact = "noise level", "copied"
	if s.isEmpty() {
		f.Headline.Words = "copies: there are no samples yet"
		s.invite(f)
		return
	}
	f.Of, f.Says, f.Try = s.plan.steps(), s.view.says, s.view.next
	f.Headline.Of, f.Headline.Words = s.cloud.n, s.view.counted
	if s.kl != nil && s.atEnd() {
		f.Part, f.Parts = s.kl.points(), klPoints
	}
	s.drawMap(panel(f, mapTitle, mapShort))
	s.drawRadius(panel(f, radiusTitle, radiusShort))
	s.drawWeights(panel(f, weightTitle, weightShort))
	s.drawShares(panel(f, shareTitle, shareShort))
	s.law.draw(panel(f, lawTitle, lawShort), s)
	s.facts(f)
}

// panel appends a panel with a title and a short one.
func panel(f *sim.Frame, title, short string) *sim.Panel {
	p := f.Panel(title)
	p.Short = short
	return p
}

// next offers what comes after this run: what it has not changed itself.
func (s *flow) next() sim.Try {
	switch {
	case s.lab.c > 0:
		return sim.Try{Words: "Look for the best strength", Address: "diffusion?view=ucurve&n=64"}
	case s.lab.smin >= 0.01:
		return sim.Try{Words: "Keep the score finite, c = 0.01", Address: "diffusion?c=0.01"}
	}
	return sim.Try{Words: "Stop early, at σ = 0.01", Address: "diffusion?smin=0.01"}
}

// invite draws the map without training points.
func (s *flow) invite(f *sim.Frame) {
	f.Says = "There are no training points yet: click on the map to place some."
	p := panel(f, mapTitle, mapShort)
	s.window.axes(p)
	p.Label(sim.Label{Text: "Click to place training points", X: 0, Y: 0, Boxed: true})
	for _, titles := range [...][2]string{{radiusTitle, radiusShort}, {weightTitle, weightShort}, {shareTitle, shareShort}, {lawTitle, lawShort}} {
		panel(f, titles[0], titles[1]).Empty = "Nothing to measure without training points."
	}
}

func (s *flow) drawMap(p *sim.Panel) {
	v := &s.view
	s.window.axes(p)
	s.drawBackground(p)
	if len(v.ways.other.X) > 0 {
		p.Line(v.ways.other.Line(sim.Line{Trail: true}))
	}
	if len(v.ways.copied.X) > 0 {
		p.Line(v.ways.copied.Line(sim.Line{Trail: true, Role: sim.Copied}))
	}
	samples := sim.Points{Name: "sample", Roles: v.roles}
	if v.copies == len(v.roles) {
		samples = sim.Points{Name: "copy", Role: sim.Copied}
	}
	p.Map(samples, v.samples)
	p.Map(sim.Points{Name: "training point", Role: sim.Train}, s.points)
	p.Map(sim.Points{Name: "copies on it", Role: sim.Copied, Counts: v.copiesOn}, s.points)
	if len(v.damped.X) > 0 {
		p.Point(v.damped.Points(sim.Points{Name: "damped", Role: sim.Control}))
	}
	if tied := s.ending.tied; len(tied) > 0 && len(s.points) > 2 {
		p.Label(sim.Label{Text: "as near to two points", X: v.samples[2*tied[0]], Y: v.samples[2*tied[0]+1], Boxed: true})
	}
	p.Lens = v.lens
}

// drawBackground draws the raster behind the samples, if one is asked for and
// whole, and the pull as arrows.
func (s *flow) drawBackground(p *sim.Panel) {
	b := &s.back
	switch {
	case s.lab.field == plain:
		return
	case s.lab.field == "basins" && s.basins.done():
		p.Field(s.window.raster("training point at the end", s.basins.rows, s.basins.end))
	case b.shown == 0:
	case b.isCells:
		p.Field(s.window.raster("nearest training point", b.rows, b.whole))
	default:
		f := s.window.raster(s.view.density, b.rows, b.whole)
		f.Unit, f.Scale, f.Lo, f.Hi = "nats", sim.Sequential, b.hi-logDepth, b.hi
		p.Field(f)
	}
	p.Arrow(sim.Arrows{Name: "pull", X: b.x, Y: b.y, DX: b.dx, DY: b.dy})
}

// noiseAxis is σ falling from left to right.
func (s *flow) noiseAxis() sim.Axis {
	return sim.Axis{Name: "noise σ", Min: s.plan.sigma[0], Max: s.lab.smin, Log: true}
}

func (s *flow) drawRadius(p *sim.Panel) {
	v, k := &s.view, s.level+1
	last := v.radius[len(v.radius)-1]
	p.Axes(s.noiseAxis(), sim.Axis{Name: "distance", Min: last / 10, Max: 4 * s.plan.sigma[0], Log: true})
	if s.cloud.isMeasured() {
		p.Line(sim.Line{Name: "samples: half, and 80%", X: s.plan.sigma[:k], Y: s.cloud.middle[:k],
			Lo: s.cloud.low[:k], Hi: s.cloud.high[:k]})
	}
	p.Line(sim.Line{Name: s.radiusLaw(), Role: sim.Theory, X: s.plan.sigma, Y: v.radius})
}

// radiusLaw names the law of the distance.
func (s *flow) radiusLaw() string {
	switch {
	case s.lab.c == 0:
		return "law √(π/2) σ"
	case s.lab.process == "VP":
		return "law √(π/2) σ₀v/v₀"
	}
	return "law √(π/2) σ₀v/v₀, v² = σ²+c"
}

func (s *flow) drawWeights(p *sim.Panel) {
	p.Axes(s.noiseAxis(), sim.Axis{Name: s.view.watching, Min: 0, Max: 1})
	for i, point := range s.watch.slot {
		if point >= 0 && s.watch.level > 1 {
			p.Line(sim.Line{Name: s.view.names[point], Class: uint8(i + 1), X: s.plan.sigma[:s.watch.level],
				Y: s.view.weights[i][:s.watch.level]})
		}
	}
	if p.IsEmpty() {
		p.Empty = "At first all points pull alike; the weights are drawn as the noise falls."
	}
}

func (s *flow) drawShares(p *sim.Panel) {
	v, low, high := &s.view, 0.5, float64(len(s.points)/2)+0.5
	p.Axes(sim.Axis{Name: "training point", Min: low, Max: high},
		sim.Axis{Name: "samples nearest to it, over an equal share", Min: 0, Max: v.most})
	if !s.cloud.isMeasured() {
		p.Empty = "The samples are being counted."
		return
	}
	p.Bar(sim.Bars{Name: "samples", X: v.number, Y: v.share})
	p.Level(sim.Line{Name: "equal share", Role: sim.Theory}, 1, low, high)
	if s.lab.process == "VP" && s.lab.start == "prior" && s.lab.hs == 0 {
		p.Point(sim.Points{Name: "expected from the start", Role: sim.Control, X: v.number, Y: v.hoped})
	}
}

// facts lists what is known at the present level.
func (s *flow) facts(f *sim.Frame) {
	c, l := &s.cloud, s.lab
	f.Fact("sigma", "Noise σ", "", "Standard deviation of the noise at this level.", s.sigma())
	if !c.isMeasured() {
		return
	}
	f.Fact("copied", "Copied", "", "Share of samples nearer than the copy tolerance to a training point.", shareBelow(c.now.r1, l.tol))
	f.Fact("copied_law", "Copied, by the law", "", "What the law says of the copied share at the end.", s.copiedLaw())
	if len(s.points) > 2 {
		s.gapFacts(f)
	}
	f.Fact("radius", "Radius", "σ", "Mean distance to the nearest training point over σ; the law at the end is 1.25.", mean(c.now.r1)/s.sigma())
	if l.hs == 0 {
		f.Fact("wmax", "Largest weight", "", "Mean over the samples of the largest weight of a training point.", c.now.wmax/float64(c.n))
	}
	if l.tau > 0 {
		f.Fact("frozen", "Damped", "", "Share of samples with S below τ.", shareOf(c.now.frozen))
	}
	f.Fact("spread", "Spread", "", "Standard deviation of the samples, per coordinate.", spread(s.present(), 2))
	s.endFacts(f)
}

// gapFacts are those that need two different training points.
func (s *flow) gapFacts(f *sim.Frame) {
	c, kappa := &s.cloud, s.lab.kappa
	gap, null := gapShare(c.now.r1, c.now.r2, kappa), math.NaN()
	if s.fresh.done() {
		null = s.fresh.gap(kappa)
	}
	f.Fact("gap", "Gap share", "", "Share of samples far nearer to one training point than to all others: r₁/r₂ < κ.", gap)
	f.Fact("gap0", "Gap share, fresh", "", "The same share for fresh samples of the truth, or κ² where it is not known.", null)
	f.Fact("excess", "Excess", "", "Gap share beyond that of fresh samples: (f-f₀)/(1-f₀).", excess(gap, null))
	f.Fact("chi2", "χ² of the shares", "", "χ² per degree of freedom of how often each training point is the nearest.", chiSquare(c.now.count, s.times))
}

func (s *flow) endFacts(f *sim.Frame) {
	if !s.atEnd() {
		return
	}
	f.Fact("slope", "Slope", "", "Mean slope of log distance over log σ, from σ = 0.01 to the end.", s.ending.slope)
	f.Fact("settled", "Settled", "", "Share of samples whose nearest point at the σ looked at is the one at the end.", s.view.settled)
	f.Fact("tied", "Tied", "", "Samples as near to a second training point as to the first.", float64(len(s.ending.tied)))
	if s.kl != nil && s.kl.done() {
		f.Fact("kl", "KL to the truth", "nats", "Kullback-Leibler divergence of the model from the truth, on 150 test points.", s.kl.value())
	}
}

// present returns the samples at the present level, n×2.
func (s *flow) present() []float64 {
	return s.cloud.path[2*s.level*s.cloud.n : 2*(s.level+1)*s.cloud.n]
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

func shareOf(is []bool) float64 {
	n := 0
	for _, yes := range is {
		if yes {
			n++
		}
	}
	return float64(n) / float64(len(is))
}
