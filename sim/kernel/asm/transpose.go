package main

// transpose4 returns the columns of four rows, in each half.
func (f *function) transpose4(rows [4]vec) [4]vec {
	low01, low23 := f.let(rows[0].interleaveLow(rows[1])), f.let(rows[2].interleaveLow(rows[3]))
	high01, high23 := f.let(rows[0].interleaveHigh(rows[1])), f.let(rows[2].interleaveHigh(rows[3]))
	return [4]vec{
		f.let(low01.shuffle(low23, 0, 1, 0, 1)),
		f.let(low01.shuffle(low23, 2, 3, 2, 3)),
		f.let(high01.shuffle(high23, 0, 1, 0, 1)),
		f.let(high01.shuffle(high23, 2, 3, 2, 3)),
	}
}

// Transpose sets dst, n×m, to the transpose of src, m×n, in squares of eight by
// eight. Rows lie ldd and lds bytes apart.
func (m *module) addTranspose() {
	f := m.function("transpose", "(dst, src *float32, m, n, ldd, lds int)")
	src, dst, columns := f.argument("src"), f.argument("dst"), f.argument("n")
	ldd, lds := f.param("ldd"), f.param("lds")
	for _, width := range []int{8, 1} {
		f.while(f.atLeast(columns, width), func() {
			from, to, rows := f.param("src"), f.param("dst"), f.param("m")
			for _, height := range []int{8, 1} {
				f.while(f.atLeast(rows, height), func() {
					f.transposeBlock(to, from, ldd, lds, height, width)
					f.step(to, number(4*height))
					f.step(rows, number(-height))
				})
			}
			f.step(src, number(4*width))
			for range width {
				f.step(dst, ldd)
			}
			f.step(columns, number(-width))
		})
	}
	f.ends()
}

// transposeBlock does one square, or what is left of one, and moves from down.
func (f *function) transposeBlock(to, from, ldd, lds num, height, width int) {
	if height == 8 && width == 8 {
		f.transpose8(to, from, ldd, lds)
		return
	}
	at := f.letNum(to)
	for r := range height {
		for c := range width {
			f.copyNumber(place(at, 4*r), place(from, 4*c))
			if width > 1 {
				f.step(at, ldd)
			}
		}
		f.step(from, lds)
	}
}

// transpose8 treats the left and the right half of the square one after the other.
// Four of its rows come to stand beside the other four, so that the columns of
// four-by-four squares are whole ones.
func (f *function) transpose8(to, from, ldd, lds num) {
	var left, right [4]vec
	lower := f.letNum(from)
	for range 4 {
		f.step(lower, lds)
	}
	for r := range left {
		left[r] = f.let(loadHalves(from, lower, 0))
		right[r] = f.let(loadHalves(from, lower, 16))
		f.step(from, lds)
		f.step(lower, lds)
	}
	at := f.letNum(to)
	for _, half := range [][4]vec{left, right} {
		for _, column := range f.transpose4(half) {
			f.store(at, 0, column)
			f.step(at, ldd)
		}
	}
	for range 4 {
		f.step(from, lds)
	}
}
