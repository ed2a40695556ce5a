package kernel

import (
	_ "embed"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// trainGolden has a hash of the parameters after training.
//
//go:embed testdata/train.txt
var trainGolden string

// A training is a net, its data and its optimizer.
type training struct {
	name   string
	widths []int32
	act    Activation
	batch  int
	xent   bool // softmax cross-entropy, else squares
	adam   bool // else plain descent
	steps  int
}

// trainings are the nets that are timed, too.
var trainings = []training{
	{"2-8-8-1 tanh squares sgd", []int32{2, 8, 8, 1}, ByTanh, 10, false, false, 1000},
	{"2-64-64-1 relu squares adam", []int32{2, 64, 64, 1}, ByReLU, 32, false, true, 1000},
	{"64-256-256-10 relu softmax adam", []int32{64, 256, 256, 10}, ByReLU, 32, true, true, largestSteps},
}

// A state is a training in progress.
type state struct {
	training
	chain  *Chain
	m, v   []float32
	x, t   []float32
	labels []int32
}

func newState(tr training) *state {
	r := newTrial(nil, 11)
	n, out := ChainParams(tr.widths), int(tr.widths[len(tr.widths)-1])
	s := &state{training: tr, m: make([]float32, n), v: make([]float32, n),
		x: r.floats(tr.batch * int(tr.widths[0])), t: r.floats(tr.batch * out), labels: r.labels(tr.batch, out)}
	s.chain = &Chain{tr.widths, tr.act, r.floats(n), make([]float32, n), make([]float32, ChainRoom(tr.widths, tr.batch)), 0}
	p := s.chain.Params
	for l := 1; l < len(tr.widths); l++ {
		layer := p[:(tr.widths[l-1]+1)*tr.widths[l]]
		for i := range layer {
			layer[i] *= float32(math.Sqrt(0.75 / float64(tr.widths[l-1])))
		}
		p = p[len(layer):]
	}
	return s
}

const rate = 1e-3

func (s *state) scale() float32 {
	if s.xent {
		return 1 / float32(s.batch)
	}
	return 1 / float32(len(s.t))
}

// step takes one step with the operations of this machine, number i from 1.
func (s *state) step(i int) (loss float32) {
	c := s.chain
	if !s.adam {
		c.Rate = rate
	}
	if s.xent {
		loss = c.Xent(s.x, s.labels, s.batch, s.scale())
	} else {
		loss = c.Squares(s.x, s.t, s.batch, s.scale())
	}
	if s.adam {
		Adam(c.Params, c.Grads, s.m, s.v, rate, 0.9, 0.999, 1e-8, i)
	}
	return loss * s.scale()
}

// stepIn does the same in an engine.
func (s *state) stepIn(t *testing.T, e engine, i int) {
	c := s.chain
	var target, labels any = s.t, 0
	if s.xent {
		target, labels = 0, s.labels
	}
	e.call(t, "backprop", []any{s.widths, len(s.widths) - 1, int(s.act), c.Params, c.Grads, room(c.Room), s.x, s.batch,
		target, labels, s.scale(), 0, float32(0)})
	if s.adam {
		k := constantsOfAdam(rate, 0.9, 0.999, 1e-8, i)
		e.call(t, "adam", []any{c.Params, c.Grads, s.m, s.v, len(s.m),
			k.beta1, k.rest1, k.beta2, k.rest2, k.rate, k.root, k.eps})
	} else {
		e.call(t, "sgd", []any{c.Params, c.Grads, len(s.m), float32(rate)})
	}
}

func (s *state) hash() uint64 {
	var t trial
	t.add(s.chain.Params...)
	return t.hash
}

// Training gives the same parameters on every path, to the last bit.
func TestTrain(t *testing.T) {
	for _, tr := range trainings {
		t.Run(tr.name, func(t *testing.T) {
			s := newState(tr)
			first := s.step(1)
			var last float32
			for i := 2; i <= tr.steps; i++ {
				last = s.step(i)
			}
			if !(last < 0.999*first) {
				t.Errorf("after %d steps the loss is %g, and was %g", tr.steps, last, first)
			}
			checkTrained(t, fmt.Sprintf("%s %d", tr.name, tr.steps), s.hash())
			for _, e := range engines() {
				if e.name == "interpreter" && tr.adam {
					continue // which would take minutes
				}
				s := newState(tr)
				for i := range tr.steps {
					s.stepIn(t, e, i+1)
				}
				checkTrained(t, fmt.Sprintf("%s %d", tr.name, tr.steps), s.hash())
			}
		})
	}
}

func checkTrained(t *testing.T, what string, hash uint64) {
	t.Helper()
	line := fmt.Sprintf("%s %016x\n", what, hash)
	if strings.Contains(trainGolden, line) {
		return
	}
	if !*update {
		t.Errorf("%snot as in testdata/train.txt", line)
		return
	}
	lines := slices.DeleteFunc(strings.SplitAfter(trainGolden, "\n"), func(l string) bool { return strings.HasPrefix(l, what+" ") })
	trainGolden = strings.Join(lines, "") + line
	if err := os.WriteFile("testdata/train.txt", []byte(trainGolden), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The one call of a Chain gives the bits of the sequence of calls.
func TestChainIsItsParts(t *testing.T) {
	for _, tr := range trainings {
		s := newState(tr)
		s.step(1)
		want := slices.Clone(s.chain.Grads)
		got := newState(tr).parts()
		newTrial(t, 0).same(tr.name, "", got, want)
	}
}

// parts computes the gradient of a net of three layers by single operations.
func (s *state) parts() (grads []float32) {
	var at [3]struct{ in, out, p int }
	p := 0
	for l := range at {
		in, out := int(s.widths[l]), int(s.widths[l+1])
		at[l].in, at[l].out, at[l].p = in, out, p
		p += (in + 1) * out
	}
	m, params := s.batch, s.chain.Params
	grads = make([]float32, p)
	ys := [][]float32{s.x}
	for l, a := range at {
		y, w := make([]float32, m*a.out), params[a.p:]
		NN(y, ys[l], w, w[a.in*a.out:][:a.out], false, m, a.out, a.in, a.out, a.in, a.out)
		switch {
		case l == 2:
		case s.act == ByTanh:
			Tanh(y, y)
		default:
			ReLU(y, y)
		}
		ys = append(ys, y)
	}
	dy := make([]float32, len(ys[3]))
	if s.xent {
		SoftmaxXent(dy, ys[3], s.labels, m, at[2].out, s.scale())
	} else {
		MSE(dy, ys[3], s.t, s.scale())
	}
	for l := 2; l >= 0; l-- {
		a := at[l]
		g := grads[a.p:]
		TN(g, ys[l], dy, nil, false, a.in, a.out, m, a.out, a.in, a.out)
		ColSums(g[a.in*a.out:], dy, false, m, a.out)
		dx := make([]float32, m*a.in)
		NT(dx, dy, params[a.p:], nil, false, m, a.in, a.out, a.in, a.out, a.out)
		if s.act == ByTanh {
			TanhBack(dx, dx, ys[l])
		} else {
			ReLUBack(dx, dx, ys[l])
		}
		dy = dx
	}
	return grads
}

// The gradient of a Chain, against differences of its loss.
func TestGradient(t *testing.T) {
	for _, xent := range []bool{false, true} {
		s := newState(training{"", []int32{3, 5, 4, 2}, ByTanh, 6, xent, false, 1})
		loss := func() float64 {
			if xent {
				return float64(s.chain.Xent(s.x, s.labels, s.batch, 1))
			}
			return float64(s.chain.Squares(s.x, s.t, s.batch, 1))
		}
		loss()
		want := slices.Clone(s.chain.Grads)
		for i, p := range s.chain.Params {
			const h = 1.0 / 128
			s.chain.Params[i] = p + h
			up := loss()
			s.chain.Params[i] = p - h
			down := loss()
			s.chain.Params[i] = p
			// The loss, near 10, is rounded to 1e-6, and h² times its third derivative
			// is left out.
			if got := (up - down) / (2 * h); math.Abs(got-float64(want[i])) > 2e-3*math.Max(1, math.Abs(got)) {
				t.Errorf("softmax %v: derivative %d is %g, by differences %g", xent, i, want[i], got)
			}
		}
	}
}
