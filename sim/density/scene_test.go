package density

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// labWith returns a lab with knobs set.
func labWith(t *testing.T, pairs ...string) *Lab {
	t.Helper()
	l, k := new(Lab), new(sim.Knobs)
	l.Knobs(k)
	for i := 0; i < len(pairs); i += 2 {
		if repair := k.Find(pairs[i]).Set(pairs[i+1]); repair != "" {
			t.Fatal(repair)
		}
	}
	return l
}

func opened(t *testing.T, address string) *sim.Run {
	t.Helper()
	run, repairs, err := sim.Open([]sim.Info{Info()}, address)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("%s: %v, %q", address, err, repairs)
	}
	return run
}

func finished(t *testing.T, address string) *sim.Run {
	t.Helper()
	run := opened(t, address)
	run.Finish()
	return run
}

func fact(run *sim.Run, key string) float64 {
	if v, ok := run.Frame().Value(key); ok {
		return v
	}
	return math.NaN()
}

const quick = "density?n=50&width=16&epochs=20&batch=16&folds=3&samples=8"

// What the lab says, at the start, on the way and at the end.
func TestSays(t *testing.T) {
	for _, c := range []struct {
		address, says string
		ticks         int
	}{
		{"density", "200 digits, 6 of them in negative; 10 models, each of which never sees its own part.", 0},
		{quick, "Epoch 3: 3 models learn; the first scores come with epoch 5.", 3},
		{quick, "Epoch 5: no picture is far above the floor yet; unseen ones get ", 5},
		{quick, "Unseen pictures get ", 1e9},
		{quick + "&ref=5", "Unseen pictures still gain ", 1e9},
		{quick + "&ref=5&planted=0", " on average.", 1e9},
		{quick + "&planted=1", ": the odd one by ", 1e9},
		{quick + "&planted=1&copies=3", ": the copies by ", 1e9},
		{quick + "&view=neighbours", " of 100 pairs the memorized picture is nearer", 1e9},
		{quick + "&view=latent", " of the 6 highest scores belong to odd pictures; the others score ", 1e9},
		{quick + "&view=latent&planted=1", " of the highest score belongs to odd pictures; the others score ", 1e9},
		{quick + "&data=plane", "Unseen points get ", 1e9},
		{"density?data=plane&model=kde&copies=2", "below log 2 = 0.693", 1e9},
		{"density?data=plane&model=gauss", "Nothing was trained: left out, odd points lose ", 1e9},
		{"density?data=plane&model=gauss&planted=0", "Nothing was trained: left out, a point loses ", 1e9},
		{"density?view=labels&models=50&n=50", "50 digits, 5 with a wrong label; 50 small networks will each see a random 70 % of them.", 0},
		{"density?view=labels&models=50&n=50", " in 100 more if they were seen, right ones by ", 1e9},
		{"density?view=labels&models=50&n=50&wrong=0", "After 50 networks: a label is given back by ", 1e9},
	} {
		run := opened(t, c.address)
		run.Seek(c.ticks, nil)
		if says := run.Frame().Says; !strings.Contains(says, c.says) {
			t.Errorf("%s at %d: Says %q, want %q in it", c.address, c.ticks, says, c.says)
		}
	}
}

// A model that diverges is dropped: its points have no held-out value, the others keep
// theirs. Without models the run says what helps, and ends.
func TestDivergence(t *testing.T) {
	s := poisoned(t, 1)
	lost := 0
	for i, m := range s.scores.m {
		if math.IsNaN(m) != (s.cuts[0][i] == 1) {
			t.Errorf("point %d of fold %d has score %g", i, s.cuts[0][i], m)
		}
		if math.IsNaN(m) {
			lost++
		}
	}
	if want := fmt.Sprintf("Model 2 of 3 diverged; its %d pictures have no held-out value.", lost); s.tell() != want {
		t.Errorf("%q, want %q", s.tell(), want)
	}
	if s = poisoned(t, 0, 1, 2); s.tell() != "All models have diverged; a smaller learning rate helps." || s.epoch != 20 {
		t.Errorf("epoch %d: %q", s.epoch, s.tell())
	}
}

