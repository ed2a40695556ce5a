package sim

import (
	"fmt"
	"slices"
)

// Setting says in words, under its label or a shorter one, what the knob is set to:
// "Points = 16".
func (k *Knob) Setting(label string) string {
	switch {
	case k.Kind == PointsKind:
		return fmt.Sprint(label, ": ", k.Number())
	case k.Kind == ChoiceKind:
		return label + ": " + k.NameOf(k.Text())
	case k.Kind == BoolKind, k.Scale.Zero && k.Number() == 0:
		return label + " is " + k.switched()
	}
	return label + "\u00a0=\u00a0" + k.Text()
}

func (k *Knob) switched() string { return formatBool(k.Number() > 0) }

// Settings says how the knobs of A and of B are set in which they differ.
func (r *Run) Settings() (a, b string) {
	for i, p := range r.Differing() {
		if i > 0 {
			a, b = a+", ", b+", "
		}
		a, b = a+p[0].Setting(p[0].Label), b+p[1].Setting(p[1].Label)
	}
	return a, b
}

// Differing returns the knobs in which the two runs of a comparison differ with
// an effect, each as that of A and that of B.
func (r *Run) Differing() [][2]*Knob {
	all := r.Knobs.All()
	return differing(append(slices.Clone(all[:r.ofA()]), r.Seed), all[r.ofA():])
}

func differing(as, bs []*Knob) (out [][2]*Knob) {
	for i, a := range as {
		if b := bs[i]; a.Text() != b.Text() && (a.isFelt() || b.isFelt()) {
			out = append(out, [2]*Knob{a, b})
		}
	}
	return out
}

// isFelt reports whether the knob has an effect now.
func (k *Knob) isFelt() bool { return k.Shown() && k.Inactive() == "" }
