package sim_test

import (
	"math/rand/v2"
	"testing"

	"example.org/rote/sim"
)

// nested is a lab of one scene whose run is a script: models, and epochs inside.
type nested struct{ stopped int }

func (*nested) Knobs(*sim.Knobs) {}

func (l *nested) Open(*rand.Rand) sim.Scene {
	s := &nestedScene{}
	s.Player = sim.Play(func(yield func(sim.Pace) bool) {
		defer func() { l.stopped++ }()
		for range 2 {
			for s.epochs = range 3 {
				if !yield(sim.Busy) || !yield(sim.Tick) {
					return
				}
			}
		}
	})
	return s
}

type nestedScene struct {
	*sim.Player
	epochs int
}

func (s *nestedScene) Draw(f *sim.Frame) { f.Says = "A model learns." }

func TestScript(t *testing.T) {
	lab := new(nested)
	r, _, err := sim.Open([]sim.Info{{Name: "nested", New: func() sim.Lab { return lab }}}, "nested")
	if err != nil {
		t.Fatal(err)
	}
	r.Finish()
	if r.Ticks() != 6 || lab.stopped != 1 {
		t.Errorf("%d ticks, %d scripts over; want 6 and 1", r.Ticks(), lab.stopped)
	}
	if r.Step(nil) != sim.Done {
		t.Error("a step after the end is not Done")
	}
	r.Reset()
	r.Seek(2, nil)
	r.Reset() // in the middle
	if lab.stopped != 2 {
		t.Errorf("%d scripts over after a Reset, want 2", lab.stopped)
	}
	r.Finish()
	if r.Ticks() != 6 {
		t.Errorf("%d ticks after a Reset, want 6", r.Ticks())
	}
	r.Reset()
	r.Seek(2, nil)
	r.Close()
	r.Close()
	if lab.stopped != 4 {
		t.Errorf("%d scripts over after a Close, want 4", lab.stopped)
	}
}
