package main

// The kernels of this file are those of ../portable_each.go.

// each runs body for n elements that the pointers point to: unroll times eight at
// once, then eight, four, one. It moves the pointers and n. body appends the code for
// one span, and returns a function that appends its stores: so the bodies of one
// round stand before all their stores.
func (f *function) each(n num, pointers []num, unroll int, body func(s span) (store func())) {
	sizes := []int{8 * unroll, 8, 4, 1}
	if unroll == 1 {
		sizes = sizes[1:]
	}
	for _, elements := range sizes {
		f.while(f.atLeast(n, elements), func() {
			var stores []func()
			for _, s := range f.spans(elements) {
				stores = append(stores, body(s))
			}
			for _, store := range stores {
				store()
			}
			for _, p := range pointers {
				f.step(p, number(4*elements))
			}
			f.step(n, number(-elements))
		})
	}
}

// nothingToStore is what a body returns that only reads.
func nothingToStore() {}

// map1 makes a kernel that sets y[i] to a function of x[i].
func (m *module) map1(name string, of func(f *function, x vec) vec) {
	f := m.function(name, "(y, x *float32, n int)")
	y, x, n := f.param("y"), f.param("x"), f.param("n")
	f.each(n, []num{y, x}, 2, func(s span) (store func()) {
		v := f.let(of(f, s.load(x)))
		return func() { s.store(y, v) }
	})
	f.ends()
}

// map2 makes a kernel that sets z[i] to a function of y[i] and x[i].
func (m *module) map2(name string, of func(f *function, y, x vec) vec) {
	f := m.function(name, "(z, y, x *float32, n int)")
	z, y, x, n := f.param("z"), f.param("y"), f.param("x"), f.param("n")
	f.each(n, []num{z, y, x}, 2, func(s span) (store func()) {
		v := f.let(of(f, s.load(y), s.load(x)))
		return func() { s.store(z, v) }
	})
	f.ends()
}

// The activations, and with Back in their names their gradients: dx from dy, and from y
// or x as the portable version says.
func (m *module) addActivations() {
	m.map1("relu", func(f *function, x vec) vec { return x.andNot(x.atMost(f.all(0))) })
	m.map2("reluBack", func(f *function, dy, y vec) vec { return dy.andNot(y.atMost(f.all(0))) })
	m.map1("tanh", (*function).tanh)
	m.map2("tanhBack", func(f *function, dy, y vec) vec { return dy.mul(f.all(1).sub(y.mul(y))) })
	m.map1("silu", func(f *function, x vec) vec { return x.mul(f.logistic(x)) })
	m.map2("siluBack", func(f *function, dy, x vec) vec {
		s := f.logistic(x)
		return dy.mul(s.mul(f.all(1).add(x.mul(f.all(1).sub(s)))))
	})
	m.map1("softplus", func(f *function, x vec) vec {
		top := x.andNot(x.atMost(f.all(0)))
		return top.add(f.log1p(f.exp(x.abs().neg())))
	})
	m.map2("softplusBack", func(f *function, dy, x vec) vec { return dy.mul(f.logistic(x)) })
	m.map1("exp", (*function).exp)
}

func (m *module) addLearning() {
	m.addSGD()
	m.addMomentum()
	m.addAdam()
}

// SGD without momentum: w -= rate·g.
func (m *module) addSGD() {
	f := m.function("sgd", "(w, grad *float32, n int, rate float32)")
	w, g, n := f.param("w"), f.param("grad"), f.param("n")
	rate := f.let(f.floatParam("rate").splat())
	f.each(n, []num{w, g}, 2, func(s span) (store func()) {
		v := f.let(s.load(w).sub(rate.mul(s.load(g))))
		return func() { s.store(w, v) }
	})
	f.ends()
}

// SGD with momentum: v = momentum·v + g, w -= rate·v.
func (m *module) addMomentum() {
	f := m.function("momentum", "(w, grad, v *float32, n int, rate, momentum float32)")
	w, g, v, n := f.param("w"), f.param("grad"), f.param("v"), f.param("n")
	rate, momentum := f.let(f.floatParam("rate").splat()), f.let(f.floatParam("momentum").splat())
	f.each(n, []num{w, g, v}, 2, func(s span) (store func()) {
		u := f.let(momentum.mul(s.load(v)).add(s.load(g)))
		next := f.let(s.load(w).sub(rate.mul(u)))
		return func() {
			s.store(v, u)
			s.store(w, next)
		}
	})
	f.ends()
}

// Adam: m and v are running means of the gradient and of its square, and
// w -= rate·m/(√v·root + eps).
func (m *module) addAdam() {
	f := m.function("adam", "(w, grad, m, v *float32, n int, beta1, rest1, beta2, rest2, rate, root, eps float32)")
	w, g, first, second, n := f.param("w"), f.param("grad"), f.param("m"), f.param("v"), f.param("n")
	constant := func(name string) vec { return f.let(f.floatParam(name).splat()) }
	beta1, rest1, beta2, rest2 := constant("beta1"), constant("rest1"), constant("beta2"), constant("rest2")
	rate, root, eps := constant("rate"), constant("root"), constant("eps")
	f.each(n, []num{w, g, first, second}, 1, func(s span) (store func()) {
		d := s.load(g)
		a := f.let(beta1.mul(s.load(first)).add(rest1.mul(d)))
		b := f.let(beta2.mul(s.load(second)).add(rest2.mul(d.mul(d))))
		next := f.let(s.load(w).sub(rate.mul(a).div(b.sqrt().mul(root).add(eps))))
		return func() {
			s.store(first, a)
			s.store(second, b)
			s.store(w, next)
		}
	})
	f.ends()
}
