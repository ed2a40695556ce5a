package exact

import "math"

const (
	ln2High = 0x1.62e42fee00000p-1 // ln 2 cut to 32 bits, so that k*ln2High is exact
	ln2Low  = 0x1.a39ef35793c76p-33
)

// Exp returns e**x with a relative error below 1e-15; 0 below -745, and +Inf
// above 709.78.
func Exp(x float64) float64 {
	switch {
	case x != x || x > 709.782712893384:
		return x + math.Inf(1)
	case x < -745.2:
		return 0
	}
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	r := (x - float64(k*ln2High)) - float64(k*ln2Low)
	// Taylor's series: |r| <= 0.347, so 14 terms are exact to 2^-57. The even and
	// the odd powers are summed side by side, which is twice as fast.
	z := r * r
	even, odd := inverseFactorial[12], inverseFactorial[13]
	for i := 10; i >= 0; i -= 2 {
		even = inverseFactorial[i] + float64(z*even)
		odd = inverseFactorial[i+1] + float64(z*odd)
	}
	return scale(even+float64(r*odd), int(k))
}

// inverseFactorial[i] is 1/i!.
var inverseFactorial = [...]float64{1, 1, 1. / 2, 1. / 6, 1. / 24, 1. / 120, 1. / 720, 1. / 5040, 1. / 40320,
	1. / 362880, 1. / 3628800, 1. / 39916800, 1. / 479001600, 1. / 6227020800}

// scale returns x·2^k for x near 1, through two factors where k alone would
// leave the range of normal numbers.
func scale(x float64, k int) float64 {
	half := k / 2
	return x * math.Float64frombits(uint64(half+1023)<<52) * math.Float64frombits(uint64(k-half+1023)<<52)
}

// Log returns the natural logarithm of x with a relative error below 1e-15:
// -Inf for 0, NaN below 0.
func Log(x float64) float64 {
	switch {
	case x != x || x < 0:
		return math.NaN()
	case x == 0 || math.IsInf(x, 1):
		return math.Inf(1) * math.Copysign(1, x-1)
	}
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, k = 2*m, k-1
	}
	return logNear(float64(k), m-1)
}

// Log1p returns log(1+x) with a relative error below 1e-15: -Inf for -1, NaN
// below. It keeps the digits of a small x, which 1+x would lose.
func Log1p(x float64) float64 {
	switch {
	case x == 0:
		return x
	case math.Sqrt2/2-1 < x && x < math.Sqrt2-1:
		return logNear(0, x)
	}
	return Log(1 + x)
}

// LogSumExp returns log(Σ e**x[i]), adding in index order: -Inf for no numbers. It
// subtracts the greatest first, so that nothing overflows. Beside the
// rounding of the result the error is below 4e-15, for 1000 numbers.
func LogSumExp(x []float64) float64 {
	best := math.Inf(-1)
	for _, v := range x {
		best = max(best, v)
	}
	if math.IsInf(best, 0) || best != best {
		return best
	}
	sum := 0.0
	for _, v := range x {
		sum += Exp(v - best)
	}
	return best + Log(sum)
}

// logNear returns n·ln 2 + log(1+f), for f from √½-1 to √2-1.
func logNear(n, f float64) float64 {
	// log(1+f) = 2 artanh s, with |s| <= 0.1716.
	s := f / (2 + f)
	z := s * s
	p := 0.0
	for i := 23; i >= 3; i -= 2 {
		p = float64(p*z) + 2/float64(i)
	}
	// 2s = f - s·f, which keeps the low bits of f.
	tail := float64(s * (f - float64(z*p)))
	return float64(n*ln2High) + (f - (tail - float64(n*ln2Low)))
}
