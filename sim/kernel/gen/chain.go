package main

// The kernel of this file is that of ../portable_chain.go: it calls the others,
// which costs less from here than from Go.

// A chain is the kernel while it is being written. Addresses are those of the
// layer that is being done.
type chain struct {
	*function
	widths, layers num // layers does not count the input
	tanh           num // not 0: tanh, else ReLU
	params, grads  num
	room           num // a panel for products, then the outputs
	x, m           num
	in, out        num
	spare          num // behind the outputs: room for one gradient
}

func (m *module) addBackprop() {
	f := m.function("backprop")
	c := &chain{function: f}
	c.widths, c.layers, c.tanh = f.param(), f.param(), f.param()
	c.params, c.grads, c.room = f.param(), f.param(), f.param()
	c.x, c.m = f.param(), f.param()
	targets, labels := f.param(), f.param() // one of them is 0
	scale := f.floatParam()
	steps := f.param() // the number of parameters that take a step of SGD
	rate := f.floatParam()
	c.in, c.out = f.num(), f.num()
	h := c.forward()
	loss := f.vec()
	f.either(targets, func() {
		f.set(loss, scalar(f.call("mse", h, h, targets, c.m.mul(c.out), scale)).splat())
	}, func() {
		f.set(loss, scalar(f.call("softmaxXent", h, h, labels, c.m, c.out, scale)).splat())
	})
	c.backward(h)
	f.when(steps, func() { f.emit(f.call("sgd", c.params, c.grads, steps, rate)) })
	f.returns(loss.lane0())
}

// load sets in and out to the widths around a layer.
func (c *chain) load() {
	c.set(c.in, c.widths.load(0))
	c.set(c.out, c.widths.load(4))
}

func (c *chain) product(name string, to, a, b, start, keep, m, n, k, ldc, lda, ldb, lds num) {
	c.emit(c.call(name, to, a, b, start, keep, m, n, k, ldc, lda, ldb, lds))
}

// forward fills the room with the outputs of the layers, and returns the address
// of the last. It leaves the chain behind the last layer.
func (c *chain) forward() (h num) {
	h, y, layer := c.letNum(c.x), c.letNum(c.room.plus(4*panelRows*panelColumns)), c.letNum(c.layers)
	c.while(layer.atLeast(1), func() {
		c.load()
		biases := c.letNum(c.params.add(c.in.mul(c.out).times4()))
		c.product("gemmNN", y, h, c.params, biases, number(-1), c.m, c.out, c.in, c.out, c.in, c.out, number(0))
		size := c.letNum(c.m.mul(c.out))
		c.when(layer.more(1), func() {
			c.either(c.tanh,
				func() { c.emit(c.call("tanh", y, y, size)) },
				func() { c.emit(c.call("relu", y, y, size)) })
		})
		c.set(h, y)
		c.step(y, size.times4())
		c.set(c.params, biases.add(c.out.times4()))
		c.step(c.grads, c.in.plus(1).mul(c.out).times4())
		c.step(c.widths, number(4))
		c.step(layer, number(-1))
	})
	c.spare = c.letNum(y)
	return h
}

// backward turns the outputs in the room, of which h is the last, into gradients.
func (c *chain) backward(dy num) {
	h, dw := c.num(), c.num()
	c.while(c.layers.atLeast(1), func() {
		c.step(c.widths, number(-4))
		c.load()
		size := c.letNum(c.in.plus(1).mul(c.out).times4())
		c.step(c.params, number(0).sub(size))
		c.step(c.grads, number(0).sub(size))
		c.set(h, dy.sub(c.m.mul(c.in).times4()).or(c.x, c.layers.more(1)))
		c.set(dw, c.grads)
		c.product("gemmTN", dw, h, dy, dw, number(0), c.in, c.out, c.m, c.out, c.in, c.out, c.out)
		c.emit(c.call("colSums", dw.add(c.in.mul(c.out).times4()), dy, number(0), c.m, c.out))
		c.when(c.layers.more(1), func() { c.through(h, dy) })
		c.set(dy, h)
		c.step(c.layers, number(-1))
	})
}

// through replaces the outputs h of the layer below by the gradient at what made
// them.
func (c *chain) through(h, dy num) {
	c.emit(c.call("gemmNT", c.spare, dy, c.params, c.spare, number(0), c.m, c.in, c.out,
		c.in, c.out, c.out, c.in, c.room))
	size := c.letNum(c.m.mul(c.in))
	c.either(c.tanh,
		func() { c.emit(c.call("tanhBack", h, c.spare, h, size)) },
		func() { c.emit(c.call("reluBack", h, c.spare, h, size)) })
}