// poisoned returns a scene at its end in which some models have met what is no number.
func poisoned(t *testing.T, models ...int) *scene {
	s := newScene(labWith(t, "n", "50", "width", "16", "epochs", "20", "folds", "3", "samples", "8"), seeded(2))
	s.Step()
	for _, j := range models {
		s.models[j].w[0] = float32(math.NaN())
	}
	for s.Step() != sim.Done {
	}
	return s
}

// Points on a line have no Gaussian.
func TestUndefinedGaussian(t *testing.T) {
	s := newExactScene(labWith(t, "data", "plane", "model", "gauss", "n", "50"), seeded(1))
	for i := range s.set.n {
		s.set.x[2*i+1] = s.set.x[2*i]
	}
	s.bell = newBell(s.set.x)
	for s.Step() != sim.Done {
	}
	if want := "The Gaussian is not defined without 50 points, which the means leave out."; s.tell() != want {
		t.Errorf("%q, want %q", s.tell(), want)
	}
	var f sim.Frame
	if s.Draw(&f); f.Find("mean") != nil || len(f.Panels[2].Arrows) == 0 {
		t.Error("points without a score have a mean, or no arrow")
	}
}

// Copies stand in place of points that are not odd, and the odd ones are in negative.
func TestSet(t *testing.T) {
	for _, c := range []struct{ planted, copies, twins int }{{0, 8, 0}, {1, 1, 1}, {6, 3, 3}, {12, 8, 8}} {
		s := newSet(labWith(t, "n", "50", "planted", fmt.Sprint(c.planted), "copies", fmt.Sprint(c.copies)), seeded(1))
		twins := 0
		for i, is := range s.isTwin {
			if !is {
				continue
			}
			twins++
			if !slices.Equal(s.point(i), s.point(s.odd[0])) || s.classes[i] != s.classes[s.odd[0]] {
				t.Errorf("%+v: point %d is no copy", c, i)
			}
		}
		if len(s.odd) != c.planted || twins != c.twins {
			t.Errorf("%+v: %d odd points, %d twins", c, len(s.odd), twins)
		}
		for _, i := range s.odd {
			if ink := mean(widened(s.point(i))); ink < 0.5 {
				t.Errorf("%+v: odd picture %d has ink %g", c, i, ink)
			}
		}
	}
}

// Own points take the place of the loners, where they are put.
func TestOwnPoints(t *testing.T) {
	s := newSet(labWith(t, "data", "plane", "n", "50", "pts", "3,3,-1,2"), seeded(1))
	if len(s.odd) != 2 || s.x[0] != 3 || s.x[3] != 2 {
		t.Errorf("odd %v, points %v", s.odd, s.x[:4])
	}
}

// A press on a point shows it, in every view.
func TestTouch(t *testing.T) {
	for _, c := range []struct {
		address string
		panel   int
		pick    sim.Pick
	}{
		{quick, 0, sim.Pick{}},
		{quick, 4, sim.Pick{Layer: sim.TileLayer, Item: 3}},
		{quick + "&view=neighbours", 0, sim.Pick{}},
		{quick + "&view=neighbours", 1, sim.Pick{Layer: sim.TileLayer, Item: 7}},
		{quick + "&view=latent", 0, sim.Pick{}},
		{quick + "&data=plane", 0, sim.Pick{}},
		{"density?data=plane&model=kde&n=50", 0, sim.Pick{}},
		{"density?view=labels&models=50&n=50", 0, sim.Pick{}},
	} {
		run := finished(t, c.address)
		touch := sim.Touch{Panel: c.panel, Pick: c.pick}
		if p := &run.Frame().Panels[c.panel]; c.pick.Layer == sim.NoLayer {
			touch.X, touch.Y = someMark(p)
		}
		if run.Touch(touch) != sim.Changed || run.Find("pick").Text() == "0" {
			t.Errorf("%s: a press on panel %d shows nothing", c.address, c.panel)
		}
		run.Finish()
		if touch.X, touch.Y, touch.Pick = 1e6, 1e6, (sim.Pick{}); run.Touch(touch) != sim.Nothing {
			t.Errorf("%s: a press beside everything shows something", c.address)
		}
	}
}

