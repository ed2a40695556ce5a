package exact

import "math"

// Turn returns the cosine and the sine of 2π·i/n, with the symmetry of the
// circle. 0 <= i < n.
func Turn(i, n int) (cos, sin float64) {
	eighth := 8 * i / n
	quarters := (eighth + 1) / 2
	return circle(2*math.Pi*(float64(4*i-quarters*n)/float64(4*n)), quarters)
}

// π/2 in two parts, the first cut to 33 bits.
const (
	quarterHigh = 0x1.921fb5440p+0
	quarterLow  = 0x1.0b4611a626331p-34
)

// SinCos returns the sine and the cosine of x with an absolute error below 1e-12
// for |x| up to 1e5, and the same bits everywhere. An x beyond counts as that.
func SinCos(x float64) (sin, cos float64) {
	x = max(-1e5, min(1e5, x))
	quarters := math.Floor(float64(x*(2/math.Pi)) + 0.5)
	cos, sin = circle((x-float64(quarters*quarterHigh))-float64(quarters*quarterLow), int(quarters)&3)
	return sin, cos
}

// circle returns the cosine and the sine of t plus some quarter turns, for
// |t| <= π/4, by Taylor's series.
func circle(t float64, quarters int) (cos, sin float64) {
	z := float64(t * t)
	cos, sin = 1, 1
	for i := 18.0; i >= 2; i -= 2 {
		cos = 1 - float64(z*cos)/(i*(i-1))
		sin = 1 - float64(z*sin)/(i*(i+1))
	}
	sin *= t
	for range quarters {
		cos, sin = -sin, cos
	}
	return cos, sin
}
