package sim_test

import (
	"strings"
	"testing"

	"example.org/rote/sim"
)

// declared returns the knobs of the toy lab.
func declared() (*walk, *sim.Knobs) {
	w, k := new(walk), new(sim.Knobs)
	w.Knobs(k)
	return w, k
}

func TestDeclarationSetsDefaults(t *testing.T) {
	w, k := declared()
	if w.view != "map" || w.n != 5 || w.drift != 0 || w.near != 0.5 || !w.both || len(w.pts) != 0 {
		t.Errorf("fields after declaration: %+v", *w)
	}
	for _, knob := range k.All() {
		if knob.Text() != knob.DefaultText() {
			t.Errorf("%s = %q, want its default %q", knob.Key, knob.Text(), knob.DefaultText())
		}
	}
	if got := k.Find("n").Default("7"); got.Text() != "7" || got.DefaultText() != "7" || w.n != 7 {
		t.Errorf("Default(7): text %q, default %q, field %d", got.Text(), got.DefaultText(), w.n)
	}
}

func TestRange(t *testing.T) {
	_, k := declared()
	for key, want := range map[string]string{
		"view": "map or count", "n": "1 to 2048", "c": "0 to 10", "tol": "0.0001 to 5", "both": "off or on",
		"pts": "up to 64 points x,y,x,y,... within ±100",
	} {
		if got := k.Find(key).Range(); got != want {
			t.Errorf("range of %s: %q, want %q", key, got, want)
		}
	}
}

func TestShownAndInactive(t *testing.T) {
	w, k := declared()
	c, both := k.Find("c"), k.Find("both")
	if !c.Shown() || both.Inactive() != "" {
		t.Errorf("by default: c shown %t, both inactive because %q", c.Shown(), both.Inactive())
	}
	w.view, w.steps = "count", 1
	if c.Shown() || both.Inactive() != "There are no steps." {
		t.Errorf("view count, one step: c shown %t, both inactive because %q", c.Shown(), both.Inactive())
	}
}

func TestNumber(t *testing.T) {
	w, k := declared()
	w.view, w.pts = "count", []float64{1, 2, 3, 4}
	for key, want := range map[string]float64{"view": 1, "n": 5, "c": 0, "tol": 0.5, "both": 1, "pts": 2} {
		if got := k.Find(key).Number(); got != want {
			t.Errorf("number of %s: %g, want %g", key, got, want)
		}
	}
	k.Find("n").SetNumber(1e300)
	k.Find("tol").SetNumber(-1)
	k.Find("both").SetNumber(0.2)
	if w.n != 2048 || w.near != 1e-4 || w.both {
		t.Errorf("SetNumber out of range: n %d, tol %g, both %t", w.n, w.near, w.both)
	}
}

func TestWrongDeclarationsPanic(t *testing.T) {
	var n int
	var x float64
	var word string
	for name, declare := range map[string]func(k *sim.Knobs){
		"key with a capital":       func(k *sim.Knobs) { k.Int(&n, "N", "", 1, 0, 2) },
		"key with a digit first":   func(k *sim.Knobs) { k.Int(&n, "2m", "", 1, 0, 2) },
		"no key":                   func(k *sim.Knobs) { k.Int(&n, "", "", 1, 0, 2) },
		"reserved key":             func(k *sim.Knobs) { k.Int(&n, "seed", "", 1, 0, 2) },
		"key twice":                func(k *sim.Knobs) { k.Int(&n, "n", "", 1, 0, 2); k.Float(&x, "n", "", 1, 0, 2) },
		"default out of range":     func(k *sim.Knobs) { k.Int(&n, "n", "", 3, 0, 2) },
		"empty range":              func(k *sim.Knobs) { k.Float(&x, "x", "", 3, 4, 2) },
		"log scale from 0":         func(k *sim.Knobs) { k.Float(&x, "x", "", 1, 0, 2).Log() },
		"LogZero from 1":           func(k *sim.Knobs) { k.Float(&x, "x", "", 1, 1, 2).LogZero(0.1) },
		"LogZero of 0":             func(k *sim.Knobs) { k.Float(&x, "x", "", 1, 0, 2).LogZero(0) },
		"default not among values": func(k *sim.Knobs) { k.Choice(&word, "w", "", "a", "b").Default("c") },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if text, _ := recover().(string); !strings.HasPrefix(text, "sim: ") {
					t.Errorf("panic %q, want one that starts with sim:", text)
				}
			}()
			declare(new(sim.Knobs))
		})
	}
}
