package page

import (
	"slices"

	"example.org/rote/sim"
)

// An opened is what the page has open: a run of its lab, and the way in which it
// is shown. The parts of the page share it; links and controls change it.
//
// Invariant: run has the knobs of the address in the link. Its own state stays
// at step 0; the frames come from the worker.
type opened struct {
	labs []sim.Info
	lab  string // name
	run  *sim.Run
	link link
}

// knobs returns the knobs of the run, the seed last.
func (o *opened) knobs() []*sim.Knob { return append(slices.Clip(o.run.Knobs.All()), o.run.Seed) }

// mirror sets all knobs to what an address says.
func (o *opened) mirror(address string) {
	a, _ := sim.ParseAddress(address)
	for _, k := range o.knobs() {
		if text := a.Get(k.Key); text != "" {
			k.Set(text)
		} else {
			k.Set(k.DefaultText())
		}
	}
}

// drags reports whether the reader has points of their own in the picture.
func (o *opened) drags() bool {
	return slices.ContainsFunc(o.run.Knobs.All(), func(k *sim.Knob) bool {
		return k.Kind == sim.PointsKind && k.Shown() && k.Inactive() == ""
	})
}

// current returns the address of the run, or "" before there is one.
func (o *opened) current() string {
	if o.run == nil {
		return ""
	}
	return o.run.Address()
}

// canonical returns the address that a fragment with its # opens, or "".
func (o *opened) canonical(fragment string) string {
	run, _, err := sim.Idle(o.labs, o.lab+"/"+fragment)
	if err != nil {
		return ""
	}
	return run.Address()
}
