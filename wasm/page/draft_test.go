package page

import (
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
	"example.org/rote/sim/sweep"
)

func sweepOf(t *testing.T, address string) *sweep.Grid {
	t.Helper()
	s, repairs, err := sweep.Open(catalog.Labs(), address)
	if err != nil || len(repairs) > 0 {
		t.Fatal(address, repairs, err)
	}
	return s
}

// The draft of a sweep is the same sweep.
func TestDraft(t *testing.T) {
	for _, address := range []string{
		"diffusion?steps=40&c=1e-6..0.01*9&n=5,20,80&seed=3&at=7&fact=copied&seeds=2", "diffusion?n=5..80*5&fact=copied",
	} {
		if got := sweepOf(t, address); sweepOf(t, draftOf(got).address()).Address() != address {
			t.Errorf("the draft of %s is %s", address, draftOf(got).address())
		}
	}
}

func TestDraftChangesKnobs(t *testing.T) {
	s := sweepOf(t, "diffusion?steps=40&c=1e-6..0.01*9&n=5,20,80&fact=copied")
	for _, row := range []struct {
		change func(d *draft)
		want   string
	}{
		{func(d *draft) { d.across(s.Base, "n") }, "steps=40&n=5,20,80&c=1e-6..0.01*9&fact=copied"},
		{func(d *draft) { d.across(s.Base, "tau") }, "steps=40&tau=0.01..30*6&n=5,20,80&fact=copied"},
		{func(d *draft) { d.across(s.Base, "steps") }, "steps=8..400*6&n=5,20,80&fact=copied"},
		{func(d *draft) { d.across(s.Base, "kappa") }, "steps=40&kappa=0.05..0.5*6&n=5,20,80&fact=copied"},
		{func(d *draft) { d.across(s.Base, "") }, "steps=40&c=1e-6..0.01*9&n=5,20,80&fact=copied"},
		{func(d *draft) { d.up(s.Base, ""); d.across(s.Base, "") }, "steps=40&c=1e-6..0.01*9&fact=copied"},
		{func(d *draft) { d.up(s.Base, "") }, "steps=40&c=1e-6..0.01*9&fact=copied"},
		{func(d *draft) { d.up(s.Base, "smin") }, "steps=40&c=1e-6..0.01*9&smin=0.0001..0.01*6&fact=copied"},
		{func(d *draft) { d.up(s.Base, "c") }, "steps=40&n=5,20,80&c=1e-6..0.01*9&fact=copied"},
		{func(d *draft) { d.up(s.Base, ""); d.up(s.Base, "c") }, "steps=40&n=5..80*5&c=1e-6..0.01*9&fact=copied"},
	} {
		d := draftOf(s)
		row.change(&d)
		if got := sim.Query(sweepOf(t, d.address()).Address()); got != row.want {
			t.Errorf("got %s, want %s", got, row.want)
		}
	}
}

func TestSweepLinks(t *testing.T) {
	for fragment, want := range map[string]bool{"": false, "n=5": false, "n=1..5&fact=copied": true, "fact=": true, "mode=present&fact=x&n=1,2": true, "facts=1": false} {
		if isSweep(fragment) != want {
			t.Errorf("%q is a sweep: %v, want %v", fragment, !want, want)
		}
	}
	for _, row := range []struct{ fragment, want, repair string }{
		{"n=5..80*5&fact=copied&mode=present", "n=5..80*5&fact=copied", ""},
		{"n=80..5*5&fact=copied", "n=5..80*5&fact=copied", "it runs backwards"},
		{"n=5&fact=copied", "steps=40&c=1e-6..0.01*9&n=5..80*5&fact=copied",
			"No knob of diffusion has a range, such as n=1..2048*6; showing the first sweep instead of fact = copied."},
		{"n=5..80*5&fact=copied&mode=nope", "n=5..80*5&fact=copied", "mode = nope is unknown"},
	} {
		s, _, repairs, err := openSweep(catalog.Labs(), "diffusion", row.fragment)
		if err != nil || sim.Query(s.Address()) != row.want || !strings.Contains(strings.Join(repairs, "|"), row.repair) || row.repair == "" && len(repairs) > 0 {
			t.Errorf("%s opens %v, %v, with %q", row.fragment, s.Address(), err, repairs)
		}
	}
	if _, _, _, err := openSweep(catalog.Labs(), "nope", "n=1..5*2&fact=x"); err == nil {
		t.Error("an unknown lab opens")
	}
	run, _, _ := sim.Open(catalog.Labs(), "diffusion")
	run.Info.Sweeps = nil
	if got := firstSweep(run); got != "diffusion?n=2..200*6&seeds=1" {
		t.Errorf("without proposals the first sweep is %s", got)
	}
}

