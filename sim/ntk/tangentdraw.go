package ntk

import (
	"math"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/nn"
	"example.org/rote/sim/sketch"
)

// A tangentPicture is what the panels lend to a frame: the numbers of pairs that
// are done, and what they gave.
type tangentPicture struct {
	share, cover   sketch.Trace // of the trials, and by Cover's law, over 2qd/m
	dead, expected sketch.Trace // dead points, and m/2^q, over q
	most           float64      // of the axis of dead points
	gram           gram
}

func newTangentPicture(t *tangent) tangentPicture {
	l, n := t.lab, len(t.pairs)
	p := tangentPicture{share: sketch.NewTrace(n), dead: sketch.NewTrace(n), gram: newGram(t.x, l.m, l.d, l.gate)}
	for q := t.pairs[0]; q <= t.pairs[n-1]; q++ {
		p.cover.To(t.weightsPerLabel(q), nn.Cover(l.m, q*l.d))
		p.expected.To(float64(q), math.Ldexp(float64(l.m), -q))
	}
	p.most = sketch.Above(1.2 * p.expected.Y[0])
	return p
}

// weightsPerLabel returns 2qd/m.
func (t *tangent) weightsPerLabel(q int) float64 { return float64(2*q*t.lab.d) / float64(t.lab.m) }

// see takes in the number of pairs that has just been tried.
func (p *tangentPicture) see(t *tangent) {
	q := t.pairs[t.at]
	p.share.To(t.weightsPerLabel(q), t.share(t.at))
	p.dead.To(float64(q), float64(t.dead)/float64(t.lab.trials))
	p.most = max(p.most, sketch.Above(p.dead.Y[t.at]))
	p.gram.see(t.x, t.w[0][:q*t.lab.d], t.lab.d)
}

func (t *tangent) Draw(f *sim.Frame) {
	f.Unit, f.Of, f.Says = "pair count", len(t.pairs), t.says
	f.Part, f.Parts = t.trial, t.lab.trials
	f.Headline = sim.Headline{Fact: "q_half", Words: "pairs of frozen neurons split half of the draws"}
	f.Try = t.try()
	t.drawShare(f.Panel("Which share of the draws can be split?"))
	t.drawDead(f.Panel("How many points have no open gate?"))
	t.drawGram(f.Panel("How alike are two points to the gates?"))
	t.drawKernel(f.Panel("Do the gates follow the tangent kernel?"))
	t.settle.show(f.Panel("How soon do random gates agree with it?"))
	t.facts(f)
}

const waiting = "The first number of pairs is being tried."

func (t *tangent) drawShare(p *sim.Panel) {
	v, end := &t.picture, slices.Max(t.picture.cover.X)
	p.Short = "Split or not?"
	p.Axes(sim.Axis{Name: "weights per label 2qd/m", Min: 0, Max: end}, sim.Axis{Name: "share of draws", Min: 0, Max: 1})
	p.Level(sim.Line{Name: "half", Role: sim.Control}, 0.5, 0, end)
	if t.lab.d >= coverFrom {
		p.Line(v.cover.Line(sim.Line{Name: "by counting weights (Cover)", Role: sim.Theory}))
	}
	p.Line(v.share.Line(sim.Line{Role: sim.Copied}))
	p.Point(v.share.Points(sim.Points{Name: "labels can be split", Role: sim.Copied}))
}

func (t *tangent) drawDead(p *sim.Panel) {
	v, from := &t.picture, float64(t.pairs[0])
	p.Short = "No open gate"
	p.Axes(sim.Axis{Name: "pairs q", Min: from, Max: max(from+1, slices.Max(v.expected.X))},
		sim.Axis{Name: "points", Min: 0, Max: v.most})
	if t.lab.gate != relu {
		p.Empty = "These gates never close."
		return
	}
	p.Line(v.expected.Line(sim.Line{Name: "m/2^q expected", Role: sim.Theory}))
	p.Point(v.dead.Points(sim.Points{Name: "mean of the draws", Role: sim.HeldOut}))
}

// drawGram draws what was measured above the diagonal, and the law below.
func (t *tangent) drawGram(p *sim.Panel) {
	end := float64(t.picture.gram.side) + 0.5
	p.Short, p.Equal = "Inner products", true
	p.Axes(sim.Axis{Name: "point; the law is below the diagonal", Min: 0.5, Max: end}, sim.Axis{Name: "point", Min: end, Max: 0.5})
	if t.at == 0 {
		p.Empty = waiting
		return
	}
	p.Field(t.picture.gram.field())
}

func (t *tangent) drawKernel(p *sim.Panel) {
	g := &t.picture.gram
	p.Short = "Tangent kernel"
	p.Axes(sim.Axis{Name: "angle θ between two points", Min: 0, Max: math.Pi}, sim.Axis{Name: "φ·φ/q", Min: -0.3, Max: 0.5})
	name := "cos θ (π−θ)/2π"
	if t.lab.gate != relu {
		name = "mean over all gates"
	}
	p.Line(g.curve.Line(sim.Line{Name: name, Role: sim.Theory}))
	if t.at > 0 {
		p.Point(sim.Points{Name: "pair of points", X: g.theta, Y: g.seen})
	}
}
