package ntk

import (
	"math"
	"math/rand/v2"
	"testing"

	"example.org/rote/sim"
)

// set returns a lab with the default knobs, changed by pairs of a key and a value.
func set(t *testing.T, pairs ...string) *Lab {
	t.Helper()
	l := new(Lab)
	var k sim.Knobs
	l.Knobs(&k)
	for i := 0; i < len(pairs); i += 2 {
		if repair := k.Find(pairs[i]).Set(pairs[i+1]); repair != "" {
			t.Fatal(repair)
		}
	}
	return l
}

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// N1: the network answers exactly 0 at the start, whatever its settings.
func TestZeroStart(t *testing.T) {
	for _, knobs := range [][]string{
		{}, {"act", "softplus", "b", "8"}, {"b", "0.25", "ratio", "4"}, {"d", "3", "m", "1024", "batch", "1"},
		{"d", "64", "m", "16"}, {"loss", "logistic", "layers", "both"}, {"q", "128", "m", "100"},
	} {
		l := set(t, knobs...)
		s := newTrain(l, seeded(2))
		for i, margin := range s.now.margin {
			if margin != 0 {
				t.Fatalf("%q: margin %d is %g at the start", knobs, i, margin)
			}
		}
		if s.now.undecided != l.m || s.memorized() != 0 {
			t.Errorf("%q: %d of %d undecided, share %g", knobs, s.now.undecided, l.m, s.memorized())
		}
	}
}

// N2: the gradient of the loss, for smooth neurons, against finite differences of
// the same network in double precision.
func TestGradient(t *testing.T) {
	for _, loss := range []string{hinge, "logistic"} {
		for _, layers := range []string{"first", both} {
			l := set(t, "d", "5", "m", "24", "q", "3", "b", "2", "act", softplus, "loss", loss, "layers", layers)
			s := newTrain(l, seeded(3))
			for range 5 {
				s.net.learn(s.x, s.y, 1./24)
				s.net.update() // away from the symmetric start
			}
			s.net.learn(s.x, s.y, 1./24)
			w := make([]float64, len(s.net.w))
			for i, v := range s.net.w {
				w[i] = float64(v)
			}
			var off, size float64
			for i := range w {
				if layers != both && i >= s.net.hidden.Size() {
					continue
				}
				want := slope(func(v float64) float64 { return meanLoss(s, w, i, v) }, w[i])
				off += math.Pow(float64(s.net.g[i])-want, 2)
				size += want * want
			}
			if got := math.Sqrt(off / size); !(got < 1e-5) {
				t.Errorf("%s, %s: gradient differs by %g, relative", loss, layers, got)
			}
		}
	}
}

func slope(f func(float64) float64, x float64) float64 {
	const h = 1e-6
	return (f(x+h) - f(x-h)) / (2 * h)
}

// meanLoss returns the loss of the network with softplus, written down once more,
// with parameter i at v.
func meanLoss(s *train, w []float64, i int, v float64) float64 {
	before := w[i]
	w[i] = v
	defer func() { w[i] = before }()
	d, neurons, sum := s.lab.d, s.net.neurons(), 0.0
	for j := range s.lab.m {
		h := 0.0
		for n := range neurons {
			z := 0.0
			for k := range d {
				z += w[k*neurons+n] * float64(s.x[j*d+k])
			}
			h += w[d*neurons+n] * (math.Log1p(math.Exp(z)) - math.Ln2)
		}
		margin := h * float64(s.y[j])
		if s.lab.loss == hinge {
			sum += math.Max(0, 1-margin)
		} else {
			sum += math.Log1p(math.Exp(-margin))
		}
	}
	return sum / float64(s.lab.m)
}

// A batch that is cut into slices of rows takes the same way, bit for bit.
func TestSlicesOfABatch(t *testing.T) {
	run := func(rows int) []float32 {
		s := newTrain(set(t, "m", "100", "batch", "64"), seeded(4))
		if rows > 0 {
			s.rows = rows
		}
		for s.epoch < 3 {
			s.Step()
		}
		return s.net.w
	}
	whole := run(0)
	for _, rows := range []int{1, 7, 33} {
		for i, v := range run(rows) {
			if v != whole[i] {
				t.Fatalf("slices of %d rows: weight %d is %g, want %g", rows, i, v, whole[i])
			}
		}
	}
}

// The two of a pair begin as equals and with opposite gradients.
func TestMirror(t *testing.T) {
	s := newTrain(set(t, "q", "4"), seeded(5))
	s.net.learn(s.x[:32*16], s.y[:32], 1./32)
	moves := false
	for i := 0; i < 8; i += 2 {
		for k := range 16 {
			if s.net.weight(s.net.w, i, k) != s.net.weight(s.net.w, i+1, k) {
				t.Fatalf("neurons %d and %d differ at the start", i, i+1)
			}
			a, b := s.net.weight(s.net.g, i, k), s.net.weight(s.net.g, i+1, k)
			moves = moves || a != 0
			if a != -b {
				t.Fatalf("neurons %d and %d have gradients %g and %g", i, i+1, a, b)
			}
		}
	}
	if !moves {
		t.Error("the gradient is 0")
	}
}
