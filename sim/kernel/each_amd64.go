package kernel

func relu(y, x []float32) {
	if simd {
		avx2Relu(&y[0], &x[0], len(x))
	} else {
		reluGo(y, x)
	}
}

func reluBack(dx, dy, y []float32) {
	if simd {
		avx2ReluBack(&dx[0], &dy[0], &y[0], len(y))
	} else {
		reluBackGo(dx, dy, y)
	}
}

func tanh(y, x []float32) {
	if simd {
		avx2Tanh(&y[0], &x[0], len(x))
	} else {
		tanhGo(y, x)
	}
}

func tanhBack(dx, dy, y []float32) {
	if simd {
		avx2TanhBack(&dx[0], &dy[0], &y[0], len(y))
	} else {
		tanhBackGo(dx, dy, y)
	}
}

func silu(y, x []float32) {
	if simd {
		avx2Silu(&y[0], &x[0], len(x))
	} else {
		siluGo(y, x)
	}
}

func siluBack(dx, dy, x []float32) {
	if simd {
		avx2SiluBack(&dx[0], &dy[0], &x[0], len(x))
	} else {
		siluBackGo(dx, dy, x)
	}
}

func softplus(y, x []float32) {
	if simd {
		avx2Softplus(&y[0], &x[0], len(x))
	} else {
		softplusGo(y, x)
	}
}

func softplusBack(dx, dy, x []float32) {
	if simd {
		avx2SoftplusBack(&dx[0], &dy[0], &x[0], len(x))
	} else {
		softplusBackGo(dx, dy, x)
	}
}

func exp(y, x []float32) {
	if simd {
		avx2Exp(&y[0], &x[0], len(x))
	} else {
		expGo(y, x)
	}
}
