package ntk

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// A network is h(x) = Σ u_i σ(w_i·x) over neurons that come in pairs: 2i and 2i+1
// start with the same w, and have u = B/√q and -B/√q. So h is exactly 0 at the
// start: its sums run pair by pair. There are no biases.
type network struct {
	hidden, out nn.Layer
	w, start, g []float32 // parameters, those at the start, gradient
	rule        *nn.SGD
	loss        func(dout, out, labels []float32, scale float32) float64
	shift       float32 // subtracted from σ: ln 2 for softplus, so that σ(0) = 0

	z, a, da []float32 // rows×2q: w_i·x, σ of it, and its derivative
	h, dh    []float32 // rows
}

// newNetwork draws the network that the knobs ask for. It takes at most so many
// rows at a time.
func newNetwork(l *Lab, rows int, rng *rand.Rand) *network {
	hidden := nn.Layer{In: l.d, Out: 2 * l.pairs(), Act: nn.ReLU, NoBias: true}
	n := &network{loss: nn.Hinge}
	if l.act == softplus {
		hidden.Act, n.shift = nn.Softplus, math.Ln2
	}
	if l.loss != hinge {
		n.loss = nn.Logistic
	}
	net := nn.Chain(0, hidden, nn.Layer{In: hidden.Out, Out: 1, NoBias: true, Frozen: l.layers != both})
	n.hidden, n.out, n.rule = net.Layers[0], net.Layers[1], nn.NewSGD(net.End(), float32(l.lr), 0)
	n.makeRoom(net.End(), rows)
	n.mirror(l.b, rng)
	copy(n.start, n.w)
	return n
}

func (n *network) makeRoom(weights, rows int) {
	room := func(n int) []float32 { return make([]float32, n) }
	n.w, n.start, n.g = room(weights), room(weights), room(weights)
	n.z, n.a, n.da = room(rows*n.neurons()), room(rows*n.neurons()), room(rows*n.neurons())
	n.h, n.dh = room(rows), room(rows)
}

// mirror draws the first of each pair from N(0, I) and makes the second its
// mirror image.
func (n *network) mirror(b float64, rng *rand.Rand) {
	w, u := n.hidden.Weights(n.w), n.out.Weights(n.w)
	size := float32(b / math.Sqrt(float64(n.neurons()/2)))
	for i := 0; i < n.neurons(); i += 2 {
		for k := range n.hidden.In {
			at := k*n.neurons() + i
			w[at] = float32(exact.Normal(rng))
			w[at+1] = w[at]
		}
		u[i], u[i+1] = size, -size
	}
}

// neurons returns 2q.
func (n *network) neurons() int { return n.hidden.Out }

// weight returns component k of w_i, out of w or start.
func (n *network) weight(w []float32, i, k int) float64 { return float64(w[k*n.neurons()+i]) }

// trained returns how many weights are trained.
func (n *network) trained() int {
	if n.out.Frozen {
		return n.hidden.Size()
	}
	return len(n.w)
}

// change returns how far a trained weight is from its start. Those of the first
// neuron come first, then those of the second, and in the end those of the output.
func (n *network) change(weight int) float64 {
	at, d := weight, n.hidden.In
	if weight < n.hidden.Size() {
		at = weight%d*n.neurons() + weight/d
	}
	return float64(n.w[at]) - float64(n.start[at])
}

// flops returns about how many floating-point operations a row costs forward.
func (n *network) flops() int { return 2 * n.neurons() * (n.hidden.In + 1) }

// answer returns h of the rows of x, good until the next call, and leaves the
// sums w_i·x in z, rows×2q.
func (n *network) answer(x []float32) []float32 {
	rows := len(x) / n.hidden.In
	h, a := n.h[:rows], n.a[:rows*n.neurons()]
	n.hidden.Forward(a, n.z, n.w, x, rows)
	if n.shift != 0 {
		for i := range a {
			a[i] -= n.shift
		}
	}
	n.out.Forward(h, h, n.w, a, rows)
	return h
}

// learn adds the gradient of the loss over the rows of x, times scale.
func (n *network) learn(x, labels []float32, scale float32) {
	h := n.answer(x)
	rows := len(h)
	n.loss(n.dh[:rows], h, labels, scale)
	n.out.Backward(n.da, n.g, n.w, n.a, h, h, n.dh, rows)
	n.hidden.Backward(nil, n.g, n.w, x, n.a, n.z, n.da, rows)
}

// update takes a step down the gradient.
func (n *network) update() {
	n.rule.Update(n.w, n.g)
	clear(n.g)
}

// moved returns |w_i - w_i at the start|.
func (n *network) moved(i int) float64 {
	square := 0.0
	for k := range n.hidden.In {
		v := n.weight(n.w, i, k) - n.weight(n.start, i, k)
		square += float64(v * v)
	}
	return math.Sqrt(square)
}

// growth returns |W| over that at the start.
func (n *network) growth() float64 {
	square := func(w []float32) (sum float64) {
		for _, v := range n.hidden.Weights(w) {
			sum += float64(float64(v) * float64(v))
		}
		return sum
	}
	return math.Sqrt(square(n.w) / square(n.start))
}
