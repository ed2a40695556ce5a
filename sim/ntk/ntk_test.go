package ntk

import (
	"math"
	"slices"
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

// Each way to end, and each special setting, is told in the sentence under the
// picture.
func TestSentences(t *testing.T) {
	for _, c := range []struct {
		address, says string
		ticks         int
	}{
		{"ntk", "256 coin flips and 320 weights to hold them; at first the network answers 0 to all.", 0},
		{"ntk", "Epoch 3: 188 of 256 coin flips are remembered, 68 resist.", 3},
		{"ntk", "320 weights hold 256 coin flips: all of them at epoch 172, and hardly a weight to spare.", 172},
		{"ntk?ratio=2", "512 weights hold 256 coin flips: all of them at epoch 143, 2 weights for each.", 300},
		{"ntk?ratio=2&b=32&lr=0.02", "and neurons moved by 8.8% of their length.", 300},
		{"ntk?d=8&m=66&q=4", "64 weights hold 66 coin flips: all of them at epoch 208, with fewer weights than labels.", 300},
		{"ntk?d=32&m=512&ratio=1", "512 coin flips: all of them at epoch 193, one weight for each.", 300},
		{"ntk?d=8&m=512&ratio=2", "1\u202f024 weights hold 510 of 512 coin flips; the most at once was 511.", 300},
		{"ntk?layers=both", "340 weights hold 256 coin flips", 300},
		{"ntk?ratio=0.5&epochs=20", "After 20 epochs 128 weights hold 184 of 256 coin flips; no neuron responds to 14 of the rest.", 20},
		{"ntk?d=64&m=1024&q=128&epochs=10", "After 10 epochs 16\u202f384 weights hold 1\u202f017 of 1\u202f024 coin flips; 7 resist.", 10},
		{"ntk?lr=30&layers=both", "The steps are too long: the weights ran away in epoch 2. Try η = 1.", 5},
		{"ntk?b=0.25&lr=0.05&epochs=10", "the answers are still small, 0.00", 10},
		{"ntk?d=32&m=16", "16 coin flips in 32 dimensions: a single linear unit could hold them.", 0},
		{"ntk?m=64&q=1&epochs=10", "no neuron responds to", 10},
		{"ntk?d=8&m=16&ratio=4&after=on&epochs=40", "all 16 coin flips are remembered, as they were at epoch", 40},
		{"ntk?view=tangent", "4 to 20 pairs of frozen neurons will be tried on 256 coin flips, with 5 draws for each.", 0},
		{"ntk?view=tangent", "With 5 pairs of frozen neurons 0 of 5 draws can be split; counting weights says 0.", 2},
		{"ntk?view=tangent", "9 pairs of frozen neurons split at least half of the draws; counting weights says 8.", 30},
		{"ntk?view=tangent&d=8&m=64", "pairs of frozen neurons split at least half of the draws; counting weights says 4.", 20},
		{"ntk?view=tangent&d=2&m=32", "With 4 pairs of frozen neurons 0 of 5 draws can be split.", 1},
		{"ntk?view=tangent&d=64&m=1024", "More than 6 would take long.", 0},
		{"ntk?view=tangent&d=2&m=32", "20 pairs of frozen neurons do not split half of the draws.", 30},
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

// A press on a coin shows its point, on the hero and on the map, whether the coin
// or its ring is hit.
func TestTouch(t *testing.T) {
	run := opened(t, "ntk?m=20&d=3")
	run.Seek(2, nil)
	for _, panel := range []int{coinPanel, mapPanel} {
		for group := range run.Frame().Panels[mapPanel].Points {
			run.Set("pick", "0")
			points := run.Frame().Panels[panel].Points[group]
			item := len(points.X) - 1
			x, y := points.X[item], points.Y[item]
			touch := sim.Touch{Kind: sim.Press, Panel: panel, X: x, Y: y,
				Pick: sim.Pick{Layer: sim.PointLayer, Group: group, Item: item}}
			if run.Touch(touch) == sim.Nothing {
				t.Fatalf("panel %d: a press on group %d changes nothing", panel, group)
			}
			labels := run.Frame().Panels[panel].Labels
			label := labels[len(labels)-1]
			if label.X != x || label.Y != y || !strings.HasPrefix(label.Text, run.Find("pick").Text()+": margin") {
				t.Errorf("the label is %q at (%g, %g), want that of point %s at (%g, %g)", label.Text, label.X, label.Y,
					run.Find("pick").Text(), x, y)
			}
			touch.Kind, touch.Pick.Item = sim.Drag, 0
			if run.Touch(touch) != sim.Nothing {
				t.Error("a drag changes a knob")
			}
		}
	}
	if run.Touch(sim.Touch{Kind: sim.Press, Panel: mapPanel}) != sim.Nothing {
		t.Error("a press beside the points changes a knob")
	}
	if run.Set("pick", "1000"); !strings.HasPrefix(run.Frame().Panels[mapPanel].Labels[0].Text, "20: ") {
		t.Error("a number above m does not show the last point")
	}
}

// Cover's count is drawn, and told, where it is a guide.
func TestCoverOnlyWhereItHolds(t *testing.T) {
	for d, want := range map[string]bool{"2": false, "3": false, "4": true, "16": true} {
		run := opened(t, "ntk?view=tangent&m=16&d="+d)
		run.Step(nil)
		f := run.Frame()
		drawn := slices.ContainsFunc(f.Panels[0].Lines, func(m sim.Line) bool { return m.Role == sim.Theory })
		if told := strings.Contains(f.Says, "counting weights"); drawn != want || told != want {
			t.Errorf("d = %s: the law is drawn: %t, told: %t, want %t", d, drawn, told, want)
		}
	}
}

// The law is drawn where it was measured, and elsewhere the panel says why not.
func TestLawPanel(t *testing.T) {
	for d, want := range map[string]bool{"2": false, "3": false, "7": false, "8": true, "64": true} {
		p := opened(t, "ntk?m=32&d="+d).Frame().Panels[4]
		if got := !p.IsEmpty(); got != want || !want && p.Empty == "" {
			t.Errorf("d = %s: the law is drawn: %t, want %t; instead %q", d, got, want, p.Empty)
		}
	}
}

// In the end the last six labels are ringed, all of which were remembered late.
func TestLastSix(t *testing.T) {
	run := finished(t, "ntk")
	names := map[string]int{}
	for _, m := range run.Frame().Panels[coinPanel].Points {
		for _, n := range m.Counts {
			names[m.Name] += n
		}
	}
	if names["the last remembered"] != 6 || names["remembered"] != 250 || names["not remembered"] != 0 {
		t.Errorf("rings: %v", names)
	}
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
