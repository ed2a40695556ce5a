package main

import (
	"fmt"
	"math"

	"example.org/rote/sim/nn"
)

// networks are trained on one batch, with all of a step: forward, loss, backward,
// update. The variant -loss reads the loss after each step.
func (b *bench) networks() {
	for _, w := range []struct {
		widths  []int
		act     nn.Activation
		xent    bool // softmax and cross-entropy, else squares
		adam    bool
		batches []int
	}{
		{[]int{2, 8, 8, 1}, nn.Tanh, false, false, []int{10}},
		{[]int{2, 64, 64, 1}, nn.ReLU, false, true, []int{32, 128, 512}},
		{[]int{64, 256, 256, 10}, nn.ReLU, true, true, []int{32, 128, 512}},
	} {
		net := nn.MLP(w.act, w.widths...)
		for _, batch := range w.batches {
			var opt nn.Optimizer = nn.NewSGD(net.Size(), 1e-3, 0)
			if w.adam {
				opt = nn.NewAdam(net.Size(), 1e-3)
			}
			step, loss := b.training(net, opt, w.xent, batch)
			workload := fmt.Sprintf("mlp/%s/B%d", dashes(w.widths), batch)
			b.measure(workload, "", 1, step)
			sum := 0.0
			b.measure(workload, "-loss", 1, func() {
				step()
				sum += *loss
			})
			if math.IsNaN(sum) {
				fmt.Println("# the loss is not a number")
			}
		}
	}
}

func dashes(widths []int) string {
	text := fmt.Sprint(widths[0])
	for _, w := range widths[1:] {
		text += fmt.Sprint("-", w)
	}
	return text
}

// training returns a function that takes one step of training, and where it
// leaves the mean loss.
func (b *bench) training(net nn.Net, opt nn.Optimizer, xent bool, batch int) (step func(), loss *float64) {
	t := nn.NewTrainer(net, opt, batch)
	net.Init(t.W, nn.Xavier, b.rng.NormFloat64)
	x, scale := b.numbers(batch*net.In()), 1/float32(batch)
	loss = new(float64)
	if xent {
		labels := make([]int32, batch)
		for i := range labels {
			labels[i] = int32(i * 7 % net.Out())
		}
		return func() { *loss = t.StepSoftmaxCross(x, labels, scale) * float64(scale) }, loss
	}
	targets := b.numbers(batch * net.Out())
	scale /= float32(net.Out())
	return func() { *loss = t.StepSquare(x, targets, scale) * float64(scale) }, loss
}
