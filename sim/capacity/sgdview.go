package capacity

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/sketch"
)

// An sgdView holds what the frames of an sgd borrow: it is filled when a tick is
// announced, so that Draw only lends.
type sgdView struct {
	risk, flips sketch.Trace // over the epochs
	way         sketch.Trace // from par to perp
	most        float64      // of the axis of flips

	pushes, full, bare []float64 // R(θ*+ξ) and R(θ*+ξ_perp) for some lengths of ξ
	square, fourth     []float64 // lines of slope 2 and 4 through the first
	names              [2]string
	says               string
	large              [1]float64 // size of the marks of the way
	try                sim.Try
}

// newSgdView evaluates the risk at some pushes in one direction, of length 1.
func newSgdView(s *sgd, push []float64) sgdView {
	room := s.lab.epochs/s.every() + 2
	v := sgdView{risk: sketch.NewTrace(room), flips: sketch.NewTrace(room), way: sketch.NewTrace(room), most: 0.02, large: [1]float64{3}}
	s.span.split(s.par, s.perp, push)
	for _, factor := range [...]float64{1. / 9, 1. / 3, 1, 3, 9} {
		rho := s.lab.rho * factor
		v.pushes = append(v.pushes, rho)
		v.full, v.bare = append(v.full, s.riskAt(push, rho)), append(v.bare, s.riskAt(s.perp, rho))
		square := factor * 9 * factor * 9
		v.square, v.fourth = append(v.square, v.full[0]*square), append(v.fourth, v.bare[0]*square*square)
	}
	v.names[0] = "whole push, slope " + measuredSlope(v.full)
	v.names[1] = "unseen part alone, slope " + measuredSlope(v.bare)
	v.try = s.lab.next(sim.Try{Words: "Push 300 times as far", Address: "capacity?view=sgd&rho=3"},
		sim.Try{Words: "A small push", Address: "capacity?view=sgd&rho=0.01"})
	return v
}

// measuredSlope writes the slope between the first and the third of risks that
// belong to pushes whose lengths grow threefold.
func measuredSlope(risk []float64) string {
	if !(risk[0] > 0 && risk[2] > 0) {
		return "unknown"
	}
	return fmt.Sprintf("%.2f", exact.Log(risk[2]/risk[0])/exact.Log(9))
}

// show fills the view with the present tick.
func (v *sgdView) show(s *sgd) {
	d := s.now
	if s.broken {
		d.risk = max(d.risk, tooLong*s.start.risk)
	}
	if finite := d.risk <= 1e300; finite {
		v.risk.To(float64(s.epoch), d.risk)
		v.flips.To(float64(s.epoch), d.flips)
		v.way.To(d.par, d.perp)
	}
	for v.most < d.flips {
		v.most *= 2
	}
	v.says = s.tell()
}

// tell returns the sentence under the picture.
func (s *sgd) tell() string {
	n, p, d := s.min.n, len(s.min.theta), s.now
	kept := int(math.Round(100 * d.perp / s.start.perp)) // as the headline rounds
	switch {
	case s.broken:
		return say("The steps are too long: after %s the error is more than %v times that of the push.",
			sketch.Count(s.epoch, "epoch", "epochs"), tooLong)
	case s.epoch == 0:
		return say("%v weights that hold %v labels are pushed by %s in a random direction: the error is %s.",
			p, n, sketch.Digits(s.lab.rho, 3), sketch.Digits(d.risk, 2))
	case !s.ended:
		return say("Epoch %v: %s, %s%% of the push that labels see is left, and %v%% of the rest.", s.epoch, s.change(),
			sketch.Digits(100*d.par/s.start.par, 2), kept)
	case d.risk > s.start.risk:
		return say("After %v epochs %s: these steps do not repair.", s.epoch, s.change())
	}
	if kept <= 90 { // steps this long move what no label sees, too
		return say("T%s, and of the unseen push %v%% is left.", s.change()[1:], kept)
	}
	return say("T%s, and the network did not come back: %v%% of the unseen push is left.", s.change()[1:], kept)
}

// change says how the error compares with that after the push.
func (s *sgd) change() string {
	before, now := s.start.risk, s.now.risk
	switch {
	case now <= before*1e-300:
		return "the error is gone"
	case now > before:
		return say("the error is %s times larger", about(now/before))
	}
	return say("the error is %s times smaller", about(before/now))
}

