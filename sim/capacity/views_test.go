package capacity

import (
	"math"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

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
		{"capacity", 0, "36 points, each with a number to remember. No neuron is in place yet."},
		{"capacity?dirs=1", 1, "1 of 1 direction tried: along the best one the largest weight is "},
		{"capacity", 2, "16 of 32 directions tried: along the best one the largest weight is "},
		{"capacity", 5, "Along the best of 32 directions the 36 points form groups of 6."},
		{"capacity?n=50", 5, "form groups of 8; 14 places stay empty."},
		{"capacity?angle=45", 5, "Along the line at 45 degrees the 36 points"},
		{"capacity", 7, "3 of 6 ramps, of two neurons each"},
		{"capacity", 11, "The first zig-zag has passed 3 of 6 groups"},
		{"capacity", 13, "1 of 6 zig-zags, of two neurons each: their sum meets 6 of 36 labels."},
		{"capacity", 15, "3 of 6 zig-zags, of two neurons each: their sum meets 18 of 36 labels."},
		{"capacity", -1, "Two layers multiply: 6 ramps and 6 zig-zags, 24 neurons, meet all 36 numbers; largest error 8e-14."},
		{"capacity?n=50&d=8&dy=3&seed=9", -1, "8 ramps serve 3 × 8 zig-zags: 64 neurons meet all 3 × 50 numbers; largest error "},
		{"capacity?n=64&labels=classes&classes=4", -1, "8 ramps, 8 zig-zags and 8 readers, 48 neurons, give all 64 points their class."},
		{"capacity?n=100&blocks=3", -1, "3 blocks share the line: 80 neurons meet all 100 numbers; largest error "},
		{"capacity?margin=0.3", -1, "stay in the band where they should not: "},
		{"capacity?n=1000&d=8&precision=float32", -1, "The weights need 53 bits, and numbers here have 24: "},
		{"capacity?n=64&d=4&close=1e-14", -1, "are more than 53 bits can carry: "},
		{"capacity?n=100&d=8&dirs=1&snake=off&seed=2", -1, "every second group is off by 2: 50 of 100 are missed."},
		{"capacity?view=ladder&n=64&labels=sign", 0, "64 points, each with a sign; 28 have the rarer one. A slab can hold 2 of these."},
		{"capacity?view=ladder&n=64&labels=sign", 2, "Slab 2 of 14: two threshold neurons hold 2 points of the rarer sign"},
		{"capacity?view=ladder&n=64&labels=sign", -1, "28 threshold neurons hold 64 labels: every two of them catch 2 points, one for each dimension."},
		{"capacity?view=ladder&n=4&d=9&seed=3", -1, "2 threshold neurons hold 4 labels"},
		{"capacity?view=ladder&n=64&d=8&method=bubeck", 0, "64 points with a label each, to be cut into groups of 8."},
		{"capacity?view=ladder&n=64&d=8&method=bubeck&shuffles=10", 2, "5 of 10 groupings tried: with the best one the largest weight is "},
		{"capacity?view=ladder&n=64&d=8&method=bubeck", 6, "Group 2 of 8: four ReLU give 8 points the right label"},
		{"capacity?view=ladder&n=64&d=8&method=bubeck", -1, "32 ReLU hold 64 labels: every four of them serve 8 points; largest error "},
		{"capacity?view=ladder&n=64&d=8&method=zhang", 0, "All neurons will look along one line"},
		{"capacity?view=ladder&n=64&d=8&method=zhang&dirs=6", 1, "2 of 6 directions tried"},
		{"capacity?view=ladder&n=64&d=8&method=zhang", 5, "8 of 64 ReLU"},
		{"capacity?view=ladder&n=64&d=8&method=zhang", -1, "64 ReLU along one line hold 64 labels: each bends the function once; largest error "},
		{"capacity?view=ladder&n=1000&d=8&method=zhang&precision=float32", -1, "The weights need 53 bits"},
		{"capacity?view=resnet&n=32", 0, "32 points of 3 classes. A block of four neurons can move 2 of one class, and no other point."},
		{"capacity?view=resnet&n=32", 3, "Block 3 of 11 moves 2 points of class 2"},
		{"capacity?view=resnet&n=32", -1, "44 neurons moved 32 points into 3 heaps, one for each class, and no point that was not meant."},
		{"capacity?view=cover&d=20", 0, "40 points in 20 dimensions, and one neuron, which is a plane through 0."},
		{"capacity?view=cover&d=20", 3, " plane splits labeling 3 of 50. Split so far: "},
		{"capacity?view=cover&d=20&trials=200", -1, "of 200 random labelings of 40 points can be split by one plane; Cover's count says half."},
		{"capacity?view=cover&d=20&trials=200&load=1.5", -1, "Cover's count says 96.9%."},
		{"capacity?view=train&n=64&d=8&width=8", 0, "64 coin flips, and 81 weights to hold them: 0.79 for each weight. Training has not begun."},
		{"capacity?view=train&n=64&d=8&width=8", 2, "Step 20: "},
		{"capacity?view=sgd", 0, "193 weights that hold 12 labels are pushed by 0.03 in a random direction: the error is "},
		{"capacity?view=sgd", 5, "Epoch 15: the error is "},
		{"capacity?view=sgd&rho=0.01", -1, " times smaller, and the network did not come back: 100% of the unseen push is left."},
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
	if run.Touch(sim.Touch{Kind: sim.Press, Panel: weightsPanel, X: 1, Y: 1}) != sim.Nothing {
		t.Error("a press on the weights changes a knob")
	}
}

