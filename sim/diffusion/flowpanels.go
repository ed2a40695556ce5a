package diffusion

import (
	"cmp"
	"math"
	"strconv"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/sketch"
)

// Bounds of what one picture of the flow shows.
const (
	trails    = 60 // samples with a trail
	trailing  = 24 // levels that a trail reaches back
	tieLabels = 4
)

// panels holds what the frames of a flow borrow: it is filled when a level is
// announced, so that Draw only lends.
type panels struct {
	samples []float64 // n×2
	roles   []sim.Role
	trail   sketch.Trace
	radius  []float64 // K+1, the law of the mean distance
	weights [watched][]float64
	names   []string // per training point
	number  []float64
	share   []float64 // m, in units of the fair share
	hoped   []float64 // the same, expected from the start
	most    float64   // of the axis of shares
	settled float64
	says    string
	density string // name of the background
}

func newPanels(s *flow) panels {
	m, levels := len(s.points)/2, s.plan.steps()+1
	p := panels{roles: make([]sim.Role, s.cloud.n), trail: sketch.NewTrace(trails * (trailing + 2)), radius: make([]float64, levels),
		number: make([]float64, m), share: make([]float64, m), hoped: make([]float64, m), settled: math.NaN()}
	for i := range p.weights {
		p.weights[i] = make([]float64, levels)
	}
	for k := range p.radius {
		p.radius[k] = meanRadius(2) * s.plan.left(k)
	}
	for i := range p.number {
		p.number[i] = float64(i + 1)
	}
	p.names = make([]string, s.pull.mix.n())
	for i := range p.names {
		p.names[i] = "point " + strconv.Itoa(i+1)
	}
	return p
}

// show fills the panels with the present level.
func (p *panels) show(s *flow) {
	k := s.level
	p.samples = s.present()
	for i := range p.roles {
		p.roles[i] = s.role(i)
	}
	p.follow(s)
	for i, point := range s.watch.slot {
		if point >= 0 {
			for j := range s.watch.level {
				p.weights[i][j] = s.watch.w[j*s.watch.n+point]
			}
		}
	}
	for i, count := range s.cloud.now.count {
		p.share[i] = float64(count) / s.cloud.fair[i]
		p.hoped[i] = s.cloud.expected[i] / s.cloud.fair[i]
	}
	p.most = sketch.Above(max(2, s.cloud.most))
	p.settled = math.NaN()
	if s.atEnd() {
		p.settled = s.cloud.settled(s.looked(), k)
	}
	s.law.aim(s.lab.tol, s.fresh.median)
	p.says = s.tell()
	p.density = "Log density at σ = " + sketch.Short(max(cmp.Or(s.lab.look, s.sigma()), s.back.blur))
}

// looked returns the level whose noise is next to the one looked at.
func (s *flow) looked() int {
	if s.lab.look == 0 {
		return s.level
	}
	best := 0
	for k, sigma := range s.plan.sigma {
		if math.Abs(exact.Log(sigma/s.lab.look)) < math.Abs(exact.Log(s.plan.sigma[best]/s.lab.look)) {
			best = k
		}
	}
	return best
}

// role returns what sample i is at the present level.
func (s *flow) role(i int) sim.Role {
	switch {
	case !s.cloud.isMeasured():
		return sim.Plain
	case s.cloud.now.r1[i] < s.lab.tol:
		return sim.Copied
	case s.lab.tau > 0 && s.cloud.now.frozen[i]:
		return sim.Control
	}
	return sim.Plain
}

// follow fills the trails of the first samples.
func (p *panels) follow(s *flow) {
	p.trail.Clear()
	if s.level == 0 {
		return
	}
	for i := range min(trails, s.cloud.n) {
		for k := max(0, s.level-trailing); k <= s.level; k++ {
			at := s.cloud.at(i, k)
			p.trail.To(at[0], at[1])
		}
		p.trail.Lift()
	}
}
