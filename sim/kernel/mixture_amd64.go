package kernel

// together is the number of queries after which Gmm2 may be interrupted.
const together = 8 * queries

func gmm2(out, q, c []float32, m, n int, bits float32) {
	if !simd {
		gmm2Go(out, q, c, m, n, bits)
		return
	}
	whole := m - m%queries
	for i := 0; i < whole; i += together {
		avx2Gmm2(&out[2*i], &q[2*i], &c[0], min(together, whole-i), n, bits)
	}
	if whole < m {
		var left [2 * queries]float32
		copy(left[:], q[2*whole:2*m])
		avx2Gmm2(&left[0], &left[0], &c[0], queries, n, bits)
		copy(out[2*whole:2*m], left[:])
	}
}

// centresAtOnce are as many as stay in the fastest cache while all dimensions
// pass.
const centresAtOnce = 64

// gmmd lays queries out in rows of eight: room holds d rows of coordinates, n rows
// of weights and d rows of weighted sums. If there are fewer queries, the other lanes
// are anything.
func gmmd(out, q, c, room []float32, m, n, d int, bits float32) {
	if !simd {
		gmmdGo(out, q, c, room, m, n, d, bits)
		return
	}
	x, w, u := room[:queries*d], room[queries*d:][:queries*n], room[queries*(n+d):][:queries*d]
	for i := 0; i < m; i += queries {
		count := min(queries, m-i)
		var near, total [queries]float32
		transposeRows(x, q[i*d:], count, d, queries, d)
		avx2CentreDistances(&w[0], &x[0], &c[0], &near[0], n, d)
		avx2Weights(&w[0], &near[0], &total[0], n, bits)
		sumCentres(u, c, w, n, d)
		avx2Subtract(&u[0], &x[0], &total[0], d)
		transposeRows(out[i*d:], u, d, count, d, queries)
	}
}

// sumCentres sets u to the sums of the n centres with the weights w, for each of
// the queries.
func sumCentres(u, c, w []float32, n, d int) {
	for j := 0; j < n; j += centresAtOnce {
		some := min(centresAtOnce, n-j)
		multiplyPanel(u, view{c[j*d:], 1, d}, w[j*queries:], nil, j > 0, d, queries, some, queries, queries)
	}
}
