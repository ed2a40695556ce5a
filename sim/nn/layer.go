package nn

import (
	"fmt"

	"example.org/rote/sim/kernel"
)

// Activation is the function that a layer applies to each of its sums.
type Activation uint8

// The activations.
const (
	Linear Activation = iota
	ReLU
	Tanh
	SiLU // x/(1+e**-x)
	Softplus
)

// needsSum reports whether the derivative is taken at the sum, not at the value.
func (a Activation) needsSum() bool { return a == SiLU || a == Softplus }

// A Layer is dense: y = act(x·W + b) for each row x. Its parameters are a range
// of a flat vector: W, In×Out row by row, so that row i holds the weights of
// input i, and then b. The zero Activation is [Linear].
type Layer struct {
	In, Out int
	Act     Activation
	NoBias  bool
	Frozen  bool // Backward leaves its part of the gradient alone
	At      int  // where its parameters begin; set by [Chain]
}

// Size returns how many parameters the layer has.
func (l Layer) Size() int {
	if l.NoBias {
		return l.In * l.Out
	}
	return (l.In + 1) * l.Out
}

// Weights returns the part of w that is W.
func (l Layer) Weights(w []float32) []float32 { return weights(l, w) }

// Biases returns the part of w that is b: nil for a layer without.
func (l Layer) Biases(w []float32) []float32 { return biases(l, w) }

func weights[T float32 | float64](l Layer, w []T) []T {
	return w[l.At : l.At+l.In*l.Out : l.At+l.In*l.Out]
}

func biases[T float32 | float64](l Layer, w []T) []T {
	if l.NoBias {
		return nil
	}
	return w[l.At+l.In*l.Out : l.At+l.Size() : l.At+l.Size()]
}

// Forward computes y, rows×Out, from x, rows×In. It writes the sums to z, which
// is rows×Out too; z may be y, unless the activation is SiLU or Softplus and
// Backward is to follow. y and x do not overlap.
func (l Layer) Forward(y, z, w, x []float32, rows int) {
	y, z = y[:rows*l.Out], z[:rows*l.Out]
	kernel.NN(z, x, l.Weights(w), l.Biases(w), false, rows, l.Out, l.In, l.Out, l.In, l.Out)
	l.Act.forward(y, z)
}

func (a Activation) forward(y, z []float32) {
	switch a {
	case Linear:
		copy(y, z)
	case ReLU:
		kernel.ReLU(y, z)
	case Tanh:
		kernel.Tanh(y, z)
	case SiLU:
		kernel.SiLU(y, z)
	case Softplus:
		kernel.Softplus(y, z)
	default:
		panic(fmt.Sprintf("nn: no activation %d", a))
	}
}

// Backward adds the derivative of a loss by the parameters to g, and writes that
// by the inputs to dx, rows×In. It takes that by the outputs in dy, rows×Out,
// which it overwrites, and what Forward was given and made. A nil g or dx is not
// wanted. The overlaps of Forward are allowed.
func (l Layer) Backward(dx, g, w, x, y, z, dy []float32, rows int) {
	dy = dy[:rows*l.Out]
	l.Act.backward(dy, y[:rows*l.Out], z[:rows*l.Out])
	if g != nil && !l.Frozen {
		kernel.TN(l.Weights(g), x, dy, nil, true, l.In, l.Out, rows, l.Out, l.In, l.Out)
		if !l.NoBias {
			kernel.ColSums(l.Biases(g), dy, true, rows, l.Out)
		}
	}
	if dx != nil {
		kernel.NT(dx, dy, l.Weights(w), nil, false, rows, l.In, l.Out, l.In, l.Out, l.Out)
	}
}

// backward turns the derivative by the value into that by the sum.
func (a Activation) backward(dy, y, z []float32) {
	switch a {
	case ReLU:
		kernel.ReLUBack(dy, dy, y)
	case Tanh:
		kernel.TanhBack(dy, dy, y)
	case SiLU:
		kernel.SiLUBack(dy, dy, z)
	case Softplus:
		kernel.SoftplusBack(dy, dy, z)
	}
}
