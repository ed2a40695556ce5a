package kernel

// The products cut b into panels of up to panelColumns columns, and those into
// blocks of up to blockRows rows. Where many rows of c are to be done, a block is
// copied first: rows of b far apart would fill one place of the cache again and
// again.
const (
	blockRows = 256
	copyFrom  = 24 // rows of c
)

// A start is what the columns of a product start from.
type start struct {
	at      []float32
	ld      int  // between its rows: 0 for a bias, and for zeros
	follows bool // columns of c: zeros do not
}

func startOf(c, bias, zeros []float32, add bool, ldc int) start {
	switch {
	case add:
		return start{c, ldc, true}
	case bias != nil:
		return start{bias, 0, true}
	}
	return start{zeros, 0, false}
}

// from returns the start of the columns from j.
func (s start) from(j int) start {
	if s.follows {
		s.at = s.at[j:]
	}
	return s
}

// multiply sets the m×n matrix c to start + a·b.
func multiply(c []float32, a view, b, bias []float32, add bool, m, n, k, ldc, ldb int) {
	var zeros [panelColumns]float32
	s := startOf(c, bias, zeros[:], add, ldc)
	switch {
	case k == 0:
		if !add {
			begin(c, bias, m, n, ldc)
		}
	case m < copyFrom || n < panelColumns:
		for j := 0; j < n; j += panelColumns {
			multiplyPanel(c[j:], a, b[j:], s.from(j), m, min(panelColumns, n-j), k, ldc, ldb)
		}
	default:
		multiplyCopies(c, a, b, s, m, n, k, ldc, ldb)
	}
}

// multiplyCopies is multiply with copies of blocks of b.
func multiplyCopies(c []float32, a view, b []float32, s start, m, n, k, ldc, ldb int) {
	var room [blockRows * panelColumns]float32
	j := 0
	for ; j+panelColumns <= n; j += panelColumns {
		from := s.from(j)
		for h := 0; h < k; h += blockRows {
			depth := min(blockRows, k-h)
			copyBlock(room[:], b[h*ldb+j:], depth, ldb)
			multiplyPanel(c[j:], a.behind(h), room[:], from, m, panelColumns, depth, ldc, panelColumns)
			from = start{at: c[j:], ld: ldc}
		}
	}
	if j < n {
		multiplyPanel(c[j:], a, b[j:], s.from(j), m, n-j, k, ldc, ldb)
	}
}

// copyBlock copies rows of panelColumns numbers from places ld apart.
func copyBlock(to, from []float32, rows, ld int) {
	for h := range rows {
		*(*[panelColumns]float32)(to[h*panelColumns:]) = *(*[panelColumns]float32)(from[h*ld:])
	}
}

// multiplyNT is multiply with blocks of bᵀ.
func multiplyNT(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	switch {
	case k == 1 && ldb == 1: // b, a column, lies like a row
		multiply(c, view{a, lda, 1}, b, bias, add, m, n, k, ldc, n)
	case k == 0:
		multiply(c, view{a, lda, 1}, nil, bias, add, m, n, k, ldc, n)
	case k <= panelColumns:
		var room [panelColumns * panelColumns]float32
		multiplyTurned(room[:], c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	default:
		var room [blockRows * panelColumns]float32
		multiplyTurned(room[:], c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	}
}

// multiplyTurned transposes as much of b at a time as there is room for.
func multiplyTurned(room, c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	var zeros [panelColumns]float32
	s := startOf(c, bias, zeros[:], add, ldc)
	for j := 0; j < n; j += panelColumns {
		from, columns := s.from(j), min(panelColumns, n-j)
		for h := 0; h < k; h += len(room) / panelColumns {
			depth := min(len(room)/panelColumns, k-h)
			transposeRows(room, b[j*ldb+h:], columns, depth, panelColumns, ldb)
			multiplyPanel(c[j:], view{a[h:], lda, 1}, room, from, m, columns, depth, ldc, panelColumns)
			from = start{at: c[j:], ld: ldc}
		}
	}
}

// multiplyPanel sets up to panelColumns columns of c. k is not 0.
func multiplyPanel(c []float32, a view, b []float32, s start, m, n, k, ldc, ldb int) {
	avx2Product(&c[0], &a.at[0], &b[0], &s.at[0], m, n, k, 4*ldc, 4*a.row, 4*a.column, 4*ldb, 4*s.ld)
}

// behind returns the view without its first columns.
func (a view) behind(columns int) view { return view{a.at[columns*a.column:], a.row, a.column} }
