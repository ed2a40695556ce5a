package main

import "github.com/mmcloughlin/avo/reg"

// The kernels of this file are those of ../portable_matrix.go.

// A product is the kernel that sets c = start + a·b while it is being written. All
// distances are in bytes.
type product struct {
	*function
	of              func(f *function, x, y vec) vec // the product of two numbers
	c, b, start     num
	n, k            num
	ldc, ldb, lds   num // between rows; lds is 0 for a bias
	row, row3, row5 num // between rows of a: one, three and five times
	column          num // between columns of a
}

// addProduct writes the kernel, or one with another function of two numbers in
// place of their product. It does NN and TN alike: rows of a lie row bytes
// apart, columns column bytes. It cuts c into tiles of six rows and sixteen
// columns, whose sums fill twelve registers while k runs. What is left over at the
// right is done by tiles eight columns wide, then by one of the last up to seven; at
// the bottom by tiles of four, two and one rows.
func (m *module) addProduct(name string, of func(f *function, x, y vec) vec) {
	f := m.function(name, "(c, a, b, start *float32, m, n, k, ldc, row, column, ldb, lds int)")
	p := &product{function: f, of: of}
	p.c, p.b, p.start = f.argument("c"), f.argument("b"), f.argument("start")
	p.n, p.k = f.argument("n"), f.argument("k")
	p.ldc, p.lds = f.argument("ldc"), f.argument("lds")
	p.ldb, p.row, p.column = f.param("ldb"), f.param("row"), f.param("column")
	p.row3, p.row5 = f.address(p.row, p.row, 2), f.address(p.row, p.row, 4)
	for _, columns := range []int{16, 8} {
		f.while(f.atLeast(p.n, columns), func() {
			p.columns(f.spans(columns))
			for _, at := range []num{p.c, p.b, p.start} {
				f.step(at, number(4*columns))
			}
			f.step(p.n, number(-columns))
		})
	}
	f.when(f.atLeast(p.n, 1), func() { p.columns([]span{f.rest(f.letNum(p.n))}) })
	f.ends()
}

func (f *function) multiply(x, y vec) vec { return x.mul(y) }

// columns does the columns of c that spans are, from top to bottom.
func (p *product) columns(spans []span) {
	c, a, start, m := p.param("c"), p.param("a"), p.param("start"), p.param("m")
	for _, rows := range []int{6, 4, 2, 1} {
		p.while(p.atLeast(m, rows), func() {
			p.tile(rows, spans, c, a, start)
			for range rows {
				p.step(a, p.row)
			}
			p.step(m, number(-rows))
		})
	}
}

// A tile holds the sums of some rows and columns of c in variables.
type tile struct {
	*product
	rows  int
	spans []span  // of the columns
	sums  [][]vec // for each row one for each span
	a, b  num
}

// tile does one, and moves c and start behind it.
func (p *product) tile(rows int, spans []span, c, a, start num) {
	t := &tile{product: p, rows: rows, spans: spans, a: p.letNum(a), b: p.letNum(p.b)}
	for range rows {
		var sums []vec
		for _, s := range spans {
			sums = append(sums, p.variable(s.read(start)))
		}
		t.sums = append(t.sums, sums)
		p.step(start, p.lds)
	}
	t.run()
	for r := range rows {
		for v, s := range spans {
			s.store(c, t.sums[r][v])
		}
		p.step(c, p.ldc)
	}
}

// run adds the k products to each sum. All multiplications of a row stand before
// its additions: that is 15 % faster than by turns.
func (t *tile) run() {
	t.times(t.letNum(t.k), func() {
		var b []vec
		for _, s := range t.spans {
			b = append(b, s.load(t.b))
		}
		for r := range t.sums {
			x := t.let(t.loadA(r))
			var products []vec
			for _, y := range b {
				products = append(products, t.let(t.of(t.function, x, y)))
			}
			for v, sum := range t.sums[r] {
				t.set(sum, sum.add(products[v]))
			}
		}
		t.step(t.a, t.column)
		t.step(t.b, t.ldb)
	})
}

// loadA reads the number of row r, at a + r·row: one register points to all rows,
// and what the processor adds to it costs nothing.
func (t *tile) loadA(r int) vec {
	at := place(t.a, 0)
	switch r {
	case 1, 2, 4:
		at.Index, at.Scale = t.row.op.(reg.Register), uint8(r)
	case 3:
		at.Index, at.Scale = t.row3.op.(reg.Register), 1
	case 5:
		at.Index, at.Scale = t.row5.op.(reg.Register), 1
	}
	return splatAt(at)
}

// CopyPanel copies rows of sixteen numbers, ld bytes apart, for a product.
func (m *module) addCopyPanel() {
	f := m.function("copyPanel", "(to, from *float32, rows, ld int)")
	to, from, rows, ld := f.param("to"), f.param("from"), f.param("rows"), f.param("ld")
	f.times(rows, func() {
		spans := f.spans(16)
		left, right := spans[0].load(from), spans[1].load(from)
		spans[0].store(to, left)
		spans[1].store(to, right)
		f.step(from, ld)
		f.step(to, number(64))
	})
	f.ends()
}

// ColSums adds the rows of x, m×n, to the n numbers of out.
func (m *module) addColSums() {
	f := m.function("colSums", "(out, x *float32, m, n int)")
	out, x, rows, columns := f.param("out"), f.param("x"), f.param("m"), f.param("n")
	ld := f.times4(columns)
	for _, width := range []int{32, 8, 4, 1} {
		f.while(f.atLeast(columns, width), func() {
			f.columnsDown(out, x, rows, ld, width)
			f.step(out, number(4*width))
			f.step(x, number(4*width))
			f.step(columns, number(-width))
		})
	}
	f.ends()
}

func (f *function) columnsDown(out, x, rows, ld num, width int) {
	at := f.letNum(x)
	spans := f.spans(width)
	var sums []vec
	for _, s := range spans {
		sums = append(sums, f.variable(s.read(out)))
	}
	f.times(f.letNum(rows), func() {
		for j, s := range spans {
			f.set(sums[j], sums[j].add(s.read(at)))
		}
		f.step(at, ld)
	})
	for j, s := range spans {
		s.store(out, sums[j])
	}
}
