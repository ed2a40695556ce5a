package kernel

// ReLU sets y = max(x, 0). y may be x. Equal lengths.
func ReLU(y, x []float32) {
	check(len(y) == len(x), "ReLU: y and x differ in length")
	if len(y) > 0 {
		relu(y, x)
	}
}

// ReLUBack sets dx = dy where y, the result of ReLU, is not 0, and else 0. dx may
// be dy or y. Equal lengths.
func ReLUBack(dx, dy, y []float32) {
	check(len(dx) == len(dy) && len(dx) == len(y), "ReLUBack: dx, dy and y differ in length")
	if len(y) > 0 {
		reluBack(dx, dy, y)
	}
}

// Tanh sets y = tanh x with a relative error below 2e-7. y may be x. Equal
// lengths.
func Tanh(y, x []float32) {
	check(len(y) == len(x), "Tanh: y and x differ in length")
	if len(y) > 0 {
		tanh(y, x)
	}
}

// TanhBack sets dx = dy·(1-y²), where y is the result of Tanh. dx may be dy or
// y. Equal lengths.
func TanhBack(dx, dy, y []float32) {
	check(len(dx) == len(dy) && len(dx) == len(y), "TanhBack: dx, dy and y differ in length")
	if len(y) > 0 {
		tanhBack(dx, dy, y)
	}
}

// SiLU sets y = x/(1+e^-x). y may be x. Equal lengths.
func SiLU(y, x []float32) {
	check(len(y) == len(x), "SiLU: y and x differ in length")
	if len(y) > 0 {
		silu(y, x)
	}
}

// SiLUBack sets dx = dy·s·(1+x·(1-s)) with s = 1/(1+e^-x), where x is what SiLU
// got. dx may be dy or x. Equal lengths.
func SiLUBack(dx, dy, x []float32) {
	check(len(dx) == len(dy) && len(dx) == len(x), "SiLUBack: dx, dy and x differ in length")
	if len(x) > 0 {
		siluBack(dx, dy, x)
	}
}

// Softplus sets y = ln(1+e^x). y may be x. Equal lengths.
func Softplus(y, x []float32) {
	check(len(y) == len(x), "Softplus: y and x differ in length")
	if len(y) > 0 {
		softplus(y, x)
	}
}

// SoftplusBack sets dx = dy/(1+e^-x), where x is what Softplus got. dx may be dy
// or x. Equal lengths.
func SoftplusBack(dx, dy, x []float32) {
	check(len(dx) == len(dy) && len(dx) == len(x), "SoftplusBack: dx, dy and x differ in length")
	if len(x) > 0 {
		softplusBack(dx, dy, x)
	}
}

// Exp sets y = e^x with a relative error below 1e-7 for x from -87.3 to 88.3. It
// is constant beyond them, so that it is never 0, denormal or infinite. y may be
// x. Equal lengths.
func Exp(y, x []float32) {
	check(len(y) == len(x), "Exp: y and x differ in length")
	if len(y) > 0 {
		exp(y, x)
	}
}
