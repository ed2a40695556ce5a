package capacity

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/rote/sim/nn"
)

// Widths above the threshold remember everything, widths below do not, and the
// words say so.
func TestTrainThreshold(t *testing.T) {
	for _, c := range []struct {
		address  string
		lo, hi   float64
		says     string
		hasFirst bool
	}{
		{"capacity?view=train&n=128&d=8&width=12", 1, 1, "remember all", true},
		{"capacity?view=train&n=128&d=8&width=4", 0.7, 0.87, "beyond the 1.9", false},
		{"capacity?view=train&n=128&d=8&depth=2&width=12", 1, 1, "remember all", true},
		{"capacity?view=train&n=128&d=2&depth=2&width=24&train=300", 0.5, 0.95, "training found no way", false},
	} {
		run := finish(t, c.address)
		share := fact(t, run, "memorized")
		if share < c.lo || share > c.hi || fact(t, run, "best") < share {
			t.Errorf("%s: %g are remembered, want %g to %g", c.address, share, c.lo, c.hi)
		}
		if says := run.Frame().Says; !strings.Contains(says, c.says) {
			t.Errorf("%s: Says %q, want %q in it", c.address, says, c.says)
		}
		first, ok := run.Frame().Value("first")
		if ok != c.hasFirst {
			t.Errorf("%s: fact first is there: %t", c.address, ok)
		}
		at1000, ok := run.Frame().Value("at1000")
		if want := c.hasFirst && first <= 1000; want && at1000 != 1 || ok && c.says == "training found no way" {
			t.Errorf("%s: at1000 = %g, %t", c.address, at1000, ok)
		}
	}
}

// The counts of parameters are those of the laws.
func TestTrainParameters(t *testing.T) {
	for _, c := range []struct {
		depth string
		w, d  int
		want  int
	}{{"1", 15, 8, 15*10 + 1}, {"2", 9, 8, 81 + 11*9 + 1}} {
		l := &Lab{sharedKnobs: sharedKnobs{d: c.d}, trainKnobs: trainKnobs{width: c.w, depth: c.depth}}
		if got := nn.MLP(nn.ReLU, l.widths()...).Size(); got != c.want {
			t.Errorf("depth %s, width %d: %d parameters, want %d", c.depth, c.w, got, c.want)
		}
		for _, law := range laws(c.depth, c.d)[:1] {
			if w := law.width(labelsPerWeight * float64(c.want)); math.Abs(w-float64(c.w)) > 1e-9 {
				t.Errorf("depth %s: the law says width %g for %d parameters, want %d", c.depth, w, c.want, c.w)
			}
		}
	}
}

// The bounds of the laws are those of the formulas, at their own widths.
func TestLawsMeetLimits(t *testing.T) {
	for w := 2; w < 40; w++ {
		one, two := laws("1", 8), laws("2", 8)
		for _, c := range []struct{ got, want float64 }{
			{one[3].width(float64(lineLimit(w))), float64(w)},
			{two[2].width(float64(zigzagLimit(w, w))), float64(w)},
			{two[3].width(float64(yunLimit(w, w))), float64(w)},
		} {
			if math.Abs(c.got-c.want) > 1e-9 {
				t.Errorf("width %g, want %g", c.got, c.want)
			}
		}
	}
}

// C23: the gradient of a training step agrees with differences of the loss of
// the same network in float64.
func TestTrainGradient(t *testing.T) {
	for _, depth := range []string{"1", "2"} {
		s := newTrain(labAt("capacity?view=train&n=40&d=3&width=7&train=300&depth="+depth), rand.New(rand.NewPCG(3, 3)))
		w, x := make([]float64, len(s.W)), make([]float64, len(s.x))
		for i, v := range s.W {
			w[i] = float64(v)
		}
		for i, v := range s.x {
			x[i] = float64(v)
		}
		for s.at < s.lab.n {
			s.learn()
		}
		ref := nn.NewReference(s.net, s.lab.n)
		loss := func() (sum float64) {
			for i, f := range ref.Forward(w, x) {
				sum += math.Log1p(math.Exp(-f * float64(s.y[i])))
			}
			return sum / float64(s.lab.n)
		}
		dout, g := make([]float64, s.lab.n), make([]float64, len(w))
		for i, f := range ref.Forward(w, x) {
			y := float64(s.y[i])
			dout[i] = -y / (1 + math.Exp(y*f)) / float64(s.lab.n)
		}
		ref.Backward(nil, g, w, dout)
		size := norm(g)
		for i := range w {
			const h = 1e-6
			old := w[i]
			w[i] = old + h
			up := loss()
			w[i] = old - h
			down := loss()
			w[i] = old
			if difference := (up - down) / (2 * h); math.Abs(difference-g[i]) > 1e-5*size {
				t.Errorf("depth %s: derivative %d is %g, differences say %g", depth, i, g[i], difference)
			}
			if math.Abs(float64(s.G[i])-g[i]) > 1e-5*size {
				t.Errorf("depth %s: derivative %d is %g in training, %g in float64", depth, i, s.G[i], g[i])
			}
		}
	}
}
