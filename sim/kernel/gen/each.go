package main

// The kernels of this file are those of ../portable_each.go.

// A span is what one pass of a loop treats: four elements, or one in lane 0,
// offset bytes from the pointers.
type span struct {
	f      *function
	single bool
	offset int
}

// spans divides a row of some elements, either one or a multiple of four.
func (f *function) spans(elements int) (all []span) {
	for i := 0; i < elements; i += 4 {
		all = append(all, span{f, elements == 1, 4 * i})
	}
	return all
}

func (s span) load(p num) vec {
	if s.single {
		return s.f.let(loadZero(p, s.offset))
	}
	return s.f.let(load(p, s.offset))
}

func (s span) store(p num, v vec) {
	if s.single {
		s.f.storeLane(p, s.offset, 0, v)
	} else {
		s.f.store(p, s.offset, v)
	}
}

// each runs body for n elements that the pointers point to: unroll times four at
// once, then four, then one. It moves the pointers and n. What body stores it
// stores in the function that it returns: so the bodies of one round stand before
// all their stores, and compilers mix their operations, which need not wait for
// each other.
func (f *function) each(n num, pointers []num, unroll int, body func(s span) (store func())) {
	sizes := []int{4 * unroll, 4, 1}
	if unroll == 1 {
		sizes = sizes[1:]
	}
	for _, elements := range sizes {
		f.while(n.atLeast(elements), func() {
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
	f := m.function(name)
	y, x, n := f.param(), f.param(), f.param()
	f.each(n, []num{y, x}, 4, func(s span) (store func()) {
		v := f.let(of(f, s.load(x)))
		return func() { s.store(y, v) }
	})
}

// map2 makes a kernel that sets z[i] to a function of y[i] and x[i].
func (m *module) map2(name string, of func(f *function, y, x vec) vec) {
	f := m.function(name)
	z, y, x, n := f.param(), f.param(), f.param(), f.param()
	f.each(n, []num{z, y, x}, 4, func(s span) (store func()) {
		v := f.let(of(f, s.load(y), s.load(x)))
		return func() { s.store(z, v) }
	})
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
	f := m.function("sgd")
	w, g, n := f.param(), f.param(), f.param()
	rate := f.floatParam()
	r := f.let(rate.splat())
	f.each(n, []num{w, g}, 4, func(s span) (store func()) {
		v := f.let(s.load(w).sub(r.mul(s.load(g))))
		return func() { s.store(w, v) }
	})
}

// SGD with momentum: v = momentum·v + g, w -= rate·v.
func (m *module) addMomentum() {
	f := m.function("momentum")
	w, g, v, n := f.param(), f.param(), f.param(), f.param()
	rate, momentum := f.floatParam(), f.floatParam()
	r, mu := f.let(rate.splat()), f.let(momentum.splat())
	f.each(n, []num{w, g, v}, 2, func(s span) (store func()) {
		u := f.let(mu.mul(s.load(v)).add(s.load(g)))
		next := f.let(s.load(w).sub(r.mul(u)))
		return func() {
			s.store(v, u)
			s.store(w, next)
		}
	})
}

// Adam: m and v are running means of the gradient and of its square, and
// w -= rate·m/(√v·root + eps).
func (m *module) addAdam() {
	f := m.function("adam")
	w, g, first, second, n := f.param(), f.param(), f.param(), f.param(), f.param()
	var k [7]vec
	var args [7]scalar
	for i := range args {
		args[i] = f.floatParam()
	}
	for i, a := range args {
		k[i] = f.let(a.splat())
	}
	beta1, rest1, beta2, rest2, rate, root, eps := k[0], k[1], k[2], k[3], k[4], k[5], k[6]
	f.each(n, []num{w, g, first, second}, 2, func(s span) (store func()) {
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
}
