package kernel

// The products cut b into panels of up to panelColumns columns, and those into
// blocks of up to blockRows rows. Where c has many rows and b is large, a block is
// copied first: rows of b far apart would fill one place of the cache again and
// again.
const (
	blockRows = 256
	manyRows  = 24
	large     = 4096 // numbers, half of the fastest cache
)

// multiply sets the m×n matrix c to start + a·b.
func multiply(c []float32, a view, b, bias []float32, add bool, m, n, k, ldc, ldb int) {
	switch {
	case k == 0:
		if !add {
			begin(c, bias, m, n, ldc)
		}
	case n <= panelColumns:
		multiplyPanel(c, a, b, bias, add, m, n, k, ldc, ldb)
	case m < manyRows || k*ldb <= large:
		for j := 0; j < n; j += panelColumns {
			multiplyPanel(c[j:], a, b[j:], behind(bias, j), add, m, min(panelColumns, n-j), k, ldc, ldb)
		}
	default:
		multiplyCopies(c, a, b, bias, add, m, n, k, ldc, ldb)
	}
}

// multiplyCopies is multiply with copies of blocks of b.
func multiplyCopies(c []float32, a view, b, bias []float32, add bool, m, n, k, ldc, ldb int) {
	var room [blockRows * panelColumns]float32
	j := 0
	for ; j+panelColumns <= n; j += panelColumns {
		bias, add := behind(bias, j), add
		for h := 0; h < k; h += blockRows {
			depth := min(blockRows, k-h)
			avx2CopyPanel(&room[0], &b[h*ldb+j], depth, 4*ldb)
			multiplyPanel(c[j:], a.behind(h), room[:], bias, add, m, panelColumns, depth, ldc, panelColumns)
			bias, add = nil, true
		}
	}
	if j < n {
		multiplyPanel(c[j:], a, b[j:], behind(bias, j), add, m, n-j, k, ldc, ldb)
	}
}

// multiplyNT is multiply with blocks of bᵀ.
func multiplyNT(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	switch {
	case k == 1 && ldb == 1: // b, a column, lies like a row
		multiply(c, view{a, lda, 1}, b, bias, add, m, n, k, ldc, n)
	case k == 0:
		multiply(c, view{a, lda, 1}, nil, bias, add, m, n, k, ldc, n)
	case k <= panelColumns: // Go sets all room to 0 first
		var room [panelColumns * panelColumns]float32
		multiplyTurned(room[:], c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	case k <= panelRows:
		var room [panel]float32
		multiplyTurned(room[:], c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	default:
		var room [blockRows * panelColumns]float32
		multiplyTurned(room[:], c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	}
}

// multiplyTurned transposes as much of b at a time as there is room for.
func multiplyTurned(room, c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	rows := len(room) / panelColumns
	for j := 0; j < n; j += panelColumns {
		bias, add, columns := behind(bias, j), add, min(panelColumns, n-j)
		for h := 0; h < k; h += rows {
			depth := min(rows, k-h)
			transposeRows(room, b[j*ldb+h:], columns, depth, panelColumns, ldb)
			multiplyPanel(c[j:], view{a[h:], lda, 1}, room, bias, add, m, columns, depth, ldc, panelColumns)
			bias, add = nil, true
		}
	}
}

// multiplyPanel is multiply for up to panelColumns columns of c and k not 0.
func multiplyPanel(c []float32, a view, b, bias []float32, add bool, m, n, k, ldc, ldb int) {
	var zeros [panelColumns]float32
	start, lds := &zeros[0], 0
	switch {
	case add:
		start, lds = &c[0], ldc
	case bias != nil:
		start = &bias[0]
	}
	avx2Product(&c[0], &a.at[0], &b[0], start, m, n, k, 4*ldc, 4*a.row, 4*a.column, 4*ldb, 4*lds)
}

// behind returns the view without its first columns.
func (a view) behind(columns int) view { return view{a.at[columns*a.column:], a.row, a.column} }

// behind returns a bias without its first columns.
func behind(bias []float32, columns int) []float32 {
	if bias == nil {
		return nil
	}
	return bias[columns:]
}
