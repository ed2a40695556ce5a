package sim

import (
	"fmt"
	"slices"
)

// A Knob is one parameter of a lab. Its exported fields are fixed once it is
// declared; the value lives in the lab's field.
type Knob struct {
	Key      string // address key: lower-case letters and digits
	Label    string // on the control, sentence case
	HelpText string // one sentence
	Kind     Kind
	Min, Max float64  // Int, Float; the bounds of each coordinate for Points
	Values   []string // Choice; "off" and "on" for Bool
	Scale    Scale
	IsLive   bool // may change between steps without a restart

	bound   value
	def     string
	ref     *string // In: the choice that shows this knob ...
	shown   []string
	reason  string // When
	enabled func() bool
}

// Kind is the type of a knob's value.
type Kind uint8

// The kinds of a [Knob].
const (
	IntKind Kind = iota
	FloatKind
	BoolKind
	ChoiceKind
	PointsKind
)

func (k Kind) String() string {
	return [...]string{"whole number", "number", "switch", "choice", "points"}[k]
}

// Default changes the default to text, which must be a valid value.
func (k *Knob) Default(text string) *Knob {
	if repair := k.Set(text); repair != "" {
		panic("sim: default of knob " + repair)
	}
	k.def = k.Text()
	return k
}

// Help gives the sentence that explains the knob.
func (k *Knob) Help(sentence string) *Knob { k.HelpText = sentence; return k }

// Log makes the scale of the control logarithmic. Min must be above 0.
func (k *Knob) Log() *Knob {
	if k.Min <= 0 {
		panic("sim: knob " + k.Key + ": a log scale starts above 0")
	}
	k.Scale = Scale{Log: true, Low: k.Min}
	return k
}

// LogZero makes the scale logarithmic from low up, with "0, off" as a first
// stop of its own. Min must be 0.
func (k *Knob) LogZero(low float64) *Knob {
	if k.Min != 0 || low <= 0 {
		panic("sim: knob " + k.Key + ": LogZero wants a range from 0 and a low above 0")
	}
	k.Scale = Scale{Log: true, Zero: true, Low: low}
	return k
}

// Live lets the knob change between steps. Then n ticks, a change and going on
// to the end gives the same frame as a run with the new value from the start.
func (k *Knob) Live() *Knob { k.IsLive = true; return k }

// In shows the knob only while the Choice bound to view has one of the values.
func (k *Knob) In(view *string, values ...string) *Knob {
	k.ref, k.shown = view, values
	return k
}

// When makes the knob inactive, with a reason to be shown, while active is
// false.
func (k *Knob) When(reason string, active func() bool) *Knob {
	k.reason, k.enabled = reason, active
	return k
}

// Shown tells whether the knob belongs to the present view.
func (k *Knob) Shown() bool { return k.ref == nil || slices.Contains(k.shown, *k.ref) }

// Inactive returns why the knob has no effect now, or "".
func (k *Knob) Inactive() string {
	if k.enabled == nil || k.enabled() {
		return ""
	}
	return k.reason
}

// DefaultText returns the default, in canonical form.
func (k *Knob) DefaultText() string { return k.def }

// Text returns the present value in canonical form: Set(Text()) changes
// nothing.
func (k *Knob) Text() string { return k.bound.text() }

// Number returns the present value of an Int or Float, 0 or 1 for a Bool, the
// index of a Choice, and the number of points.
func (k *Knob) Number() float64 { return k.bound.number(k) }

// Set parses text and stores the value. Text that is no valid value is
// repaired: the nearest value in range, or the default where there is no
// nearest. Set then returns a sentence that says what is allowed and what is
// used instead; otherwise "".
func (k *Knob) Set(text string) (repair string) { return k.bound.set(k, text) }

// SetNumber stores the value nearest to x of an Int, Float or Bool. Labs use it
// when they are touched.
func (k *Knob) SetNumber(x float64) { k.Set(FormatFloat(k.Nearest(x))) }

// Range says what is allowed, for messages and tables.
func (k *Knob) Range() string {
	switch k.Kind {
	case BoolKind, ChoiceKind:
		return joinOr(k.Values)
	case PointsKind:
		return fmt.Sprintf("up to %d points x,y,x,y,... within ±%d", MaxPoints, PointBound)
	default:
		return FormatFloat(k.Min) + " to " + FormatFloat(k.Max)
	}
}
