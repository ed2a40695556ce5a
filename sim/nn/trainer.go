package nn

import "example.org/rote/sim/kernel"

// A Trainer is a network in training. Batches may come in slices of rows:
//
//	for each slice {
//		out := t.Forward(x)
//		loss += Square(t.Dout(), out, target, 1/float32(batch))
//		t.Backward()
//	}
//	t.Update()
type Trainer struct {
	W   []float32 // parameters
	G   []float32 // gradient so far, 0 after Update
	Opt Optimizer
	*Pass
	fused *kernel.Chain // over W and G; nil where Pass does it all
}

// NewTrainer returns the trainer of a net that has its parameter vector for
// itself, with all parameters 0, for slices of at most that many rows.
func NewTrainer(net Net, opt Optimizer, rows int) *Trainer {
	t := &Trainer{W: make([]float32, net.End()), G: make([]float32, net.End()), Opt: opt, Pass: NewPass(net, rows)}
	t.fused = fuse(net, t.W, t.G, rows)
	return t
}

// Forward runs the rows of x, m×In, through the net, and returns its outputs,
// m×Out, which are good until the next Forward.
func (t *Trainer) Forward(x []float32) []float32 { return t.Pass.Forward(t.W, x) }

// Backward adds the gradient of the last Forward, for the derivatives in Dout.
func (t *Trainer) Backward() { t.Pass.Backward(nil, t.G, t.W) }

// Update changes the parameters by the gradient so far.
func (t *Trainer) Update() {
	t.Opt.Update(t.W, t.G)
	clear(t.G)
}

// Save appends the parameters and the memory of the optimizer to s, and returns
// it. Between Updates only.
func (t *Trainer) Save(s []float32) []float32 { return t.Opt.Save(append(s, t.W...)) }

// Load goes back to what Save has appended to an empty slice. Training goes on
// from there as it did then, bit for bit.
func (t *Trainer) Load(s []float32) {
	t.Opt.Load(s[copy(t.W, s):])
	clear(t.G)
}
