package simtest

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// checkSweep checks a proposed sweep: its address has no faults, its ranges
// belong to knobs that have an effect, and its first run, or else its last, has
// the fact.
func checkSweep(info sim.Info, p sim.Sweep) error {
	labs := []sim.Info{info}
	s, repairs, err := sweep.Open(labs, p.Address)
	switch {
	case err != nil:
		return fmt.Errorf("sweep %s: %w", p.Address, err)
	case len(repairs) > 0:
		return fmt.Errorf("sweep %s: repaired: %q", p.Address, repairs)
	case s.Title() != p.Question:
		return fmt.Errorf("sweep %s is called %q; another proposal is the same", p.Address, s.Title())
	}
	if err := checkQuestion(p, s); err != nil {
		return err
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
			s.Put(run, sweep.Sample{Facts: []sim.Fact{*fact}})
			return sweepErrors(s)
		}
	}
	return fmt.Errorf("sweep %s: neither the first nor the last run has the fact %s", p.Address, s.Fact)
}

// checkQuestion checks the words of a proposed sweep: they end in " at KEY = %s"
// with the key of one of its ranges, and the edge is a number then.
func checkQuestion(p sim.Sweep, s *sweep.Grid) error {
	const longest = 80
	if !strings.HasSuffix(p.Question, "?") || utf8.RuneCountInString(p.Question) > longest {
		return fmt.Errorf("sweep %s: %q is not a question of at most %d characters", p.Address, p.Question, longest)
	}
	if p.Note != "" && !isSentence(p.Note) {
		return fmt.Errorf("sweep %s: note %q is not a sentence", p.Address, p.Note)
	}
	if p.Words == "" {
		if p.Edge != 0 {
			return fmt.Errorf("sweep %s: the edge %g has no words", p.Address, p.Edge)
		}
		return nil
	}
	for _, r := range []sweep.Range{s.X, s.Y} {
		if r.Knob == nil {
			continue
		}
		if clause, ok := strings.CutSuffix(p.Words, " at "+r.Knob.Key+" = %s"); ok && clause != "" && !strings.Contains(clause, "%") && !math.IsNaN(p.Edge) {
			return nil
		}
	}
	return fmt.Errorf("sweep %s: words %q with edge %g do not end in \" at KEY = %%s\" with the key of one of its ranges", p.Address, p.Words, p.Edge)
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
