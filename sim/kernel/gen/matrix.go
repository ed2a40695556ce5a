package main

// The kernels of this file are those of ../portable_matrix.go.

// A product is a kernel that sets c = start + a·b while it is being written. All
// distances are in bytes.
type product struct {
	*function
	transposed    bool                            // a is k×m
	term          func(f *function, x, y vec) vec // what is added up: x·y
	c, a, b       num
	start         num // what c starts from: itself, or a bias
	keep          vec // all bits set, or none: then c starts from 0
	m, n, k       num
	ldc, lda, ldb num
	lds           num // between rows of the start: ldc, or 0 for a bias
}

// addProduct writes the kernel. It cuts c into tiles of four rows and eight
// columns, whose 32 sums stay in registers while k runs; what is left over at the
// right is done by tiles four columns and one column wide, at the bottom by tiles
// one row high.
func (m *module) addProduct(name string, transposed bool, term func(f *function, x, y vec) vec) {
	f := m.function(name)
	p := &product{function: f, transposed: transposed, term: term}
	p.c, p.a, p.b, p.start = f.param(), f.param(), f.param(), f.param()
	keep := f.param()
	p.m, p.n, p.k = f.param(), f.param(), f.param()
	p.ldc, p.lda, p.ldb, p.lds = f.param(), f.param(), f.param(), f.param()
	p.keep = f.let(keep.splat())
	for _, ld := range []num{p.ldc, p.lda, p.ldb, p.lds} {
		f.set(ld, ld.times4())
	}
	for _, columns := range []int{8, 4, 1} {
		f.while(p.n.atLeast(columns), func() { p.columns(columns) })
	}
}

func (f *function) times(x, y vec) vec { return x.mul(y) }

// columns does some columns of c, from top to bottom, and moves to the next.
func (p *product) columns(columns int) {
	c, a, start, m := p.letNum(p.c), p.letNum(p.a), p.letNum(p.start), p.letNum(p.m)
	for _, rows := range []int{4, 1} {
		p.while(m.atLeast(rows), func() {
			p.tile(rows, columns, c, a, start)
			for range rows {
				p.step(c, p.ldc)
				p.step(start, p.lds)
			}
			if p.transposed {
				p.step(a, number(4*rows))
			} else {
				p.step(a, p.lda.mul(number(rows)))
			}
			p.step(m, number(-rows))
		})
	}
	p.step(p.c, number(4*columns))
	p.step(p.start, number(4*columns))
	p.step(p.b, number(4*columns))
	p.step(p.n, number(-columns))
}

// A tile holds the sums of some rows and columns of c in variables.
type tile struct {
	*product
	rows int
	row  []span  // of the columns
	sums [][]vec // for each row one for each span
	a    []num   // pointers to the rows of a, or to the first of its columns
	b    num
}

func (p *product) tile(rows, columns int, c, a, start num) {
	t := &tile{product: p, rows: rows, row: p.spans(columns)}
	t.a, t.b = t.rowsOfA(a), p.letNum(p.b)
	t.eachRow(start, p.lds, func(_ int, at num) {
		var sums []vec
		for _, s := range t.row {
			sums = append(sums, p.let(s.load(at).and(p.keep)))
		}
		t.sums = append(t.sums, sums)
	})
	t.run()
	t.eachRow(c, p.ldc, func(r int, at num) {
		for v, s := range t.row {
			s.store(at, t.sums[r][v])
		}
	})
}

// eachRow visits the rows of the tile, from a pointer to the first.
func (t *tile) eachRow(first, ld num, visit func(r int, at num)) {
	at := t.letNum(first)
	for r := range t.rows {
		visit(r, at)
		if r+1 < t.rows {
			t.step(at, ld)
		}
	}
}

func (t *tile) rowsOfA(a num) []num {
	pointers := []num{t.letNum(a)}
	for len(pointers) < t.rows && !t.transposed {
		pointers = append(pointers, t.letNum(pointers[len(pointers)-1].add(t.lda)))
	}
	return pointers
}

// run adds the k products to each sum. One k at a time is fastest: compilers load
// first and multiply last, and the loads of more would not fit into registers.
func (t *tile) run() {
	k := t.letNum(t.k)
	t.while(k.atLeast(1), func() {
		var b []vec
		for _, s := range t.row {
			b = append(b, s.load(t.b))
		}
		for r := range t.sums {
			x := t.let(t.loadA(r))
			for v, sum := range t.sums[r] {
				t.set(sum, sum.add(t.term(t.function, x, b[v])))
			}
		}
		t.advance()
		t.step(k, number(-1))
	})
}

func (t *tile) loadA(r int) vec {
	if t.transposed {
		return loadSplat(t.a[0], 4*r)
	}
	return loadSplat(t.a[r], 0)
}

// advance moves the pointers to the next k.
func (t *tile) advance() {
	t.step(t.b, t.ldb)
	if t.transposed {
		t.step(t.a[0], t.lda)
		return
	}
	for _, p := range t.a {
		t.step(p, number(4))
	}
}

// ColSums adds the rows of x, m×n, to the n numbers of out, which start from 0
// unless keep has all bits set.
func (m *module) addColSums() {
	f := m.function("colSums")
	out, x, keep, rows, columns := f.param(), f.param(), f.param(), f.param(), f.param()
	mask := f.let(keep.splat())
	ld := f.letNum(columns.times4())
	for _, width := range []int{16, 4, 1} {
		f.while(columns.atLeast(width), func() {
			f.columnsDown(out, x, mask, rows, ld, width)
			f.step(out, number(4*width))
			f.step(x, number(4*width))
			f.step(columns, number(-width))
		})
	}
}

func (f *function) columnsDown(out, x num, mask vec, rows, ld num, width int) {
	at, left := f.letNum(x), f.letNum(rows)
	spans := f.spans(width)
	var sums []vec
	for _, s := range spans {
		sums = append(sums, f.let(s.load(out).and(mask)))
	}
	f.while(left.atLeast(1), func() {
		for j, s := range spans {
			f.set(sums[j], sums[j].add(s.load(at)))
		}
		f.step(at, ld)
		f.step(left, number(-1))
	})
	for j, s := range spans {
		s.store(out, sums[j])
	}
}
