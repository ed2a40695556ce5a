package simtest

import (
	"errors"
	"fmt"
	"strings"

	"example.org/rote/sim"
)

// A watcher follows a run from slice to slice, and checks each frame by itself
// and against those before it.
type watcher struct {
	run    *sim.Run
	see    func(*sim.Run) // called at the start, after each tick and at the end, or nil
	panels []string       // titles of the first frame
	of     int            // known total so far
}

// closely is how many slices are looked at one by one; then only ticks are.
const closely = 60

// walk takes so many slices, and stops at the end.
func (w *watcher) walk(slices int) error {
	pace := sim.Tick
	for i := range slices {
		if err := w.lookAt(i, pace); err != nil {
			return fmt.Errorf("tick %d: %w", w.run.Ticks(), err)
		}
		before := w.run.Ticks()
		pace = w.run.Step(after(1))
		if ticked := w.run.Ticks() - before; (pace == sim.Tick) != (ticked == 1) {
			return fmt.Errorf("tick %d: pace %d counts %d ticks", before, pace, ticked)
		}
		if pace == sim.Done {
			break
		}
	}
	if err := w.lookAt(0, sim.Tick); err != nil {
		return fmt.Errorf("tick %d: %w", w.run.Ticks(), err)
	}
	return nil
}

// lookAt looks at the frame after slice i, if it is to be looked at.
func (w *watcher) lookAt(i int, pace sim.Pace) error {
	if pace == sim.Tick && w.see != nil {
		w.see(w.run)
	}
	if i < closely || pace == sim.Tick {
		return w.look()
	}
	return nil
}

func (w *watcher) look() error {
	f := w.run.Frame()
	if err := errors.Join(frameErrors(f), saysErrors(w.run.Info, f)); err != nil {
		return err
	}
	if err := w.samePanels(f); err != nil {
		return err
	}
	for _, fact := range f.Facts {
		if w.run.Find(fact.Key) != nil || isReserved(fact.Key) {
			return fmt.Errorf("fact %s has the key of a knob, or a reserved one", fact.Key)
		}
	}
	return w.sameTotal(f)
}

// isReserved reports whether a key belongs to runs, sweeps and pages: such a key
// cannot be declared.
func isReserved(key string) (reserved bool) {
	defer func() { reserved = strings.Contains(fmt.Sprint(recover()), "is reserved") }()
	var x float64
	new(sim.Knobs).Float(&x, key, "", 0, 0, 1)
	return false
}

func (w *watcher) samePanels(f *sim.Frame) error {
	titles := make([]string, len(f.Panels))
	for i := range f.Panels {
		titles[i] = f.Panels[i].Title
	}
	if w.panels == nil {
		w.panels = titles
	}
	if fmt.Sprintf("%q", titles) != fmt.Sprintf("%q", w.panels) {
		return fmt.Errorf("panels are %q, and were %q", titles, w.panels)
	}
	return nil
}

func (w *watcher) sameTotal(f *sim.Frame) error {
	switch {
	case w.of > 0 && f.Of != w.of:
		return fmt.Errorf("total Of is %d, and was %d", f.Of, w.of)
	case f.Of > 0 && f.Step > f.Of:
		return fmt.Errorf("step %d of %d", f.Step, f.Of)
	case w.run.Done() && f.Of > 0 && f.Step != f.Of:
		return fmt.Errorf("done at step %d of %d", f.Step, f.Of)
	}
	w.of = f.Of
	return nil
}
