package sweep_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// samples measures a run of a sweep.
func samples(t *testing.T, g *sweep.Grid, run int) []sweep.Sample {
	t.Helper()
	m := sweep.Meter{Run: open(t, g.RunAddress(run)), Every: g.Every}
	for !m.Work(func() bool { return true }) {
	}
	return m.Samples
}

// measured is a sweep whose runs are all known, in an order of its own.
func measured(t *testing.T, address string, seed uint64) *sweep.Grid {
	t.Helper()
	g := openGrid(t, address)
	for _, run := range rand.New(rand.NewPCG(seed, 0)).Perm(g.Runs()) {
		g.Put(run, samples(t, g, run)...)
	}
	g.MadeBy("Rote")
	return g
}

// wide are sweeps of several facts, with readings on the way or without.
var wide = []string{
	"walk?view=count&steps=3&n=2..8*3&fact=share,farthest&seeds=2", "walk?view=count&steps=3&n=2..8*3&c=0.5,1&fact=*",
	"walk?view=count&n=2..8*3&fact=farthest,*", "walk?view=count&n=2..8*3&fact=*&every=4", "walk?steps=2,7&fact=share&every=3&at=5", "walk?steps=1..3*3&fact=share,no&every=100",
}

// A file has a column for each fact and all comments before the head, and does not
// depend on the order in which runs were measured.
func TestWideFiles(t *testing.T) {
	g := measured(t, "walk?view=count&steps=3&n=2,8&fact=*", 1)
	x := g.Value(1, "farthest")
	want := "# rote sweep: walk?view=count&steps=3&n=2,8&fact=*\n# made by: Rote\n# name of step: Steps\n# name of farthest: Farthest walker\n# name of share: Share near 0\n" +
		"# unit of step: steps\n# unit of farthest: m\nn,seed,step,farthest,share\n2,1,3,," + sim.FormatFloat(g.Value(0, "share")) +
		"\n8,1,3," + sim.FormatFloat(x) + "," + sim.FormatFloat(g.Value(1, "share")) + "\n"
	if got := g.File(sweep.CSV, sweep.Shard{}); got != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
	for _, address := range wide {
		for _, format := range []sweep.Format{sweep.CSV, sweep.JSONL} {
			want := measured(t, address, 0).File(format, sweep.Shard{})
			for seed := range uint64(4) {
				if got := measured(t, address, seed+1).File(format, sweep.Shard{}); got != want {
					t.Errorf("%s: in another order the file is\n%s\nwant\n%s", address, got, want)
				}
			}
		}
	}
}

// A file is read as it was written, whole, cut, and as it grew.
func TestWideFilesRead(t *testing.T) {
	for _, address := range wide {
		g := measured(t, address, 3)
		want := g.File(sweep.CSV, sweep.Shard{})
		got, _, err := sweep.Read(labs, want)
		if err != nil || got.File(sweep.CSV, sweep.Shard{}) != want || got.Known() != g.Runs() {
			t.Errorf("%s: %v:\n%s\nwant\n%s", address, err, got.File(sweep.CSV, sweep.Shard{}), want)
		}
		half := openGrid(t, address)
		journal := half.Journal(sweep.CSV, sweep.Shard{}, "Rote")
		text := journal.Start()
		for _, run := range rand.New(rand.NewPCG(1, 1)).Perm(half.Runs()) {
			half.Put(run, samples(t, half, run)...)
			text += journal.Rows(run)
		}
		if got, _, err = sweep.Read(labs, text); err != nil || got.File(sweep.CSV, sweep.Shard{}) != want {
			t.Errorf("%s: %v:\n%s\nis not read as\n%s", address, err, text, want)
		}
		checkCuts(t, g, want)
	}
}

// checkCuts cuts a file at the end of every line: what is read of it is right.
func checkCuts(t *testing.T, g *sweep.Grid, text string) {
	t.Helper()
	for i := range text {
		if text[i] != '\n' || !strings.Contains(text[:i], "\n2,1,") {
			continue
		}
		got, _, err := sweep.Read(labs, text[:i+1])
		if err != nil {
			t.Fatalf("%q: %v", text[:i+1], err)
		}
		for run := range g.Runs() {
			if _, known := got.Get(run); known {
				got.Put(run)
				got.Put(run, samples(t, g, run)...)
			}
		}
		whole := openGrid(t, g.Address())
		whole.Take(got)
		if whole.Known() != got.Known() {
			t.Errorf("%q: %d of %d runs are taken", text[:i+1], whole.Known(), got.Known())
		}
	}
}

// A fact that has the name of a column beside it has a column of its own. A file of
// before, in which both had one name, is read, too.
func TestFactNamedAsAColumn(t *testing.T) {
	for _, address := range []string{"walk?view=count&n=2..8*3&fact=*&every=4", "walk?view=count&n=2..8*3&fact=step,share&every=4"} {
		g := measured(t, address, 1)
		want := g.File(sweep.CSV, sweep.Shard{})
		reader := csv.NewReader(strings.NewReader(want))
		reader.Comment = '#'
		rows, err := reader.ReadAll()
		if err != nil || !slices.Contains(rows[0], "fact_step") || len(slices.Compact(slices.Sorted(slices.Values(rows[0])))) != len(rows[0]) || !strings.Contains(want, "# name of fact_step: Steps\n") {
			t.Errorf("%s: %v:\n%s", address, err, want)
		}
		got, _, err := sweep.Read(labs, strings.ReplaceAll(want, "fact_step", "step"))
		if err != nil || got.File(sweep.CSV, sweep.Shard{}) != want {
			t.Errorf("%s: a file of before is read with %v as\n%s\nwant\n%s", address, err, got.File(sweep.CSV, sweep.Shard{}), want)
		}
	}
}

