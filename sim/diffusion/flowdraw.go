package diffusion

import (
	"math"

	"example.org/rote/sim"
)

// Indices of the flow's panels and of the groups of points on its map.
const (
	mapPanel    = 0
	trainGroup  = 0
	sampleGroup = 1
)

func (s *flow) Draw(f *sim.Frame) {
	if s.isEmpty() {
		s.invite(f)
		return
	}
	f.Of, f.Says = s.of(), s.view.says
	s.drawMap(f.Panel(mapTitle))
	s.drawRadius(f.Panel(radiusTitle))
	s.drawWeights(f.Panel(weightTitle))
	s.drawShares(f.Panel(shareTitle))
	s.law.draw(f.Panel(lawTitle), s)
	s.facts(f)
}

// The titles of the flow's panels.
const (
	mapTitle    = "Where do the samples go?"
	radiusTitle = "How close to a training point?"
	weightTitle = "Who holds the weight of the watched sample?"
	shareTitle  = "Is every point copied equally often?"
	lawTitle    = "Copied share against strength"
)

// invite draws the map without training points.
func (s *flow) invite(f *sim.Frame) {
	f.Says = "There are no training points yet: click on the map to place some."
	p := s.mapAxes(f.Panel(mapTitle), window(nil, yours))
	p.Label(sim.Label{Text: "Click to place training points", Boxed: true})
	for _, title := range [...]string{radiusTitle, weightTitle, shareTitle, lawTitle} {
		f.Panel(title).Empty = "Nothing to measure without training points."
	}
}

func (s *flow) mapAxes(p *sim.Panel, half float64) *sim.Panel {
	p.Equal, p.Span = true, 2.5
	return p.Axes(sim.Axis{Name: "x₁", Min: -half, Max: half}, sim.Axis{Name: "x₂", Min: -half, Max: half})
}

func (s *flow) drawMap(p *sim.Panel) {
	v := &s.view
	s.mapAxes(p, s.back.half)
	if field, ok := s.background(); ok {
		p.Field(field)
	}
	if len(v.trail.X) > 0 {
		p.Line(v.trail.Line(sim.Line{Trail: true}))
	}
	p.Arrow(sim.Arrows{Name: "Pull", X: s.back.x, Y: s.back.y, DX: s.back.dx, DY: s.back.dy})
	p.Map(sim.Points{Name: "Training points", Role: sim.Train}, s.points)
	p.Map(sim.Points{Name: "Samples", Roles: v.roles}, v.samples)
	for i, sample := range s.ending.tied {
		if i < tieLabels {
			p.Label(sim.Label{Text: "tied", X: v.samples[2*sample], Y: v.samples[2*sample+1], Role: sim.Control})
		}
	}
}

// background returns the raster behind the samples, if there is a whole one.
func (s *flow) background() (sim.Field, bool) {
	b, half := &s.back, s.back.half
	f := sim.Field{X0: -half, Y0: -half, X1: half, Y1: half, Scale: sim.Categorical}
	switch {
	case s.lab.field == "basins" && s.basins.done():
		f.Name, f.W, f.H, f.Values = "Training point at the end", s.basins.side, s.basins.side, s.basins.end
	case b.shown == 0:
		return f, false
	case b.isCells:
		f.Name, f.W, f.H, f.Values = "Nearest training point", b.side, b.side, b.whole
	default:
		f.Name, f.W, f.H, f.Values = s.view.density, b.side, b.side, b.whole
		f.Unit, f.Scale, f.Lo, f.Hi = "nats", sim.Sequential, b.hi-logDepth, b.hi
	}
	return f, true
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
		p.Line(sim.Line{Name: "half of the samples, band 80%", X: s.plan.sigma[:k], Y: s.cloud.middle[:k],
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
	p.ShareX = true
	p.Axes(s.noiseAxis(), sim.Axis{Name: "weight", Min: 0, Max: 1})
	for i, point := range s.watch.slot {
		if point >= 0 {
			p.Line(sim.Line{Name: s.view.names[point], Class: uint8(i + 1), X: s.plan.sigma[:s.watch.level],
				Y: s.view.weights[i][:s.watch.level]})
		}
	}
	if p.IsEmpty() {
		p.Empty = "The weights follow."
	}
}

func (s *flow) drawShares(p *sim.Panel) {
	v, low, high := &s.view, 0.5, float64(len(s.points)/2)+0.5
	p.Axes(sim.Axis{Name: "training point", Min: low, Max: high},
		sim.Axis{Name: "N × share", Min: 0, Max: v.most})
	if !s.cloud.isMeasured() {
		p.Empty = "The shares follow."
		return
	}
	p.Bar(sim.Bars{Name: "nearest samples", X: v.number, Y: v.share})
	p.Level(sim.Line{Name: "equal", Role: sim.Theory}, 1, low, high)
	if s.lab.start == "prior" && s.lab.hs == 0 {
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
	if s.klDone {
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
