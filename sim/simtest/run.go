package simtest

import (
	"errors"
	"fmt"
	"math"

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

// checkLive checks the rule of live knobs: to the tick of the change, the changes,
// and on to the end gives the same frame as the new address from the start. It is
// not judged if a run takes more slices than granted, or if a change restarts it.
func checkLive(info sim.Info, address string, set change) (judged bool, err error) {
	r, err := open(info, address)
	if err != nil {
		return false, err
	}
	if err := goTo(r, set.part); err != nil {
		return false, nil
	}
	ticks := r.Ticks()
	for _, p := range set.values {
		effect, repair := r.Set(p.Key, p.Value)
		switch {
		case repair != "":
			return false, fmt.Errorf("%s: set %s: %s", address, p.Key, repair)
		case effect != sim.Restarted && r.Ticks() != ticks:
			return false, fmt.Errorf("%s: at tick %d, setting the live knob %s counts as a tick", address, ticks, p.Key)
		}
		ticks = r.Ticks()
	}
	fresh, err := open(info, r.Address())
	if err != nil {
		return false, err
	}
	if !finish(r, granted) || !finish(fresh, granted) {
		return false, nil
	}
	if encoded(r) != encoded(fresh) {
		return true, fmt.Errorf("%s: live knobs set to %v at tick %d: the end differs from that of %s: %s",
			address, set.values, ticks, r.Address(), difference(r.Frame(), fresh.Frame()))
	}
	return true, nil
}

// errTooLong is the fate of a run that takes more slices than granted.
var errTooLong = errors.New("simtest: the run takes more slices than granted")

// goTo finishes a run to learn its length in slices, and takes it again to that
// part of them.
func goTo(r *sim.Run, part float64) error {
	length := walk(r, granted)
	if !r.Done() {
		return errTooLong
	}
	r.Reset()
	walk(r, int(math.Ceil(part*float64(length+1))))
	return nil
}

func finish(r *sim.Run, slices int) bool {
	walk(r, slices)
	return r.Done()
}
