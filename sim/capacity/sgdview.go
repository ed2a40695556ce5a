package capacity

import (
	"fmt"

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
}

// newSgdView evaluates the risk at some pushes in one direction, of length 1.
func newSgdView(s *sgd, push []float64) sgdView {
	room := s.lab.epochs/s.every() + 2
	v := sgdView{risk: sketch.NewTrace(room), flips: sketch.NewTrace(room), way: sketch.NewTrace(room), most: 0.02}
	s.span.split(s.par, s.perp, push)
	for _, factor := range [...]float64{1. / 9, 1. / 3, 1, 3, 9} {
		rho := s.lab.rho * factor
		v.pushes = append(v.pushes, rho)
		v.full, v.bare = append(v.full, s.riskAt(push, rho)), append(v.bare, s.riskAt(s.perp, rho))
		square := factor * 9 * factor * 9
		v.square, v.fourth = append(v.square, v.full[0]*square), append(v.fourth, v.bare[0]*square*square)
	}
	v.names[0] = "after the push, slope " + measuredSlope(v.full)
	v.names[1] = "without par, slope " + measuredSlope(v.bare)
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
	switch {
	case s.broken:
		return fmt.Sprintf("Step too long: after %d epochs the risk is more than %d times that of the push.", s.epoch, tooLong)
	case s.epoch == 0:
		return fmt.Sprintf("A network of %d weights that remembers %d labels perfectly is pushed by ρ = %s in a random direction: its risk is %s.",
			p, n, sketch.Digits(s.lab.rho, 3), sketch.Digits(d.risk, 2))
	}
	says := fmt.Sprintf("Epoch %d of %d: the risk has fallen %s-fold. ", s.epoch, s.lab.epochs, sketch.Digits(s.start.risk/d.risk, 2))
	if s.ended {
		says = fmt.Sprintf("After %d epochs the risk is %s times smaller. ", s.epoch, sketch.Digits(s.start.risk/d.risk, 2))
	}
	return says + fmt.Sprintf("Of the push %s%% are left in the directions that the labels see, and %s%% in all others.",
		sketch.Digits(100*d.par/s.start.par, 2), sketch.Digits(100*d.perp/s.start.perp, 4))
}

func (s *sgd) Draw(f *sim.Frame) {
	v := &s.view
	f.Says = v.says
	epochs := sim.Axis{Name: "epoch", Min: 0, Max: float64(s.lab.epochs)}
	p := f.Panel("Does gradient descent repair the memory?")
	p.Axes(epochs, sim.Axis{Name: "risk R", Log: true})
	p.Line(v.risk.Line(sim.Line{Name: "risk", Role: sim.Train}))
	p.Level(sim.Line{Name: "without par: the ρ⁴ line", Role: sim.Theory}, s.pushed.perp, 0, epochs.Max)
	p = f.Panel("Does it go back to where it was?")
	near, far, last := s.lab.rho/1000, 4*s.lab.rho, len(v.way.X)-1
	p.Axes(sim.Axis{Name: "distance that the labels see, par", Min: near, Max: far, Log: true},
		sim.Axis{Name: "all other distance, perp", Min: near, Max: far, Log: true})
	p.Label(sim.Label{Text: "θ* lies down here", X: near, Y: near, Role: sim.Theory})
	p.Line(v.way.Line(sim.Line{Role: sim.Train}))
	p.Dot(sim.Points{Name: "after the push", Role: sim.HeldOut}, s.start.par, s.start.perp)
	p.Dot(sim.Points{Name: "now", Role: sim.Train}, v.way.X[last], v.way.Y[last])
	v.drawPushes(f.Panel("How does the risk grow with the push?"), s)
	p = f.Panel("How many gates has the push flipped?")
	p.Axes(epochs, sim.Axis{Name: "share flipped", Min: 0, Max: v.most})
	p.Line(v.flips.Line(sim.Line{Name: "flipped", Role: sim.Control}))
	s.facts(f)
}

func (v *sgdView) drawPushes(p *sim.Panel, s *sgd) {
	p.Axes(sim.Axis{Name: "push ρ", Log: true}, sim.Axis{Name: "risk R", Log: true})
	p.Line(sim.Line{Name: "ρ²", Role: sim.Theory, X: v.pushes, Y: v.square})
	p.Line(sim.Line{Name: "ρ⁴", Role: sim.Theory, X: v.pushes, Y: v.fourth})
	p.Point(sim.Points{Name: v.names[0], Role: sim.Train, X: v.pushes, Y: v.full})
	p.Point(sim.Points{Name: v.names[1], Role: sim.Control, X: v.pushes, Y: v.bare})
	if last := len(v.risk.Y) - 1; last > 0 {
		p.Dot(sim.Points{Name: "now", Role: sim.Copied}, s.lab.rho, v.risk.Y[last])
	}
}

func (s *sgd) facts(f *sim.Frame) {
	d := s.now
	f.Fact("risk0", "Risk after the push", "", "R = (1/2N) Σ (f-y)² at the start.", s.start.risk)
	if d.risk <= 1e300 {
		f.Fact("risk", "Risk", "", "R = (1/2N) Σ (f-y)² now.", d.risk)
		f.Fact("par", "Distance seen", "", "Length of θ-θ* in the span of the gradients of the outputs at θ*.", d.par)
		f.Fact("perp", "Other distance", "", "Length of the rest of θ-θ*.", d.perp)
		f.Fact("perp_kept", "Kept", "", "The other distance over that after the push.", d.perp/s.start.perp)
		f.Fact("flips", "Flipped gates", "", "Share of the gates that differ from those at θ*.", d.flips)
	}
	f.Fact("risk_perp", "Risk without par", "", "R at θ* plus the part of the push that the labels do not see.", s.pushed.perp)
	f.Fact("epoch", "Epoch", "", "Passes over the data so far.", float64(s.epoch))
	f.Fact("kink", "Nearest kink", "", "Least size of a hidden pre-activation at θ*.", s.kink)
}
