package main

import (
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
)

// A control is a knob as the page template shows it.
type control struct {
	Key, Kind, Label, Help string
	Brief                  string // a shorter label
	Text                   string // present value
	Words                  string // present value for those who cannot see the slider
	Note                   string // why the knob has no effect now
	Position               float64
	Stops                  int
	Slider, Log, Restarts  bool
	Hidden, On             bool
	File                   bool // one of the options is a file of the visitor
	Options                []option
	Rows                   [][2]string // points
}

type option struct {
	Value, Name string
	Chosen      bool
}

// Controls are the controls of a page: those that are seen first, the seed below
// them, and the others in groups.
type controlSet struct {
	Main   []control
	Groups []group
	More   bool // some of the groups show
}

// A group is the controls under one heading.
type group struct {
	Heading  string
	Controls []control
}

// controls returns a control for each knob of the run.
func controls(run *sim.Run) (set controlSet) {
	main := run.Knobs.Main()
	for _, knob := range run.Knobs.All() {
		if slices.Contains(main, knob) {
			set.Main = append(set.Main, controlOf(knob))
			set.join(knob.Heading)
			continue
		}
		g := set.join(knob.Heading)
		g.Controls = append(g.Controls, controlOf(knob))
		set.More = set.More || knob.Shown()
	}
	seed := controlOf(run.Seed)
	seed.Slider = false
	set.Main = append(set.Main, seed)
	return set
}

// join returns the group of a heading. A knob that is seen first has one too: it
// stands there in another view.
func (s *controlSet) join(heading string) *group {
	for i := range s.Groups {
		if s.Groups[i].Heading == heading {
			return &s.Groups[i]
		}
	}
	s.Groups = append(s.Groups, group{Heading: heading})
	return &s.Groups[len(s.Groups)-1]
}

func controlOf(k *sim.Knob) control {
	c := control{Key: k.Key, Kind: kindName(k.Kind), Label: k.Label, Brief: k.Brief, Help: k.HelpText, Text: k.Text(), Words: k.Text(),
		Note: k.Inactive(), Log: k.Scale.Log, Restarts: !k.IsLive, Hidden: !k.Shown()}
	switch k.Kind {
	case sim.IntKind, sim.FloatKind:
		c.Slider, c.Stops, c.Position = true, k.Stops(), k.PositionOf(k.Number())
		c.Help = sentences(c.Help, "Allowed: "+spaced(k.Min)+" to "+spaced(k.Max)+".")
		if k.Scale.Zero && k.Number() == 0 {
			c.Words = "0, off"
		}
	case sim.BoolKind:
		c.On = k.Number() == 1
	case sim.ChoiceKind:
		for _, word := range k.Values {
			c.File = c.File || k.Key == "data" && word == "file"
			c.Options = append(c.Options, option{word, choiceName(k, word), word == k.Text()})
		}
	case sim.PointsKind:
		c.Help = sentences(c.Help, "Allowed: "+k.Range()+".")
	}
	return c
}

// choiceName is what people read for a value of a choice, with the value where
// that is another word.
func choiceName(k *sim.Knob, value string) string {
	if name := k.NameOf(value); name != value {
		return name + " (" + value + ")"
	}
	return value
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
