package kernel

import "math"

// SGD takes a step of gradient descent with momentum: v = momentum·v + g, then
// w -= rate·v. v may be nil if momentum is 0. Equal lengths.
func SGD(w, g, v []float32, rate, momentum float32) {
	check(len(w) == len(g), "SGD: w and g differ in length")
	check(v == nil && momentum == 0 || len(v) == len(w), "SGD: w and v differ in length")
	if len(w) > 0 {
		sgd(w, g, v, rate, momentum)
	}
}

// Adam takes step number step, which counts from 1, of Algorithm 1 of Kingma and
// Ba, Adam: A Method for Stochastic Optimization (2015): m = β₁m + (1-β₁)g,
// v = β₂v + (1-β₂)g², w -= rate·m̂/(√v̂ + ε) with m̂ = m/(1-β₁ᵗ) and
// v̂ = v/(1-β₂ᵗ). m and v start as 0. Equal lengths.
func Adam(w, g, m, v []float32, rate, beta1, beta2, eps float32, step int) {
	check(len(w) == len(g) && len(w) == len(m) && len(w) == len(v), "Adam: w, g, m and v differ in length")
	check(step > 0, "Adam: steps count from 1")
	if len(w) == 0 {
		return
	}
	adam(w, g, m, v, constantsOfAdam(rate, beta1, beta2, eps, step))
}

// adamConstants are what is equal for all weights in one step of Adam.
type adamConstants struct {
	beta1, rest1, beta2, rest2 float32
	rate                       float32 // over 1-β₁ᵗ
	root                       float32 // 1/√(1-β₂ᵗ)
	eps                        float32
}

func constantsOfAdam(rate, beta1, beta2, eps float32, step int) adamConstants {
	return adamConstants{
		beta1: beta1, rest1: 1 - beta1,
		beta2: beta2, rest2: 1 - beta2,
		rate: float32(float64(rate) / (1 - power(float64(beta1), step))),
		root: float32(1 / math.Sqrt(1-power(float64(beta2), step))),
		eps:  eps,
	}
}

// power returns x^n, by repeated squaring.
func power(x float64, n int) float64 {
	p := 1.0
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			p = float64(p * x)
		}
		x *= x
	}
	return p
}
