package main

// The kernels of this file are those of ../portable_distance.go.

// SquaredDistances is the product a·bᵀ with (a-b)² in place of a·b.
func (m *module) addDistances() {
	m.addProduct("distances", (*function).squaredDifference)
	m.addSquareSums()
	m.addExpand()
}

func (f *function) squaredDifference(x, y vec) vec {
	d := f.let(x.sub(y))
	return d.mul(d)
}

// SquareSums sets out[i] to Σⱼ x[i,j]², for m rows of n columns.
func (m *module) addSquareSums() {
	f := m.function("squareSums", "(out, x *float32, m, n, ld int)")
	out, x := f.argument("out"), f.argument("x")
	rows, columns, ld := f.argument("m"), f.argument("n"), f.times4(f.argument("ld"))
	f.down(rows, []walk{{out, number(4)}, {x, ld}}, func() {
		f.storeNumber(out, f.squareSum(x, columns))
	})
	f.ends()
}

func (f *function) squareSum(x, n num) vec {
	return f.acrossAdding(1, n, []num{x}, func(s span, at []num) ([]vec, func()) {
		v := s.load(at[0])
		return []vec{f.let(v.mul(v))}, nothingToStore
	})[0]
}

// Expand turns row i of out, n products of x[i] with some y, minus half of |y|², into
// squared distances: |x[i]|² minus twice of them, at least 0. x is m×d.
func (m *module) addExpand() {
	f := m.function("expand", "(out, x *float32, m, n, d int)")
	out, x := f.argument("out"), f.argument("x")
	rows, columns, d := f.argument("m"), f.argument("n"), f.argument("d")
	f.down(rows, []walk{{out, f.times4(columns)}, {x, f.times4(d)}}, func() {
		square := f.squareSum(x, d)
		f.across(columns, 2, []num{out}, func(s span, at []num) func() {
			v := s.load(at[0])
			v = f.let(square.sub(v.add(v)).pmax(f.all(0)))
			return func() { s.store(at[0], v) }
		})
	})
	f.ends()
}
