package kernel

func gatherAddGo(y, x []float32, ids []int32, n int) {
	for i, id := range ids {
		addTo(y[i*n:i*n+n], x[int(id)*n:])
	}
}

func scatterAddGo(dx, dy []float32, ids []int32, n int) {
	for i, id := range ids {
		addTo(dx[int(id)*n:][:n], dy[i*n:])
	}
}

// addTo adds x to y.
func addTo(y, x []float32) {
	x = x[:len(y)]
	for j := range y {
		y[j] += x[j]
	}
}
