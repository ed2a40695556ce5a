package capacity

import (
	"math"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// What is unusual about a run stands under its picture.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		address string
		ticks   int // or -1: to the end
		says    string
	}{
		{"capacity", 0, "Which line tells 36 points apart? 32 directions are tried."},
		{"capacity", 17, "Direction 17 of 32: largest weight"},
		{"capacity", 33, "Along it the 36 points form 6 groups of 6."},
		{"capacity", 36, "Ramp 3 of 6"},
		{"capacity", 42, "Unit 3 of 6 zig-zags through all groups and keeps one point of each."},
		{"capacity", 48, "3 of 6 clipped zig-zags are added: 18 of 36 labels are right."},
		{"capacity", -1, "36 labels, 24 neurons, largest error "},
		{"capacity?unit=64", -1, "There are 6 zig-zags; the last one is shown."},
		{"capacity?margin=0.3", -1, "Neighbours leak into the band"},
		{"capacity?n=1000&d=8&precision=float32", -1, "The weights need 53 bits."},
		{"capacity?n=64&d=4&close=1e-14", -1, "exceed what float64 can carry"},
		{"capacity?n=100&d=8&dirs=1&snake=off&seed=2", -1, "every second group is off by 2"},
		{"capacity?view=ladder&n=64&labels=sign", 0, "have the rarer of two labels"},
		{"capacity?view=ladder&n=64&labels=sign", 2, "Slab 2 of 14: two threshold units hold 2 points"},
		{"capacity?view=ladder&n=64&d=8&method=bubeck", 3, "Grouping 3 of 16"},
		{"capacity?view=ladder&n=64&d=8&method=bubeck", 18, "Group 2 of 8: four ReLU"},
		{"capacity?view=ladder&n=64&d=8&method=zhang", 5, "Direction 5 of 32"},
		{"capacity?view=ladder&n=64&d=8&method=zhang", 33, "8 of 64 ReLU"},
		{"capacity?view=ladder&n=1000&d=8&method=zhang&precision=float32", -1, "The weights need 53 bits."},
		{"capacity?view=resnet&n=32", 0, "each block will move up to 2 of one class"},
		{"capacity?view=resnet&n=32", 3, "Block 3 of"},
		{"capacity?view=resnet&n=32", -1, "read off by 12 more"},
		{"capacity?view=cover&d=20", 3, "Labeling 3 of 50 is"},
		{"capacity?view=cover&d=20", -1, "Cover's count says 50%."},
		{"capacity?view=train&n=64&d=8&width=8", 0, "Training follows."},
		{"capacity?view=train&n=64&d=8&width=8", 2, "Step 20:"},
		{"capacity?view=sgd", 0, "is pushed by ρ = 0.03 in a random direction"},
		{"capacity?view=sgd", 5, "Epoch 15 of 500: the risk has fallen"},
	} {
		run := open(t, c.address)
		if c.ticks < 0 {
			run.Finish()
		} else {
			run.Seek(c.ticks, nil)
		}
		if says := run.Frame().Says; !strings.Contains(says, c.says) {
			t.Errorf("%s, step %d: Says %q, want %q in it", c.address, run.Ticks(), says, c.says)
		}
	}
}

// Dragging on the map turns the line, and a secondary click gives it back.
func TestTurnByHand(t *testing.T) {
	run := finish(t, "capacity")
	best := fact(t, run, "cmax")
	for _, c := range []struct{ x, y, degrees float64 }{{1, 1, 45}, {-2, 2, 135}, {-1, -1, 45}, {1, 0, 0}} {
		if run.Touch(sim.Touch{Kind: sim.Drag, Panel: areaPanel, X: c.x, Y: c.y}) == sim.Nothing && c.degrees != 45 {
			t.Errorf("drag to %g,%g changes nothing", c.x, c.y)
		}
		run.Finish()
		if got := run.Find("angle").Number(); got != c.degrees {
			t.Errorf("drag to %g,%g: angle %g, want %g", c.x, c.y, got, c.degrees)
		}
		u := run.Frame().Panels[areaPanel].Lines[0]
		angle := math.Atan2(u.Y[1], u.X[1]) * 180 / math.Pi
		if math.Abs(angle-c.degrees) > 1e-9 {
			t.Errorf("the line is drawn at %g degrees, want %g", angle, c.degrees)
		}
		if fit, most := fact(t, run, "fit"), fact(t, run, "cmax"); fit > 100*0x1p-52*most || most < best {
			t.Errorf("%g degrees: error %g, weights up to %g, best %g", c.degrees, fit, most, best)
		}
	}
	run.Touch(sim.Touch{Kind: sim.Remove, Panel: areaPanel, X: 1, Y: 1})
	run.Finish()
	if got := fact(t, run, "cmax"); got != best {
		t.Errorf("weights up to %g after the line is given back, want %g", got, best)
	}
}

