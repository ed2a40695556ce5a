package kernel

import "math"

// The constants and the order of operations of this file are part of the
// specification: gen/math.go holds the same lines for four lanes. Polynomials
// are minimax fits of the relative error, summed in pairs of terms: that makes
// shorter chains of operations that wait for each other.

const (
	log2e   = 0x1.715476p+0
	ln2     = 0x1.62e43p-1
	ln2High = 0x1.62e4p-1 // 15 bits, so that n·ln2High is exact
	ln2Low  = 0x1.7f7d1cf8p-20

	// Added to a small float32, roundShift rounds it to an integer n and leaves
	// n+127 in its last bits: shifted by 23, they are those of 2^n.
	roundShift = 3<<22 + 127

	expLow, expHigh = -87.3, 88.3

	tanhHigh = 9.02 // from here on tanh rounds to 1

	rootHalf = 0x3f3504f3 // the bits of √½
	signBit  = 1 << 31
)

// expOf returns e^x, for x moved into expLow to expHigh.
func expOf(x float32) float32 {
	if x < expLow {
		x = expLow
	}
	if expHigh < x {
		x = expHigh
	}
	t := float32(x*log2e) + roundShift
	n := t - roundShift
	r := (x - float32(n*ln2High)) - float32(n*ln2Low)
	z := r * r
	p := float32(0.00138145986)
	p = float32(p*z) + (float32(r*0.00836871688) + 0.0416683880)
	p = float32(p*z) + (float32(r*0.166665206) + 0.499999934)
	p = float32(p*z) + r + 1
	return float32(p * power2(t)) // rounded, in case a caller adds to it
}

// power2 returns 2^n, n being what roundShift has left in t.
func power2(t float32) float32 { return math.Float32frombits(math.Float32bits(t) << 23) }

// exp2Of returns 2^y for y from -126 to 127.
func exp2Of(y float32) float32 {
	t := y + roundShift
	f := y - (t - roundShift)
	z := f * f
	p := float32(0.000155946851)
	p = float32(p*z) + (float32(f*0.00134066469) + 0.00961769294)
	p = float32(p*z) + (float32(f*0.0555031054) + 0.240226528)
	p = float32(p*z) + (float32(f*0.693147215) + 1)
	return float32(p * power2(t))
}

// logisticOf returns 1/(1+e^-x).
func logisticOf(x float32) float32 { return 1 / (expOf(-x) + 1) }

// tanhOf returns tanh x = u/(u+2), where u = e^(2x)-1 = 2^n·(e^r-1) + (2^n-1). An
// error of ln2 matters less the greater n is.
func tanhOf(x float32) float32 {
	a := absOf(x)
	if tanhHigh < a {
		a = tanhHigh
	}
	t := float32(a*(2*log2e)) + roundShift
	n := t - roundShift
	r := (a + a) - float32(n*ln2)
	z := r * r
	p := float32(0.00138825203)
	p = float32(p*z) + (float32(r*0.00836652057) + 0.0416671999)
	p = float32(p*z) + (float32(r*0.166665436) + 0.499999982)
	p = float32(p*z) + r
	s := power2(t)
	u := float32(p*s) + (s - 1)
	return math.Float32frombits(math.Float32bits(u/(u+2)) | math.Float32bits(x)&signBit)
}

func absOf(x float32) float32 { return math.Float32frombits(math.Float32bits(x) &^ signBit) }

// log1pOf returns ln(1+x) = 2 artanh s, where s = x/(x+2), for x from √½-1 to 1.
// The leading term 2s is written x - s·x, which is nearly exact.
func log1pOf(x float32) float32 {
	s := x / (x + 2)
	z := s * s
	p := float32(0.140122295)
	p = float32(p*z) + 0.139995705
	p = float32(p*z) + 0.200108495
	p = float32(p*z) + 0.333332066
	p = float32(p * z)
	return x - float32(s*(x-(p+p)))
}

// logOf returns ln x for normal x, as n·ln 2 + ln m with m from √½ to √2.
func logOf(x float32) float32 {
	bits := math.Float32bits(x)
	e := int32(bits-rootHalf) >> 23
	m := math.Float32frombits(bits - uint32(e)<<23)
	n := float32(e)
	return float32(n*ln2High) + (log1pOf(m-1) + float32(n*ln2Low))
}
