package nn

import (
	"fmt"
	"math"
)

// A Net is a chain of layers over a flat parameter vector.
type Net struct{ Layers []Layer }

// Chain returns the net of the layers, whose parameters lie one behind the other
// in the vector, the first at the given place. It panics unless the outputs of
// each layer are the inputs of the next.
func Chain(at int, layers ...Layer) Net {
	n := Net{append([]Layer(nil), layers...)}
	for i := range n.Layers {
		l := &n.Layers[i]
		if l.In < 1 || l.Out < 1 || i > 0 && l.In != n.Layers[i-1].Out {
			panic(fmt.Sprintf("nn: layer %d is %d×%d, after %d outputs", i, l.In, l.Out, n.Layers[max(0, i-1)].Out))
		}
		l.At = at
		at += l.Size()
	}
	if len(layers) == 0 {
		panic("nn: a net wants a layer")
	}
	return n
}

// MLP returns the net of dense layers between the widths, the first of which is
// the number of inputs. All layers but the last have the activation.
func MLP(act Activation, widths ...int) Net {
	layers := make([]Layer, max(0, len(widths)-1))
	for i := range layers {
		layers[i] = Layer{In: widths[i], Out: widths[i+1], Act: act}
	}
	if len(layers) > 0 {
		layers[len(layers)-1].Act = Linear
	}
	return Chain(0, layers...)
}

// In returns the number of inputs.
func (n Net) In() int { return n.Layers[0].In }

// Out returns the number of outputs.
func (n Net) Out() int { return n.last().Out }

func (n Net) last() Layer { return n.Layers[len(n.Layers)-1] }

// Size returns how many parameters the net has.
func (n Net) Size() int { return n.End() - n.Layers[0].At }

// End returns where the parameters of the net end, which is where those of
// another one may begin.
func (n Net) End() int { return n.last().At + n.last().Size() }

// Flops returns about how many floating-point operations one row costs forward;
// forward and backward together cost three times that.
func (n Net) Flops() int {
	sum := 0
	for _, l := range n.Layers {
		sum += 2 * l.Size()
	}
	return sum
}

// He is the standard deviation of the weights of a layer before ReLU: √(2/In).
func He(l Layer) float64 { return math.Sqrt(2 / float64(l.In)) }

// Xavier is that of Glorot and Bengio: √(2/(In+Out)).
func Xavier(l Layer) float64 { return math.Sqrt(2 / float64(l.In+l.Out)) }

// FanIn keeps the variance of the sums at that of the inputs: √(1/In).
func FanIn(l Layer) float64 { return math.Sqrt(1 / float64(l.In)) }

// Init draws the weights of all layers from normal, a source of standard normal
// numbers, times the deviation of their layer: layer by layer, row by row. It
// sets the biases to 0.
func (n Net) Init(w []float32, deviation func(Layer) float64, normal func() float64) {
	for _, l := range n.Layers {
		fill(l.Weights(w), deviation(l), normal)
		clear(l.Biases(w))
	}
}

// InitBiases draws the biases of all layers, after Init.
func (n Net) InitBiases(w []float32, deviation float64, normal func() float64) {
	for _, l := range n.Layers {
		fill(l.Biases(w), deviation, normal)
	}
}

func fill(w []float32, deviation float64, normal func() float64) {
	for i := range w {
		w[i] = float32(deviation * normal())
	}
}

// Hash returns the FNV-1a hash of the bits of w: equal hashes, equal networks.
func Hash(w []float32) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, x := range w {
		for bits, i := math.Float32bits(x), 0; i < 4; i++ {
			h = (h ^ uint64(byte(bits>>(8*i)))) * prime
		}
	}
	return h
}
