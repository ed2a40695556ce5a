package worker

import (
	"slices"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// A run is measured in short slices, and gives what it gives at once.
func TestMeter(t *testing.T) {
	d := open(t, "toy?steps=1000")
	m := meter{labs: d.labs, now: d.engine.now}
	for address, want := range map[string]int{"toy?steps=1000": 1000, "toy?at=4": 4, "toy?steps=20&at=99": 20} {
		if err := m.open(address, 0); err != nil {
			t.Fatal(err)
		}
		var f []sweep.Sample
		pieces := 0
		for ; f == nil && pieces < 10_000; pieces++ {
			before := d.clock
			f = m.work()
			if took := d.clock - before; took > slice+1 {
				t.Fatalf("%s: a slice took %v ms", address, took)
			}
		}
		if len(f) != 1 || f[0].Step != want || m.busy() {
			t.Fatalf("%s is measured as %+v after %d pieces, want step %d", address, f, pieces, want)
		}
		run, _, _ := sim.Open(d.labs, address)
		run.Measure(nil)
		if !slices.Equal(f[0].Facts, run.Frame().Facts) {
			t.Errorf("%s has %+v, at once %+v", address, f[0].Facts, run.Frame().Facts)
		}
	}
	m.open("toy?steps=100", 40)
	var f []sweep.Sample
	for f == nil {
		f = m.work()
	}
	if len(f) != 4 || f[1].Step != 40 || f[3].Step != 100 {
		t.Errorf("every 40 it is measured as %+v", f)
	}
	if err := m.open("nope", 0); err == nil {
		t.Error("an unknown lab is measured")
	}
}

func TestMeterPauses(t *testing.T) {
	d := open(t, "toy")
	m := meter{labs: d.labs, now: d.engine.now}
	if m.work() != nil || m.busy() {
		t.Error("a meter without a run works")
	}
	m.open("toy?steps=1000", 0)
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
