// Package simtest tests that a lab keeps the contract of package sim, in the
// manner of testing/fstest. A lab's own tests call [Test], and [Golden] compares
// its frames with those of the day before.
package simtest

import (
	"fmt"
	"testing"
	"time"

	"example.org/rote/sim"
	"pgregory.net/rapid"
)

// slices is how many slices of work a Test grants to a run of a random address.
const slices = 60

// Test checks the lab against the contract: its description, its knobs, its
// presets from start to end, its proposed sweeps, and runs of random addresses for a few seconds.
// What it finds is told with the address that shows it.
func Test(t *testing.T, info sim.Info) {
	t.Helper()
	t.Run("info", func(t *testing.T) { report(t, checkInfo(info)) })
	t.Run("knobs", func(t *testing.T) { report(t, checkKnobs(info)) })
	t.Run("states", func(t *testing.T) { report(t, checkStates(info)) })
	for _, preset := range info.Presets {
		t.Run("preset "+preset.Address, func(t *testing.T) { report(t, checkPreset(info, preset)) })
	}
	for _, sweep := range info.Sweeps {
		t.Run("sweep "+sweep.Address, func(t *testing.T) { report(t, checkSweep(info, sweep)) })
	}
	t.Run("garbage", func(t *testing.T) { report(t, checkGarbage(info)) })
	t.Run("random", func(t *testing.T) { checkRandom(t, info, budget) })
}

func report(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
}

// checkRandom draws addresses until the time is over.
func checkRandom(t *testing.T, info sim.Info, budget time.Duration) {
	end := time.Now().Add(budget)
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		if time.Now().After(end) {
			return
		}
		runs++
		address := drawAddress(t, info)
		if err := checkAddress(info, address); err != nil {
			t.Fatal(err)
		}
		if err := checkRepeats(info, address, slices); err != nil {
			t.Fatal(err)
		}
		if set, ok := drawLive(t, info, address); ok {
			if err := checkLive(info, address, set, 20*slices); err != nil {
				t.Fatal(err)
			}
		}
	})
	t.Logf("%d addresses", runs)
}

// open opens an address that must be without fault.
func open(info sim.Info, address string) (*sim.Run, error) {
	r, repairs, err := sim.Open([]sim.Info{info}, address)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", address, err)
	case len(repairs) > 0:
		return nil, fmt.Errorf("%s: repaired: %q", address, repairs)
	}
	return r, nil
}

// encoded returns the frame as bytes: equal bytes are equal frames, bit for bit.
func encoded(r *sim.Run) string { return string(sim.AppendFrame(nil, r.Frame())) }

// after returns a function that stops a run after so many slices.
func after(slices int) func() bool {
	return func() bool { slices--; return slices <= 0 }
}
