package diffusion

import (
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// Ticks are checkpoints, the last one is the last training step.
func TestNetworkCheckpoints(t *testing.T) {
	for _, c := range []struct {
		address string
		want    []float64
	}{
		{"diffusion?view=network&n=4&width=2&train=25", []float64{25}},
		{"diffusion?view=network&n=4&width=2&train=60", []float64{25, 50, 60}},
		{"diffusion?view=network&n=4&width=2&train=100", []float64{25, 50, 100}},
	} {
		run := open(t, c.address)
		for i, step := range c.want {
			run.Seek(i+1, nil)
			if got := fact(t, run.Frame(), "step"); got != step || run.Frame().Of != len(c.want) {
				t.Errorf("%s: checkpoint %d of %d is at step %g, want %g of %d", c.address, i+1, run.Frame().Of, got, step, len(c.want))
			}
		}
	}
}

// The axis of the excess forgets a gap ratio under which it had to reach lower.
func TestExcessAxisForgets(t *testing.T) {
	const address = "diffusion?view=network&data=cross&start=exact&sweep=tau&hy=10&width=2&train=34&seed=5"
	run := open(t, address)
	run.Seek(2, nil)
	run.Set("kappa", "0.4051581621170044")
	run.Set("kappa", "0.29441075856311727")
	run.Finish()
	want := finish(t, address+"&kappa=0.29441075856311727").Frame().Panels[1].Y
	if got := run.Frame().Panels[1].Y; !reflect.DeepEqual(got, want) {
		t.Errorf("the axis is %+v, want %+v", got, want)
	}
}

// The facts follow their definitions, and the curves end with them. Training on 8
// points is short enough to learn and to copy here.
func TestNetworkFacts(t *testing.T) {
	run := finish(t, "diffusion?view=network&n=8&width=32&train=150")
	f := run.Frame()
	gap, gap0 := fact(t, f, "gap"), fact(t, f, "gap0")
	near(t, "excess", fact(t, f, "excess"), (gap-gap0)/(1-gap0), 1e-12)
	if got := fact(t, f, "params"); got != 19*32+32+32*32+32+2*32+2 {
		t.Errorf("params = %g", got)
	}
	excess, score := f.Panels[1].Lines[0].Y, f.Panels[2].Lines[0].Y
	last := len(excess) - 1
	if last != 3 || excess[last] != fact(t, f, "excess") || score[last] != fact(t, f, "k_last") {
		t.Errorf("the curves end at %v and %v, the facts are %v", excess, score, f.Facts)
	}
	least := score[0]
	for _, k := range score {
		least = min(least, k)
	}
	if got := fact(t, f, "k_min"); got != least {
		t.Errorf("k_min = %g, want %g", got, least)
	}
	if !(excess[0] < memorized && excess[last] > 0.2 && fact(t, f, "loss_test") > fact(t, f, "loss_train")) {
		t.Errorf("the network does not copy: %v", f.Facts)
	}
	copied := 0
	for _, role := range f.Panels[0].Points[0].Roles {
		if role == sim.Copied {
			copied++
		}
	}
	if got := float64(copied) / drawn; got != gap {
		t.Errorf("%g of the samples are marked as copies, the gap share is %g", got, gap)
	}

	// Tikhonov's c, applied after training, leaves the network and changes the samples.
	held := finish(t, "diffusion?view=network&n=8&width=32&train=150&c=1").Frame()
	if fact(t, held, "k_last") != score[last] || fact(t, held, "loss_test") != fact(t, f, "loss_test") {
		t.Error("c changes the training")
	}
	if got := fact(t, held, "excess"); !(got < excess[last]/2) {
		t.Errorf("with c the excess is %g, without %g: want less than half", got, excess[last])
	}
}

// The steps of learning and of copying, from curves made by hand.
func TestNetworkRecord(t *testing.T) {
	r := record{step: []float64{25, 50, 100, 200}, score: []float64{2, 1.1, 1, 3}}
	if r.best() != 2 || r.learned() != 50 {
		t.Errorf("best %d, learned at %g", r.best(), r.learned())
	}
	for _, c := range []struct {
		excess []float64
		want   float64
	}{
		{[]float64{0, 0.05, 0.09, 0.05}, math.NaN()},
		{[]float64{0, 0, 0, 0.2}, 100 * math.Sqrt2},
		{[]float64{0, 0.2, 0, 0.4}, 100 * math.Pow(2, 0.25)},
		{[]float64{0.2, 0.2, 0.2, 0.4}, 25},
		{[]float64{0.2, 0.2, 0.2, 0.05}, math.NaN()},
		{[]float64{math.NaN(), math.NaN(), math.NaN(), math.NaN()}, math.NaN()},
	} {
		r.excess = c.excess
		if got := r.copies(); !(math.Abs(got-c.want) < 1e-9) && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("excess %v: copying begins at %g, want %g", c.excess, got, c.want)
		}
	}
}

