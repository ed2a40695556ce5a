package simtest

import (
	"fmt"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// checkSweep checks a proposed sweep: its address has no faults, its ranges
// belong to knobs that have an effect, and its first run, or else its last, has
// the fact.
func checkSweep(info sim.Info, p sim.Preset) error {
	labs := []sim.Info{info}
	s, repairs, err := sweep.Open(labs, p.Address)
	switch {
	case err != nil:
		return fmt.Errorf("sweep %s: %w", p.Address, err)
	case len(repairs) > 0:
		return fmt.Errorf("sweep %s: repaired: %q", p.Address, repairs)
	case s.Title() != p.Name:
		return fmt.Errorf("sweep %s is called %q; another proposal is the same", p.Address, s.Title())
	}
	for _, r := range []sweep.Range{s.X, s.Y} {
		if k := r.Knob; k != nil && (!k.Shown() || k.Inactive() != "") {
			return fmt.Errorf("sweep %s: %s has no effect in it", p.Address, k.Key)
		}
	}
	for _, run := range []int{0, s.Runs() - 1} {
		r, err := open(info, s.RunAddress(run))
		if err != nil {
			return err
		}
		r.Measure(nil)
		if fact := r.Frame().Find(s.Fact); fact != nil {
			s.Put(run, fact)
			return sweepErrors(s)
		}
	}
	return fmt.Errorf("sweep %s: neither the first nor the last run has the fact %s", p.Address, s.Fact)
}

// sweepErrors checks the frame of a sweep, in which blank cells are allowed.
func sweepErrors(s *sweep.Grid) error {
	f := s.Frame()
	p := &f.Panels[0]
	p.Fields, p.Empty = nil, "Fields may have blank cells."
	if err := frameErrors(f); err != nil {
		return fmt.Errorf("sweep %s: %w", s.Address(), err)
	}
	for _, m := range p.Lines {
		if m.Role == sim.Theory && strings.TrimSpace(m.Name) == "" {
			return fmt.Errorf("sweep %s: a law has no name; it says what it assumes", s.Address())
		}
	}
	return nil
}