// someMark returns the place of a picture, or else of a point.
func someMark(p *sim.Panel) (x, y float64) {
	for _, m := range p.Tiles {
		if m.X != nil && !slices.Contains(m.Faded, true) {
			return m.X[0], m.Y[0]
		}
	}
	return p.Points[0].X[0], p.Points[0].Y[0]
}

// The panel of the point that is shown keeps its place and its title.
func TestPanelsKeepTheirPlace(t *testing.T) {
	run := finished(t, quick)
	before := titles(run)
	if one := run.Frame().Panels[3]; !one.IsEmpty() || one.Empty != "Click a picture." {
		t.Errorf("before a press the panel says %q", one.Empty)
	}
	run.Set("pick", "7")
	run.Finish()
	if after := titles(run); after != before || run.Frame().Panels[3].IsEmpty() {
		t.Errorf("panels are %s, and were %s", after, before)
	}
}

func titles(run *sim.Run) (s string) {
	for _, p := range run.Frame().Panels {
		s += p.Title
	}
	return s
}

// The next experiment is another one, and the first keeps the run.
func TestNextIsAnother(t *testing.T) {
	for _, p := range presets() {
		run := opened(t, p.Address)
		if next := opened(t, run.Frame().Try.Address); next.Address() == run.Address() {
			t.Errorf("%s proposes itself", p.Address)
		}
	}
	run := finished(t, quick)
	next := run.Frame().Try.Address
	other, _, _ := sim.Idle([]sim.Info{Info()}, next)
	if effect := run.Differs(other); effect != sim.Changed {
		t.Errorf("%s does %d to the run", next, effect)
	}
}

// Facts agree with each other.
func TestFactsAgree(t *testing.T) {
	run := finished(t, quick+"&ref=5&reps=2")
	for name, c := range map[string][2]float64{
		"mean":      {fact(run, "mean"), fact(run, "seen") - fact(run, "unseen")},
		"odd_ratio": {fact(run, "odd_ratio"), fact(run, "odd") / fact(run, "regular")},
	} {
		if math.Abs(c[0]-c[1]) > 1e-9 {
			t.Errorf("%s is %g, want %g", name, c[0], c[1])
		}
	}
	if a := fact(run, "agreement"); math.IsNaN(a) || math.Abs(a) > 1 {
		t.Errorf("agreement %g", a)
	}
	plain := finished(t, quick+"&planted=0")
	for _, key := range []string{"odd", "odd_ratio", "top_planted", "twin", "agreement", "dropped"} {
		if v := fact(plain, key); !math.IsNaN(v) {
			t.Errorf("without odd points and repetitions %s is %g", key, v)
		}
	}
}

// Inside an epoch neither Step nor Draw allocates.
func TestNoGarbage(t *testing.T) {
	s := newScene(labWith(t), seeded(1))
	for s.epoch < 5 {
		s.Step()
	}
	s.Step()
	var f sim.Frame
	s.Draw(&f)
	if got := testing.AllocsPerRun(5, func() { f.Reset(); s.Draw(&f) }); got > 0 {
		t.Errorf("a Draw allocates %g times", got)
	}
	if got := testing.AllocsPerRun(5, func() { s.Step() }); got > 0 {
		t.Errorf("a Step allocates %g times", got)
	}
	s.Stop()
}

// A live knob that says nothing about a run is no tick of it.
func TestIdleKnob(t *testing.T) {
	for address, key := range map[string]string{quick + "&data=plane": "band", "density?data=plane&model=kde&n=50": "ref"} {
		run := opened(t, address)
		run.Seek(1, nil)
		if run.Set(key, "0.5"); run.Ticks() != 1 {
			t.Errorf("%s: to set %s is a tick", address, key)
		}
	}
}