// Of one training point there is no gap.
func TestNetworkOfOnePoint(t *testing.T) {
	f := finish(t, "diffusion?view=network&n=1&width=4&train=30").Frame()
	for _, key := range []string{"gap", "gap0", "excess", "tau_mem"} {
		if _, ok := f.Value(key); ok {
			t.Errorf("one point has the fact %s", key)
		}
	}
	if !strings.Contains(f.Says, "copies cannot be told from chance, as that takes two points") || !f.Panels[1].IsEmpty() {
		t.Errorf("Says %q, and the panel has marks: %t", f.Says, !f.Panels[1].IsEmpty())
	}
}

// When training diverges, it stops, and the picture of the last good step stays.
func TestNetworkDiverges(t *testing.T) {
	for _, c := range []struct {
		after int // ticks
		says  string
	}{{0, "Training diverged at step 1; the last good step is shown."}, {1, "Training diverged at step 26; the last good step is shown."}} {
		l := new(Lab)
		l.Knobs(new(sim.Knobs))
		l.view, l.n, l.width, l.train = "network", 8, 8, 200
		s := l.Open(rand.New(rand.NewPCG(1, 1)))
		for ticks := 0; ticks < c.after; {
			if s.Step() == sim.Tick {
				ticks++
			}
		}
		s.(*network).model.W[5] = float32(math.Inf(1))
		for s.Step() != sim.Done {
		}
		var f sim.Frame
		s.Draw(&f)
		if f.Says != c.says || f.Of != c.after {
			t.Errorf("after %d checkpoints: Says %q, of %d", c.after, f.Says, f.Of)
		}
		step, ok := f.Value("step")
		if ok != (c.after > 0) || ok && step != 25 {
			t.Errorf("after %d checkpoints the step shown is %g", c.after, step)
		}
		for _, p := range f.Panels[0].Points {
			for _, x := range p.X {
				if math.IsNaN(x) {
					t.Fatalf("after %d checkpoints the map shows NaN", c.after)
				}
			}
		}
	}
}

// A sweep over training steps and points shows where copying was measured to
// begin, for the default network only.
func TestNetworkTheory(t *testing.T) {
	for _, c := range []struct {
		address, x, y, fact string
		want                bool
	}{
		{"diffusion?view=network", "train", "n", "excess", true},
		{"diffusion?view=network", "n", "train", "excess", true},
		{"diffusion?view=network", "train", "n", "gap", false},
		{"diffusion?view=network", "width", "n", "excess", false},
		{"diffusion?view=network&width=32", "train", "n", "excess", false},
		{"diffusion?view=network&c=0.1", "train", "n", "excess", false},
	} {
		var p sim.Panel
		r := open(t, c.address)
		r.Theory(r.Find(c.x), r.Find(c.y), c.fact, &p)
		if got := len(p.Lines) == 1; got != c.want {
			t.Fatalf("%+v: drawn is %t", c, got)
		}
		if !c.want {
			continue
		}
		xs, ys := p.Lines[0].X, p.Lines[0].Y
		if c.x == "n" {
			xs, ys = ys, xs
		}
		if xs[1] != 70 || ys[1] != 16 || p.Lines[0].Role == sim.Theory {
			t.Errorf("%+v: step %g for %g points, as %v", c, xs[1], ys[1], p.Lines[0].Role)
		}
	}
}
