package kernel

func mul(z, y, x []float32, add bool) {
	if simd {
		avx2Mul(&z[0], &y[0], &x[0], allBits(add), len(z))
	} else {
		mulGo(z, y, x, add)
	}
}

func scale(y, x []float32, factor float32) {
	if simd {
		avx2Scale(&y[0], &x[0], len(x), factor)
	} else {
		scaleGo(y, x, factor)
	}
}

func norm(x []float32) float32 {
	if simd {
		return avx2Norm(&x[0], len(x))
	}
	return normGo(x)
}
