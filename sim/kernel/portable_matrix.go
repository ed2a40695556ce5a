package kernel

// A view is the factor a of a product in a slice: element (i, h) stands at
// i·row + h·column.
type view struct {
	at          []float32
	row, column int
}

// from returns the view without its first rows.
func (a view) from(rows int) view { return view{a.at[rows*a.row:], a.row, a.column} }

func gemmNNGo(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	gemmGo(c, view{a, lda, 1}, b, bias, add, m, n, k, ldc, ldb)
}

func gemmTNGo(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	gemmGo(c, view{a, 1, lda}, b, bias, add, m, n, k, ldc, ldb)
}

// gemmNTGo adds products with panels of bᵀ.
func gemmNTGo(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	if !add {
		begin(c, bias, m, n, ldc)
	}
	var room [panel]float32
	for j := 0; j < n; j += panelColumns {
		columns := min(panelColumns, n-j)
		for h := 0; h < k; h += panelRows {
			depth := min(panelRows, k-h)
			for r := range columns {
				for i, x := range b[(j+r)*ldb+h:][:depth] {
					room[i*panelColumns+r] = x
				}
			}
			gemmNNGo(c[j:], a[h:], room[:], nil, true, m, columns, depth, ldc, lda, panelColumns)
		}
	}
}

// gemmGo sets the m×n matrix c, with rows ldc apart, to start + a·b, where rows of
// b lie ldb apart. It adds to two rows of c at a time.
func gemmGo(c []float32, a view, b, bias []float32, add bool, m, n, k, ldc, ldb int) {
	if !add {
		begin(c, bias, m, n, ldc)
	}
	if k == 0 {
		return
	}
	i := 0
	for ; i+2 <= m; i += 2 {
		addRows(c[i*ldc:][:n], c[(i+1)*ldc:][:n], a.from(i), b, k, ldb)
	}
	if i < m {
		addRow(c[i*ldc:][:n], a.from(i), b, k, ldb)
	}
}

// begin sets c to the row bias, or to 0.
func begin(c, bias []float32, m, n, ldc int) {
	for i := range m {
		if bias == nil {
			clear(c[i*ldc : i*ldc+n])
		} else {
			copy(c[i*ldc:i*ldc+n], bias)
		}
	}
}

// addRows adds the first two rows of a·b to c0 and c1.
func addRows(c0, c1 []float32, a view, b []float32, k, ldb int) {
	n, h := len(c0), 0
	a0, a1, step := a.at, a.at[a.row:], a.column
	for ; h+4 <= k; h += 4 {
		x := [8]float32{a0[h*step], a0[(h+1)*step], a0[(h+2)*step], a0[(h+3)*step],
			a1[h*step], a1[(h+1)*step], a1[(h+2)*step], a1[(h+3)*step]}
		addFour2(c0, c1, b[h*ldb:], b[(h+1)*ldb:], b[(h+2)*ldb:], b[(h+3)*ldb:], &x)
	}
	for ; h < k; h++ {
		addTimes(c0, a0[h*step], b[h*ldb:][:n])
		addTimes(c1, a1[h*step], b[h*ldb:][:n])
	}
}

// addRow adds the first row of a·b to c.
func addRow(c []float32, a view, b []float32, k, ldb int) {
	n, h, step := len(c), 0, a.column
	for ; h+4 <= k; h += 4 {
		x := [4]float32{a.at[h*step], a.at[(h+1)*step], a.at[(h+2)*step], a.at[(h+3)*step]}
		addFour(c, b[h*ldb:], b[(h+1)*ldb:], b[(h+2)*ldb:], b[(h+3)*ldb:], &x)
	}
	for ; h < k; h++ {
		addTimes(c, a.at[h*step], b[h*ldb:][:n])
	}
}

// addFour2 adds four rows of b to c0 and to c1, one after the other. Most of the
// time of a product goes by in its loop, which calls nothing and checks nothing.
func addFour2(c0, c1, b0, b1, b2, b3 []float32, x *[8]float32) {
	c1, b0, b1, b2, b3 = c1[:len(c0)], b0[:len(c0)], b1[:len(c0)], b2[:len(c0)], b3[:len(c0)]
	x00, x01, x02, x03 := x[0], x[1], x[2], x[3]
	x10, x11, x12, x13 := x[4], x[5], x[6], x[7]
	for j, s := range c0 {
		t := c1[j]
		y := b0[j]
		s += float32(x00 * y)
		t += float32(x10 * y)
		y = b1[j]
		s += float32(x01 * y)
		t += float32(x11 * y)
		y = b2[j]
		s += float32(x02 * y)
		t += float32(x12 * y)
		y = b3[j]
		s += float32(x03 * y)
		t += float32(x13 * y)
		c0[j], c1[j] = s, t
	}
}

// addFour adds four rows of b to c, one after the other.
func addFour(c, b0, b1, b2, b3 []float32, x *[4]float32) {
	b0, b1, b2, b3 = b0[:len(c)], b1[:len(c)], b2[:len(c)], b3[:len(c)]
	x0, x1, x2, x3 := x[0], x[1], x[2], x[3]
	for j, s := range c {
		s += float32(x0 * b0[j])
		s += float32(x1 * b1[j])
		s += float32(x2 * b2[j])
		s += float32(x3 * b3[j])
		c[j] = s
	}
}

// addTimes adds x·b to c.
func addTimes(c []float32, x float32, b []float32) {
	b = b[:len(c)]
	for j := range c {
		c[j] += float32(x * b[j])
	}
}

func transposeGo(dst, src []float32, m, n int) {
	for i := range m {
		for j, x := range src[i*n : i*n+n] {
			dst[j*m+i] = x
		}
	}
}

func colSumsGo(out, x []float32, add bool, m, n int) {
	out = out[:n]
	if !add {
		clear(out)
	}
	for i := range m {
		row := x[i*n : i*n+n]
		for j := range out {
			out[j] += row[j]
		}
	}
}
