package dejavu

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// The layers that can be attacked.
const (
	firstLayer = iota
	backboneLayer
	hiddenLayer
	projectorLayer
	layerCount
)

const (
	batchSize = 48 // pictures, each in two views
	warmUp    = 5  // epochs until the learning rate is reached
)

// encoder returns the network: two layers of the backbone, two of the projector.
func (l *Lab) encoder() nn.Net {
	return nn.MLP(nn.ReLU, inputs, l.width, min(l.width, 64), l.width, min(64, max(32, l.width/2)))
}

// A learner is an encoder in training on a set.
type learner struct {
	set    *set
	cutter cutter
	net    nn.Net
	w, g   []float32
	opt    *nn.Adam
	rate   float64
	rng    *rand.Rand // of orders and views
	order  []int
	size   int        // pictures of a batch
	rows   int        // of a slice
	passes []*nn.Pass // one for each slice of a batch, as the way back needs them all

	x     []float32 // 2size×inputs: first views above second ones
	z, dz []float64 // 2size×outputs
	rule  loss
	last  float64 // mean loss of the last epoch, or NaN
	lost  bool    // the loss was not finite
}

// newLearner returns the untrained encoder of a set.
func newLearner(l *Lab, s *set, weights, views *rand.Rand) *learner {
	net := l.encoder()
	b := &learner{set: s, cutter: l.cutter(), net: net, w: make([]float32, net.Size()), g: make([]float32, net.Size()),
		opt: nn.NewAdam(net.Size(), 0), rate: l.lr, rng: views, size: min(batchSize, s.n), last: math.NaN()}
	net.Init(b.w, nn.He, func() float64 { return exact.Normal(weights) })
	for i := range s.n {
		b.order = append(b.order, i)
	}
	views2 := 2 * b.size
	b.rows = min(views2, max(1, sliceWork/(2*net.Flops())))
	for from := 0; from < views2; from += b.rows {
		b.passes = append(b.passes, nn.NewPass(net, min(b.rows, views2-from)))
	}
	b.x, b.z, b.dz = make([]float32, views2*inputs), make([]float64, views2*net.Out()), make([]float64, views2*net.Out())
	b.rule = l.newLoss(b.size, net.Out())
	return b
}

// shuffle begins epoch number epoch, from 1, and returns how many batches it has.
func (b *learner) shuffle(epoch int) int {
	b.rng.Shuffle(len(b.order), func(i, j int) { b.order[i], b.order[j] = b.order[j], b.order[i] })
	b.opt.Rate = float32(b.rate * min(1, float64(epoch)/warmUp))
	return len(b.order) / b.size
}

// learn takes batch number i of the epoch. A batch whose loss is not finite changes
// nothing, and none after it does. It returns false if did says so.
func (b *learner) learn(i int, did meter) bool {
	if b.lost {
		return true
	}
	b.see(b.order[i*b.size : (i+1)*b.size])
	if !b.forward(did) {
		return false
	}
	if !did(sliceWork) { // the loss is not cut, and has a slice of its own
		return false
	}
	value := b.rule.of(b.dz, b.z)
	if b.lost = math.IsNaN(value) || math.IsInf(value, 0); b.lost {
		return true
	}
	if i == 0 {
		b.last = 0
	}
	b.last += value / float64(len(b.order)/b.size)
	return did(8*len(b.z)*b.net.Out()) && b.backward(did) && b.update(did)
}

// see cuts two views of each picture.
func (b *learner) see(ids []int) {
	for row, id := range ids {
		for view := range 2 {
			at := (view*b.size + row) * inputs
			b.cutter.view(b.x[at:at+inputs], b.set.picture(id), b.rng)
		}
	}
}

func (b *learner) forward(did meter) bool {
	at := 0
	for i, p := range b.passes {
		rows := p.Rows()
		for _, v := range p.Forward(b.w, b.x[i*b.rows*inputs:(i*b.rows+rows)*inputs]) {
			b.z[at] = float64(v)
			at++
		}
		if !did(rows * b.net.Flops()) {
			return false
		}
	}
	return true
}

func (b *learner) backward(did meter) bool {
	at := 0
	for _, p := range b.passes {
		dout := p.Dout()
		for i := range dout {
			dout[i] = float32(b.dz[at])
			at++
		}
		p.Backward(nil, b.g, b.w)
		if !did(2 * p.Rows() * b.net.Flops()) {
			return false
		}
	}
	return true
}

func (b *learner) update(did meter) bool {
	b.opt.Update(b.w, b.g)
	clear(b.g)
	return did(4 * len(b.w))
}
