package kernel

// A view is a matrix in a slice: element (i, j) stands at i·row + j·col.
type view struct {
	at       []float32
	row, col int
}

func gemmNNGo(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	gemmGo(c, view{a, lda, 1}, view{b, ldb, 1}, bias, add, m, n, k, ldc)
}

func gemmNTGo(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	gemmGo(c, view{a, lda, 1}, view{b, 1, ldb}, bias, add, m, n, k, ldc)
}

func gemmTNGo(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	gemmGo(c, view{a, 1, lda}, view{b, ldb, 1}, bias, add, m, n, k, ldc)
}

// gemmGo sets the m×n matrix c, with rows ldc apart, to start + a·b.
func gemmGo(c []float32, a, b view, bias []float32, add bool, m, n, k, ldc int) {
	if !add {
		begin(c, bias, m, n, ldc)
	}
	if k == 0 {
		return
	}
	i := 0
	for ; i+4 <= m; i += 4 {
		rows := view{a.at[i*a.row:], a.row, a.col}
		j := 0
		for ; j+2 <= n; j += 2 {
			tile4x2(c[i*ldc+j:], rows, view{b.at[j*b.col:], b.row, b.col}, k, ldc)
		}
		for ; j < n; j++ {
			for r := range 4 {
				c[(i+r)*ldc+j] = dot(c[(i+r)*ldc+j], a.at[(i+r)*a.row:], b.at[j*b.col:], a.col, b.row, k)
			}
		}
	}
	for ; i < m; i++ {
		for j := range n {
			c[i*ldc+j] = dot(c[i*ldc+j], a.at[i*a.row:], b.at[j*b.col:], a.col, b.row, k)
		}
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

// tile4x2 adds a·b to four rows of two numbers. Eight sums in registers share
// their factors, which is four times as fast as one sum at a time.
func tile4x2(c []float32, a, b view, k, ldc int) {
	c1, c2, c3 := c[ldc:], c[2*ldc:], c[3*ldc:]
	a0, a1, a2, a3 := a.at, a.at[a.row:], a.at[2*a.row:], a.at[3*a.row:]
	b0, b1 := b.at, b.at[b.col:]
	s00, s01, s10, s11 := c[0], c[1], c1[0], c1[1]
	s20, s21, s30, s31 := c2[0], c2[1], c3[0], c3[1]
	p, q := 0, 0
	for ; k > 0; k-- {
		y0, y1 := b0[q], b1[q]
		x0, x1, x2, x3 := a0[p], a1[p], a2[p], a3[p]
		s00 += float32(x0 * y0)
		s01 += float32(x0 * y1)
		s10 += float32(x1 * y0)
		s11 += float32(x1 * y1)
		s20 += float32(x2 * y0)
		s21 += float32(x2 * y1)
		s30 += float32(x3 * y0)
		s31 += float32(x3 * y1)
		p += a.col
		q += b.row
	}
	c[0], c[1], c1[0], c1[1] = s00, s01, s10, s11
	c2[0], c2[1], c3[0], c3[1] = s20, s21, s30, s31
}

// dot returns s plus the sum of k products, da and db apart.
func dot(s float32, a, b []float32, da, db, k int) float32 {
	p, q := 0, 0
	for ; k > 0; k-- {
		s += float32(a[p] * b[q])
		p += da
		q += db
	}
	return s
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