func (s *sgd) Draw(f *sim.Frame) {
	v := &s.view
	f.Unit, f.Says = "checkpoint", v.says
	f.Headline = sim.Headline{Fact: "perp_kept", Of: 100, Words: "% of the unseen push is still there"}
	if s.broken {
		f.Headline.Words = "% of the unseen push: steps throw it away"
	}
	v.drawWay(panel(f, "Does it go back to where it was?", "The way"), s)
	epochs := sim.Axis{Name: "epoch", Min: 0, Max: float64(s.lab.epochs)}
	p := panel(f, "Does gradient descent repair the memory?", "The error")
	p.Axes(epochs, sim.Axis{Name: "error R", Log: true})
	p.Line(v.risk.Line(sim.Line{Name: "error", Role: sim.Train}))
	p.Level(sim.Line{Name: "of the unseen push alone", Role: sim.Theory}, s.pushed.perp, 0, epochs.Max)
	v.drawPushes(panel(f, "How does the error grow with the push?", "Other pushes"), s)
	p = panel(f, "How many neurons has the push switched?", "Switched neurons")
	p.Axes(epochs, sim.Axis{Name: "share of on and off that differs", Min: 0, Max: v.most})
	p.Line(v.flips.Line(sim.Line{Name: "switched", Role: sim.HeldOut}))
	s.facts(f)
	if s.ended {
		f.Try = v.try
	}
}

// drawWay draws the two parts of the distance, with home at 0.
func (v *sgdView) drawWay(p *sim.Panel, s *sgd) {
	p.Axes(sim.Axis{Name: "distance from home that the labels see", Min: -0.05 * s.start.par, Max: 1.15 * s.start.par},
		sim.Axis{Name: "distance from home that no label sees", Min: -0.05 * s.start.perp, Max: 1.15 * s.start.perp})
	p.Line(v.way.Line(sim.Line{Name: "way", Role: sim.Train}))
	last := len(v.way.X) - 1
	p.Dot(sim.Points{Name: "home: the perfect memory", Role: sim.Copied, Sizes: v.large[:]}, 0, 0)
	p.Dot(sim.Points{Name: "after the push", Role: sim.HeldOut, Sizes: v.large[:]}, s.start.par, s.start.perp)
	p.Dot(sim.Points{Name: "now", Role: sim.Train, Sizes: v.large[:]}, v.way.X[last], v.way.Y[last])
}

func (v *sgdView) drawPushes(p *sim.Panel, s *sgd) {
	p.Axes(sim.Axis{Name: "length of the push", Log: true}, sim.Axis{Name: "error R", Log: true})
	p.Line(sim.Line{Name: "ρ²", Role: sim.Theory, X: v.pushes, Y: v.square})
	p.Line(sim.Line{Name: "ρ⁴", Role: sim.Theory, X: v.pushes, Y: v.fourth})
	p.Point(sim.Points{Name: v.names[0], Role: sim.Train, X: v.pushes, Y: v.full})
	p.Point(sim.Points{Name: v.names[1], Role: sim.HeldOut, X: v.pushes, Y: v.bare})
	if last := len(v.risk.Y) - 1; last > 0 {
		p.Dot(sim.Points{Name: "now", Role: sim.Copied}, s.lab.rho, v.risk.Y[last])
	}
}

func (s *sgd) facts(f *sim.Frame) {
	d := s.now
	f.Fact("risk0", "Error after the push", "", "R = (1/2N) Σ (f-y)² at the start.", s.start.risk)
	if d.risk <= 1e300 {
		f.Fact("risk", "Error", "", "R = (1/2N) Σ (f-y)² now.", d.risk)
		f.Fact("par", "Distance seen", "", "Length of θ-θ* in the span of the gradients of the outputs at θ*.", d.par)
		f.Fact("perp", "Distance unseen", "", "Length of the rest of θ-θ*, which the labels do not see.", d.perp)
		f.Fact("perp_kept", "Unseen push kept", "", "The distance unseen over that after the push.", d.perp/s.start.perp)
		f.Fact("flips", "Switched neurons", "", "Share of on and off that differs from θ*, over hidden neurons and examples.", d.flips)
	}
	f.Fact("risk_perp", "Error of the unseen push", "", "R at θ* plus the part of the push that the labels do not see.", s.pushed.perp)
	f.Fact("epoch", "Epoch", "", "Passes over the data so far.", float64(s.epoch))
	f.Fact("kink", "Nearest kink", "", "Least size of a hidden pre-activation at θ*.", s.kink)
}