// Every line of the other format is an object that can be understood by itself.
func TestJSONL(t *testing.T) {
	for _, address := range wide {
		g := measured(t, address, 5)
		reader := csv.NewReader(strings.NewReader(g.File(sweep.CSV, sweep.Shard{})))
		reader.Comment = '#'
		rows, err := reader.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(g.File(sweep.JSONL, sweep.Shard{Index: 0, Of: 1})), "\n")
		if len(lines) != len(rows)-1 {
			t.Fatalf("%s: %d lines, %d rows", address, len(lines), len(rows)-1)
		}
		for i, line := range lines {
			var o map[string]any
			if err := json.Unmarshal([]byte(line), &o); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			about := o["rote"].(map[string]any)
			if about["sweep"] != g.Address() || fmt.Sprint(about["made"]) != "[Rote]" || fmt.Sprint(about["names"].(map[string]any)["share"]) != "Share near 0" {
				t.Errorf("%s: it is about %v", line, about)
			}
			for k, key := range rows[0] {
				if got := o[key]; got == nil && rows[i+1][k] != "" || got != nil && sim.FormatFloat(got.(float64)) != rows[i+1][k] {
					t.Errorf("%s: %s is %v, want %s", line, key, got, rows[i+1][k])
				}
			}
		}
	}
}

// Readings stand at every so many ticks from the start, and at the end.
func TestEvery(t *testing.T) {
	for address, want := range map[string][]int{
		"walk?n=2,3&fact=share&every=4": {0, 4, 6}, "walk?n=2,3&fact=share&every=3": {0, 3, 6}, "walk?n=2,3&fact=share&every=3&at=5": {0, 3, 5},
		"walk?n=2,3&fact=share&every=100": {0, 6}, "walk?n=2,3&fact=share": {6}, "walk?n=2,3&steps=1&fact=share&every=1": {0, 1},
	} {
		g := openGrid(t, address)
		var steps []int
		for _, s := range samples(t, g, 0) {
			steps = append(steps, s.Step)
			r := open(t, g.RunAddress(0))
			r.Seek(s.Step, nil)
			if got, want := s.Facts[0].Value, r.Frame().Facts[0].Value; got != want {
				t.Errorf("%s: at step %d it states %v, want %v", address, s.Step, got, want)
			}
		}
		if !slices.Equal(steps, want) {
			t.Errorf("%s has readings at %v, want %v", address, steps, want)
		}
	}
}

// Another fact of the same runs is shown without a run.
func TestShow(t *testing.T) {
	g := measured(t, "walk?view=count&steps=3&n=2..8*3&fact=share", 1)
	g.Show("farthest")
	if !strings.HasPrefix(g.Finding(), "Farthest walker: ") || g.Frame().Panels[0].Y.Unit != "m" {
		t.Errorf("it says %q", g.Finding())
	}
	other := openGrid(t, "walk?view=count&steps=3&n=2..8*3&fact=farthest,*")
	other.Take(g)
	if other.Known() != 3 || other.Finding() != g.Finding() {
		t.Errorf("the other sweep has %d runs, and says %q", other.Known(), other.Finding())
	}
	kept, _, err := sweep.Read(labs, g.File(sweep.CSV, sweep.Shard{}))
	if err != nil {
		t.Fatal(err)
	}
	none := openGrid(t, other.Address())
	if none.Take(kept); none.Known() != 0 {
		t.Error("a file of one fact knows all of them")
	}
}

func TestWideRepairs(t *testing.T) {
	for _, row := range []struct{ query, want, repair string }{
		{"n=2,4&fact=share,share", "n=2,4&fact=share", "fact = share is named twice and is left out."},
		{"n=2,4&fact=x!,share", "n=2,4&fact=share", "fact = x! is not the key of a fact and is left out."},
		{"n=2,4&fact=*,share", "n=2,4&fact=share,*", ""},
		{"n=2,4&fact=**", "n=2,4&fact=*", "fact = ** is read as *."},
		{"n=2,4&fact=*,share,*", "n=2,4&fact=share,*", "fact = * is not the key of a fact and is left out."},
		{"n=2,4&fact=share&every=0", "n=2,4&fact=share", ""},
		{"n=2,4&fact=share&every=x", "n=2,4&fact=share", "every = x is not a number; allowed is 0 to 1000000000; using the default 0."},
	} {
		g, repairs, err := sweep.Open(labs, "walk?"+row.query)
		if err != nil || sim.Query(g.Address()) != row.want || strings.Join(repairs, "|") != row.repair {
			t.Errorf("%s opens, error %v,\n%s, want\n%s, with\n%q, want\n%q", row.query, err, g.Address(), row.want, strings.Join(repairs, "|"), row.repair)
		}
	}
}
