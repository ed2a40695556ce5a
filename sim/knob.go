package sim

import (
	"fmt"
	"slices"
	"strconv"
)

// A Knob is one parameter of a lab. Its exported fields are fixed once it is
// declared; the value lives in the lab's field.
type Knob struct {
	Key      string // address key: lower-case letters and digits
	Label    string // on the control, sentence case
	Brief    string // a shorter label where there is little room; Label unless Short gave one
	HelpText string // one sentence
	Heading  string // of the group that the knob stands in, or ""
	Kind     Kind
	Min, Max float64  // Int, Float; the bounds of each coordinate for Points
	Values   []string // Choice, as addresses have them; "off" and "on" for Bool
	Scale    Scale
	IsLive   bool // some changes between steps need no restart

	bound   value
	def     string
	part    *Knobs   // in which the knob was declared
	names   []string // Names: one for each of Values, or nil
	among   []string // Live: the values between which a Choice changes without a restart; nil: all
	rising  bool
	main    []string // the views in which the knob is among those seen first; empty: all
	isMain  bool
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
// to the end gives the same frame as a run with the new value from the start. A
// Choice may be live among some of its values only; any other change restarts.
func (k *Knob) Live(among ...string) *Knob {
	for _, value := range among {
		if !slices.Contains(k.Values, value) {
			panic("sim: knob " + k.Key + " is live for " + value + ", which is none of its values")
		}
	}
	k.IsLive, k.among = true, among
	return k
}

// Rising lets an Int or Float be raised between steps, as a Live knob; lowering
// it restarts the run.
func (k *Knob) Rising() *Knob { k.IsLive, k.rising = true, true; return k }

// Effect returns what a change from the text before, a canonical value, to the
// present value does to a run.
func (k *Knob) Effect(before string) Effect {
	after := k.Text()
	switch {
	case after == before:
		return Nothing
	case !k.IsLive, k.among != nil && !(slices.Contains(k.among, before) && slices.Contains(k.among, after)):
		return Restarted
	case k.rising && !k.isAbove(before):
		return Restarted
	}
	return Changed
}

// isAbove reports whether the value of a number is above that of a canonical text.
func (k *Knob) isAbove(text string) bool {
	x, err := strconv.ParseFloat(text, 64)
	return err == nil && k.Number() > x
}

// Names gives the words that people read for the values of a Choice, in the same
// order. It panics if there are more or fewer.
func (k *Knob) Names(names ...string) *Knob {
	if len(names) != len(k.Values) {
		panic(fmt.Sprintf("sim: knob %s has %d values and %d names", k.Key, len(k.Values), len(names)))
	}
	k.names = names
	return k
}

// NameOf returns what people read for a value of the knob: the value itself where
// it has no name of its own.
func (k *Knob) NameOf(value string) string {
	if i := slices.Index(k.Values, value); i >= 0 && k.names != nil {
		return k.names[i]
	}
	return value
}

// Short gives the label where there is little room.
func (k *Knob) Short(label string) *Knob { k.Brief = label; return k }

// Main puts the knob among those that are seen first, in the given views or in
// all in which it shows.
func (k *Knob) Main(views ...string) *Knob { k.isMain, k.main = true, views; return k }

// IsMain reports whether the knob is among those seen first in the present view,
// which is the value of the knob with the key view.
func (k *Knob) IsMain() bool {
	view := k.part.Find("view")
	return k.isMain && (len(k.main) == 0 || view != nil && slices.Contains(k.main, view.Text()))
}

// When makes the knob inactive, with a reason to be shown, while active is
// false.
func (k *Knob) When(reason string, active func() bool) *Knob {
	k.reason, k.enabled = reason, active
	return k
}

// Shown reports whether the knob belongs to the present view.
func (k *Knob) Shown() bool { return k.part == nil || k.part.shown() }

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
