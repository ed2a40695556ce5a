package main

// The kernels of this file are those of ../portable_distance.go.

// SquaredDistances is the product a·bᵀ with (a-b)² in place of a·b.
func (m *module) addDistances() {
	m.addProduct("distancesPanel", false, (*function).squaredDifference)
	m.addProductNT("distances", "distancesPanel")
	m.addSquareSums()
	m.addExpand()
}

func (f *function) squaredDifference(x, y vec) vec {
	d := f.let(x.sub(y))
	return d.mul(d)
}

// SquareSums sets out[i] to Σⱼ x[i,j]², for m rows of n columns.
func (m *module) addSquareSums() {
	f := m.function("squareSums")
	out, x := f.param(), f.param()
	rows, columns, ld := f.param(), f.param(), f.param()
	f.set(ld, ld.times4())
	f.down(rows, []walk{{out, number(4)}, {x, ld}}, func() {
		f.storeLane(out, 0, 0, f.squareSum(x, columns))
	})
}

func (f *function) squareSum(x, n num) vec {
	return f.acrossAdding(1, 2, n, []num{x}, func(s span, at []num) ([]vec, func()) {
		v := s.load(at[0])
		return []vec{f.let(v.mul(v))}, nothingToStore
	})[0]
}

// Expand turns row i of out, n products of x[i] with some y, minus half of |y|², into
// squared distances: |x[i]|² minus twice of them, at least 0. x is m×d.
func (m *module) addExpand() {
	f := m.function("expand")
	out, x := f.param(), f.param()
	rows, columns, d := f.param(), f.param(), f.param()
	f.down(rows, []walk{{out, f.letNum(columns.times4())}, {x, f.letNum(d.times4())}}, func() {
		square := f.squareSum(x, d)
		f.across(columns, 2, []num{out}, func(s span, at []num) func() {
			v := s.load(at[0])
			v = f.let(square.sub(v.add(v)).pmax(f.all(0)))
			return func() { s.store(at[0], v) }
		})
	})
}
