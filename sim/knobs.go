package sim

import (
	"fmt"
	"slices"
	"strings"
)

// Knobs declares the parameters of a lab, as a flag.FlagSet declares flags:
// each call binds a field, and that one line yields the control, the address
// key, the command-line key, the range check, the fuzz range and the table in
// the documentation. Wrong declarations panic. The zero value is ready to use.
type Knobs struct {
	list    []*Knob  // of the outermost Knobs only
	outer   *Knobs   // in which In was called, or nil
	view    *string  // In: the choice that shows these knobs ...
	values  []string // ... while it has one of these values
	heading string
}

// In returns a part of k: knobs declared on it show only while the Choice bound
// to view has one of the values.
func (k *Knobs) In(view *string, values ...string) *Knobs {
	return &Knobs{outer: k, view: view, values: values}
}

// Group gives a heading to the knobs declared on k from here on.
func (k *Knobs) Group(heading string) { k.heading = heading }

// All returns the knobs in display order, those of all parts. The caller must
// not change the slice.
func (k *Knobs) All() []*Knob { return k.root().list }

// Main returns the knobs that are seen first in the present view: those that say
// so, or all that show if none does.
func (k *Knobs) Main() []*Knob {
	var main, shown []*Knob
	for _, knob := range k.All() {
		if !knob.Shown() {
			continue
		}
		shown = append(shown, knob)
		if knob.IsMain() {
			main = append(main, knob)
		}
	}
	if len(main) == 0 {
		return shown
	}
	return main
}

func (k *Knobs) root() *Knobs {
	for k.outer != nil {
		k = k.outer
	}
	return k
}

// shown reports whether the present view has the knobs of k.
func (k *Knobs) shown() bool {
	return k.outer == nil || slices.Contains(k.values, *k.view) && k.outer.shown()
}

// Find returns the knob with the given key, or nil.
func (k *Knobs) Find(key string) *Knob {
	for _, knob := range k.All() {
		if knob.Key == key {
			return knob
		}
	}
	return nil
}

// Int declares a whole number in [lo, hi].
func (k *Knobs) Int(p *int, key, label string, def, lo, hi int) *Knob {
	return k.add(&Knob{Key: key, Label: label, Kind: IntKind, Min: float64(lo), Max: float64(hi),
		bound: intValue{p}}, formatInt(def))
}

// Float declares a number in [lo, hi].
func (k *Knobs) Float(p *float64, key, label string, def, lo, hi float64) *Knob {
	return k.add(&Knob{Key: key, Label: label, Kind: FloatKind, Min: lo, Max: hi,
		bound: floatValue{p}}, FormatFloat(def))
}

// Bool declares a switch, written "on" and "off" in addresses.
func (k *Knobs) Bool(p *bool, key, label string, def bool) *Knob {
	return k.add(&Knob{Key: key, Label: label, Kind: BoolKind, Values: []string{"off", "on"},
		bound: boolValue{p}}, formatBool(def))
}

// Choice declares one of several words, the first of which is the default.
func (k *Knobs) Choice(p *string, key, label string, values ...string) *Knob {
	return k.add(&Knob{Key: key, Label: label, Kind: ChoiceKind, Values: values,
		bound: wordValue{p}}, values[0])
}

// Points declares a list of at most [MaxPoints] points of the plane, flat: x0,
// y0, x1, y1, ..., each coordinate within ±[PointBound]. The default is none.
func (k *Knobs) Points(p *[]float64, key, label string) *Knob {
	return k.add(&Knob{Key: key, Label: label, Kind: PointsKind, Min: -PointBound, Max: PointBound,
		bound: pointsValue{p}}, "")
}

// Limits of a Points knob.
const (
	MaxPoints  = 64
	PointBound = 100
)

// reserved are the address keys that belong to runs, sweeps and pages.
var reserved = [...]string{"seed", "at", "mode", "show", "v", "fact", "seeds", "file", "rev", "design", "every"}

func (k *Knobs) add(knob *Knob, def string) *Knob {
	switch {
	case !isKey(knob.Key):
		panic(fmt.Sprintf("sim: knob key %q: want lower-case letters and digits", knob.Key))
	case slices.Contains(reserved[:], knob.Key):
		panic(fmt.Sprintf("sim: knob key %q is reserved", knob.Key))
	case k.Find(knob.Key) != nil:
		panic(fmt.Sprintf("sim: knob key %q is declared twice", knob.Key))
	}
	knob.Default(def)
	knob.part, knob.Heading, knob.Brief = k, k.heading, knob.Label
	root := k.root()
	root.list = append(root.list, knob)
	return knob
}

func isKey(s string) bool {
	return s != "" && s[0] >= 'a' && s[0] <= 'z' &&
		strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789") == ""
}

// texts returns the canonical values of all knobs, in order.
func (k *Knobs) texts() []string { return textsOf(k.All()) }

func textsOf(knobs []*Knob) []string {
	out := make([]string, len(knobs))
	for i, k := range knobs {
		out[i] = k.Text()
	}
	return out
}
