package nn

import "example.org/rote/sim/kernel"

// A Norm shifts and scales each row to mean 0 and variance 1, and then by a gain and a
// bias for each column. Its parameters are a range of a flat vector: Width gains, and then
// Width biases.
type Norm struct {
	Width int
	At    int // where its parameters begin
}

// epsNorm is added to the variance of a row.
const epsNorm = 1e-5

// Size returns how many parameters the norm has.
func (n Norm) Size() int { return 2 * n.Width }

func (n Norm) gain(w []float32) []float32 { return w[n.At : n.At+n.Width] }

func (n Norm) bias(w []float32) []float32 { return w[n.At+n.Width : n.At+2*n.Width] }

// Init sets the gains to 1 and the biases to 0.
func (n Norm) Init(w []float32) {
	for i := range n.gain(w) {
		n.gain(w)[i] = 1
	}
	clear(n.bias(w))
}

// Moments are the mean of each row and the inverse of its deviation, which Backward needs.
type Moments struct{ mean, rstd []float32 }

// NewMoments returns room for so many rows.
func NewMoments(rows int) Moments { return Moments{make([]float32, rows), make([]float32, rows)} }

// Forward sets y to the norm of x; both are rows×Width. y may be x without Backward.
func (n Norm) Forward(y []float32, s Moments, w, x []float32, rows int) {
	kernel.LayerNorm(y, x, n.gain(w), n.bias(w), s.mean, s.rstd, rows, n.Width, epsNorm)
}

// Backward adds the derivative of a loss by the parameters to g, and that by the inputs to
// dx, rows×Width, which holds that of a residual connection around the norm. dy is the
// derivative by the outputs; x and s are those of Forward.
func (n Norm) Backward(dx, g []float32, s Moments, w, x, dy []float32, rows int) {
	kernel.LayerNormBack(dx, n.gain(g), n.bias(g), dy, x, n.gain(w), s.mean, s.rstd, true, rows, n.Width)
}
