package exact

import "math"

// reduce returns k and e**r - 1, where x = k·ln 2 + r and |r| <= 0.347.
func reduce(x float64) (k int, rest float64) {
	whole := math.Floor(float64(x*math.Log2E) + 0.5)
	r := (x - float64(whole*ln2High)) - float64(whole*ln2Low)
	for i := 14.0; i >= 1; i-- {
		rest = float64(r / i * (1 + rest)) // Taylor's series
	}
	return int(whole), rest
}

// power returns e**x, 0 below -708, with a relative error below 1e-15. x is at
// most 709. Exp may differ from it in the last bit, and networks have been
// trained with this one.
func power(x float64) float64 {
	if x < -708 {
		return 0
	}
	k, rest := reduce(x)
	return math.Ldexp(1+rest, k)
}

// Expm1 returns e**x - 1 with a relative error below 2e-15. x is at least -708
// and at most 709.
func Expm1(x float64) float64 {
	k, rest := reduce(x)
	whole := math.Ldexp(1, k)
	return float64(whole*rest) + (whole - 1)
}

// log1 returns log(1+y) for 0 <= y <= 1.
func log1(y float64) float64 {
	s := y / (2 + y)
	z := float64(s * s)
	sum := 0.0 // 2 artanh s = 2s(1 + z/3 + z²/5 + ...), z <= 1/9
	for i := 35.0; i >= 3; i -= 2 {
		sum = float64(z * (1/i + sum))
	}
	return 2 * (s + float64(s*sum))
}

// Sigmoid returns 1/(1+e**-x) with a relative error below 2e-15, for |x| up to
// 709.
func Sigmoid(x float64) float64 {
	e := power(-math.Abs(x))
	if x < 0 {
		return e / (1 + e)
	}
	return 1 / (1 + e)
}

// Softplus returns log(1+e**x) with a relative error below 2e-15, for |x| up to
// 709.
func Softplus(x float64) float64 { return max(x, 0) + log1(power(-math.Abs(x))) }

// Tanh returns the hyperbolic tangent of x with a relative error below 2e-15.
func Tanh(x float64) float64 {
	e := Expm1(2 * min(math.Abs(x), 20)) // 1 to the last bit from 20 on
	return math.Copysign(e/(e+2), x)
}
