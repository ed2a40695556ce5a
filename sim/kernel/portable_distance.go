package kernel

func squaredDistancesGo(out, x, y []float32, m, n, d int) {
	for i := range m {
		apart(out[i*n:i*n+n], x[i*d:i*d+d], y)
	}
}

func squareSumsGo(out, x []float32, m, n, ld int) {
	for i := range m {
		out[i] = squareSum(x[i*ld : i*ld+n])
	}
}

func squareSum(x []float32) float32 {
	var lane lanes
	for j, v := range x {
		lane[j&3] += float32(v * v)
	}
	return lane.sum()
}

// expandGo turns out, which holds x·y - ½|y|², into squared distances.
func expandGo(out, x []float32, m, n, d int) {
	for i := range m {
		square := squareSum(x[i*d : i*d+d])
		row := out[i*n : i*n+n]
		for j, v := range row {
			v = square - (v + v)
			if v < 0 {
				v = 0
			}
			row[j] = v
		}
	}
}
