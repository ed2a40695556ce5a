package main

// transpose4 returns the columns of four rows.
func (f *function) transpose4(rows [4]vec) [4]vec {
	low01 := f.let(shuffle(rows[0], rows[1], 0, 4, 1, 5))
	low23 := f.let(shuffle(rows[2], rows[3], 0, 4, 1, 5))
	high01 := f.let(shuffle(rows[0], rows[1], 2, 6, 3, 7))
	high23 := f.let(shuffle(rows[2], rows[3], 2, 6, 3, 7))
	return [4]vec{
		f.let(shuffle(low01, low23, 0, 1, 4, 5)),
		f.let(shuffle(low01, low23, 2, 3, 6, 7)),
		f.let(shuffle(high01, high23, 0, 1, 4, 5)),
		f.let(shuffle(high01, high23, 2, 3, 6, 7)),
	}
}

// Transpose sets dst, n×m, to the transpose of src, m×n, in squares of four by
// four. Rows lie ldd and lds numbers apart.
func (m *module) addTranspose() {
	f := m.function("transpose")
	dst, src, rows, columns := f.param(), f.param(), f.param(), f.param()
	ldd, lds := f.param(), f.param()
	f.set(ldd, ldd.times4())
	f.set(lds, lds.times4())
	for _, width := range []int{4, 1} {
		f.while(columns.atLeast(width), func() {
			from, to, left := f.letNum(src), f.letNum(dst), f.letNum(rows)
			for _, height := range []int{4, 1} {
				f.while(left.atLeast(height), func() {
					f.transposeBlock(to, from, ldd, lds, height, width)
					f.step(from, lds.mul(number(height)))
					f.step(to, number(4*height))
					f.step(left, number(-height))
				})
			}
			f.step(src, number(4*width))
			f.step(dst, ldd.mul(number(width)))
			f.step(columns, number(-width))
		})
	}
}

func (f *function) transposeBlock(to, from, ldd, lds num, height, width int) {
	var rows [4]vec
	at := f.letNum(from)
	for r := range height {
		rows[r] = span{f, width == 1, 0}.load(at)
		f.step(at, lds)
	}
	f.set(at, to)
	switch {
	case height == 1:
		for lane := range width {
			f.storeLane(at, 0, lane, rows[0])
			f.step(at, ldd)
		}
	case width == 1:
		for r, v := range rows {
			f.storeLane(at, 4*r, 0, v)
		}
	default:
		for _, v := range f.transpose4(rows) {
			f.store(at, 0, v)
			f.step(at, ldd)
		}
	}
}

// The size of the panel that the product NT transposes at a time.
const panelRows, panelColumns = 64, 16

// addProductNT writes c = start + a·bᵀ as products with panels of bᵀ, which it
// lays out in a room of panelRows·panelColumns numbers. panel is the name of the
// kernel that makes these products.
func (m *module) addProductNT(name, panel string) {
	f := m.function(name)
	c, a, b, start, keep := f.param(), f.param(), f.param(), f.param(), f.param()
	rows, n, k := f.param(), f.param(), f.param()
	ldc, lda, ldb, lds, room := f.param(), f.param(), f.param(), f.param(), f.param()
	f.when(k.equals(1).and(ldb.equals(1)), func() { // b, a column, lies like a row
		f.emit(f.call(panel, c, a, b, start, keep, rows, n, k, ldc, lda, n, lds))
		f.set(n, number(0))
	})
	f.while(n.atLeast(1), func() {
		columns := f.letNum(f.least(n, panelColumns))
		left, atA, atB := f.letNum(k), f.letNum(a), f.letNum(b)
		from, counts, apart := f.letNum(start), f.letNum(keep), f.letNum(lds)
		f.repeat(func() {
			depth := f.letNum(f.least(left, panelRows))
			f.emit(f.call("transpose", room, atB, columns, depth, number(panelColumns), ldb))
			f.emit(f.call(panel, c, atA, room, from, counts, rows, columns, depth,
				ldc, lda, number(panelColumns), apart))
			f.set(from, c)
			f.set(counts, number(-1))
			f.set(apart, ldc)
			f.step(atA, depth.times4())
			f.step(atB, depth.times4())
			f.step(left, number(0).sub(depth))
		}, left.atLeast(1))
		f.step(c, columns.times4())
		f.step(start, columns.times4())
		f.step(b, ldb.mul(columns.times4()))
		f.step(n, number(0).sub(columns))
	})
}

// least returns the lesser of x and a constant.
func (f *function) least(x num, most int) num {
	return x.or(number(most), x.less(number(most)))
}
