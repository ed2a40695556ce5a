package kernel

// NN sets c = start + a·b, where c is m×n, a is m×k and b is k×n. The start is
// the old c with add, else the row bias of n numbers, else 0 if bias is nil.
// bias and add exclude each other. Rows lie ldc, lda and ldb numbers apart.
func NN(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	checkStart(c, bias, add, m, n, k, ldc)
	check(holds(a, m, k, lda), "NN: a is shorter than m×k")
	check(holds(b, k, n, ldb), "NN: b is shorter than k×n")
	if m > 0 && n > 0 {
		gemmNN(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	}
}

// NT sets c = start + a·bᵀ, where c is m×n, a is m×k and b is n×k. Starts and
// strides are those of NN.
func NT(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	checkStart(c, bias, add, m, n, k, ldc)
	check(holds(a, m, k, lda), "NT: a is shorter than m×k")
	check(holds(b, n, k, ldb), "NT: b is shorter than n×k")
	if m > 0 && n > 0 {
		gemmNT(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	}
}

// TN sets c = start + aᵀ·b, where c is m×n, a is k×m and b is k×n. Starts and
// strides are those of NN.
func TN(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	checkStart(c, bias, add, m, n, k, ldc)
	check(holds(a, k, m, lda), "TN: a is shorter than k×m")
	check(holds(b, k, n, ldb), "TN: b is shorter than k×n")
	if m > 0 && n > 0 {
		gemmTN(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	}
}

// Transpose sets dst, which is n×m, to the transpose of src, which is m×n.
func Transpose(dst, src []float32, m, n int) {
	check(holds(src, m, n, n), "Transpose: src is shorter than m×n")
	check(holds(dst, n, m, m), "Transpose: dst is shorter than n×m")
	if m > 0 && n > 0 {
		transpose(dst, src, m, n)
	}
}

// ColSums sets the n numbers of out to the sums of the columns of x, which is
// m×n; with add, it adds them to out. No rows have the sum 0.
func ColSums(out, x []float32, add bool, m, n int) {
	check(holds(x, m, n, n), "ColSums: x is shorter than m×n")
	check(len(out) >= n, "ColSums: out is shorter than n")
	if n > 0 {
		colSums(out, x, add, m, n)
	}
}

// holds reports whether s has room for rows of n numbers, ld apart.
func holds(s []float32, rows, n, ld int) bool {
	return rows >= 0 && n >= 0 && ld >= n && (rows == 0 || n == 0 || len(s) >= (rows-1)*ld+n)
}

func checkStart(c, bias []float32, add bool, m, n, k, ldc int) {
	check(k >= 0, "k is negative")
	check(holds(c, m, n, ldc), "c is shorter than m×n")
	check(bias == nil || len(bias) >= n, "bias is shorter than n")
	check(bias == nil || !add, "bias and add exclude each other")
}

// The product NT transposes b in panels of panelRows·panelColumns numbers.
const (
	panelRows    = 64
	panelColumns = 16
	panel        = panelRows * panelColumns
)
