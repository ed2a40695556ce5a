package kernel

func layerNorm(y, x, gain, bias, mean, rstd []float32, m, n int, eps float32) {
	if simd {
		avx2LayerNorm(&y[0], &x[0], &gain[0], &bias[0], &mean[0], &rstd[0], m, n, eps)
	} else {
		layerNormGo(y, x, gain, bias, mean, rstd, m, n, eps)
	}
}

func layerNormBack(dx, dgain, dbias, dy, x, gain, mean, rstd []float32, add bool, m, n int) {
	if simd {
		avx2LayerNormBack(&dx[0], &dgain[0], &dbias[0], &dy[0], &x[0], &gain[0], &mean[0], &rstd[0], allBits(add), m, n)
	} else {
		layerNormBackGo(dx, dgain, dbias, dy, x, gain, mean, rstd, add, m, n)
	}
}

// allBits returns a number whose bits are all set, or none.
func allBits(set bool) int {
	if set {
		return -1
	}
	return 0
}
