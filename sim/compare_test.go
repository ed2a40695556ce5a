package sim_test

import (
	"strings"
	"testing"

	"example.org/rote/sim"
)

var chests = []sim.Info{chestInfo()}

func compared(t *testing.T, address string) *sim.Run {
	t.Helper()
	r, repairs, err := sim.Open(chests, address)
	if err != nil || len(repairs) > 0 || !r.Compares() {
		t.Fatalf("%s opens with %q, %v", address, repairs, err)
	}
	return r
}

// At every tick each run of a comparison is where it is alone; the shorter waits.
func TestCompareRunsBoth(t *testing.T) {
	r := compared(t, "chest?m=20&seed=3&b.m=50&b.seed=4")
	alone := [2]*sim.Run{}
	for i, address := range []string{"chest?m=20&seed=3", "chest?m=50&seed=4"} {
		alone[i], _, _ = sim.Open(chests, address)
	}
	for {
		f := r.Frame()
		for i, a := range alone {
			if got := f.Sides[i].Says; got != a.Frame().Says {
				t.Fatalf("tick %d: run %d says %q, alone %q", r.Ticks(), i, got, a.Frame().Says)
			}
			a.Step(nil)
		}
		if r.Step(nil) == sim.Done {
			break
		}
	}
	if r.Ticks() != 50 {
		t.Errorf("%d ticks, want 50", r.Ticks())
	}
}

// A live knob of one run that has changed gives the frames of the new address, also
// when that run was over, or both were.
func TestCompareLive(t *testing.T) {
	for _, ticks := range []int{0, 5, 25, 40, 99} {
		for _, key := range []string{"m", "b.m"} {
			r := compared(t, "chest?m=20&b.m=50")
			r.Seek(ticks, nil)
			before := r.Ticks()
			if effect, repair := r.Set(key, "70"); effect != sim.Changed || repair != "" {
				t.Fatalf("%s has effect %d, %s", key, effect, repair)
			}
			if r.Ticks() != before {
				t.Errorf("%s at tick %d: the change itself is a tick", key, before)
			}
			r.Finish()
			want := compared(t, r.Address())
			want.Finish()
			if bits(r) != bits(want) {
				t.Errorf("%s at tick %d: another end than that of %s", key, ticks, r.Address())
			}
		}
	}
	r := compared(t, "chest?m=20&b.m=50")
	r.Seek(30, nil)
	if effect, _ := r.Set("b.m", "40"); effect != sim.Restarted || r.Ticks() != 0 {
		t.Errorf("lowering b.m has effect %d, at tick %d", effect, r.Ticks())
	}
}

// The address of a comparison is that of A and, with b., that of B, and stays one of
// a comparison when both are the standard run.
func TestCompareAddress(t *testing.T) {
	for _, c := range []struct{ address, want, a, b string }{
		{"chest?m=20&b.m=50", "chest?m=20&b.m=50", "chest?m=20", "chest?m=50"},
		{"chest?b.seed=2&seed=3&m=7", "chest?m=7&seed=3&b.seed=2", "chest?m=7&seed=3", "chest?seed=2"},
		{"chest?b.m=100", "chest?b.seed=1", "chest", "chest"},
	} {
		r := compared(t, c.address)
		a, b := r.Sides()
		if r.Address() != c.want || a != c.a || b != c.b || sim.Versus(a, b) != c.want {
			t.Errorf("%s is %s, of %s and %s, joined %s; want %s, %s, %s", c.address, r.Address(), a, b, sim.Versus(a, b), c.want, c.a, c.b)
		}
	}
	_, repairs, _ := sim.Open(chests, "chest?b.m=1e9&b.x=1&x=1")
	if text := strings.Join(repairs, " "); len(repairs) != 3 || !strings.Contains(text, "b.m") || !strings.Contains(text, "with b. before it") {
		t.Errorf("repairs are %q", repairs)
	}
	if plain, _, _ := sim.Open(chests, "chest?b.m=3&fact=alone"); plain.Compares() {
		t.Error("a sweep is a comparison")
	}
}

// What differs is named in the labels of the knobs.
func TestCompareWords(t *testing.T) {
	r := compared(t, "chest?m=20&b.view=curve&b.seed=5")
	f := r.Frame()
	want := [2]string{"What to look at: The drawers, Things\u00a0=\u00a020, Seed\u00a0=\u00a01", "What to look at: Thing by thing, Things\u00a0=\u00a0100, Seed\u00a0=\u00a05"}
	if got := [2]string{f.Sides[0].Knobs, f.Sides[1].Knobs}; got != want {
		t.Errorf("the runs are %q, want %q", got, want)
	}
	if f.Panels[0].Title != "A: One in a drawer?" || f.Panels[1].Title != "B: Alone so far?" || !f.Panels[1].Beside || f.Panels[2].Beside {
		t.Errorf("the panels are %q, %q", f.Panels[0].Title, f.Panels[1].Title)
	}
}

// A pointer sets the knobs of the run whose panel it is on, and of no other.
func TestCompareTouch(t *testing.T) {
	for panel, want := range []string{"walk?tol=2&b.n=6", "walk?b.n=6&b.tol=2"} {
		r, _, err := sim.Open(labs, "walk?b.n=6")
		if err != nil || !r.CanTouch() {
			t.Fatalf("%v, touched: %t", err, r.CanTouch())
		}
		if effect := r.Touch(sim.Touch{Kind: sim.Press, Panel: panel, X: 2}); effect != sim.Changed || r.Address() != want {
			t.Errorf("panel %d: effect %d, %s; want %s", panel, effect, r.Address(), want)
		}
	}
	r, _, _ := sim.Open(labs, "walk?b.n=6")
	if effect := r.Touch(sim.Touch{Kind: sim.Drag, Panel: 1, X: 2, Y: 1}); effect != sim.Restarted || r.Find("b.pts").Text() != "2,1" {
		t.Errorf("a drag has effect %d: %s", effect, r.Address())
	}
	if effect := r.Touch(sim.Touch{Kind: sim.Press, Panel: 2, X: 2}); effect != sim.Nothing {
		t.Errorf("beside all panels: effect %d", effect)
	}
}