func TestSweepWords(t *testing.T) {
	s := sweepOf(t, "diffusion?steps=40&n=5..80*5&fact=copied")
	long := sweepOf(t, "diffusion?n=1..20*20&fact=copied")
	check := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	check(sweepWords("", s, -1), "0 of 5 runs are known.")
	check(progressWords("", s, -1), "0 of 5 runs")
	check(sizeWords(s), "5 runs.")
	check(readsWords(s, "Copied", "Share of copies."), "A value is “Copied” at the end of one run. Share of copies. Select a point to open its run.")
	check(playWords("", s), "Run sweep")
	check(fixedWords(s), "All runs share steps = 40. The other knobs have their defaults.")
	check(fixedWords(long), "All other knobs have their defaults.")
	check(valuesWords(s.X), "5, 10, 20, 40, 80")
	check(valuesWords(long.X), "1, 2, 3, 4, 5, …, 20")
	check(cellWords(s.Cell(0, 0)), "")
	put(s, 0, 1.0/3)
	s.Put(1)
	check(cellWords(s.Cell(0, 0)), "0.333")
	check(cellWords(s.Cell(1, 0)), "–")
	check(sweepWords("", s, -1), "2 of 5 runs are known.")
	check(progressWords("running", s, -1), "2 of 5 runs")
	check(progressWords("running", s, 40_200), "2 of 5 runs, 40 s left")
	check(progressWords("paused", s, 1), "2 of 5 runs, paused")
	check(progressWords("cancelled", s, 1), "2 of 5 runs, cancelled")
	check(progressWords("ended", s, 1), "2 of 5 runs; the others could not be measured")
	check(playWords("cancelled", s), "Go on")
	check(tipWords(s, 0), "n = 5: 0.333.")
	check(tipWords(s, 1), "n = 10: not defined.")
	check(tipWords(s, 2), "n = 20: not known yet.")
	many := sweepOf(t, "diffusion?n=5..80*5&c=1,2&fact=copied&seeds=2")
	check(sizeWords(many), "20 runs, 2 in each cell.")
	check(readsWords(many, "Copied", ""), "A value is “Copied” at the end of the run, the mean of 2 seeds. Select a cell to open its run.")
	put(many, 7, 1)
	put(many, 17, 2)
	check(tipWords(many, 7), "n = 20, c = 2: 1.5, from 1 to 2 in 2 seeds.")
	check(sweepWords("running", s, -1), "Running, 2 of 5 runs.")
	check(sweepWords("running", s, 40_200), "Running, 2 of 5 runs, about 40 s left.")
	check(playWords("running", s), "Pause")
	check(sweepWords("paused", s, 1), "Paused at 2 of 5 runs.")
	check(playWords("paused", s), "Resume")
	check(sweepWords("cancelled", s, 1), "Cancelled at 2 of 5 runs. What is known is kept.")
	check(sweepWords("ended", s, 1), "Ended with 2 of 5 runs; the others could not be measured.")
	for run := range 5 {
		s.Put(run)
	}
	check(sweepWords("ended", s, 1), "Finished: 5 runs. None of 5 runs has the fact copied.")
	check(playWords("ended", s), "Run again")
}

// put stores a value of the fact that a sweep shows.
func put(s *sweep.Grid, run int, value float64) {
	s.Put(run, sweep.Sample{Facts: []sim.Fact{{Key: s.Fact, Value: value}}})
}
