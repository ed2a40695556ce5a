package kernel

// Gather sets row i of y to row ids[i] of the table x; with add it adds it, as a
// sum of embeddings asks for. y is len(ids)×n, x is k×n, and ids are 0 to k-1.
func Gather(y, x []float32, ids []int32, add bool, k, n int) {
	check(holds(x, k, n, n), "Gather: x is shorter than k×n")
	check(holds(y, len(ids), n, n), "Gather: y is shorter than len(ids)×n")
	check(within(ids, k), "Gather: an id is outside 0 to k-1")
	switch {
	case n == 0 || len(ids) == 0:
	case add:
		gatherAdd(y, x, ids, n)
	default:
		for i, id := range ids {
			copy(y[i*n:i*n+n], x[int(id)*n:])
		}
	}
}

// ScatterAdd adds row i of dy to row ids[i] of dx, in the order of i: the gradient
// at the table of Gather. dy is len(ids)×n, dx is k×n, and ids, which may repeat,
// are 0 to k-1.
func ScatterAdd(dx, dy []float32, ids []int32, k, n int) {
	check(holds(dx, k, n, n), "ScatterAdd: dx is shorter than k×n")
	check(holds(dy, len(ids), n, n), "ScatterAdd: dy is shorter than len(ids)×n")
	check(within(ids, k), "ScatterAdd: an id is outside 0 to k-1")
	if n > 0 && len(ids) > 0 {
		scatterAdd(dx, dy, ids, n)
	}
}
