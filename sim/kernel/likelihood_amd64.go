package kernel

func bernoulli(out, da, a, x []float32, m, n, ldx int, scale float32) {
	if simd {
		avx2Bernoulli(&out[0], first(da), &a[0], &x[0], m, n, ldx, scale)
	} else {
		bernoulliGo(out, da, a, x, m, n, ldx, scale)
	}
}

func gaussian(out, dmean, dlogvar, x, mean, logvar []float32, m, n, ld, ldv, ldx int, scale float32) {
	if simd {
		avx2Gaussian(&out[0], first(dmean), first(dlogvar), &x[0], &mean[0], &logvar[0], m, n, ld, ldv, ldx, scale)
	} else {
		gaussianGo(out, dmean, dlogvar, x, mean, logvar, m, n, ld, ldv, ldx, scale)
	}
}

func smoothXent(dz, z []float32, labels []int32, m, n int, scale, rest, each float32) float32 {
	if simd {
		return avx2SmoothXent(&dz[0], &z[0], &labels[0], m, n, scale, rest, each)
	}
	return smoothXentGo(dz, z, labels, m, n, scale, rest, each)
}
