package simtest

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/rote/sim"
	"pgregory.net/rapid"
)

func TestToy(t *testing.T) { Test(t, info(0)) }

// all runs the checks that need no random numbers.
func all(info sim.Info) error {
	errs := []error{checkInfo(info), checkKnobs(info), checkGarbage(info)}
	for _, p := range info.Presets {
		_, err := walkToEnd(info, p.Address, nil)
		errs = append(errs, err, checkAddress(info, p.Address), checkRepeats(info, p.Address, 9))
		for _, part := range []float64{0.4, 1} {
			_, err := checkLive(info, p.Address, change{part, []sim.Pair{{Key: "tol", Value: "2"}}})
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// A rule that is broken late in a long run is found.
func TestLateFaultIsFound(t *testing.T) {
	for faults, want := range map[fault]bool{0: false, lateLive: true} {
		info := info(faults)
		info.Small = "toy?long=800"
		judged, err := checkLive(info, info.Small, change{0.1, []sim.Pair{{Key: "tol", Value: "2"}}})
		if !judged || (err != nil) != want {
			t.Errorf("judged %t, %v; want an error: %t", judged, err, want)
		}
	}
}

// Live changes that are not judged are a failure, not a silence.
func TestUnjudgedChangesFail(t *testing.T) {
	for _, row := range []struct {
		tally
		ok bool
	}{{tally{10, 5}, true}, {tally{10, 4}, false}, {tally{0, 0}, false}} {
		if err := row.err(info(0)); (err == nil) != row.ok {
			t.Errorf("%d drawn, %d judged: %v", row.drawn, row.judged, err)
		}
	}
	long := info(endless)
	judged, err := checkLive(long, "toy", change{0.5, []sim.Pair{{Key: "tol", Value: "2"}}})
	if judged || err != nil {
		t.Errorf("a run without an end: judged %t, %v", judged, err)
	}
}

// Each way to break the contract is found, and told in words that name it.
func TestFaultsAreFound(t *testing.T) {
	for want, faults := range map[string]fault{
		"Draw changes the lab":             drawChanges,
		"after a Reset differ":             resetForgets,
		"counts as a tick":                 liveTicks,
		"the end differs from that of":     liveForgotten,
		"set to [{tol 2}] at tick 3":       liveDraws,
		"panel Labels X is +Inf":           infinite,
		"points walkers: 3 items":          shortList,
		"is not a sentence":                noSentence,
		"fact near is there twice":         factTwice,
		"fact tol has the key of a knob":   factIsKnob,
		"fact seed has the key of a knob":  factReserved,
		"Of is 8, and was 7":               totalGrows,
		"done at step 7 of 14":             totalWrong,
		`and were ["Where are they?" "Wha`: panelVanishes,
		"bytes of garbage":                 garbage,
		"value 6 of 6":                     unknownRole,
		"has no marks, and Empty":          emptyPanel,
		"step 8 of 7":                      endless,
	} {
		if err := all(info(faults)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
	if err := all(info(0)); err != nil {
		t.Errorf("a lab without faults: %v", err)
	}
}

func TestInfoFaults(t *testing.T) {
	for want, spoil := range map[string]func(*sim.Info){
		"is not one lower-case word": func(i *sim.Info) { i.Name = "Toy" },
		"question":                   func(i *sim.Info) { i.Question = "Where" },
		"takes 0 s":                  func(i *sim.Info) { i.Seconds = 0 },
		"no preset":                  func(i *sim.Info) { i.Presets = nil },
		"Small is \"toy\"":           func(i *sim.Info) { i.Small = "toy" },
		"is of lab other":            func(i *sim.Info) { i.Sweeps = []sim.Sweep{{Question: "x", Address: "other?n=1..4*2"}} },
	} {
		info := info(0)
		spoil(&info)
		if err := checkInfo(info); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
	for want, address := range map[string]string{
		"repaired":                   "toy?n=0",
		"does not belong to the vie": "toy?c=1",
	} {
		info := info(0)
		info.Presets[0].Address = address
		if err := checkPresets(info); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
	for want, address := range map[string]string{
		"no knob of toy has a range":   "toy?n=1&fact=near",
		"repaired":                     "toy?n=9..3*2&fact=near",
		"c has no effect":              "toy?n=1..3*2&c=1..2*2&fact=near",
		"has the fact far":             "toy?n=1..3*2&fact=far",
		"another proposal is the same": "toy?n=3..9*2&tol=0.5..2*3&fact=near",
	} {
		info := info(0)
		info.Sweeps = append(info.Sweeps, sim.Sweep{Question: "x?", Address: address})
		if err := checkSweep(info, info.Sweeps[1]); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want an error with %q", address, err, want)
		}
	}
}

func TestQuestionFaults(t *testing.T) {
	for _, row := range []struct {
		spoil func(*sim.Sweep)
		want  string
	}{
		{func(s *sim.Sweep) { s.Words, s.Edge = "Half are near at tol = %s", 0.5 }, ""},
		{func(s *sim.Sweep) { s.Words, s.Edge = "They are nearest at n = %s", math.Inf(-1) }, ""},
		{func(s *sim.Sweep) { s.Question = "How many are near" }, "is not a question"},
		{func(s *sim.Sweep) { s.Question = strings.Repeat("near, ", 20) + "near?" }, "at most 80 characters"},
		{func(s *sim.Sweep) { s.Note = "no sentence" }, "is not a sentence"},
		{func(s *sim.Sweep) { s.Edge = 0.5 }, "has no words"},
		{func(s *sim.Sweep) { s.Words = "Half are near at c = %s" }, "KEY"},
		{func(s *sim.Sweep) { s.Words = "Half are near from n = %s on" }, "KEY"},
		{func(s *sim.Sweep) { s.Words = "50 % are near at n = %s" }, "KEY"},
		{func(s *sim.Sweep) { s.Words, s.Edge = "Half are near at n = %s", math.NaN() }, "KEY"},
	} {
		i := info(0)
		row.spoil(&i.Sweeps[0])
		err := checkSweep(i, i.Sweeps[0])
		if (err == nil) != (row.want == "") || err != nil && !strings.Contains(err.Error(), row.want) {
			t.Errorf("%+v: got %v, want an error with %q", i.Sweeps[0], err, row.want)
		}
	}
}

// Drawn addresses are valid, and reach small and large values.
func TestDrawAddress(t *testing.T) {
	small, large, points := 0, 0, 0
	drawn := rapid.Custom(func(t *rapid.T) string { return drawAddress(t, info(0)) })
	for seed := range 200 {
		r, err := open(info(0), drawn.Example(seed))
		if err != nil {
			t.Fatal(err)
		}
		if long := r.Knobs.Find("long").Text(); long != "2" {
			t.Fatalf("long is %s, and Small says 2", long)
		}
		if n := r.Knobs.Find("n").Number(); n < 20 {
			small++
		} else if n > 100 {
			large++
		}
		if r.Knobs.Find("pts").Number() > 0 {
			points++
		}
	}
	if small == 0 || large == 0 || points == 0 {
		t.Errorf("%d small, %d large, %d with points: one of them is never drawn", small, large, points)
	}
}

func TestGolden(t *testing.T) {
	here := info(0)
	here.Name = "simtest" // whose folder this is
	g := OpenGolden(t, here)
	for _, address := range []string{"simtest?n=5", "simtest?view=two&c=0.1"} {
		Walk(t, here, address, g.Watch(address))
	}
	g.Compare(t)
}

// The frames of a golden file are those that a fresh run shows at the same tick.
func TestGoldenFrames(t *testing.T) {
	g := &Golden{info: info(0)}
	Walk(t, info(0), "toy?n=3", g.Watch("toy?n=3"))
	if len(g.seen) != 3 {
		t.Fatalf("%d frames were seen, want 3", len(g.seen))
	}
	for i, want := range []string{"step 0 of 7", "step 3 of 7", "step 7 of 7"} {
		if got := g.seen[i]; got.lines[0] != want || got.address != pinned("toy?n=3", ticks[i]) {
			t.Errorf("frame %d is %s of %s, want %s", i, got.lines[0], got.address, want)
		}
	}
}

// Only the frames of a Heavy preset may be missing, and are kept.
func TestGoldenKeepsHeavyFrames(t *testing.T) {
	heavy := info(0)
	heavy.Presets[1].Heavy = true
	g := &Golden{info: heavy, seen: []section{{"toy?n=3&at=0", []string{"new"}}},
		want: []section{{"toy?n=3&at=0", []string{"old"}}, {pinned(heavy.Presets[1].Address, 3), []string{"kept"}}, {"toy?n=4&at=0", nil}}}
	got := g.merged()
	if len(got) != 2 || got[0].lines[0] != "new" || got[1].lines[0] != "kept" {
		t.Errorf("the file becomes %v", got)
	}
}

func TestGoldenTellsDifferences(t *testing.T) {
	want := sections("== a\nstep 1 of 2\nX[2] size 3 1e-16 2\n\n== b\nstep 0 of 2\n")
	for _, row := range []struct {
		line string
		ok   bool
	}{
		{"X[2] size 3 1e-16 2", true},
		{"X[2] size 3 -2e-16 2", true}, // noise, beside a size of 3
		{"X[2] size 3.000000001 1e-16 2.000000001", true},
		{"X[2] size 3.00000001 1e-16 2", false},
		{"X[2] size 3 1e-8 2", false},
		{"X[3] size 3 1e-16 2", false},
		{"X[2] size 3 1e-16", false},
		{"Y[2] size 3 1e-16 2", false},
	} {
		got := []section{{"a", []string{"step 1 of 2", row.line}}, {"b", []string{"step 0 of 2"}}}
		if errs := compare(got, want); (len(errs) == 0) != row.ok {
			t.Errorf("%s: %v, want equal %t", row.line, errs, row.ok)
		}
	}
	for _, got := range [][]section{{want[0], {"c", want[1].lines}}, {want[0], {"b", nil}}} {
		if len(compare(got, want)) == 0 {
			t.Errorf("%v is taken for %v", got, want)
		}
	}
}

// What Golden writes is what it reads.
func TestGoldenFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "testdata", "golden.txt")
	g := &Golden{info: info(0)}
	Walk(t, info(0), "toy?n=3", g.Watch("toy?n=3"))
	got := g.seen
	write(t, name, got)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if errs := compare(got, sections(string(data))); len(errs) > 0 {
		t.Error(errs)
	}
	if !strings.Contains(string(data), "step 3 of 7") {
		t.Errorf("the file is\n%s", data)
	}
}
