package diffusion

import (
	"math"

	"example.org/rote/sim"
)

const (
	densityBins  = 40  // over ±toyEdge
	densityCurve = 161 // points of the true density
)

// A conditionalPicture is what the panels lend to a frame.
type conditionalPicture struct {
	at            []float64  // conditionalSamples times the y that is asked for
	isCopy        []bool     // of the point with the nearest y
	roles         []sim.Role // conditionalSamples
	taken         []bool     // n, whether a sample is nearest to the point
	bins, density []float64  // densityBins: middles and density of the samples
	grid, truth   []float64  // densityCurve
}

func newConditionalPicture(s *conditional) conditionalPicture {
	p := conditionalPicture{at: make([]float64, conditionalSamples),
		isCopy: make([]bool, conditionalSamples), roles: make([]sim.Role, conditionalSamples), taken: make([]bool, len(s.x)),
		bins: make([]float64, densityBins), density: make([]float64, densityBins),
		grid: make([]float64, densityCurve), truth: make([]float64, densityCurve)}
	for i := range p.at {
		p.at[i] = s.lab.y
	}
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
	clear(p.density)
	for i, x := range s.main.x {
		at, _, _ := nearest(s.x, s.main.x[i:i+1])
		p.taken[at] = true
		p.isCopy[i] = math.Abs(x-s.x[s.want]) < conditionalCopied
		p.roles[i] = sim.Plain
		if p.isCopy[i] {
			p.roles[i] = sim.Copied
		}
		if bin := int(math.Floor((x + toyEdge) / binWidth)); bin >= 0 && bin < densityBins {
			p.density[bin] += 1 / (conditionalSamples * binWidth)
		}
	}
}

func (s *conditional) Draw(f *sim.Frame) {
	f.Of, f.Says = conditionalSteps+len(bandwidths), s.says
	s.drawJoint(f.Panel("What does asking for a condition return?"))
	s.drawDensity(f.Panel("How far are the samples from the truth?"))
	s.drawBandwidths(f.Panel("Which bandwidth in y is best?"))
	s.facts(f)
}

func (s *conditional) drawJoint(p *sim.Panel) {
	v := &s.picture
	p.Span = 1.5
	p.Axes(sim.Axis{Name: "condition y", Min: -toyReach, Max: toyReach}, sim.Axis{Name: "x", Min: -toyEdge, Max: toyEdge})
	lo, hi := max(-toyReach, s.lab.y-s.lab.hy), min(toyReach, s.lab.y+s.lab.hy)
	p.Field(sim.Field{Name: "within the bandwidth", W: 1, H: 1, X0: lo, X1: hi, Y0: -toyEdge, Y1: toyEdge, Scale: sim.Tint, Role: sim.Train})
	p.Upright(sim.Line{Name: "y asked for", Role: sim.Control}, s.lab.y, -toyEdge, toyEdge)
	p.Point(sim.Points{Name: "training pairs", Role: sim.Train, X: s.y, Y: s.x})
	p.Point(sim.Points{Name: "samples", X: v.at, Y: s.main.x, Roles: v.roles})
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
		p.Empty = "After the run, the same starts are flown with other bandwidths."
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
