package sim_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
)

func open(t *testing.T, address string) *sim.Run {
	t.Helper()
	r, repairs, err := sim.Open(labs, address)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("open %s: repairs %q, error %v", address, repairs, err)
	}
	return r
}

// bits returns the encoded frame: equal bytes are equal frames, bit for bit.
func bits(r *sim.Run) string { return string(sim.AppendFrame(nil, r.Frame())) }

func TestOpenRepairs(t *testing.T) {
	knobs := "allowed are view, n, steps, c, tol, both, pts, seed, at."
	for _, row := range []struct{ address, want, repair string }{
		{"walk?foo=1&n=3", "walk?n=3", "foo is not a knob of walk and is left out; " + knobs},
		{"walk?=1", "walk", "(empty) is not a knob of walk and is left out; " + knobs},
		{"walk?N=3", "walk?n=3", "N is read as n."},
		{"walk?v=99", "walk", "v = 99 is not an address format this Rote knows; allowed is 1; reading the address as that."},
		{"walk?seed=0", "walk", "seed = 0 is below 1; using 1."},
		{"walk?seed=1e12", "walk?seed=2147483647", "seed = 1e12 is above 2147483647; using 2147483647."},
		{"walk?at=-1", "walk", "at = -1 is below 0; using 0."},
		{"walk?at=x", "walk", "at = x is not a number; allowed is 0 to 1000000000; using the default 0."},
		{"walk?n=4.7", "walk", "n = 4.7 is not a whole number; using 5."},
		{"walk?view=<script>", "walk", "view = <script> is read as script.|view = script is not one of map or count; using map."},
		{"walk?n=3&n=4", "walk?n=3", "n is given more than once; using the first, 3."},
		{"walk?%zz", "walk", "%zz is not valid: % wants two hexadecimal digits; it is left out."},
		{"walk?mode=present&show=n,c&v=1", "walk", ""},
		{"walk?fact=share", "walk", "fact = share belongs to a sweep, which names a fact and a range such as n=4..64, and is left out."},
		{"walk?seeds=3", "walk", "seeds = 3 belongs to a sweep, which names a fact and a range such as n=4..64, and is left out."},
		{"walk?MODE=Present&show=N,C&rev=v0.1.0", "walk", "MODE is read as mode.|mode = Present is read as present.|show = N,C is read as n,c.|rev = v0.1.0 is read as 0.1.0."},
	} {
		r, repairs, err := sim.Open(labs, row.address)
		if err != nil || r.Address() != row.want || strings.Join(repairs, "|") != row.repair {
			t.Errorf("%s opens %s, error %v,\nwith %q\nwant %q", row.address, r.Address(), err, repairs, row.repair)
		}
	}
}

func TestOpenUnknownLab(t *testing.T) {
	for address, want := range map[string]string{
		"nope?n=3": "lab nope: unknown; allowed is walk or other",
		"":         "lab (empty): unknown; allowed is walk or other",
	} {
		if r, _, err := sim.Open(labs, address); r != nil || err == nil || err.Error() != want {
			t.Errorf("open %q: %v, error %v, want %s", address, r, err, want)
		}
	}
}

func TestAddressIsCanonical(t *testing.T) {
	for given, want := range map[string]string{
		"walk?seed=3&c=0.10&n=1e1": "walk?n=10&c=0.1&seed=3",
		"walk?n=5&view=map&at=4":   "walk",
		"walk?pts=1,2&both=0":      "walk?both=off&pts=1,2",
	} {
		if got := open(t, given).Address(); got != want {
			t.Errorf("address of %s is %s, want %s", given, got, want)
		}
	}
}

func TestSetRestartsOrGoesOn(t *testing.T) {
	for _, row := range []struct {
		key, text string
		effect    sim.Effect
		ticks     int
		address   string
	}{
		{"tol", "1", sim.Changed, 2, "walk?tol=1"},
		{"tol", "0.5", sim.Nothing, 2, "walk"},
		{"n", "5.0", sim.Nothing, 2, "walk"},
		{"n", "9", sim.Restarted, 0, "walk?n=9"},
		{"seed", "9", sim.Restarted, 0, "walk?seed=9"},
		{"at", "9", sim.Nothing, 2, "walk"},
	} {
		r := open(t, "walk")
		r.Seek(2, nil)
		effect, repair := r.Set(row.key, row.text)
		if effect != row.effect || repair != "" || r.Ticks() != row.ticks || r.Address() != row.address {
			t.Errorf("set %s = %s: effect %d, repair %q, tick %d, %s; want effect %d, tick %d, %s",
				row.key, row.text, effect, repair, r.Ticks(), r.Address(), row.effect, row.ticks, row.address)
		}
	}
	r := open(t, "walk")
	if _, repair := r.Set("foo", "1"); !strings.HasPrefix(repair, "foo is not a knob") {
		t.Errorf("set foo: repair %q", repair)
	}
}

func TestLiveSetRearms(t *testing.T) {
	r := open(t, "walk")
	r.Finish()
	r.Set("tol", "2")
	if r.Done() || r.Ticks() != 6 {
		t.Errorf("after the set: done %t at tick %d, want not done at tick 6", r.Done(), r.Ticks())
	}
	r.Finish()
	fresh := open(t, "walk?tol=2")
	fresh.Finish()
	if bits(r) != bits(fresh) {
		t.Error("a live set at the end differs from a run with the new value")
	}
}

