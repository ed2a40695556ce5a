package capacity

import (
	"fmt"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// An sgdView holds what the frames of an sgd borrow: it is filled when a tick is
// announced, so that Draw only lends.
type sgdView struct {
	epochs, risk, flips []float64 // one for each tick so far
	par, perp           []float64
	ends, line          [2]float64 // the epochs, and R(θ*+ξ_perp) twice
	startX, startY      [1]float64 // of the way
	reach               [2]float64 // of its axes
	most                float64    // of the axis of flips

	pushes, full, bare []float64 // R(θ*+ξ) and R(θ*+ξ_perp) for some lengths of ξ
	square, fourth     []float64 // lines of slope 2 and 4 through the first
	names              [2]string
	rho, end           [1]float64
	says               string
}

// newSgdView evaluates the risk at some pushes in one direction, of length 1.
func newSgdView(s *sgd, push []float64) sgdView {
	room := s.lab.epochs/s.every() + 2
	list := func() []float64 { return make([]float64, 0, room) }
	v := sgdView{epochs: list(), risk: list(), flips: list(), par: list(), perp: list(), ends: [2]float64{0, float64(s.lab.epochs)}}
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
	v.rho[0], v.reach, v.most = s.lab.rho, [2]float64{s.lab.rho / 1000, 4 * s.lab.rho}, 0.02
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
		v.epochs, v.risk = append(v.epochs, float64(s.epoch)), append(v.risk, d.risk)
		v.par, v.perp, v.flips = append(v.par, d.par), append(v.perp, d.perp), append(v.flips, d.flips)
	}
	for v.most < d.flips {
		v.most *= 2
	}
	v.startX[0], v.startY[0] = s.start.par, s.start.perp
	v.line = [2]float64{s.perp0, s.perp0}
	v.end[0] = s.now.risk
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
			p, n, digits(s.lab.rho, 3), digits(d.risk, 2))
	}
	says := fmt.Sprintf("Epoch %d of %d: the risk has fallen %s-fold. ", s.epoch, s.lab.epochs, digits(s.start.risk/d.risk, 2))
	if s.ended {
		says = fmt.Sprintf("After %d epochs the risk is %s times smaller. ", s.epoch, digits(s.start.risk/d.risk, 2))
	}
	return says + fmt.Sprintf("Of the push %s%% are left in the directions that the labels see, and %s%% in all others.",
		digits(100*d.par/s.start.par, 2), digits(100*d.perp/s.start.perp, 4))
}

func (s *sgd) Draw(f *sim.Frame) {
	v := &s.view
	f.Says = v.says
	p := f.Panel("Does gradient descent repair the memory?")
	p.Axes(sim.Axis{Name: "epoch", Min: 0, Max: v.ends[1]}, sim.Axis{Name: "risk R", Log: true})
	p.Line(sim.Line{Name: "risk", Role: sim.Train, X: v.epochs, Y: v.risk})
	p.Line(sim.Line{Name: "without par: the ρ⁴ line", Role: sim.Theory, X: v.ends[:], Y: v.line[:]})
	p = f.Panel("Does it go back to where it was?")
	p.Axes(sim.Axis{Name: "distance that the labels see, par", Min: v.reach[0], Max: v.reach[1], Log: true},
		sim.Axis{Name: "all other distance, perp", Min: v.reach[0], Max: v.reach[1], Log: true})
	p.Label(sim.Label{Text: "θ* lies down here", X: v.reach[0], Y: v.reach[0], Role: sim.Theory})
	p.Line(sim.Line{Role: sim.Train, X: v.par, Y: v.perp})
	p.Point(sim.Points{Name: "after the push", Role: sim.HeldOut, X: v.startX[:], Y: v.startY[:]})
	p.Point(sim.Points{Name: "now", Role: sim.Train, X: v.par[len(v.par)-1:], Y: v.perp[len(v.perp)-1:]})
	v.drawPushes(f.Panel("How does the risk grow with the push?"))
	p = f.Panel("How many gates has the push flipped?")
	p.Axes(sim.Axis{Name: "epoch", Min: 0, Max: v.ends[1]}, sim.Axis{Name: "share flipped", Min: 0, Max: v.most})
	p.Line(sim.Line{Name: "flipped", Role: sim.Control, X: v.epochs, Y: v.flips})
	s.facts(f)
}

func (v *sgdView) drawPushes(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "push ρ", Log: true}, sim.Axis{Name: "risk R", Log: true})
	p.Line(sim.Line{Name: "ρ²", Role: sim.Theory, X: v.pushes, Y: v.square})
	p.Line(sim.Line{Name: "ρ⁴", Role: sim.Theory, X: v.pushes, Y: v.fourth})
	p.Point(sim.Points{Name: v.names[0], Role: sim.Train, X: v.pushes, Y: v.full})
	p.Point(sim.Points{Name: v.names[1], Role: sim.Control, X: v.pushes, Y: v.bare})
	if len(v.epochs) > 1 {
		p.Point(sim.Points{Name: "now", Role: sim.Copied, X: v.rho[:], Y: v.end[:]})
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
	f.Fact("risk_perp", "Risk without par", "", "R at θ* plus the part of the push that the labels do not see.", s.perp0)
	f.Fact("epoch", "Epoch", "", "Passes over the data so far.", float64(s.epoch))
	f.Fact("kink", "Nearest kink", "", "Least size of a hidden pre-activation at θ*.", s.kink)
}
