package kernel

// Gmm2 sets row i of out, which is m×2, to q[i] - Σⱼ wⱼ·c[j], where w is the
// softmax over j of -scale·|q[i]-c[j]|²: what is left of a query after the centres
// it may come from. q is m×2, c is n×2. With σ² = 1/(2·scale) the score of the
// mixture of Gaussians N(c[j], σ²) is -out/σ². Differences are direct, because
// |q|² - 2q·c + |c|² cancels. out may be q. n and scale are positive.
func Gmm2(out, q, c []float32, m, n int, scale float32) {
	check(holds(q, m, 2, 2), "Gmm2: q is shorter than m×2")
	check(holds(out, m, 2, 2), "Gmm2: out is shorter than m×2")
	check(holds(c, n, 2, 2), "Gmm2: c is shorter than n×2")
	check(n > 0, "Gmm2: there are no centres")
	check(scale > 0, "Gmm2: the scale is not positive")
	if m > 0 {
		gmm2(out, q, c, m, n, scale*log2e)
	}
}

// Gmmd is Gmm2 in d dimensions: out and q are m×d, c is n×d. room is scratch of
// GmmdRoom(n, d) numbers.
func Gmmd(out, q, c, room []float32, m, n, d int, scale float32) {
	check(holds(q, m, d, d), "Gmmd: q is shorter than m×d")
	check(holds(out, m, d, d), "Gmmd: out is shorter than m×d")
	check(holds(c, n, d, d), "Gmmd: c is shorter than n×d")
	check(len(room) >= GmmdRoom(n, d), "Gmmd: room is shorter than GmmdRoom")
	check(n > 0, "Gmmd: there are no centres")
	check(scale > 0, "Gmmd: the scale is not positive")
	if m > 0 && d > 0 {
		gmmd(out, q, c, room, m, n, d, scale*log2e)
	}
}

// GmmdRoom returns the length of the scratch of Gmmd.
func GmmdRoom(n, d int) int { return queries * (n + 2*d) }

// queries is the number of queries that Gmmd treats together.
const queries = 8
