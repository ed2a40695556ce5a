package ntk

import (
	"fmt"
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
	says           string
}

func newTangentPicture(t *tangent) tangentPicture {
	l, n := t.lab, len(t.pairs)
	p := tangentPicture{share: sketch.NewTrace(n), dead: sketch.NewTrace(n), gram: newGram(t.x, l.m, l.d)}
	for q := t.pairs[0]; q <= t.pairs[n-1]; q++ {
		p.cover.To(t.weightsPerLabel(q), nn.Cover(l.m, q*l.d))
		p.expected.To(float64(q), math.Ldexp(float64(l.m), -q))
	}
	p.most = sketch.Above(1.2 * p.expected.Y[0])
	p.says = fmt.Sprintf("The gates of %d to %d random pairs are frozen: do their features separate %d coin flips?",
		t.pairs[0], t.pairs[n-1], l.m) + t.note()
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
	f.Of, f.Says = len(t.pairs), t.picture.says
	t.drawShare(f.Panel("Can frozen gates separate the labels?"))
	t.drawDead(f.Panel("How many points have no open gate?"))
	t.drawGram(f.Panel("Inner products: measured above the diagonal, the law below"))
	t.drawKernel(f.Panel("Do they follow the tangent kernel?"))
	t.facts(f)
}

const waiting = "The first number of pairs is being tried."

func (t *tangent) drawShare(p *sim.Panel) {
	v := &t.picture
	p.Axes(sim.Axis{Name: "weights per label 2qd/m", Min: 0, Max: slices.Max(v.cover.X)},
		sim.Axis{Name: "share of trials", Min: 0, Max: 1})
	if t.lab.d > 2 {
		p.Line(v.cover.Line(sim.Line{Name: "Cover's count, for features in general position", Role: sim.Theory}))
	}
	p.Line(v.share.Line(sim.Line{Role: sim.Copied}))
	p.Point(v.share.Points(sim.Points{Name: "separable", Role: sim.Copied}))
}

func (t *tangent) drawDead(p *sim.Panel) {
	v, from := &t.picture, float64(t.pairs[0])
	p.Axes(sim.Axis{Name: "pairs q", Min: from, Max: max(from+1, slices.Max(v.expected.X))},
		sim.Axis{Name: "points", Min: 0, Max: v.most})
	p.Line(v.expected.Line(sim.Line{Name: "m/2^q expected", Role: sim.Theory}))
	p.Point(v.dead.Points(sim.Points{Name: "mean of the trials", Role: sim.Control}))
}

func (t *tangent) drawGram(p *sim.Panel) {
	p.Equal, p.Span = true, 1.3
	end := float64(t.picture.gram.side) + 0.5
	p.Axes(sim.Axis{Name: "point", Min: 0.5, Max: end}, sim.Axis{Name: "point", Min: end, Max: 0.5})
	if t.at == 0 {
		p.Empty = waiting
		return
	}
	p.Field(t.picture.gram.field())
}

func (t *tangent) drawKernel(p *sim.Panel) {
	g := &t.picture.gram
	p.Axes(sim.Axis{Name: "angle θ between two points", Min: 0, Max: math.Pi}, sim.Axis{Name: "φ·φ/q", Min: -0.3, Max: 0.5})
	p.Line(g.law.Line(sim.Line{Name: "cos θ (π−θ)/2π", Role: sim.Theory}))
	if t.at > 0 {
		p.Point(sim.Points{Name: "pairs of points", X: g.theta, Y: g.seen})
	}
}

func (t *tangent) facts(f *sim.Frame) {
	f.Fact("q_half", "Pairs for half", "", "The least q tried that separates at least half of the trials.", t.least(0.5))
	f.Fact("q_all", "Pairs for all", "", "The least q tried that separates all trials.", t.least(1))
	if t.at == 0 {
		return
	}
	q := t.pairs[t.at-1]
	f.Fact("pairs", "Pairs", "", "q, the last number of pairs that was tried.", float64(q))
	f.Fact("p_sep", "Separable", "", "Share of the trials that are separable with the last number of pairs.", t.share(t.at-1))
	f.Fact("cover", "Separable, by Cover's count", "", "Probability that m points in general position in qd dimensions are.",
		nn.Cover(t.lab.m, q*t.lab.d))
	f.Fact("dead", "Dead points", "", "Points with no open gate, mean over the trials, with the last number of pairs.",
		t.picture.dead.Y[t.at-1])
	f.Fact("agree", "Agreement with the kernel", "", "Correlation of inner products of features with cos θ (π−θ)/2π.", t.picture.gram.agree)
}

// tell writes the sentence under the picture.
func (p *tangentPicture) tell(t *tangent) {
	q := t.pairs[t.at-1]
	switch half := t.least(0.5); {
	case t.at < len(t.pairs):
		law := math.Round(10*float64(t.lab.trials)*nn.Cover(t.lab.m, q*t.lab.d)) / 10
		p.says = fmt.Sprintf("q = %d: %d of %d trials are separable in %d dimensions; Cover's count says %s.", q,
			t.separated(), t.lab.trials, q*t.lab.d, sketch.Short(law))
	case math.IsNaN(half):
		p.says = fmt.Sprintf("Done: up to %d pairs separate fewer than half of the trials.", q)
	default:
		p.says = fmt.Sprintf("Done: %s pairs separate at least half of the trials; m/2d is %s.", sketch.Short(half),
			sketch.Short(float64(t.lab.m)/float64(2*t.lab.d)))
	}
	p.says += t.note()
}

// separated returns how many trials are separable so far.
func (t *tangent) separated() (count int) {
	for _, q := range t.needs {
		if q > 0 {
			count++
		}
	}
	return count
}

// note says what is special about the setting.
func (t *tangent) note() (s string) {
	if t.lab.d == 2 {
		s += " Cover's count does not apply in the plane."
	}
	if t.cut {
		s += fmt.Sprintf(" Shown up to q = %d: more would take long.", t.pairs[len(t.pairs)-1])
	}
	if t.unsure > 0 {
		s += fmt.Sprintf(" Undecided: %d.", t.unsure)
	}
	return s
}
