package diffusion

import (
	"fmt"

	"example.org/rote/sim"
)

func (t *times) Draw(f *sim.Frame) {
	f.Of, f.Says = timesTicks, t.says
	t.drawCommitting(f.Panel("When is a sample committed to one training point?"))
	t.drawSpeciation(f.Panel("When is it committed to a class?"))
	t.facts(f)
}

func (t *times) drawCommitting(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "noise σ", Min: t.noise[0], Max: t.noise[timesLevels-1], Log: true},
		sim.Axis{Name: "weight of its own point", Min: 0, Max: 1})
	p.Line(sim.Line{Name: "law", Role: sim.Theory, X: t.noise[:], Y: t.law[:]})
	p.Line(sim.Line{Name: "own weight", Role: sim.Copied, X: t.noise[:], Y: t.own[:]})
	p.Line(sim.Line{Name: "Σw²", X: t.noise[:], Y: t.square[:]})
	if t.lab.n > 1 {
		p.Upright(sim.Line{Name: "σ_C", Role: sim.Theory}, t.sigmaC, 0, 1)
	}
}

func (t *times) drawSpeciation(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "noise σ where two clones part", Min: t.apart[0], Max: t.apart[timesLevels-1], Log: true},
		sim.Axis{Name: "pairs that end in the same class", Min: 0, Max: 1})
	p.Line(sim.Line{Name: "law", Role: sim.Theory, X: t.apart[:], Y: t.phi[:]})
	p.Upright(sim.Line{Name: "σ_S", Role: sim.Theory}, t.sigmaS, 0, 1)
	n := t.started()
	p.Point(sim.Points{Name: "clones", X: t.parted[:n], Y: t.share[:n], Lo: t.lo[:n], Hi: t.hi[:n]})
	p.Label(sim.Label{Text: "0.775", X: t.sigmaS, Y: agreementAtSplit, Role: sim.Theory})
}

// agreementAtSplit is φ at σ_S, where it is the same for every μ.
const agreementAtSplit = 0.7752

// started returns at how many noise levels clones have been counted.
func (t *times) started() int {
	if t.batch > 0 {
		return t.start + 1
	}
	return t.start
}

func (t *times) facts(f *sim.Frame) {
	if t.lab.n > 1 {
		f.Fact("sigma_c", "Collapse noise σ_C", "", "Where n points hold as much probability apart as together.", t.sigmaC)
		f.Fact("half", "Half-weight noise", "", "The σ where a sample's own point holds half of the weight.", t.half)
		f.Fact("ratio", "Half-weight noise over σ_C", "", "1 if the collapse is where the law has it.", t.half/t.sigmaC)
	}
	f.Fact("sigma_s", "Class noise σ_S", "", "Where two clones agree on a class with probability 0.775.", t.sigmaS)
	if t.started() > splitStart {
		f.Fact("phi", "Agreement at σ_S", "", "Share of pairs of clones that part at σ_S and end in the same class.", t.share[splitStart])
	}
}

// tell writes the sentence under the picture.
func (t *times) tell() {
	n, d := t.lab.n, t.lab.d
	switch {
	case n == 1 && t.start < len(cloneStarts):
		t.says = "One training point: it holds all the weight at every noise, so there is no moment of collapse."
	case n == 1:
		t.says = fmt.Sprintf("Done: the class is decided near σ = %.3g; one training point holds all the weight at every noise.", t.sigmaS)
	case t.level == 0:
		t.says = fmt.Sprintf("At large noise %d random points in %d dimensions share the weight of a sample.", n, d)
	case t.level < timesLevels:
		t.says = fmt.Sprintf("σ = %.3g: a sample's own point holds %.0f%% of the weight.", t.noise[t.level-1], 100*t.own[t.level-1])
	case t.start < len(cloneStarts):
		t.says = fmt.Sprintf("Two clones part at σ = %.3g: how often do they end in the same class?", t.parted[t.start])
	case t.sigmaS > t.sigmaC:
		t.says = fmt.Sprintf("Done: the class is decided near σ = %.3g, the training point near σ = %.3g: class first, copy later.", t.sigmaS, t.sigmaC)
	default:
		t.says = fmt.Sprintf("Done: here the training point is decided near σ = %.3g, before the class near σ = %.3g.", t.sigmaC, t.sigmaS)
	}
}
