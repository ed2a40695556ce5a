package kernel

func softmax(y, x, mask []float32, m, n, ld, ldm int, scale float32) {
	switch {
	case !simd:
		softmaxGo(y, x, mask, m, n, ld, ldm, scale)
	case mask == nil: // any numbers, which do not count
		avx2Softmax(&y[0], &x[0], &x[0], 0, m, n, ld, ld, scale)
	default:
		avx2Softmax(&y[0], &x[0], &mask[0], -1, m, n, ld, ldm, scale)
	}
}

func softmaxBack(dx, dy, y []float32, m, n, ld int, scale float32) {
	if simd {
		avx2SoftmaxBack(&dx[0], &dy[0], &y[0], m, n, ld, scale)
	} else {
		softmaxBackGo(dx, dy, y, m, n, ld, scale)
	}
}

func logSumExp(out, x []float32, m, n, ld int) {
	if simd {
		avx2LogSumExp(&out[0], &x[0], m, n, ld)
	} else {
		logSumExpGo(out, x, m, n, ld)
	}
}
