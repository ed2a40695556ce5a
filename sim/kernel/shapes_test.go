package kernel

import (
	"fmt"
	"strings"
	"testing"
)

// Wrong shapes are named before anything is written.
func TestWrongShapes(t *testing.T) {
	s := func(n int) []float32 { return make([]float32, n) }
	chain := func(params int) *Chain {
		return &Chain{[]int32{2, 3}, ByTanh, s(params), s(9), s(ChainRoom([]int32{2, 3}, 4)), 0}
	}
	for want, run := range map[string]func(){
		"c is shorter than m×n":              func() { NN(s(5), s(6), s(6), nil, false, 2, 3, 2, 3, 2, 3) },
		"NN: a is shorter than m×k":          func() { NN(s(6), s(3), s(6), nil, false, 2, 3, 2, 3, 2, 3) },
		"NN: b is shorter than k×n":          func() { NN(s(6), s(6), s(5), nil, false, 2, 3, 2, 3, 2, 3) },
		"NT: b is shorter than n×k":          func() { NT(s(6), s(6), s(5), nil, false, 2, 3, 2, 3, 2, 2) },
		"TN: a is shorter than k×m":          func() { TN(s(6), s(4), s(6), nil, false, 2, 3, 2, 3, 1, 3) },
		"bias and add exclude each other":    func() { NN(s(6), s(6), s(6), s(3), true, 2, 3, 2, 3, 2, 3) },
		"bias is shorter than n":             func() { NN(s(6), s(6), s(6), s(2), false, 2, 3, 2, 3, 2, 3) },
		"k is negative":                      func() { NN(s(6), s(6), s(6), nil, false, 2, 3, -1, 3, 2, 3) },
		"Transpose: dst is shorter than":     func() { Transpose(s(5), s(6), 2, 3) },
		"ColSums: out is shorter than n":     func() { ColSums(s(2), s(6), false, 2, 3) },
		"ReLU: y and x differ in length":     func() { ReLU(s(2), s(3)) },
		"TanhBack: dx, dy and y differ":      func() { TanhBack(s(3), s(3), s(2)) },
		"SoftmaxXent: a label is outside":    func() { SoftmaxXent(s(6), s(6), []int32{0, 3}, 2, 3, 1) },
		"SoftmaxXent: labels is shorter":     func() { SoftmaxXent(s(6), s(6), nil, 2, 3, 1) },
		"MSE: dz, z and t differ":            func() { MSE(s(3), s(3), s(2), 1) },
		"SGD: w and v differ in length":      func() { SGD(s(3), s(3), nil, 1, 0.9) },
		"Adam: steps count from 1":           func() { Adam(s(3), s(3), s(3), s(3), 1, 0.9, 0.99, 1e-8, 0) },
		"Gmm2: there are no centres":         func() { Gmm2(s(2), s(2), nil, 1, 0, 1) },
		"Gmmd: room is shorter":              func() { Gmmd(s(3), s(3), s(3), s(3), 1, 1, 3, 1) },
		"Gmmd: the scale is not positive":    func() { Gmmd(s(3), s(3), s(3), s(99), 1, 1, 3, 0) },
		"LayerNorm: y is shorter than m×n":   func() { LayerNorm(s(5), s(6), s(3), s(3), s(2), s(2), 2, 3, 1) },
		"LayerNorm: mean or rstd is":         func() { LayerNorm(s(6), s(6), s(3), s(3), s(2), s(1), 2, 3, 1) },
		"LayerNorm: eps is not positive":     func() { LayerNorm(s(6), s(6), s(3), s(3), s(2), s(2), 2, 3, 0) },
		"LayerNormBack: gain, dgain or":      func() { LayerNormBack(s(6), s(2), s(3), s(6), s(6), s(3), s(2), s(2), false, 2, 3) },
		"Softmax: x is shorter than m×n":     func() { Softmax(s(9), s(6), nil, 2, 3, 4, 0, 1) },
		"Softmax: mask is shorter than m×n":  func() { Softmax(s(6), s(6), s(5), 2, 3, 3, 3, 1) },
		"SoftmaxBack: dy is shorter than":    func() { SoftmaxBack(s(6), s(5), s(6), 2, 3, 3, 1) },
		"LogSumExp: out is shorter than m":   func() { LogSumExp(s(1), s(6), 2, 3, 3) },
		"Gather: an id is outside 0 to k-1":  func() { Gather(s(6), s(6), []int32{0, 2}, true, 2, 3) },
		"Gather: y is shorter than":          func() { Gather(s(5), s(6), []int32{0, 1}, true, 2, 3) },
		"ScatterAdd: dx is shorter than":     func() { ScatterAdd(s(5), s(6), []int32{0, 1}, 2, 3) },
		"ScatterAdd: an id is outside":       func() { ScatterAdd(s(6), s(6), []int32{0, -1}, 2, 3) },
		"Mul: z, y and x differ in length":   func() { Mul(s(6), s(6), s(5), true) },
		"Scale: y and x differ in length":    func() { Scale(s(6), s(5), 1) },
		"Bernoulli: x is shorter than m×n":   func() { Bernoulli(s(2), nil, s(6), s(5), 2, 3, 3, 1) },
		"Bernoulli: da is shorter than m×n":  func() { Bernoulli(s(2), s(5), s(6), s(6), 2, 3, 3, 1) },
		"Gaussian: mean is shorter than":     func() { Gaussian(s(2), nil, nil, s(6), s(6), s(6), 2, 3, 6, 3, 3, 1) },
		"Gaussian: logvar is shorter than":   func() { Gaussian(s(2), nil, nil, s(6), s(6), s(2), 2, 3, 3, 0, 3, 1) },
		"Gaussian: one of dmean and":         func() { Gaussian(s(2), s(6), nil, s(6), s(6), s(6), 2, 3, 3, 3, 3, 1) },
		"SmoothXent: smoothing is outside":   func() { SmoothXent(s(6), s(6), []int32{0, 1}, 2, 3, 1, 1.5) },
		"SmoothXent: a label is outside":     func() { SmoothXent(s(6), s(6), []int32{0, 3}, 2, 3, 1, 0.1) },
		"distances: y is shorter than n×d":   func() { SquaredDistances(s(6), s(8), s(11), 2, 3, 4) },
		"distances: out is shorter than m×n": func() { ExpandedDistances(s(5), s(8), s(12), s(3), 2, 3, 4) },
		"ExpandedDistances: room is":         func() { ExpandedDistances(s(6), s(8), s(12), s(2), 2, 3, 4) },
		"SquareSums: out is shorter":         func() { SquareSums(s(1), s(8), 2, 4, 4) },
		"Params is not of length":            func() { chain(8).Squares(s(8), s(12), 4, 1) },
		"Room is shorter than ChainRoom":     func() { chain(9).Squares(s(10), s(15), 5, 1) },
		"Squares: t is shorter than m×out":   func() { chain(9).Squares(s(8), s(11), 4, 1) },
		"Xent: a label is outside":           func() { chain(9).Xent(s(8), []int32{0, 1, 2, -1}, 4, 1) },
		"a Chain has at least two widths":    func() { (&Chain{}).Xent(nil, nil, 0, 1) },
		"a width of a Chain is not positive": func() { (&Chain{Widths: []int32{1, 0}}).Xent(nil, nil, 0, 1) },
	} {
		if got := panics(run); !strings.HasPrefix(got, "kernel: "+want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func panics(run func()) (message string) {
	defer func() { message = fmt.Sprint(recover()) }()
	run()
	return ""
}

// Size zero is allowed, and does nothing.
func TestZeroSizes(t *testing.T) {
	NN(nil, nil, make([]float32, 6), nil, false, 0, 3, 2, 3, 2, 3)
	TN(nil, make([]float32, 6), nil, nil, false, 3, 0, 2, 0, 3, 0)
	Transpose(nil, nil, 0, 5)
	Tanh(nil, nil)
	SGD(nil, nil, nil, 1, 0)
	Adam(nil, nil, nil, nil, 1, 0.9, 0.99, 1e-8, 1)
	Gmm2(nil, nil, make([]float32, 2), 0, 1, 1)
	LayerNorm(nil, nil, nil, nil, nil, nil, 0, 0, 1)
	LayerNormBack(nil, make([]float32, 3), make([]float32, 3), nil, nil, make([]float32, 3), nil, nil, false, 0, 3)
	Softmax(nil, nil, []float32{}, 0, 3, 3, 0, 1)
	SoftmaxBack(nil, nil, nil, 3, 0, 0, 1)
	LogSumExp(nil, nil, 0, 3, 3)
	Gather(nil, nil, nil, true, 0, 3)
	ScatterAdd(nil, nil, []int32{0}, 1, 0)
	Mul(nil, nil, nil, true)
	SquaredDistances(nil, nil, make([]float32, 12), 0, 3, 4)
	ExpandedDistances(nil, make([]float32, 12), nil, nil, 3, 0, 4)
	SquareSums(nil, nil, 0, 4, 4)
	Bernoulli(nil, nil, nil, nil, 0, 3, 3, 1)
	Gaussian(nil, nil, nil, nil, nil, nil, 0, 3, 3, 3, 3, 1)
	SmoothXent(nil, nil, nil, 0, 3, 1, 0.1)
	if loss := SoftmaxXent(nil, nil, nil, 0, 3, 1) + MSE(nil, nil, nil, 1) + Clip(nil, 1); loss != 0 {
		t.Errorf("the loss of nothing is %g", loss)
	}
	c := []float32{5, 5}
	if NN(c, nil, nil, nil, false, 1, 2, 0, 2, 0, 2); c[0] != 0 || c[1] != 0 {
		t.Errorf("a product over nothing is %g, want 0", c)
	}
	out := []float32{5}
	if ColSums(out, nil, false, 0, 1); out[0] != 0 {
		t.Errorf("the sum of no rows is %g, want 0", out[0])
	}
}
