package nn

import "example.org/rote/sim/kernel"

// fusedWidth is the width up to which one call of the kernel for a whole batch is
// faster than a call for each layer.
const fusedWidth = 32

// fuse returns the kernel's own form of a net in training, which does a whole
// batch in one call, or nil if it has none, or none that is faster.
func fuse(net Net, w, g []float32, rows int) *kernel.Chain {
	act, ok := map[Activation]kernel.Activation{ReLU: kernel.ByReLU, Tanh: kernel.ByTanh}[net.Layers[0].Act]
	ok = ok && net.Layers[0].At == 0 && len(net.Layers) > 1
	widths := []int32{int32(net.In())}
	for i, l := range net.Layers {
		want := net.Layers[0].Act
		if i == len(net.Layers)-1 {
			want = Linear
		}
		ok = ok && l.Act == want && !l.NoBias && !l.Frozen && max(l.In, l.Out) <= fusedWidth
		widths = append(widths, int32(l.Out))
	}
	if !ok {
		return nil
	}
	return &kernel.Chain{Widths: widths, Act: act, Params: w, Grads: g, Room: make([]float32, kernel.ChainRoom(widths, rows))}
}

// StepSquare does a whole training step on the rows of x, m×In: Forward, Square,
// Backward and Update, bit for bit, and sooner for small nets. It returns the
// loss. There must be no gradient from slices before.
func (t *Trainer) StepSquare(x, target []float32, scale float32) (loss float64) {
	if t.fused != nil {
		stepped := t.fuseUpdate()
		loss = float64(t.fused.Squares(x, target, t.take(x), scale))
		t.finish(stepped)
		return loss
	}
	out := t.Forward(x)
	loss = Square(t.Dout(), out, target, scale)
	t.Backward()
	t.Update()
	return loss
}

// fuseUpdate lets the one call do the update, too, if it can, and reports whether it
// can.
func (t *Trainer) fuseUpdate() bool {
	t.fused.Rate = 0
	if o, ok := t.Opt.(*SGD); ok && o.Momentum == 0 {
		t.fused.Rate = o.Rate
	}
	return t.fused.Rate != 0
}

// finish does what Update has left to do.
func (t *Trainer) finish(stepped bool) {
	if stepped {
		clear(t.G)
	} else {
		t.Update()
	}
}

// StepSoftmaxCross is StepSquare with the loss SoftmaxCross.
func (t *Trainer) StepSoftmaxCross(x []float32, labels []int32, scale float32) (loss float64) {
	if t.fused != nil {
		stepped := t.fuseUpdate()
		loss = float64(t.fused.Xent(x, labels, t.take(x), scale))
		t.finish(stepped)
		return loss
	}
	out := t.Forward(x)
	loss = SoftmaxCross(t.Dout(), out, labels, scale)
	t.Backward()
	t.Update()
	return loss
}
