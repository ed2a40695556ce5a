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
type Knobs struct{ list []*Knob }

// All returns the knobs in display order. The caller must not change the slice.
func (k *Knobs) All() []*Knob { return k.list }

// Find returns the knob with the given key, or nil.
func (k *Knobs) Find(key string) *Knob {
	for _, knob := range k.list {
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
var reserved = [...]string{"seed", "at", "mode", "show", "v", "fact", "seeds"}

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
	k.list = append(k.list, knob)
	return knob
}

func isKey(s string) bool {
	return s != "" && s[0] >= 'a' && s[0] <= 'z' &&
		strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789") == ""
}

// texts returns the canonical values of all knobs, in order.
func (k *Knobs) texts() []string {
	out := make([]string, len(k.list))
	for i, knob := range k.list {
		out[i] = knob.Text()
	}
	return out
}
