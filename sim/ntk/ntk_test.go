package ntk

import (
	"math"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// opened opens an address that must be without fault.
func opened(t *testing.T, address string) *sim.Run {
	t.Helper()
	run, repairs, err := sim.Open([]sim.Info{Info()}, address)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("%s: %v %q", address, err, repairs)
	}
	return run
}

// finished opens an address and runs it to the end.
func finished(t *testing.T, address string) *sim.Run {
	t.Helper()
	run := opened(t, address)
	run.Finish()
	return run
}

// fact returns a fact of a run, or NaN.
func fact(run *sim.Run, key string) float64 {
	if v, ok := run.Frame().Value(key); ok {
		return v
	}
	return math.NaN()
}

// Each way to fail, and each special setting, is told in the sentence under the
// picture.
func TestSentences(t *testing.T) {
	for _, c := range []struct {
		address, says string
		ticks         int
	}{
		{"ntk", "answers 0 to everything", 0},
		{"ntk", "256 remembered; 20 neurons, 320 weights", 3},
		{"ntk?m=32&d=16&ratio=4", "All 32 coin flips remembered at epoch", 300},
		{"ntk?ratio=0.5", "Fewer weights than labels: 128 for 256.", 0},
		{"ntk?ratio=0.5&epochs=20", "remembered, at best", 20},
		{"ntk?lr=30&layers=both", "Steps too long at epoch 2: try η = 1.", 5},
		{"ntk?b=0.25&lr=0.05&epochs=10", "a longer step or a larger B", 10},
		{"ntk?d=32&m=16", "a single linear unit suffices", 0},
		{"ntk?m=64&q=1&epochs=10", "all their gates are closed", 10},
		{"ntk?d=8&m=16&ratio=4&after=on&epochs=40", "it was all of them at epoch", 40},
		{"ntk?view=tangent", "4 to 20 random pairs are frozen", 0},
		{"ntk?view=tangent", "q = 5: 0 of 5 trials are separable in 80 dimensions; Cover's count says 0", 2},
		{"ntk?view=tangent&d=8&m=64", "pairs separate at least half of the trials; m/2d is 4", 20},
		{"ntk?view=tangent&d=2&m=32", "Cover's count does not apply in the plane", 1},
		{"ntk?view=tangent&d=64&m=1024", "Shown up to q = 6: more would take long", 0},
		{"ntk?view=tangent&d=2&m=32", "separate fewer than half", 30},
	} {
		run := opened(t, c.address)
		run.Seek(c.ticks, nil)
		if says := run.Frame().Says; !strings.Contains(says, c.says) {
			t.Errorf("%s at %d: Says %q, want %q in it", c.address, c.ticks, says, c.says)
		}
	}
}

// No sentence judges what the run has not shown: ten epochs do not say that more
// would not help, and fewer weights than labels sometimes are enough.
func TestSentencesClaimNoMore(t *testing.T) {
	for _, c := range []struct {
		address, never string
		ticks          int
	}{
		{"ntk?d=64&m=1024&q=128&epochs=10", "no better", 10},
		{"ntk?d=8&m=66&q=4", "will be left", 0}, // remembers all of them at epoch 208
	} {
		run := opened(t, c.address)
		run.Seek(c.ticks, nil)
		if says := run.Frame().Says; strings.Contains(says, c.never) {
			t.Errorf("%s at %d: Says %q", c.address, c.ticks, says)
		}
	}
}

// A run that diverges keeps the numbers of its last good reading.
func TestDivergence(t *testing.T) {
	run := finished(t, "ntk?lr=30&layers=both")
	if got := fact(run, "epoch"); got != 1 || run.Ticks() != 2 {
		t.Errorf("epoch %g after %d ticks, want the facts of epoch 1 after 2", got, run.Ticks())
	}
}

// With after=on training goes on, and first stays what it was.
func TestAfter(t *testing.T) {
	const address = "ntk?d=8&m=16&ratio=4&epochs=60"
	first := fact(finished(t, address), "first")
	run := finished(t, address+"&after=on")
	if got := fact(run, "first"); got != first || run.Ticks() != 60 {
		t.Errorf("first = %g after %d epochs, want %g after 60", got, run.Ticks(), first)
	}
}

