package sim_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"example.org/rote/sim"
)

// parts is a lab whose knobs stand in parts and groups.
type parts struct {
	view, mood string
	n, epochs  int
	c          float64
}

func (l *parts) Knobs(k *sim.Knobs) {
	k.Choice(&l.view, "view", "View", "one", "two", "three").Names("The first", "The second", "The third").Live("one", "two")
	k.Int(&l.n, "n", "Training points", 5, 1, 9).Main().Short("Points")
	two := k.In(&l.view, "two", "three")
	two.Group("How it goes")
	two.Float(&l.c, "c", "Strength", 1, 0, 2).Main("three")
	two.In(&l.mood, "loud").Int(&l.epochs, "epochs", "Epochs", 40, 1, 100).Rising()
	two.Choice(&l.mood, "mood", "Mood", "loud", "calm")
}

func (l *parts) Open(*rand.Rand) sim.Scene { return l }
func (l *parts) Step() sim.Pace            { return sim.Tick }
func (l *parts) Draw(f *sim.Frame)         { f.Says = "It goes." }

func openParts(t *testing.T, address string) *sim.Run {
	t.Helper()
	r, repairs, err := sim.Open([]sim.Info{{Name: "parts", New: func() sim.Lab { return new(parts) }}}, address)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("%s: %v, %q", address, err, repairs)
	}
	return r
}

func TestPartsOfKnobs(t *testing.T) {
	for address, want := range map[string][]string{
		"parts":                      {"view", "n"},
		"parts?view=two":             {"view", "n", "c", "epochs", "mood"},
		"parts?view=three&mood=calm": {"view", "n", "c", "mood"},
	} {
		var shown []string
		r := openParts(t, address)
		for _, k := range r.Knobs.All() {
			if k.Shown() {
				shown = append(shown, k.Key)
			}
		}
		if !slices.Equal(shown, want) {
			t.Errorf("%s shows %q, want %q", address, shown, want)
		}
	}
	r := openParts(t, "parts")
	n, c, view := r.Find("n"), r.Find("c"), r.Find("view")
	if n.Heading != "" || c.Heading != "How it goes" || n.Brief != "Points" || c.Brief != "Strength" {
		t.Errorf("n stands in %q as %q, c in %q as %q", n.Heading, n.Brief, c.Heading, c.Brief)
	}
	if view.NameOf("two") != "The second" || c.NameOf("two") != "two" {
		t.Errorf("two is read as %q by view and %q by c", view.NameOf("two"), c.NameOf("two"))
	}
	if !n.IsMain() || c.IsMain() || view.IsMain() {
		t.Error("in view one only n is a main knob")
	}
	if r = openParts(t, "parts?view=three"); !r.Find("c").IsMain() {
		t.Error("in view three c is a main knob")
	}
}

// Which changes restart a run.
func TestEffects(t *testing.T) {
	for _, row := range []struct {
		address, key, text string
		want               sim.Effect
	}{
		{"parts", "view", "two", sim.Changed},
		{"parts", "view", "three", sim.Restarted},
		{"parts?view=three", "view", "one", sim.Restarted},
		{"parts", "view", "one", sim.Nothing},
		{"parts?view=two", "epochs", "41", sim.Changed},
		{"parts?view=two", "epochs", "39", sim.Restarted},
		{"parts?view=two", "epochs", "40", sim.Nothing},
		{"parts?view=two", "epochs", "9", sim.Restarted}, // as text it would be above 40
		{"parts", "n", "6", sim.Restarted},
	} {
		r := openParts(t, row.address)
		r.Seek(3, nil)
		if got, _ := r.Set(row.key, row.text); got != row.want || (r.Ticks() == 0) != (got == sim.Restarted) {
			t.Errorf("%s: %s = %s: effect %d at tick %d, want effect %d", row.address, row.key, row.text, got, r.Ticks(), row.want)
		}
	}
}

func TestWrongDeclarationsOfValuesPanic(t *testing.T) {
	for name, declare := range map[string]func(*sim.Knob){
		"a name too few":        func(k *sim.Knob) { k.Names("only one") },
		"live among no value":   func(k *sim.Knob) { k.Live("a", "c") },
		"a log scale of a word": func(k *sim.Knob) { k.Log() },
	} {
		var word string
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			declare(new(sim.Knobs).Choice(&word, "key", "Label", "a", "b"))
		}()
	}
}

// Marks keep what the panel lends, however much it lends after, and a frame that
// is drawn again allocates nothing.
func TestPanelsLend(t *testing.T) {
	var f sim.Frame
	pairs := []float64{1, 2, 3, 4}
	draw := func() *sim.Panel {
		f.Reset()
		p := f.Panel("Where?")
		for i := range 100 {
			p.Level(sim.Line{Name: "level"}, float64(i), 0, 1)
			p.Upright(sim.Line{Name: "upright"}, float64(i), 2, 3)
			p.Dot(sim.Points{Name: "dot"}, float64(i), 4)
		}
		p.Map(sim.Points{Name: "map"}, pairs)
		return p
	}
	p := draw()
	for i := range 100 {
		x := float64(i)
		level, upright, dot := p.Lines[2*i], p.Lines[2*i+1], p.Points[i]
		if !slices.Equal(level.X, []float64{0, 1}) || !slices.Equal(level.Y, []float64{x, x}) ||
			!slices.Equal(upright.X, []float64{x, x}) || !slices.Equal(upright.Y, []float64{2, 3}) ||
			!slices.Equal(dot.X, []float64{x}) || !slices.Equal(dot.Y, []float64{4}) {
			t.Fatalf("%d: level %v %v, upright %v %v, dot %v %v", i, level.X, level.Y, upright.X, upright.Y, dot.X, dot.Y)
		}
	}
	last := p.Points[100]
	if !slices.Equal(last.X, []float64{1, 3}) || !slices.Equal(last.Y, []float64{2, 4}) {
		t.Errorf("map of %v: %v %v", pairs, last.X, last.Y)
	}
	draw()
	if got := testing.AllocsPerRun(5, func() { draw() }); got > 0 {
		t.Errorf("drawing again allocates %g times", got)
	}
}
