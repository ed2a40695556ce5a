package main

import (
	"example.org/rote/sim"
	"example.org/rote/sim/figure"
)

// A control is a knob as the page template shows it.
type control struct {
	Key, Kind, Label, Help string
	Text                   string // present value
	Words                  string // present value for those who cannot see the slider
	Note                   string // why the knob has no effect now
	Position               float64
	Stops                  int
	Slider, Log, Restarts  bool
	Hidden, On             bool
	Options                []option
	Rows                   [][2]string // points
}

type option struct {
	Value  string
	Chosen bool
}

// controls returns a control for each knob of the run, the seed last.
func controls(run *sim.Run) []control {
	var list []control
	for _, knob := range run.Knobs.All() {
		list = append(list, controlOf(knob))
	}
	seed := controlOf(run.Seed)
	seed.Slider = false
	return append(list, seed)
}

func controlOf(k *sim.Knob) control {
	c := control{Key: k.Key, Kind: kindName(k.Kind), Label: k.Label, Help: k.HelpText, Text: k.Text(), Words: k.Text(),
		Note: k.Inactive(), Log: k.Scale.Log, Restarts: !k.IsLive, Hidden: !k.Shown()}
	switch k.Kind {
	case sim.IntKind, sim.FloatKind:
		c.Slider, c.Stops, c.Position = true, k.Stops(), k.PositionOf(k.Number())
		c.Help = sentences(c.Help, "Allowed: "+k.Range()+".")
		if k.Scale.Zero && k.Number() == 0 {
			c.Words = "0, off"
		}
	case sim.BoolKind:
		c.On = k.Number() == 1
	case sim.ChoiceKind:
		for _, word := range k.Values {
			c.Options = append(c.Options, option{word, word == k.Text()})
		}
	case sim.PointsKind:
		c.Help = sentences(c.Help, "Allowed: "+k.Range()+".")
	}
	return c
}

// kindName is the word for a kind in the markup, which the page program reads.
func kindName(k sim.Kind) string {
	return [...]string{sim.IntKind: "int", sim.FloatKind: "float", sim.BoolKind: "bool", sim.ChoiceKind: "choice", sim.PointsKind: "points"}[k]
}

func sentences(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

// A reading is a fact as the page template shows it.
type reading struct{ Key, Name, Value, Help string }

func readings(f *sim.Frame) []reading {
	var list []reading
	for _, fact := range f.Facts {
		value := figure.Number(fact.Value)
		if fact.Unit != "" {
			value += " " + fact.Unit
		}
		list = append(list, reading{fact.Key, fact.Name, value, fact.Help})
	}
	return list
}