// A press on a point of the map shows that point, whichever label it has.
func TestTouch(t *testing.T) {
	run := opened(t, "ntk?m=20&d=3")
	run.Seek(2, nil)
	for group := firstSide; group <= firstSide+1; group++ {
		p := run.Frame().Panels[mapPanel]
		x, y := p.Points[group].X[1], p.Points[group].Y[1]
		touch := sim.Touch{Kind: sim.Press, Panel: mapPanel, X: x, Y: y,
			Pick: sim.Pick{Layer: sim.PointLayer, Group: group, Item: 1}}
		if run.Touch(touch) == sim.Nothing {
			t.Fatalf("a press on group %d changes nothing", group)
		}
		label := run.Frame().Panels[mapPanel].Labels[0]
		if label.X != x || label.Y != y || !strings.HasPrefix(label.Text, run.Find("pick").Text()+": margin") {
			t.Errorf("the label is %q at (%g, %g), want that of point %s at (%g, %g)", label.Text, label.X, label.Y,
				run.Find("pick").Text(), x, y)
		}
		touch.Kind, touch.Pick.Item = sim.Drag, 0
		if run.Touch(touch) != sim.Nothing {
			t.Error("a drag changes a knob")
		}
	}
	if run.Touch(sim.Touch{Kind: sim.Press, Panel: mapPanel}) != sim.Nothing {
		t.Error("a press beside the points changes a knob")
	}
	if run.Set("pick", "1000"); !strings.HasPrefix(run.Frame().Panels[mapPanel].Labels[0].Text, "20: ") {
		t.Error("a number above m does not show the last point")
	}
}

// The laws are drawn where they say something, and not elsewhere.
func TestTheory(t *testing.T) {
	for _, c := range []struct {
		address, x, y, fact string
		at, want            float64 // a point of the curve; 0 at: no curve
	}{
		{"ntk", "ratio", "", "best", 1, 0},
		{"ntk", "ratio", "m", "best", 1, 16},
		{"ntk", "d", "ratio", "memorized", 2, 1},
		{"ntk", "m", "q", "best", 1024, 32},
		{"ntk", "q", "m", "best", 128, 4096},
		{"ntk", "d", "q", "best", 64, 2},
		{"ntk", "q", "d", "best", 128, 1},
		{"ntk?q=4", "m", "d", "best", 1024, 128},
		{"ntk", "q", "", "best", 8, 0},
		{"ntk", "m", "d", "best", 0, 0},
		{"ntk", "b", "lr", "move", 0, 0},
		{"ntk", "b", "lr", "best", 0, 0},
		{"ntk", "ratio", "q", "best", 0, 0},
		{"ntk", "m", "", "first", 0, 0},
		{"ntk?view=tangent", "m", "", "q_half", 1024, 32},
		{"ntk?view=tangent", "d", "", "q_half", 2, 64},
		{"ntk?view=tangent", "trials", "", "q_half", 0, 0},
		{"ntk?view=tangent", "m", "d", "q_half", 0, 0},
	} {
		run := opened(t, c.address)
		var p sim.Panel
		run.Theory(run.Find(c.x), run.Find(c.y), c.fact, &p)
		if c.at == 0 {
			if len(p.Lines) > 0 {
				t.Errorf("%s over %s and %s of %s: there is a law %q", c.fact, c.x, c.y, c.address, p.Lines[0].Name)
			}
			continue
		}
		if len(p.Lines) != 1 || p.Lines[0].Name == "" || p.Lines[0].Role != sim.Theory || !passes(p.Lines[0], c.at, c.want) {
			t.Errorf("%s over %s and %s of %s: the law is %v, want (%g, %g) on it", c.fact, c.x, c.y, c.address, p.Lines, c.at, c.want)
		}
	}
}

func passes(m sim.Line, x, y float64) bool {
	for i := range m.X {
		if math.Abs(m.X[i]-x) < 1e-9*x && math.Abs(m.Y[i]-y) < 1e-9*(1+y) {
			return true
		}
	}
	return false
}

// Inside an epoch or a trial neither Step nor Draw allocates.
func TestViewsMakeNoGarbage(t *testing.T) {
	for _, knobs := range [][]string{{"d", "64", "m", "1024", "q", "128"}, {"view", "tangent", "m", "512"}} {
		l := set(t, knobs...)
		s := l.Open(seeded(1))
		var f sim.Frame
		for range 8 {
			s.Step() // scratch memory is made
		}
		s.Draw(&f)
		if got := testing.AllocsPerRun(10, func() { s.Step() }); got > 0 {
			t.Errorf("%q: a Step allocates %g times", knobs, got)
		}
		if got := testing.AllocsPerRun(10, func() { f.Reset(); s.Draw(&f) }); got > 0 {
			t.Errorf("%q: a Draw allocates %g times", knobs, got)
		}
	}
}
