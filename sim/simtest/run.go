package simtest

import (
	"fmt"

	"example.org/rote/sim"
)

// checkAddress checks that the run's own address opens the same run.
func checkAddress(info sim.Info, address string) error {
	r, err := open(info, address)
	if err != nil {
		return err
	}
	again, err := open(info, r.Address())
	if err != nil {
		return err
	}
	for i, k := range r.Knobs.All() {
		if got := again.Knobs.All()[i].Text(); got != k.Text() {
			return fmt.Errorf("%s: %s = %s comes back as %s from %s", address, k.Key, k.Text(), got, r.Address())
		}
	}
	if again.Address() != r.Address() || len(r.Address()) >= sim.MaxAddress {
		return fmt.Errorf("%s: address %s comes back as %s", address, r.Address(), again.Address())
	}
	return nil
}

// checkRepeats steps three runs for so many slices: one that is drawn after each
// slice, one that is drawn at the end only, and the first again after a Reset.
// Their last frames are equal, and all frames are well formed.
func checkRepeats(info sim.Info, address string, slices int) error {
	r, err := open(info, address)
	if err != nil {
		return err
	}
	frames := watcher{run: r}
	if err := frames.walk(slices); err != nil {
		return fmt.Errorf("%s: %w", address, err)
	}
	ticks, want := r.Ticks(), encoded(r)
	undrawn, err := open(info, address)
	if err != nil {
		return err
	}
	walk(undrawn, slices)
	if undrawn.Ticks() != ticks || encoded(undrawn) != want {
		return fmt.Errorf("%s: %d slices that are drawn at their end only differ from slices that are drawn one by one: "+
			"Draw changes the lab, or the run is not repeatable", address, slices)
	}
	r.Reset()
	walk(r, slices)
	if encoded(r) != want {
		return fmt.Errorf("%s: %d slices after a Reset differ from those after Open", address, slices)
	}
	return nil
}

// walk takes so many slices, or fewer to the end, and returns how many.
func walk(r *sim.Run, slices int) int {
	for i := range slices {
		if r.Step(after(1)) == sim.Done {
			return i
		}
	}
	return slices
}

// checkLive checks the rule of live knobs: some ticks, the changes, and on to
// the end gives the same frame as the new address from the start. A run that
// takes more slices than granted is not judged.
func checkLive(info sim.Info, address string, set change, slices int) error {
	r, err := open(info, address)
	if err != nil {
		return err
	}
	if !r.Seek(set.ticks, after(slices)) {
		return nil
	}
	ticks := r.Ticks()
	for _, p := range set.values {
		if _, repair := r.Set(p.Key, p.Value); repair != "" {
			return fmt.Errorf("%s: set %s: %s", address, p.Key, repair)
		}
		if r.Ticks() != ticks {
			return fmt.Errorf("%s: at tick %d, setting the live knob %s counts as a tick", address, ticks, p.Key)
		}
	}
	fresh, err := open(info, r.Address())
	if err != nil {
		return err
	}
	if !finish(r, slices) || !finish(fresh, slices) {
		return nil
	}
	if encoded(r) != encoded(fresh) {
		return fmt.Errorf("%s: live knobs set to %v at tick %d: the end differs from that of %s: %s",
			address, set.values, ticks, r.Address(), difference(r.Frame(), fresh.Frame()))
	}
	return nil
}

func finish(r *sim.Run, slices int) bool {
	enough := after(slices)
	for !r.Done() {
		if r.Step(enough) == sim.Busy {
			return false
		}
	}
	return true
}
