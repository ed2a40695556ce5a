package nn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// nets are small nets with everything that a net can have.
func nets() map[string]Net {
	all := map[string]Net{}
	for act, name := range []string{"linear", "relu", "tanh", "silu", "softplus"} {
		all[name] = MLP(Activation(act), 5, 9, 7, 3)
	}
	all["no bias"] = Chain(0, Layer{In: 4, Out: 6, Act: ReLU, NoBias: true}, Layer{In: 6, Out: 1, NoBias: true, Frozen: true})
	all["behind another"] = Chain(11, Layer{In: 3, Out: 8, Act: SiLU}, Layer{In: 8, Out: 8, Act: Tanh, Frozen: true}, Layer{In: 8, Out: 2, Act: Softplus})
	all["one layer"] = Chain(0, Layer{In: 2, Out: 2, Act: Softplus})
	return all
}

// source returns a source of standard normal numbers that are good enough for
// tests, and the same everywhere: sums of twelve uniform ones.
func source(seed uint64) func() float64 {
	rng := rand.New(rand.NewPCG(seed, 1))
	return func() float64 {
		sum := -6.0
		for range 12 {
			sum += rng.Float64()
		}
		return sum
	}
}

// draw returns n numbers that float32 holds exactly.
func draw(n int, normal func() float64) []float32 {
	x := make([]float32, n)
	fill(x, 1, normal)
	return x
}

// drawn returns parameters for the net.
func drawn(net Net, normal func() float64) []float32 {
	w := make([]float32, net.End())
	net.Init(w, He, normal)
	net.InitBiases(w, 0.3, normal)
	return w
}

func wide(x []float32) []float64 {
	y := make([]float64, len(x))
	for i := range x {
		y[i] = float64(x[i])
	}
	return y
}

func dot(x, y []float64) (sum float64) {
	for i := range x {
		sum += x[i] * y[i]
	}
	return sum
}

// distance returns |x-y|/|y|.
func distance(x []float32, y []float64) float64 {
	var off, size float64
	for i := range x {
		off += (float64(x[i]) - y[i]) * (float64(x[i]) - y[i])
		size += y[i] * y[i]
	}
	return math.Sqrt(off / size)
}

const rows = 6

// The float32 net agrees with its float64 reference, forward and backward.
func TestOracle(t *testing.T) {
	for name, net := range nets() {
		normal := source(5)
		const m = 33
		w, x, dout := drawn(net, normal), draw(m*net.In(), normal), draw(m*net.Out(), normal)
		p, r := NewPass(net, m), NewReference(net, m)
		out, want := p.Forward(w, x), r.Forward(wide(w), wide(x))
		g, dx := make([]float32, len(w)), make([]float32, len(x))
		wantG, wantX := make([]float64, len(w)), make([]float64, len(x))
		copy(p.Dout(), dout)
		p.Backward(dx, g, w)
		r.Backward(wantX, wantG, wide(w), wide(dout))
		for _, c := range []struct {
			what string
			got  float64
		}{{"outputs", distance(out, want)}, {"gradient", distance(g, wantG)}, {"derivative by the inputs", distance(dx, wantX)}} {
			if !(c.got < 1e-6) {
				t.Errorf("%s: %s differ from float64 by %g, relative", name, c.what, c.got)
			}
		}
	}
}

// Slices of rows, of any size, give the bits of the whole batch.
func TestSlices(t *testing.T) {
	for name, net := range nets() {
		normal := source(6)
		const m = 40
		w, x, dout := drawn(net, normal), draw(m*net.In(), normal), draw(m*net.Out(), normal)
		whole, out := accumulated(net, w, x, dout, m)
		for _, size := range []int{1, 3, 8, 32, 39} {
			g, cut := accumulated(net, w, x, dout, size)
			if Hash(g) != Hash(whole) {
				t.Errorf("%s: slices of %d rows give another gradient than %d rows", name, size, m)
			}
			if Hash(cut) != Hash(out) {
				t.Errorf("%s: slices of %d rows give other outputs than %d rows", name, size, m)
			}
		}
	}
}