func TestResetRepeats(t *testing.T) {
	r, fresh := open(t, "walk?n=7&seed=3"), open(t, "walk?n=7&seed=3")
	r.Finish()
	r.Reset()
	for r.Ticks() == 0 || !r.Done() {
		if bits(r) != bits(fresh) {
			t.Fatalf("tick %d differs after a reset", r.Ticks())
		}
		if a, b := r.Step(nil), fresh.Step(nil); a != b {
			t.Fatalf("tick %d: pace %d, and %d in a fresh run", r.Ticks(), a, b)
		}
	}
	other := open(t, "walk?n=7&seed=4")
	other.Finish()
	if bits(r) == bits(other) {
		t.Error("seeds 3 and 4 give equal frames")
	}
}

func TestStepStopsWhenEnough(t *testing.T) {
	r := open(t, "walk")
	calls := 0
	enough := func() bool { calls++; return true }
	for i, want := range []sim.Pace{sim.Busy, sim.Tick, sim.Busy, sim.Tick} {
		if got := r.Step(enough); got != want || r.Ticks() != (i+1)/2 {
			t.Errorf("slice %d: pace %d at tick %d, want %d at tick %d", i, got, r.Ticks(), want, (i+1)/2)
		}
	}
	if calls != 2 {
		t.Errorf("enough was asked %d times, want once after each busy slice", calls)
	}
}

func TestSeek(t *testing.T) {
	for _, row := range []struct {
		n, ticks int
		done     bool
	}{{0, 0, false}, {-1, 0, false}, {1, 1, false}, {5, 5, false}, {6, 6, true}, {7, 6, true}, {1e9, 6, true}} {
		r := open(t, "walk")
		if !r.Seek(row.n, nil) || r.Ticks() != row.ticks || r.Done() != row.done {
			t.Errorf("seek %d: tick %d, done %t; want tick %d, done %t", row.n, r.Ticks(), r.Done(), row.ticks, row.done)
		}
	}
	r := open(t, "walk")
	if r.Seek(3, func() bool { return true }) || r.Ticks() != 0 {
		t.Errorf("a seek that is stopped says it arrived, at tick %d", r.Ticks())
	}
}

func TestTouch(t *testing.T) {
	for _, row := range []struct {
		name    string
		touch   sim.Touch
		changed bool
		ticks   int
		address string
	}{
		{"live knob", sim.Touch{Kind: sim.Press, X: 2}, true, 2, "walk?tol=2"},
		{"same value", sim.Touch{Kind: sim.Press, X: 0.5}, false, 2, "walk"},
		{"restart", sim.Touch{Kind: sim.Drag, X: 1, Y: 2}, true, 0, "walk?pts=1,2"},
		{"ignored", sim.Touch{Kind: sim.Release, X: 1}, false, 2, "walk"},
		{"no such panel", sim.Touch{Kind: sim.Press, Panel: 1, X: 2}, false, 2, "walk"},
		{"panel -1", sim.Touch{Kind: sim.Press, Panel: -1, X: 2}, false, 2, "walk"},
		{"not a place", sim.Touch{Kind: sim.Press, X: 2, Y: math.NaN()}, false, 2, "walk"},
		{"far away", sim.Touch{Kind: sim.Press, X: math.Inf(1)}, false, 2, "walk"},
	} {
		r := open(t, "walk")
		r.Seek(2, nil)
		if got := r.Touch(row.touch) != sim.Nothing; got != row.changed || r.Ticks() != row.ticks || r.Address() != row.address {
			t.Errorf("%s: changed %t, tick %d, %s; want %t, %d, %s",
				row.name, got, r.Ticks(), r.Address(), row.changed, row.ticks, row.address)
		}
	}
	if !open(t, "walk").CanTouch() {
		t.Error("the lab cannot be touched")
	}
}

func TestFind(t *testing.T) {
	r := open(t, "walk?seed=3&at=2")
	if r.Find("seed") != r.Seed || r.Find("at") != r.At || r.Find("n") != r.Knobs.All()[1] || r.Find("nope") != nil {
		t.Error("Find returns another knob")
	}
	if r.Seed.Text() != "3" || r.At.Text() != "2" {
		t.Errorf("seed %s and at %s, want 3 and 2", r.Seed.Text(), r.At.Text())
	}
}

func TestFrameReset(t *testing.T) {
	f := open(t, "walk").Frame()
	f.Reset()
	if f.Says != "" || len(f.Facts) != 0 || len(f.Panels) != 0 {
		t.Errorf("a reset frame holds %+v", f)
	}
	if p := f.Panel("Again"); !p.IsEmpty() || p.X.Name != "" || p.Title != "Again" {
		t.Errorf("a new panel in used memory holds %+v", p)
	}
	f.Fact("no", "", "", "", math.NaN())
	f.Fact("yes", "", "", "", 2)
	if _, ok := f.Value("no"); ok || !slices.ContainsFunc(f.Facts, func(fact sim.Fact) bool { return fact.Key == "yes" }) {
		t.Errorf("facts %+v, want yes alone", f.Facts)
	}
}

// A run that is measured, at once or in slices, ends where its address says.
func TestMeasure(t *testing.T) {
	for _, address := range []string{"walk", "walk?at=3", "walk?at=6", "walk?at=99", "walk?steps=1"} {
		want, sliced := open(t, address), open(t, address)
		if at := int(want.At.Number()); at > 0 {
			want.Seek(at, nil)
		} else {
			want.Finish()
		}
		slices := 0
		for !sliced.Measure(func() bool { return true }) {
			slices++
		}
		if bits(want) != bits(sliced) || want.Ticks() != sliced.Ticks() || want.Done() != sliced.Done() {
			t.Errorf("%s measured in slices differs: %d ticks, done %v", address, sliced.Ticks(), sliced.Done())
		}
		if n := 2*want.Ticks() - 1; slices < n {
			t.Errorf("%s: asked %d times, want at least %d", address, slices, n)
		}
		if r := open(t, address); !r.Measure(nil) || bits(r) != bits(want) {
			t.Errorf("%s measured at once differs", address)
		}
	}
}
