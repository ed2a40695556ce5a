package decoding

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// A learner is a network in training.
type learner struct {
	*nn.Trainer
	net    nn.Net
	labels []int32 // n, which it is trained on
	x      []float32
	rng    *rand.Rand // of the orders of the pictures
	order  []int
	size   int // of a batch
	rows   int // of a slice of one

	batch       []float32
	batchLabels []int32
}

// newLearner returns the untrained network.
func newLearner(l *Lab, t *task, labels []int32, weights, orders *rand.Rand) *learner {
	widths := []int{pixels}
	for range l.depth {
		widths = append(widths, l.width)
	}
	net := nn.MLP(nn.ReLU, append(widths, t.k)...)
	size := min(l.batch, len(labels))
	rows := min(size, max(1, sliceWork/(3*net.Flops())))
	b := &learner{Trainer: nn.NewTrainer(net, l.optimizer(net.Size()), rows), net: net, labels: labels, x: t.x, rng: orders,
		size: size, rows: rows, batch: make([]float32, rows*pixels), batchLabels: make([]int32, rows)}
	net.Init(b.W, nn.He, func() float64 { return exact.Normal(weights) })
	for i := range labels {
		b.order = append(b.order, i)
	}
	return b
}

func (l *Lab) optimizer(size int) nn.Optimizer {
	if l.opt == "SGD" {
		return nn.NewSGD(size, float32(l.lr), 0.9)
	}
	return nn.NewAdam(size, float32(l.lr))
}

// epoch goes once through all pictures, in a new order. It returns false if did says so.
func (b *learner) epoch(did meter) bool {
	b.rng.Shuffle(len(b.order), func(i, j int) { b.order[i], b.order[j] = b.order[j], b.order[i] })
	for from := 0; from < len(b.order); from += b.size {
		ids := b.order[from:min(from+b.size, len(b.order))]
		scale := 1 / float32(len(ids))
		for len(ids) > 0 {
			n := min(b.rows, len(ids))
			b.learn(ids[:n], scale)
			ids = ids[n:]
			if !did.single(3 * n * b.net.Flops()) {
				return false
			}
		}
		b.Update()
		if !did.single(4 * len(b.W)) {
			return false
		}
	}
	return true
}

// learn adds the gradient of a slice of a batch.
func (b *learner) learn(ids []int, scale float32) {
	for row, i := range ids {
		copy(b.batch[row*pixels:(row+1)*pixels], b.x[i*pixels:(i+1)*pixels])
		b.batchLabels[row] = b.labels[i]
	}
	out := b.Forward(b.batch[:len(ids)*pixels])
	nn.SoftmaxCross(b.Dout(), out, b.batchLabels[:len(ids)], scale)
	b.Backward()
}

// A looker runs pictures through a network, slice by slice.
type looker struct {
	*nn.Pass
	net nn.Net
}

func newLooker(net nn.Net) looker {
	return looker{nn.NewPass(net, max(1, min(128, sliceWork/net.Flops()))), net}
}

// each calls see for slices of the pictures x, with the number of the first and the
// outputs; those of the hidden layers are in Output.
func (v looker) each(w, x []float32, see func(from int, out []float32), did meter) bool {
	n := len(x) / pixels
	for from := 0; from < n; from += v.Rows() {
		rows := min(v.Rows(), n-from)
		see(from, v.Forward(w, x[from*pixels:(from+rows)*pixels]))
		if !did.single(rows * v.net.Flops()) {
			return false
		}
	}
	return true
}

// answer writes the class with the largest output to answers, for each picture, and
// reports whether all outputs are finite.
func (v looker) answer(answers []int8, w, x []float32, did meter) (finite, ok bool) {
	finite = true
	k := v.net.Out()
	ok = v.each(w, x, func(from int, out []float32) {
		for i := range len(out) / k {
			row := out[i*k : (i+1)*k]
			best := 0
			for class, o := range row {
				if o > row[best] {
					best = class
				}
				finite = finite && math.Abs(float64(o)) <= math.MaxFloat32
			}
			answers[from+i] = int8(best)
		}
	}, did)
	return finite, ok
}

// count returns how many answers are the labels.
func count(answers []int8, labels []int32) (n int) {
	for i, a := range answers {
		if int32(a) == labels[i] {
			n++
		}
	}
	return n
}
