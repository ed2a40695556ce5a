package worker

import (
	"slices"
	"testing"

	"example.org/rote/sim"
)

// A run is measured in short slices, and gives what it gives at once.
func TestMeter(t *testing.T) {
	d := open(t, "toy?steps=1000")
	m := meter{labs: d.labs, now: d.engine.now}
	for address, want := range map[string]int{"toy?steps=1000": 1000, "toy?at=4": 4, "toy?steps=20&at=99": 20} {
		if err := m.open(address); err != nil {
			t.Fatal(err)
		}
		var f *sim.Frame
		pieces := 0
		for ; f == nil && pieces < 10_000; pieces++ {
			before := d.clock
			f = m.work()
			if took := d.clock - before; took > slice+1 {
				t.Fatalf("%s: a slice took %v ms", address, took)
			}
		}
		if f == nil || f.Step != want || m.busy() {
			t.Errorf("%s is measured as %+v after %d pieces, want step %d", address, f, pieces, want)
		}
		run, _, _ := sim.Open(d.labs, address)
		run.Measure(nil)
		if !slices.Equal(f.Facts, run.Frame().Facts) {
			t.Errorf("%s has %+v, at once %+v", address, f.Facts, run.Frame().Facts)
		}
	}
	if err := m.open("nope"); err == nil {
		t.Error("an unknown lab is measured")
	}
}

func TestMeterPauses(t *testing.T) {
	d := open(t, "toy")
	m := meter{labs: d.labs, now: d.engine.now}
	if m.work() != nil || m.busy() {
		t.Error("a meter without a run works")
	}
	m.open("toy?steps=1000")
	m.work()
	at := m.run.Ticks()
	m.paused = true
	if m.work() != nil || m.run.Ticks() != at || m.busy() {
		t.Error("a paused meter works")
	}
	m.paused = false
	m.work()
	if m.run.Ticks() == at {
		t.Error("a meter that goes on does not work")
	}
}
