package kernel

// backpropGo is the sequence of operations that a Chain's one call is equal to, each
// on the path of this machine.
// Room holds a panel, the m rows of every layer's output, and those of one
// gradient.
func backpropGo(c *Chain, x, t []float32, labels []int32, m int, scale float32) float32 {
	z := c.forwardGo(x, m)
	loss := float32(0)
	if t != nil {
		loss = mse(z, z, t[:len(z)], scale)
	} else {
		loss = softmaxXent(z, z, labels, m, c.out(), scale)
	}
	c.backwardGo(x, m)
	if c.Rate != 0 {
		sgd(c.Params, c.Grads, nil, c.Rate, 0)
	}
	return loss
}

// forwardGo fills Room with the outputs of the layers, and returns the last.
func (c *Chain) forwardGo(x []float32, m int) []float32 {
	h, room, params := x, c.Room[panel:], c.Params
	for l := 1; l < len(c.Widths); l++ {
		in, out := int(c.Widths[l-1]), int(c.Widths[l])
		y := room[:m*out]
		gemmNN(y, h, params, params[in*out:in*out+out], false, m, out, in, out, in, out)
		if l+1 < len(c.Widths) {
			c.Act.forwardGo(y)
		}
		h, room, params = y, room[m*out:], params[(in+1)*out:]
	}
	return h
}

// backwardGo turns the outputs in Room into gradients, from the last layer, whose
// gradient is there, to the first.
func (c *Chain) backwardGo(x []float32, m int) {
	p, r := ChainParams(c.Widths), panel+m*c.widthsSum()
	spare := c.Room[r:]
	for l := len(c.Widths) - 1; l > 0; l-- {
		in, out := int(c.Widths[l-1]), int(c.Widths[l])
		p -= (in + 1) * out
		r -= m * out
		h, dy := x, c.Room[r:r+m*out]
		if l > 1 {
			h = c.Room[r-m*in : r]
		}
		grads := c.Grads[p : p+(in+1)*out]
		gemmTN(grads, h, dy, nil, false, in, out, m, out, in, out)
		colSums(grads[in*out:], dy, false, m, out)
		if l > 1 {
			gemmNT(spare, dy, c.Params[p:], nil, false, m, in, out, in, out, out)
			c.Act.backwardGo(h, spare[:m*in])
		}
	}
}

// widthsSum returns the sum of the widths without the input's.
func (c *Chain) widthsSum() int {
	sum := 0
	for _, w := range c.Widths[1:] {
		sum += int(w)
	}
	return sum
}

func (a Activation) forwardGo(y []float32) {
	if a == ByTanh {
		tanh(y, y)
	} else {
		relu(y, y)
	}
}

// backwardGo replaces the outputs y by the gradient at what made them, given the
// gradient dy at the outputs.
func (a Activation) backwardGo(y, dy []float32) {
	if a == ByTanh {
		tanhBack(y, dy, y)
	} else {
		reluBack(y, dy, y)
	}
}
