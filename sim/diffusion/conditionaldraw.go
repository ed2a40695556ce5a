package diffusion

import (
	"math"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

const (
	densityBins  = 40  // over ±toyEdge
	densityCurve = 161 // points of the true density
)

// A conditionalPicture is what the panels lend to a frame.
type conditionalPicture struct {
	at            []float64    // conditionalSamples times the y that is asked for
	isCopy        []bool       // of the point with the nearest y
	roles         []sim.Role   // conditionalSamples, copied where one lies at a training point
	taken         []bool       // n, whether a sample is nearest to the point
	ask           []float64    // n times the y that is asked for
	copies        []int        // n, samples that lie at the point
	from          sketch.Trace // from training points to their copies
	bins, density []float64    // densityBins: middles and density of the samples
	grid, truth   []float64    // densityCurve
}

func newConditionalPicture(s *conditional) conditionalPicture {
	n := len(s.x)
	p := conditionalPicture{at: slices.Repeat([]float64{s.lab.y}, conditionalSamples), ask: slices.Repeat([]float64{s.lab.y}, n),
		isCopy: make([]bool, conditionalSamples), roles: make([]sim.Role, conditionalSamples), taken: make([]bool, n),
		copies: make([]int, n), from: sketch.NewTrace(3 * min(n, conditionalSamples)),
		bins: make([]float64, densityBins), density: make([]float64, densityBins),
		grid: make([]float64, densityCurve), truth: make([]float64, densityCurve)}
	for i := range p.bins {
		p.bins[i] = -toyEdge + float64(binWidth*(float64(i)+0.5))
	}
	for i := range p.grid {
		p.grid[i] = -toyEdge + 2*toyEdge*float64(i)/(densityCurve-1)
		p.truth[i] = math.Round(1e6*toyDensity(p.grid[i], s.lab.y)) / 1e6
	}
	return p
}

const binWidth = 2 * toyEdge / densityBins

// see brings the picture up to date with the main flight.
func (p *conditionalPicture) see(s *conditional) {
	clear(p.taken)
	clear(p.copies)
	clear(p.density)
	for i, x := range s.main.x {
		at, r, _ := nearest(s.x, s.main.x[i:i+1])
		p.taken[at] = true
		p.isCopy[i] = math.Abs(x-s.x[s.want]) < conditionalCopied
		p.roles[i] = sim.Plain
		if r < conditionalCopied && s.main.sigma() <= conditionalCopied { // before, it passes by
			p.roles[i] = sim.Copied
			p.copies[at]++
		}
		if bin := int(math.Floor((x + toyEdge) / binWidth)); bin >= 0 && bin < densityBins {
			p.density[bin] += 1 / (conditionalSamples * binWidth)
		}
	}
	p.join(s)
}

// join leads from each training point with copies to them.
func (p *conditionalPicture) join(s *conditional) {
	p.from.Clear()
	for i, count := range p.copies {
		if count > 0 {
			p.from.To(s.y[i], s.x[i])
			p.from.To(s.lab.y, s.x[i])
			p.from.Lift()
		}
	}
}

func (s *conditional) Draw(f *sim.Frame) {
	f.Unit, f.Of, f.Says, f.Try = "noise level", conditionalSteps, s.says, s.next
	f.Headline = sim.Headline{Fact: "nearest", Of: conditionalSamples, Words: "of 200 samples are the x of the point with the nearest y"}
	if s.main.landed() {
		f.Part, f.Parts = len(s.tried.X), len(bandwidths)
	}
	s.drawJoint(panel(f, "Which x comes back for this y?", "Which x?"))
	s.drawDensity(panel(f, "Do the samples look like the truth?", "Like the truth?"))
	s.drawBandwidths(panel(f, "Which bandwidth comes nearest to the truth?", "Which bandwidth?"))
	s.facts(f)
}

func (s *conditional) drawJoint(p *sim.Panel) {
	v := &s.picture
	p.Axes(sim.Axis{Name: "condition y", Min: -toyReach, Max: toyReach}, sim.Axis{Name: "x", Min: -toyEdge, Max: toyEdge})
	lo, hi := max(-toyReach, s.lab.y-s.lab.hy), min(toyReach, s.lab.y+s.lab.hy)
	p.Field(sim.Field{Name: "within the bandwidth", W: 1, H: 1, X0: lo, X1: hi, Y0: -toyEdge, Y1: toyEdge, Scale: sim.Tint, Role: sim.Train})
	p.Upright(sim.Line{Name: "asked for"}, s.lab.y, -toyEdge, toyEdge)
	if len(v.from.X) > 0 {
		p.Line(v.from.Line(sim.Line{Trail: true, Role: sim.Copied}))
	}
	p.Point(sim.Points{Name: "training pair", Role: sim.Train, X: s.y, Y: s.x})
	p.Point(sim.Points{Name: "sample", X: v.at, Y: s.main.x, Roles: v.roles})
	p.Point(sim.Points{Name: "copies of its x", Role: sim.Copied, X: v.ask, Y: s.x, Counts: v.copies})
}

func (s *conditional) drawDensity(p *sim.Panel) {
	v := &s.picture
	p.Axes(sim.Axis{Name: "x", Min: -toyEdge, Max: toyEdge}, sim.Axis{Name: "density", Min: 0, Max: 2.5})
	p.Bar(sim.Bars{Name: "samples", X: v.bins, Y: v.density, Width: binWidth})
	p.Line(sim.Line{Name: "truth", Role: sim.Theory, X: v.grid, Y: v.truth})
}

func (s *conditional) drawBandwidths(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "bandwidth in y", Min: bandwidths[0], Max: bandwidths[len(bandwidths)-1], Log: true},
		sim.Axis{Name: "distance W₁ to the truth", Min: 0, Max: 2})
	if !s.main.landed() {
		p.Empty = "After the run the same starts are tried with other bandwidths."
		return
	}
	p.Line(s.tried.Line(sim.Line{Name: "same starts, other bandwidths"}))
	p.Point(s.tried.Points(sim.Points{}))
	p.Dot(sim.Points{Name: "this run", Role: sim.Control}, s.lab.hy, s.w1)
}

func (s *conditional) facts(f *sim.Frame) {
	f.Fact("sigma", "Noise σ", "", "Standard deviation of the noise at this level.", s.main.sigma())
	f.Fact("nearest", "Copies of the nearest", "", "Share of samples within 0.01 of the x of the training pair with the nearest y.", s.nearest)
	f.Fact("distinct", "Different points", "", "How many training points are the nearest of some sample.", float64(s.distinct))
	f.Fact("w1", "Distance W₁", "", "Mean distance of the sorted samples from the true quantiles of x given y.", s.w1)
}
