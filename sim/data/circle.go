package data

import "math"

// Ring returns n points, n×2, at equal angles on a circle around the origin.
func Ring(n int, radius float64) []float64 {
	x := make([]float64, 0, 2*n)
	for i := range n {
		cos, sin := turn(i, n)
		x = append(x, radius*cos, radius*sin)
	}
	return x
}

// turn returns the cosine and the sine of 2π·i/n, with the symmetry of the
// circle. 0 <= i < n.
func turn(i, n int) (cos, sin float64) {
	eighth := 8 * i / n
	quarters := (eighth + 1) / 2
	return circle(2*math.Pi*(float64(4*i-quarters*n)/float64(4*n)), quarters)
}

// rotation returns the cosine and the sine of an angle in radians, within some
// turns of 0.
func rotation(angle float64) (cos, sin float64) {
	quarters := math.Round(angle / (math.Pi / 2))
	return circle(angle-float64(quarters*(math.Pi/2)), int(quarters)&3)
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
