package diffusion

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
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
	trainX, trainY []float64 // m
	x, y           []float64 // n, the samples
	roles          []sim.Role
	trailX, trailY []float64
	radius         []float64 // K+1, the law of the mean distance
	ends, floor    []float64 // 2
	weights        [watched][]float64
	names          []string // per training point
	number         []float64
	share, hoped   []float64 // m, in units of the fair share
	one, across    []float64 // 2
	most           float64   // of the axis of shares
	settled        float64
}

func newPanels(s *flow) panels {
	m, n, levels := len(s.points)/2, s.cloud.n, s.plan.steps()+1
	p := panels{trainX: column(s.points, 0), trainY: column(s.points, 1), x: make([]float64, n), y: make([]float64, n),
		roles: make([]sim.Role, n), radius: make([]float64, levels), number: make([]float64, m), share: make([]float64, m),
		hoped: make([]float64, m), one: []float64{1, 1}, across: []float64{0.5, float64(m) + 0.5}, settled: math.NaN()}
	p.trailX = make([]float64, 0, trails*(trailing+2))
	p.trailY = make([]float64, 0, trails*(trailing+2))
	for i := range p.weights {
		p.weights[i] = make([]float64, levels)
	}
	for k := range p.radius {
		p.radius[k] = meanRadius(2) * s.plan.v(k)
	}
	p.ends = []float64{s.plan.sigma[0], s.lab.smin}
	p.floor = []float64{math.Sqrt(s.lab.c), math.Sqrt(s.lab.c)}
	for i := range p.number {
		p.number[i] = float64(i + 1)
	}
	p.names = make([]string, s.pull.mix.n())
	for i := range p.names {
		p.names[i] = "point " + whole(i+1)
	}
	return p
}

// column returns coordinate j of the rows of x, n×2.
func column(x []float64, j int) []float64 {
	out := make([]float64, len(x)/2)
	for i := range out {
		out[i] = x[2*i+j]
	}
	return out
}

// show fills the panels with the present level.
func (p *panels) show(s *flow) {
	k := s.level
	for i := range p.x {
		at := s.cloud.at(i, k)
		p.x[i], p.y[i] = at[0], at[1]
		p.roles[i] = s.role(i)
	}
	p.trail(s)
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
	p.most = niceAbove(max(2, s.cloud.most))
	p.settled = math.NaN()
	if s.atEnd() {
		p.settled = s.cloud.settled(s.looked(), k)
	}
	s.law.seen[0] = shareBelow(s.cloud.now.r1, s.lab.tol)
	s.words.say(s)
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

func (p *panels) trail(s *flow) {
	p.trailX, p.trailY = p.trailX[:0], p.trailY[:0]
	if s.level == 0 {
		return
	}
	for i := range min(trails, s.cloud.n) {
		for k := max(0, s.level-trailing); k <= s.level; k++ {
			at := s.cloud.at(i, k)
			p.trailX, p.trailY = append(p.trailX, at[0]), append(p.trailY, at[1])
		}
		p.trailX, p.trailY = append(p.trailX, math.NaN()), append(p.trailY, math.NaN())
	}
}

// niceAbove returns the least of 2, 5, 10, 20, 50, ... that is not below x.
func niceAbove(x float64) float64 {
	for unit := 1.0; ; unit *= 10 {
		for _, digit := range [...]float64{2, 5, 10} {
			if digit*unit >= x {
				return digit * unit
			}
		}
	}
}
