package kernel

import "math"

// The constants and the order of operations of this file are part of the
// specification: gen/math.go holds the same lines for four lanes.

const (
	log2e   = 0x1.715476p+0
	ln2High = 0x1.62e4p-1 // 15 bits, so that n·ln2High is exact
	ln2Low  = 0x1.7f7d1cf8p-20

	// Added to a small float32, roundShift rounds it to an integer n and leaves
	// n+127 in its last bits: shifted by 23, they are those of 2^n.
	roundShift = 3<<22 + 127

	expLow, expHigh = -87.3, 88.3
)

// expOf returns e^x, for x moved into expLow to expHigh.
func expOf(x float32) float32 {
	if x < expLow {
		x = expLow
	}
	if x > expHigh {
		x = expHigh
	}
	t := float32(x*log2e) + roundShift
	n := t - roundShift
	r := (x - float32(n*ln2High)) - float32(n*ln2Low)
	p := float32(1.0 / 720)
	p = float32(p*r) + 1.0/120
	p = float32(p*r) + 1.0/24
	p = float32(p*r) + 1.0/6
	p = float32(p*r) + 1.0/2
	p = float32(p*float32(r*r)) + r
	return (p + 1) * math.Float32frombits(math.Float32bits(t)<<23)
}

// exp2Of returns 2^y for y from -126 to 127. Unlike expOf it does not correct the
// rounding of y = x·log₂e, which is no worse than that of x.
func exp2Of(y float32) float32 {
	t := y + roundShift
	f := y - (t - roundShift)
	p := float32(0.00015403530)
	p = float32(p*f) + 0.0013333558
	p = float32(p*f) + 0.0096181291
	p = float32(p*f) + 0.055504109
	p = float32(p*f) + 0.24022651
	p = float32(p*f) + 0.69314718
	p = float32(p*f) + 1
	return p * math.Float32frombits(math.Float32bits(t)<<23)
}

// logisticOf returns 1/(1+e^-x).
func logisticOf(x float32) float32 { return 1 / (1 + expOf(-x)) }

// tanhOf returns tanh x = u/(u+2) with u = e^(2x)-1.
func tanhOf(x float32) float32 {
	return float32(math.Tanh(float64(x)))
}

// log1pOf returns ln(1+x) = 2 artanh(x/(2+x)) for x from 0 to 1.
func log1pOf(x float32) float32 {
	return float32(math.Log1p(float64(x)))
}

// logOf returns ln x for normal x.
func logOf(x float32) float32 {
	return float32(math.Log(float64(x)))
}
