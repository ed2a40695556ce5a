package kernel

func gatherAdd(y, x []float32, ids []int32, n int) {
	if simd {
		avx2GatherAdd(&y[0], &x[0], &ids[0], len(ids), n)
	} else {
		gatherAddGo(y, x, ids, n)
	}
}

func scatterAdd(dx, dy []float32, ids []int32, n int) {
	if simd {
		avx2ScatterAdd(&dx[0], &dy[0], &ids[0], len(ids), n)
	} else {
		scatterAddGo(dx, dy, ids, n)
	}
}
