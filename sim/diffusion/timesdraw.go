package diffusion

import (
	"fmt"

	"example.org/rote/sim"
)

func (t *times) Draw(f *sim.Frame) {
	f.Unit, f.Of, f.Says, f.Try = "noise level", timesTicks, t.says, t.next
	f.Headline = sim.Headline{Fact: "half", Words: "is the σ at which one point holds half the weight"}
	t.drawBoth(panel(f, "What is decided at which noise?", "What when?"))
	t.drawCommitting(panel(f, "When does one training point hold the weight?", "Which point?"))
	t.drawSpeciation(panel(f, "When do two copies of a sample share a class?", "Which class?"))
	t.facts(f)
}

// noiseAxis is σ falling from left to right, over both halves.
func (t *times) noiseAxis() sim.Axis {
	return sim.Axis{Name: "noise σ, falling", Min: max(t.noise[0], t.split.apart[0]), Max: min(t.noise[timesLevels-1], t.split.apart[timesLevels-1]), Log: true}
}

func (t *times) drawBoth(p *sim.Panel) {
	axis, class, point := t.noiseAxis(), t.split.level, t.level
	p.Axes(axis, sim.Axis{Name: "share", Min: 0, Max: 1})
	p.Line(sim.Line{Name: "pairs that share a class", X: t.split.apart[:class], Y: t.split.share[:class]})
	p.Line(sim.Line{Name: "weight of the own point", Role: sim.Copied, X: t.noise[:point], Y: t.own[:point]})
	p.Level(sim.Line{Name: "half", Role: sim.Control}, 0.5, axis.Min, axis.Max)
	if class > splitLevel {
		p.Upright(sim.Line{Name: "class decided", Role: sim.Theory}, t.split.sigmaS, 0, 1)
	}
	if t.half == t.half {
		p.Upright(sim.Line{Name: "point decided", Role: sim.Copied}, t.half, 0, 1)
	}
}

func (t *times) drawCommitting(p *sim.Panel) {
	p.Axes(t.noiseAxis(), sim.Axis{Name: "weight of its own point", Min: 0, Max: 1})
	p.Line(sim.Line{Name: "law", Role: sim.Theory, X: t.noise[:], Y: t.law[:]})
	p.Line(sim.Line{Name: "weight, mean", Role: sim.Copied, X: t.noise[:t.level], Y: t.own[:t.level]})
	p.Line(sim.Line{Name: "sum of squared weights", X: t.noise[:t.level], Y: t.square[:t.level]})
	if t.lab.n > 1 {
		p.Upright(sim.Line{Name: "half, by the law", Role: sim.Theory}, t.sigmaC, 0, 1)
	}
}

func (t *times) drawSpeciation(p *sim.Panel) {
	p.Axes(t.noiseAxis(), sim.Axis{Name: "pairs that end in the same class", Min: 0, Max: 1})
	p.Line(sim.Line{Name: "law", Role: sim.Theory, X: t.split.apart[:], Y: t.split.phi[:]})
	p.Upright(sim.Line{Name: "class decided", Role: sim.Theory}, t.split.sigmaS, 0, 1)
	n := t.split.level
	p.Line(sim.Line{Name: "pairs, ± 1 s.e.", X: t.split.apart[:n], Y: t.split.share[:n], Lo: t.split.lo[:n], Hi: t.split.hi[:n]})
}

// agreementAtSplit is φ at σ_S, where it is the same for every μ.
const agreementAtSplit = 0.7752

func (t *times) facts(f *sim.Frame) {
	if t.lab.n > 1 {
		f.Fact("sigma_c", "Collapse noise σ_C", "", "Where n points hold as much probability apart as together.", t.sigmaC)
		f.Fact("half", "Half-weight noise", "", "The σ where a sample's own point holds half of the weight.", t.half)
		f.Fact("ratio", "Half-weight noise over σ_C", "", "1 if the collapse is where the law has it.", t.half/t.sigmaC)
	}
	f.Fact("sigma_s", "Class noise σ_S", "", "Where two copies of a sample agree on a class with probability 0.775.", t.split.sigmaS)
	if t.split.level > splitLevel {
		f.Fact("phi", "Agreement at σ_S", "", "How often two copies of a sample that part at σ_S end in the same class.", t.split.share[splitLevel])
	}
}

// tell returns the sentence under the picture.
func (t *times) tell() string {
	class, point := t.split.level, t.level
	switch {
	case class+point == timesTicks:
		return t.result()
	case class == 0 || point == 0:
		return fmt.Sprintf("At σ = %.3g nothing is decided yet: neither a sample's class nor its training point.", t.sigma)
	}
	return fmt.Sprintf("σ = %.3g: of 100 pairs that part here %.0f share a class; a sample's own point holds %.0f%% of the weight.",
		t.sigma, 100*t.split.share[class-1], 100*t.own[point-1])
}

// result says which of the two came first.
func (t *times) result() string {
	class := fmt.Sprintf("The class is decided at σ = %.3g", t.split.sigmaS)
	switch {
	case t.lab.n == 1:
		return class + "; the only training point holds all the weight at every noise."
	case t.half != t.half:
		return class + "; one training point holds half of the weight at every noise."
	case t.half > t.split.sigmaS:
		return fmt.Sprintf("The training point is decided at σ = %.3g, before the class at σ = %.3g: copies come first.", t.half, t.split.sigmaS)
	}
	return fmt.Sprintf("%s, the training point only at σ = %.3g: class first, copy later.", class, t.half)
}
