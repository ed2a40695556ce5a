package main

// The kernels of this file are those of ../portable_scale.go.

// Scale sets y = factor·x, n numbers.
func (m *module) addScale() {
	m.addMul()
	f := m.function("scale", "(y, x *float32, n int, factor float32)")
	y, x, n := f.param("y"), f.param("x"), f.param("n")
	factor := f.let(f.floatParam("factor").splat())
	f.each(n, []num{y, x}, 2, func(s span) (store func()) {
		v := f.let(factor.mul(s.load(x)))
		return func() { s.store(y, v) }
	})
	f.ends()
	m.addNorm()
}

// Mul sets z = y·x, or adds to z if keep has all bits set.
func (m *module) addMul() {
	f := m.function("mul", "(z, y, x *float32, keep, n int)")
	z, y, x, n := f.param("z"), f.param("y"), f.param("x"), f.param("n")
	mask := f.let(f.argument("keep").splat())
	f.each(n, []num{z, y, x}, 2, func(s span) (store func()) {
		v := f.let(s.load(z).and(mask).add(s.load(y).mul(s.load(x))))
		return func() { s.store(z, v) }
	})
	f.ends()
}

// Norm has the four sums in one vector of four float64.
func (m *module) addNorm() {
	f := m.function("norm", "(x *float32, n int) float32")
	x, n := f.param("x"), f.param("n")
	sum := f.variable(f.all(0))
	lane := f.variable(f.firstLane())
	add := func(v vec) {
		d := f.let(v.toDoubles())
		f.set(sum, sum.addDoubles(d.mulDoubles(d)))
	}
	f.each(n, []num{x}, 2, func(s span) (store func()) {
		v := s.load(x)
		switch s.lanes {
		case 8:
			add(v)
			add(v.swapHalves())
		case 4:
			add(v)
		case 1:
			add(v.and(lane))
			f.set(lane, lane.shuffle(lane, 3, 0, 1, 2))
		}
		return nothingToStore
	})
	pairs := f.let(sum.addDoubles(sum.shuffle(sum, 2, 3, 0, 1)))
	f.returns(pairs.addDoubles(pairs.swapHalves()).sqrtDoubles().toFloats())
}
