package ntk

import (
	"fmt"
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/nn"
	"example.org/rote/sim/sketch"
)

// announce returns the sentence at the start.
func (t *tangent) announce() string {
	from, to := t.pairs[0], t.pairs[len(t.pairs)-1]
	plan := fmt.Sprintf("%d to %d pairs of frozen neurons will be tried on %s coin flips", from, to, sketch.Whole(t.lab.m))
	if t.cut {
		return fmt.Sprintf("%s. More than %d would take long.", plan, to)
	}
	return fmt.Sprintf("%s, with %s for each.", plan, t.draws())
}

func (t *tangent) draws() string { return sketch.Count(t.lab.trials, "draw", "draws") }

// tell returns the sentence after a number of pairs.
func (t *tangent) tell() string {
	q, half, unsure := t.pairs[t.at-1], t.least(0.5), ""
	if t.unsure > 0 {
		unsure = fmt.Sprintf(" Undecided: %d.", t.unsure)
	}
	switch {
	case t.at < len(t.pairs):
		return fmt.Sprintf("With %s of frozen neurons %d of %s can be split%s.", sketch.Count(q, "pair", "pairs"), t.separated(), t.draws(),
			t.counting(t.expected(q))) + unsure
	case math.IsNaN(half):
		return fmt.Sprintf("%d pairs of frozen neurons do not split half of the draws.", q) + unsure
	}
	return fmt.Sprintf("%s at least half of the draws%s.", sketch.Count(int(half), "pair of frozen neurons splits", "pairs of frozen neurons split"),
		t.counting(math.Ceil(float64(t.lab.m)/float64(2*t.lab.d)))) + unsure
}

// expected returns how many of the draws Cover's law has separable, in tenths.
func (t *tangent) expected(q int) float64 {
	return math.Round(10*float64(t.lab.trials)*nn.Cover(t.lab.m, q*t.lab.d)) / 10
}

// coverFrom is the least dimension in which the frozen features are enough like
// points in general position for Cover's count: with d = 3 and 96 labels it says 16
// pairs, and 29 are needed.
const coverFrom = 4

// counting says what comes out by counting weights, where that is a guide.
func (t *tangent) counting(number float64) string {
	if t.lab.d < coverFrom {
		return ""
	}
	return "; counting weights says " + sketch.Short(number)
}

// try proposes what to change next.
func (t *tangent) try() sim.Try {
	switch {
	case t.lab.gate == relu && t.lab.m != 128:
		return sim.Try{Words: "Smooth gates instead", Address: "ntk?view=tangent&gate=softplus"}
	case t.lab.m == 128:
		return sim.Try{Words: "Let the neurons move", Address: "ntk"}
	}
	return sim.Try{Words: "128 labels", Address: "ntk?view=tangent&m=128"}
}

func (t *tangent) facts(f *sim.Frame) {
	f.Fact("q_half", "Pairs for half", "", "The least q tried that separates at least half of the draws.", t.least(0.5))
	f.Fact("q_all", "Pairs for all", "", "The least q tried that separates all draws.", t.least(1))
	if t.at == 0 {
		return
	}
	q := t.pairs[t.at-1]
	f.Fact("pairs", "Pairs", "", "q, the last number of pairs that was tried.", float64(q))
	f.Fact("p_sep", "Separable", "", "Share of the draws that are separable with the last number of pairs.", t.share(t.at-1))
	f.Fact("cover", "Separable, by Cover's count", "", "Probability that m points in general position in qd dimensions are.",
		nn.Cover(t.lab.m, q*t.lab.d))
	f.Fact("dead", "Dead points", "", "Points with no open gate, mean over the draws, with the last number of pairs.",
		t.picture.dead.Y[t.at-1])
	f.Fact("agree", "Agreement with the kernel", "", "Correlation of inner products of features with their mean over all gates.", t.picture.gram.agree)
	s := &t.settle
	f.Fact("kernel_rms", "Deviation from the kernel", "", "Root mean square over the pairs of points shown, with 4096 gates.", s.rms.Y[len(s.rms.Y)-1])
	f.Fact("kernel_law", "Deviation, by the law", "", "The same from the variance of a single gate.", s.bound.Y[1])
	f.Fact("kernel_gain", "Gain of 64 times the gates", "", "The deviation with 64 gates over that with 4096; 8 by the law.", s.gain())
	f.Fact("kernel_slope", "Slope of the deviation", "", "Exponent of the number of gates, by least squares from 1 to 4096.", s.slope())
}
