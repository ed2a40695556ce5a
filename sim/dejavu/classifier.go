package dejavu

import (
	"math/rand/v2"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/kernel"
	"example.org/rote/sim/nn"
)

// The training of a classifier.
const (
	classifierWidth  = 32
	classifierEpochs = 20
	classifierBatch  = 50
	classifierRate   = 0.003 // a fifth of it in the last third
	classifierDecay  = 0.001 // of the weights, at every step
)

// A classifier names the object beside a crop of background from the correlation alone: a
// network of one hidden layer, trained on the crops of the public pictures, whose classes
// are known.
type classifier struct {
	net     nn.Net
	trainer *nn.Trainer
	opt     *nn.Adam
	crops   []float32 // of the public pictures
	class   []uint8
	order   []int
	x       []float32
	y       []int32
}

func newClassifier(classes int, public *set, rng *rand.Rand) *classifier {
	net := nn.MLP(nn.ReLU, inputs, classifierWidth, classes)
	opt := nn.NewAdam(net.Size(), classifierRate)
	c := &classifier{net: net, opt: opt, trainer: nn.NewTrainer(net, opt, classifierBatch), crops: public.crops(nil), class: public.class, order: rng.Perm(public.n),
		x: make([]float32, classifierBatch*inputs), y: make([]int32, classifierBatch)}
	net.Init(c.trainer.W, nn.He, func() float64 { return exact.Normal(rng) })
	return c
}

// train learns the classes of the public crops. An incomplete batch is left out.
func (c *classifier) train(rng *rand.Rand, did meter) bool {
	for epoch := range classifierEpochs {
		if 3*epoch >= 2*classifierEpochs {
			c.opt.Rate = classifierRate / 5
		}
		rng.Shuffle(len(c.order), func(i, j int) { c.order[i], c.order[j] = c.order[j], c.order[i] })
		for from := 0; from+classifierBatch <= len(c.order); from += classifierBatch {
			for i, id := range c.order[from : from+classifierBatch] {
				copy(c.x[i*inputs:(i+1)*inputs], c.crops[id*inputs:(id+1)*inputs])
				c.y[i] = int32(c.class[id])
			}
			c.trainer.StepSoftmaxCross(c.x, c.y, 1./classifierBatch)
			kernel.Scale(c.trainer.W, c.trainer.W, 1-classifierDecay)
			if !did(3 * classifierBatch * c.net.Flops()) {
				return false
			}
		}
	}
	return true
}

// name returns the likeliest class of each crop; of equally likely ones the lowest.
func (c *classifier) name(crops []float32, did meter) (class []uint8, ok bool) {
	for from := 0; from < len(crops); from += classifierBatch * inputs {
		rows := crops[from:min(len(crops), from+classifierBatch*inputs)]
		out, d := c.trainer.Forward(rows), c.net.Out()
		for i := range len(rows) / inputs {
			class = append(class, greatestOf(out[i*d:(i+1)*d]))
		}
		if !did(classifierBatch * c.net.Flops()) {
			return nil, false
		}
	}
	return class, true
}

// greatestOf returns the place of the greatest number, the first of equal ones.
func greatestOf(x []float32) (at uint8) {
	for i, v := range x {
		if v > x[at] {
			at = uint8(i)
		}
	}
	return at
}
