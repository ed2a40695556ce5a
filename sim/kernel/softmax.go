package kernel

import "math"

// Softmax sets each row of y to the softmax of scale·x + mask: positive weights
// with the sum 1. Weights below e^-87.3 of the greatest are 0, so that a mask of
// -Inf hides a number altogether; a row that is hidden whole gets zeros. x and y are
// m×n with rows ld apart; mask is m×n with rows ldm apart, or one row for all if ldm
// is 0, or nil. y may be x. A row with a NaN or +Inf in scale·x + mask gives NaN.
func Softmax(y, x, mask []float32, m, n, ld, ldm int, scale float32) {
	check(holds(x, m, n, ld), "Softmax: x is shorter than m×n")
	check(holds(y, m, n, ld), "Softmax: y is shorter than m×n")
	check(mask == nil || repeats(mask, m, n, ldm), "Softmax: mask is shorter than m×n")
	if m > 0 && n > 0 {
		softmax(y, x, mask, m, n, ld, ldm, scale)
	}
}

// SoftmaxBack sets dx = scale·y·(dy - Σ y·dy), where the sum is over the row: the
// gradient at the x of Softmax, whose result is y, given the gradient dy at y. It is
// 0 where y is. All are m×n with rows ld apart. dx may be dy or y.
func SoftmaxBack(dx, dy, y []float32, m, n, ld int, scale float32) {
	check(holds(y, m, n, ld), "SoftmaxBack: y is shorter than m×n")
	check(holds(dy, m, n, ld), "SoftmaxBack: dy is shorter than m×n")
	check(holds(dx, m, n, ld), "SoftmaxBack: dx is shorter than m×n")
	if m > 0 && n > 0 {
		softmaxBack(dx, dy, y, m, n, ld, scale)
	}
}

// LogSumExp sets the m numbers of out to ln Σⱼ e^x[i,j]. x is m×n with rows ld
// apart. Numbers more than 87.3 below the greatest count as if they were 87.3
// below. A row of -Inf, or of no numbers, gives -Inf, a row with +Inf gives +Inf.
func LogSumExp(out, x []float32, m, n, ld int) {
	check(holds(x, m, n, ld), "LogSumExp: x is shorter than m×n")
	check(m >= 0 && len(out) >= m, "LogSumExp: out is shorter than m")
	if n == 0 {
		for i := range m {
			out[i] = float32(math.Inf(-1))
		}
	} else if m > 0 {
		logSumExp(out, x, m, n, ld)
	}
}

// repeats is holds, where all rows may also be one, 0 apart.
func repeats(s []float32, rows, n, ld int) bool {
	if ld == 0 {
		return holds(s, min(rows, 1), n, n)
	}
	return holds(s, rows, n, ld)
}