// In the picture of both layers the sum runs through all labels, each zig-zag through
// its own, and there is one bead in each crossing of a row and a column.
func TestWeave(t *testing.T) {
	for _, address := range []string{"capacity", "capacity?n=50&d=3", "capacity?n=100&blocks=3&d=8", "capacity?n=30&dy=2&unit=9"} {
		run := finish(t, address)
		p, n := &run.Frame().Panels[weavePanel], int(run.Find("n").Number())
		zigs, sum := curve{sketch.Trace{X: p.Lines[1].X, Y: p.Lines[1].Y}}, curve{sketch.Trace{X: p.Lines[2].X, Y: p.Lines[2].Y}}
		beads := p.Points[1]
		if len(beads.X) != 2*n {
			t.Fatalf("%s: %d beads, want %d", address, len(beads.X), 2*n)
		}
		crossings := map[[2]float64]bool{}
		for i, x := range beads.X {
			line := sum
			if i >= n {
				row, column := math.Round(beads.Y[i]), math.Round(x)
				if crossings[[2]float64{row, column}] {
					t.Errorf("%s: two beads in row %g, column %g", address, row, column)
				}
				crossings[[2]float64{row, column}] = true
				line = rowOf(zigs, row)
			}
			if got := line.at(x); math.Abs(got-beads.Y[i]) > 1e-9 {
				t.Errorf("%s: the curve is at %g at %g, and bead %d at %g", address, got, x, i, beads.Y[i])
			}
		}
	}
}

// rowOf returns the pieces of zig-zags that lie in a row, as one curve.
func rowOf(zigs curve, row float64) (out curve) {
	for i, y := range zigs.Y {
		if math.Round(y) == row {
			out.To(zigs.X[i], y)
		}
	}
	return out
}

// Means of a curve are those of many points of it.
func TestMean(t *testing.T) {
	c := newCurve(6)
	for i, y := range []float64{0, 2, -1, -1, 4, 0.5} {
		c.To(float64(i*i)/7, y)
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
		s := labAt(address).Open(random(1))
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

// Sentences are short, whatever the numbers in them are; a frame says what a tick is
// and what its number counts, and at the end what may come next.
func TestSentences(t *testing.T) {
	addresses := []string{"capacity?n=1024&d=64&dirs=64&snake=off", "capacity?n=1000&dy=4&d=8", "capacity?n=1024&d=1&dirs=1&precision=float32",
		"capacity?n=1000&d=8&margin=0.2&labels=classes&classes=100", "capacity?w1=3&w2=128&n=1024&blocks=4", "capacity?n=4&d=1&angle=90",
		"capacity?n=1000&d=8&snake=off&precision=float32&dirs=1", "capacity?n=1024&labels=sign&angle=0.1"}
	for _, p := range Info().Presets {
		addresses = append(addresses, p.Address)
		if n := utf8.RuneCountInString(p.Promise); n == 0 || n > 34 {
			t.Errorf("promise %q has %d letters", p.Promise, n)
		}
	}
	for _, address := range addresses {
		run := open(t, address)
		for checkWords(t, run); run.Step(nil) != sim.Done; {
			checkWords(t, run)
		}
		checkWords(t, run)
		f := run.Frame()
		if _, repairs, err := sim.Open([]sim.Info{Info()}, f.Try.Address); err != nil || len(repairs) > 0 || f.Try.Address == address {
			t.Errorf("%s: try %q, %v %q", address, f.Try.Address, err, repairs)
		}
		if n := utf8.RuneCountInString(f.Try.Words); n == 0 || n > 34 {
			t.Errorf("%s: try %q", address, f.Try.Words)
		}
	}
}

var oneOfMany = regexp.MustCompile(`(^|[^0-9.,×] |^)1 [a-z-]+s\b`)

func checkWords(t *testing.T, run *sim.Run) {
	f := run.Frame()
	if n := utf8.RuneCountInString(f.Says); n > 110 || oneOfMany.MatchString(f.Says) {
		t.Errorf("%s, tick %d: %d letters: %s", run.Address(), run.Ticks(), n, f.Says)
	}
	if f.Unit == "" || f.Headline.Fact == "" || f.Headline.Words == "" || oneOfMany.MatchString(f.Headline.Words) {
		t.Errorf("%s, tick %d: unit %q, headline %+v", run.Address(), run.Ticks(), f.Unit, f.Headline)
	}
	for _, p := range f.Panels {
		if n := utf8.RuneCountInString(p.Short); n == 0 || n > 18 || !strings.HasSuffix(p.Title, "?") {
			t.Errorf("%s: panel %q is %q for short", run.Address(), p.Title, p.Short)
		}
	}
}

// The number and the sentence at the end of every preset say the same.
func TestNumberAndSentence(t *testing.T) {
	for _, p := range Info().Presets {
		run := finish(t, p.Address)
		f := run.Frame()
		number := fact(t, run, f.Headline.Fact)
		if f.Headline.Of > 0 {
			number = math.Round(number * float64(f.Headline.Of))
		}
		refused, missed := f.Of == 0 && run.Ticks() == 0, strings.Contains(f.Says, "missed")
		if !refused && !missed && !strings.Contains(" "+f.Says, " "+sketch.Whole(int(number))) {
			t.Errorf("%s: number %g, sentence %q", p.Address, number, f.Says)
		}
		fit, ok := f.Value("fit")
		if strings.Contains(f.Says, " all ") && (ok && fit > onLabel || f.Headline.Fact == "memorized" && number != run.Find("n").Number()) {
			t.Errorf("%s: largest error %g, sentence %q", p.Address, fit, f.Says)
		}
		if missed != (ok && fit > onLabel) {
			t.Errorf("%s: largest error %g, sentence %q", p.Address, fit, f.Says)
		}
	}
}
