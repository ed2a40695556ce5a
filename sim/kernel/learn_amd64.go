package kernel

func softmaxXent(dz, z []float32, labels []int32, m, n int, scale float32) float32 {
	if simd {
		return avx2SoftmaxXent(&dz[0], &z[0], &labels[0], m, n, scale)
	}
	return softmaxXentGo(dz, z, labels, m, n, scale)
}

func mse(dz, z, t []float32, scale float32) float32 {
	if simd {
		return avx2Mse(&dz[0], &z[0], &t[0], len(z), scale)
	}
	return mseGo(dz, z, t, scale)
}

func sgd(w, g, v []float32, rate, momentum float32) {
	switch {
	case !simd:
		sgdGo(w, g, v, rate, momentum)
	case v == nil:
		avx2Sgd(&w[0], &g[0], len(w), rate)
	default:
		avx2Momentum(&w[0], &g[0], &v[0], len(w), rate, momentum)
	}
}

func adam(w, g, m, v []float32, k adamConstants) {
	if simd {
		avx2Adam(&w[0], &g[0], &m[0], &v[0], len(w), k.beta1, k.rest1, k.beta2, k.rest2, k.rate, k.root, k.eps)
	} else {
		adamGo(w, g, m, v, k)
	}
}

// backprop is the sequence of its parts: from Go, assembly is called as cheaply as
// from assembly.
func backprop(c *Chain, x, t []float32, labels []int32, m int, scale float32) float32 {
	return backpropGo(c, x, t, labels, m, scale)
}