// A press on the picture of a zig-zag shows the one that catches the point there.
func TestPressOnZigzag(t *testing.T) {
	run := finish(t, "capacity")
	f := run.Frame()
	caught := f.Panels[zigPanel].Points[0].X // points that are not caught
	x := caught[7]
	if run.Touch(sim.Touch{Kind: sim.Press, Panel: zigPanel, X: x, Y: 0}) == sim.Nothing {
		t.Fatal("a press changes nothing")
	}
	run.Finish()
	found := false
	for _, at := range run.Frame().Panels[zigPanel].Points[1].X {
		found = found || at == x
	}
	if !found {
		t.Errorf("unit %s does not catch the point at %g", run.Find("unit").Text(), x)
	}
	if run.Touch(sim.Touch{Kind: sim.Press, Panel: zigPanel + 2, X: 1, Y: 1}) != sim.Nothing {
		t.Error("a press on the weights changes a knob")
	}
}

// The picture of the sum joins the labels: its knots are those of the pieces.
func TestSumCurve(t *testing.T) {
	run := finish(t, "capacity")
	p := run.Frame().Panels[zigPanel+1]
	c := curve{sketch.Trace{X: p.Lines[0].X, Y: p.Lines[0].Y}}
	for i, x := range p.Points[0].X {
		if got, want := c.at(x), p.Points[0].Y[i]; math.Abs(got-want) > 1e-9 {
			t.Errorf("the curve is %g at %g, want the label %g", got, x, want)
		}
	}
	var m mean
	m.of(&c)
	lo, hi := c.X[0]-1, c.X[len(c.X)-1]+1
	sum, steps := 0.0, 200_000
	for i := range steps {
		sum += c.at(lo+(hi-lo)*(float64(i)+0.5)/float64(steps)) / float64(steps)
	}
	if math.Abs(m.over(lo, hi)-sum) > 1e-4 {
		t.Errorf("mean %g, want %g", m.over(lo, hi), sum)
	}
}

// The laws behind the sweeps.
func TestTheory(t *testing.T) {
	for _, c := range []struct {
		address, x, y, fact string
		lines               int
		name                string
	}{
		{"capacity", "n", "w1", "fit", 1, "2√N"},
		{"capacity", "w1", "n", "fit", 1, "2√N"},
		{"capacity", "n", "dirs", "cmax", 0, ""},
		{"capacity?view=cover", "load", "", "separable", 1, "Cover's count"},
		{"capacity?view=cover", "d", "load", "separable", 1, "N = 2d"},
		{"capacity?view=train&d=8", "n", "width", "at1000", 4, "N = 1.9 P"},
		{"capacity?view=train&d=8&depth=2", "n", "width", "memorized", 4, "N = 1.9 P"},
		{"capacity?view=train&d=8", "width", "", "memorized", 1, "N = 1.9 P"},
		{"capacity?view=train&d=8", "n", "width", "loss_train", 0, ""},
		{"capacity?view=sgd", "rho", "", "risk", 2, "ρ²"},
		{"capacity?view=sgd", "eta", "batch", "risk", 0, ""},
	} {
		run := open(t, c.address)
		var p sim.Panel
		run.Theory(run.Find(c.x), run.Find(c.y), c.fact, &p)
		if len(p.Lines) != c.lines || c.lines > 0 && !strings.Contains(p.Lines[0].Name, c.name) {
			t.Errorf("%s, %s over %s and %s: %d lines %+v, want %d with %q", c.address, c.fact, c.x, c.y, len(p.Lines), p.Lines, c.lines, c.name)
		}
	}
}

// Inside a unit of work neither Step nor Draw allocates.
func TestViewsMakeNoGarbage(t *testing.T) {
	for _, address := range []string{"capacity?n=1024&d=64", "capacity?view=ladder&n=1024&d=64&method=bubeck", "capacity?view=ladder&n=1024&d=2&method=zhang",
		"capacity?view=cover&d=64&load=4", "capacity?view=train&n=1024&d=64&width=128"} {
		l := new(Lab)
		knobs := new(sim.Knobs)
		l.Knobs(knobs)
		a, _ := sim.ParseAddress(address)
		for _, p := range a.Pairs {
			knobs.Find(p.Key).Set(p.Value)
		}
		s := l.Open(random(1))
		var f sim.Frame
		s.Draw(&f)
		guilty := 0
		for range 60 {
			// A step that ends a tick may write a sentence.
			ticked := false
			got := testing.AllocsPerRun(1, func() { ticked = s.Step() != sim.Busy || ticked })
			if !ticked && got > 0 {
				guilty++
			}
		}
		if guilty > 3 { // the runtime itself allocates now and then
			t.Errorf("%s: %d of 60 Steps allocate", address, guilty)
		}
		f.Reset()
		s.Draw(&f)
		if got := testing.AllocsPerRun(20, func() { f.Reset(); s.Draw(&f) }); got > 0 {
			t.Errorf("%s: a Draw allocates %g times", address, got)
		}
	}
}