func accumulated(net Net, w, x, dout []float32, size int) (g, out []float32) {
	g = make([]float32, len(w))
	p := NewPass(net, size)
	for m := len(x) / net.In(); len(x) > 0; m -= size {
		n := min(m, size)
		out = append(out, p.Forward(w, x[:n*net.In()])...)
		copy(p.Dout(), dout[:n*net.Out()])
		p.Backward(nil, g, w)
		x, dout = x[n*net.In():], dout[n*net.Out():]
	}
	return g, out
}

// What is not wanted is not touched, and what is, does not depend on the rest.
func TestBackwardParts(t *testing.T) {
	net := nets()["behind another"]
	normal := source(7)
	w, x, dout := drawn(net, normal), draw(rows*net.In(), normal), draw(rows*net.Out(), normal)
	p := NewPass(net, rows)
	back := func(dx, g []float32) {
		p.Forward(w, x)
		copy(p.Dout(), dout)
		p.Backward(dx, g, w)
	}
	g, dx, onlyG, onlyX := make([]float32, len(w)), make([]float32, len(x)), make([]float32, len(w)), make([]float32, len(x))
	back(dx, g)
	back(nil, onlyG)
	back(onlyX, nil)
	if Hash(g) != Hash(onlyG) || Hash(dx) != Hash(onlyX) {
		t.Error("derivatives differ when the others are not wanted")
	}
	if frozen := net.Layers[1]; Hash(g[:11]) != Hash(make([]float32, 11)) || Hash(frozen.Weights(g)) != Hash(make([]float32, 64)) {
		t.Error("the gradient of a frozen layer, or of another net, is touched")
	}
}

func TestPanics(t *testing.T) {
	net := MLP(ReLU, 2, 3, 1)
	for name, f := range map[string]func(){
		"widths that do not fit":    func() { Chain(0, Layer{In: 2, Out: 3}, Layer{In: 4, Out: 1}) },
		"a layer without outputs":   func() { Chain(0, Layer{In: 2}) },
		"no layer":                  func() { MLP(ReLU, 2) },
		"no rows":                   func() { NewPass(net, 0) },
		"too many rows":             func() { NewPass(net, 2).Forward(make([]float32, net.End()), make([]float32, 6)) },
		"half a row":                func() { NewPass(net, 2).Forward(make([]float32, net.End()), make([]float32, 3)) },
		"too few parameters":        func() { NewPass(net, 2).Forward(make([]float32, net.End()-1), make([]float32, 4)) },
		"an activation without end": func() { NewPass(MLP(9, 2, 3, 1), 2).Forward(make([]float32, 13), make([]float32, 4)) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}

func TestInit(t *testing.T) {
	net := MLP(ReLU, 100, 200, 50)
	for name, c := range map[string]struct {
		deviation func(Layer) float64
		want      [2]float64
	}{
		"He":     {He, [2]float64{math.Sqrt(2. / 100), math.Sqrt(2. / 200)}},
		"Xavier": {Xavier, [2]float64{math.Sqrt(2. / 300), math.Sqrt(2. / 250)}},
		"FanIn":  {FanIn, [2]float64{math.Sqrt(1. / 100), math.Sqrt(1. / 200)}},
	} {
		w := make([]float32, net.Size())
		net.Init(w, c.deviation, source(1))
		for i, l := range net.Layers {
			x := wide(l.Weights(w))
			got := math.Sqrt(dot(x, x) / float64(len(x)))
			if math.Abs(got/c.want[i]-1) > 0.02 {
				t.Errorf("%s: deviation of layer %d is %g, want %g", name, i, got, c.want[i])
			}
			if b := wide(l.Biases(w)); dot(b, b) != 0 {
				t.Errorf("%s: biases of layer %d are not 0", name, i)
			}
		}
	}
}

// The numbers of parameters and of operations of the score network.
func TestSizes(t *testing.T) {
	net := MLP(SiLU, 19, 64, 64, 2)
	if net.Size() != 5570 || net.Flops() != 2*5570 || net.In() != 19 || net.Out() != 2 {
		t.Errorf("size %d, operations %d, %d inputs, %d outputs", net.Size(), net.Flops(), net.In(), net.Out())
	}
	behind := Chain(net.End(), Layer{In: 2, Out: 3, NoBias: true})
	if behind.Size() != 6 || behind.End() != 5576 {
		t.Errorf("size %d, end %d", behind.Size(), behind.End())
	}
}
