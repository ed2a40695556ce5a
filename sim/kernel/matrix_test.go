package kernel

// product names one of NN, NT and TN.
type product struct {
	name string
	run  func(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int)
}

func productOf(name string) product {
	return map[string]product{"gemmNN": {name, NN}, "gemmNT": {name, NT}, "gemmTN": {name, TN}}[name]
}

func (t *trial) products(name string) {
	for _, m := range []int{1, 2, 3, 4, 5, 9} {
		for _, n := range []int{1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 19} {
			for _, k := range []int{0, 1, 2, 3, 4, 7, 65} {
				t.product(t.floats, productOf(name), m, n, k, t.rng.IntN(3), t.rng.IntN(2)*5)
			}
		}
	}
	t.product(t.floats, productOf(name), 33, 70, 130, 0, 0)
	for _, m := range []int{1, 4, 9} {
		for _, n := range []int{1, 7, 19} {
			for _, k := range []int{1, 7, 65} {
				t.product(t.rare, productOf(name), m, n, k, t.rng.IntN(3), t.rng.IntN(2)*5)
			}
		}
	}
}

// product tries one shape from one of three starts, with rows pad numbers longer
// than need be.
func (t *trial) product(numbers func(n int) []float32, p product, m, n, k, start, pad int) {
	aRows, aColumns, bRows, bColumns := m, k, k, n
	switch p.name {
	case "gemmNT":
		bRows, bColumns = n, k
	case "gemmTN":
		aRows, aColumns = k, m
	}
	lda, ldb, ldc := aColumns+pad, bColumns+2*pad, n+pad
	a, b, c := numbers(aRows*lda), numbers(bRows*ldb), numbers(m*ldc)
	var bias []float32
	from, keep, lds := c, 0, ldc
	switch start {
	case 1:
		keep = -1
	case 2:
		bias = numbers(n)
		from, keep, lds = bias, -1, 0
	}
	args := []any{c, a, b, from, keep, m, n, k, ldc, lda, ldb, lds}
	if p.name == "gemmNT" {
		args = append(args, make(room, panel))
	}
	t.call(p.name, func() float32 {
		p.run(c, a, b, bias, start == 1, m, n, k, ldc, lda, ldb)
		return 0
	}, args...)
}

func (t *trial) transposes() {
	sizes := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 17}
	for _, m := range sizes {
		for _, n := range sizes {
			dst, src := t.floats(m*n), t.odd(m*n)
			t.call("transpose", func() float32 { Transpose(dst, src, m, n); return 0 }, dst, src, m, n, m, n)
		}
	}
}

func (t *trial) columnSums() {
	for _, m := range []int{0, 1, 2, 5} {
		for n := 1; n < 80; n++ {
			if n > 24 && n%8 != 0 && n%13 != 0 {
				continue
			}
			for keep := range 2 {
				out, x := t.floats(n), t.odd(m*n)
				t.call("colSums", func() float32 { ColSums(out, x, keep == 1, m, n); return 0 }, out, x, -keep, m, n)
			}
		}
	}
}
