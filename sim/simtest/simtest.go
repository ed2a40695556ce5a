// Package simtest tests that a lab keeps the contract of package sim, in the
// manner of testing/fstest. A lab's own tests call [Test] and [Claims]; [Walk]
// takes an address from its start to its end, and [Golden] compares frames with
// those of the day before.
package simtest

import (
	"fmt"
	"testing"

	"example.org/rote/sim"
)

// Test checks the lab against the contract: its description, its knobs, the run
// of Info.Small to its end in each view, its proposed sweeps, and runs of random addresses
// for a few seconds. What it finds is told with the address that shows it.
func Test(t *testing.T, info sim.Info) {
	t.Helper()
	t.Run("info", func(t *testing.T) { report(t, checkInfo(info)) })
	t.Run("presets", func(t *testing.T) { report(t, checkPresets(info)) })
	t.Run("knobs", func(t *testing.T) { report(t, checkKnobs(info)) })
	t.Run("states", func(t *testing.T) { report(t, checkStates(info)) })
	for _, address := range smallAddresses(info) {
		t.Run(address, func(t *testing.T) { Walk(t, info, address, nil) })
	}
	for _, sweep := range info.Sweeps {
		t.Run("sweep "+sweep.Address, func(t *testing.T) { report(t, checkSweep(info, sweep)) })
	}
	t.Run("garbage", func(t *testing.T) { report(t, checkGarbage(info)) })
	t.Run("random", func(t *testing.T) { checkRandom(t, info, budget) })
}

// smallAddresses returns Info.Small in each view.
func smallAddresses(info sim.Info) []string {
	a, _ := sim.ParseAddress(info.Small)
	var knobs sim.Knobs
	info.New().Knobs(&knobs)
	view := knobs.Find("view")
	if view == nil {
		return []string{info.Small}
	}
	list := make([]string, len(view.Values))
	for i, value := range view.Values {
		b := sim.Address{Lab: a.Lab, Pairs: append([]sim.Pair{{Key: "view", Value: value}}, a.Pairs...)}
		list[i] = b.String()
	}
	return list
}

func report(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
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
