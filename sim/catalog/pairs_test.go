package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/simtest"
)

// Each lab proposes pairs of runs that open as they stand, differ in a knob or two
// and in nothing else, and end with different numbers.
func TestPairs(t *testing.T) {
	for _, info := range catalog.Labs() {
		if len(info.Pairs) < 2 {
			t.Errorf("%s proposes %d pairs", info.Name, len(info.Pairs))
		}
		for i, p := range info.Pairs {
			t.Run(p.Address, func(t *testing.T) {
				r := openPair(t, info, p)
				if p.Heavy && !simtest.Slow {
					return
				}
				r.Finish()
				endsApart(t, r)
				if i == 0 {
					equalsAlone(t, r)
				}
			})
		}
	}
}

func openPair(t *testing.T, info sim.Info, p sim.Comparison) *sim.Run {
	t.Helper()
	r, repairs, err := sim.Open([]sim.Info{info}, p.Address)
	switch {
	case err != nil || len(repairs) > 0:
		t.Fatalf("%v, repairs %q", err, repairs)
	case !r.Compares() || r.Address() != p.Address:
		t.Errorf("opens %s", r.Address())
	case p.Words == "" || strings.ContainsAny(p.Words, "?.:="):
		t.Errorf("the words are %q", p.Words)
	}
	if n := len(r.Differing()); n < 1 || n > 2 || n != len(settings(r)) {
		t.Errorf("it differs in %d knobs with an effect, and in %q in all", n, settings(r))
	}
	return r
}

// settings returns the keys of all knobs in which the runs differ.
func settings(r *sim.Run) (keys []string) {
	for _, k := range append(slices.Clip(r.Knobs.All()), r.Seed) {
		if other := r.Find(sim.OfB + k.Key); other != nil && other.Text() != k.Text() {
			keys = append(keys, k.Key)
		}
	}
	return keys
}

func endsApart(t *testing.T, r *sim.Run) {
	t.Helper()
	f := r.Frame()
	a, _ := figure.HeadlineOf(f, f.Sides[0].Headline)
	b, _ := figure.HeadlineOf(f, f.Sides[1].Headline)
	if a == b || a == "–" || b == "–" {
		t.Errorf("it ends with %s and %s", a, b)
	}
}

// equalsAlone compares both runs, at their ends, with the same runs alone: bit for
// bit.
func equalsAlone(t *testing.T, both *sim.Run) {
	t.Helper()
	a, b := both.Sides()
	ticks := 0
	for i, address := range []string{a, b} {
		r, _, err := sim.Open(catalog.Labs(), address)
		if err != nil {
			t.Fatal(err)
		}
		r.Finish()
		ticks = max(ticks, r.Ticks())
		prefix := []string{"", sim.OfB}[i]
		for _, want := range r.Frame().Facts {
			if got, ok := both.Frame().Value(prefix + want.Key); !ok || got != want.Value {
				t.Errorf("%s%s is %g, alone %g", prefix, want.Key, got, want.Value)
			}
		}
		if got := both.Frame().Sides[i].Says; got != r.Frame().Says {
			t.Errorf("it says %q, alone %q", got, r.Frame().Says)
		}
	}
	if both.Ticks() != ticks {
		t.Errorf("%d ticks, the longer run has %d", both.Ticks(), ticks)
	}
}
