package main

// The kernels of this file are those of ../portable_scale.go.

// Scale sets y = factor·x, n numbers.
func (m *module) addScale() {
	m.addMul()
	f := m.function("scale")
	y, x, n := f.param(), f.param(), f.param()
	scale := f.floatParam()
	factor := f.let(scale.splat())
	f.each(n, []num{y, x}, 4, func(s span) (store func()) {
		v := f.let(factor.mul(s.load(x)))
		return func() { s.store(y, v) }
	})
	m.addNorm()
}

// Mul sets z = y·x, or adds to z if keep has all bits set.
func (m *module) addMul() {
	f := m.function("mul")
	z, y, x, keep, n := f.param(), f.param(), f.param(), f.param(), f.param()
	mask := f.let(keep.splat())
	f.each(n, []num{z, y, x}, 4, func(s span) (store func()) {
		v := f.let(s.load(z).and(mask).add(s.load(y).mul(s.load(x))))
		return func() { s.store(z, v) }
	})
}

// Norm has the four sums in two vectors of two float64.
func (m *module) addNorm() {
	f := m.function("norm")
	x, n := f.param(), f.param()
	low, high := f.let(f.all(0)), f.let(f.all(0))
	mask := f.let(firstLane())
	f.each(n, []num{x}, 2, func(s span) (store func()) {
		v := s.load(x)
		if s.single {
			v = f.let(v.splat0().and(mask))
			f.set(mask, moveLane(mask))
		}
		first, second := f.let(v.toDoubles()), f.let(swapDoubles(v).toDoubles())
		f.set(low, low.addDoubles(first.mulDoubles(first)))
		f.set(high, high.addDoubles(second.mulDoubles(second)))
		return nothingToStore
	})
	low = f.let(low.addDoubles(swapDoubles(low)))
	high = f.let(high.addDoubles(swapDoubles(high)))
	f.returns(low.addDoubles(high).sqrtDoubles().toFloats().lane0())
}

// swapDoubles exchanges the halves of a vector.
func swapDoubles(v vec) vec { return shuffle(v, v, 2, 3, 0, 1) }
