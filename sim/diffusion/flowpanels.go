package diffusion

import (
	"cmp"
	"math"
	"strconv"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/sketch"
)

// panels holds what the frames of a flow borrow: it is filled when a level is
// announced, so that Draw only lends.
type panels struct {
	samples  []float64 // n×2
	roles    []sim.Role
	damped   sketch.Trace // those of the samples whose pull is damped
	copies   int
	copiesOn []int // m
	lens     sim.Lens
	ways     ways

	radius  []float64 // K+1, the law of the mean distance
	weights [watched][]float64
	names   []string  // per training point
	share   []float64 // m, in units of the fair share
	hoped   []float64 // the same, expected from the start
	number  []float64 // 1..m
	most    float64   // of the axis of shares
	settled float64

	says, counted     string // the sentence, and the words of the headline
	watching, density string // names of an axis, and of the background
	next              sim.Try
}

func newPanels(s *flow) panels {
	m, n, levels := len(s.points)/2, s.cloud.n, s.plan.steps()+1
	p := panels{roles: make([]sim.Role, n), damped: sketch.NewTrace(n), copiesOn: make([]int, m), ways: newWays(s),
		radius: make([]float64, levels), number: make([]float64, m), share: make([]float64, m), hoped: make([]float64, m), settled: math.NaN()}
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
	p.showSamples(s)
	p.ways.follow(s, p.roles)
	p.lens = s.lens()
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
		p.settled = s.cloud.settled(s.looked(), s.level)
	}
	s.law.aim(s.lab.tol, s.fresh.median)
	p.says = s.tell()
	if s.lab.field == "density" {
		p.density = "log density at σ = " + sketch.Short(max(cmp.Or(s.lab.look, s.sigma()), s.back.blur))
	}
}

// label writes what changes with live knobs only.
func (p *panels) label(s *flow) {
	p.counted = "of " + count(s.cloud.n, "sample") + " are copies"
	p.watching = "weight in the pull on sample " + strconv.Itoa(s.watch.sample)
	p.next = s.next()
}

// showSamples sorts the samples into copies, damped ones and others.
func (p *panels) showSamples(s *flow) {
	p.samples, p.copies = s.present(), 0
	p.damped.Clear()
	clear(p.copiesOn)
	for i := range p.roles {
		p.roles[i] = sim.Plain
		switch {
		case !s.cloud.isMeasured():
		case s.cloud.now.r1[i] < s.lab.tol:
			p.roles[i] = sim.Copied
			p.copies++
			p.copiesOn[s.cloud.near[s.level*s.cloud.n+i]]++
		case s.lab.tau > 0 && s.cloud.now.frozen[i]:
			p.damped.To(p.samples[2*i], p.samples[2*i+1])
		}
	}
}

// lens returns the surroundings of the training point that is nearest to the
// watched sample, once half of all samples are near to theirs.
func (s *flow) lens() sim.Lens {
	const many = 1. / 100 // of the picture: a wider tolerance needs no lens
	if s.level == 0 || s.lab.tol > many*s.window.half || !(s.cloud.middle[s.level] < 4*s.lab.tol) {
		return sim.Lens{}
	}
	at := s.cloud.near[s.level*s.cloud.n+min(s.lab.track, s.cloud.n-1)]
	return sim.Lens{X: s.points[2*at], Y: s.points[2*at+1], Radius: s.lab.tol}
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
