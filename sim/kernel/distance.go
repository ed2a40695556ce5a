package kernel

// SquaredDistances sets out[i,j] = |x[i]-y[j]|², where out is m×n, x is m×d and y is
// n×d. It squares differences, so that the error is some roundings of the distance
// itself, however far from 0 the points lie: at d = 64 at most 5e-7 of it was seen.
func SquaredDistances(out, x, y []float32, m, n, d int) {
	checkDistances(out, x, y, m, n, d)
	if m > 0 && n > 0 {
		squaredDistances(out, x, y, m, n, d)
	}
}

// ExpandedDistances is SquaredDistances as |x|² - 2x·y + |y|², and 0 where that is
// negative: a product of matrices, which takes three quarters of the time in a
// browser. But the error is some roundings of |x|²+|y|², in which small distances
// drown. At d = 64 it was at most 4e-7 of the distances between random points around
// 0, 2e-5 with all coordinates from 0.8 to 1.2, and a fifth of them with 0.998 to
// 1.002. room is scratch of n numbers.
func ExpandedDistances(out, x, y, room []float32, m, n, d int) {
	checkDistances(out, x, y, m, n, d)
	check(len(room) >= n, "ExpandedDistances: room is shorter than n")
	if m == 0 || n == 0 {
		return
	}
	// x·y - ½|y|² is one product with a bias.
	room = room[:n]
	SquareSums(room, y, n, d, d)
	Scale(room, room, -0.5)
	NT(out, x, y, room, false, m, n, d, n, d, d)
	expand(out, x, m, n, d)
}

func checkDistances(out, x, y []float32, m, n, d int) {
	check(holds(x, m, d, d), "distances: x is shorter than m×d")
	check(holds(y, n, d, d), "distances: y is shorter than n×d")
	check(holds(out, m, n, n), "distances: out is shorter than m×n")
}

// SquareSums sets the m numbers of out to Σⱼ x[i,j]². x is m×n with rows ld apart.
func SquareSums(out, x []float32, m, n, ld int) {
	check(holds(x, m, n, ld), "SquareSums: x is shorter than m×n")
	check(len(out) >= m, "SquareSums: out is shorter than m")
	if m > 0 {
		squareSums(out, x, m, n, ld)
	}
}
