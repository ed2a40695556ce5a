package main

import (
	"fmt"
	"math"

	"example.org/rote/sim/kernel"
)

// networks are trained on one batch, with all of a step: forward, loss, backward,
// update. The variant -loss reads the loss after each step.
func (b *bench) networks() {
	for _, w := range []struct {
		name    string
		widths  []int32
		act     kernel.Activation
		xent    bool
		adam    bool
		batches []int
	}{
		{"2-8-8-1", []int32{2, 8, 8, 1}, kernel.ByTanh, false, false, []int{10}},
		{"2-64-64-1", []int32{2, 64, 64, 1}, kernel.ByReLU, false, true, []int{32, 128, 512}},
		{"64-256-256-10", []int32{64, 256, 256, 10}, kernel.ByReLU, true, true, []int{32, 128, 512}},
	} {
		for _, batch := range w.batches {
			workload := fmt.Sprintf("mlp/%s/B%d", w.name, batch)
			n := b.network(w.widths, w.act, w.xent, w.adam, batch)
			b.measure(workload, "", 1, func() { n.step() })
			sum := 0.0
			b.measure(workload, "-loss", 1, func() { sum += n.step() })
			if math.IsNaN(sum) {
				fmt.Println("# the loss is not a number")
			}
		}
	}
}

// A network is one in training.
type network struct {
	chain  *kernel.Chain
	m, v   []float32 // Adam's; nil for plain descent
	x, t   []float32 // t is nil for softmax and cross-entropy
	labels []int32
	batch  int
	scale  float32
	steps  int
}

func (b *bench) network(widths []int32, act kernel.Activation, xent, adam bool, batch int) *network {
	size, out := kernel.ChainParams(widths), int(widths[len(widths)-1])
	n := &network{x: b.numbers(batch * int(widths[0])), batch: batch, scale: 1 / float32(batch)}
	n.chain = &kernel.Chain{Widths: widths, Act: act, Params: b.numbers(size), Grads: make([]float32, size),
		Room: make([]float32, kernel.ChainRoom(widths, batch))}
	for i := range n.chain.Params {
		n.chain.Params[i] *= float32(math.Sqrt(3 / float64(widths[1])))
	}
	if adam {
		n.m, n.v = make([]float32, size), make([]float32, size)
	}
	if xent {
		for i := range batch {
			n.labels = append(n.labels, int32(i*7%out))
		}
	} else {
		n.t, n.scale = b.numbers(batch*out), n.scale/float32(out)
	}
	return n
}

// step takes one step of training, and returns the mean loss.
func (n *network) step() float64 {
	n.steps++
	c := n.chain
	var loss float32
	if n.t != nil {
		loss = c.Squares(n.x, n.t, n.batch, n.scale)
	} else {
		loss = c.Xent(n.x, n.labels, n.batch, n.scale)
	}
	if n.m != nil {
		kernel.Adam(c.Params, c.Grads, n.m, n.v, 1e-3, 0.9, 0.999, 1e-8, n.steps)
	} else {
		kernel.SGD(c.Params, c.Grads, nil, 1e-3, 0)
	}
	return float64(loss * n.scale)
}
