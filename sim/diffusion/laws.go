package diffusion

import (
	"math"

	"example.org/rote/sim/exact"
)

// chiSquareBelow returns P(χ²_d < q), by the series of the incomplete gamma
// function.
func chiSquareBelow(q float64, d int) float64 {
	a, z := float64(d)/2, q/2
	switch {
	case z <= 0:
		return 0
	case z > a+40+float64(12*math.Sqrt(a)): // what is left is below 1e-12
		return 1
	}
	term := exact.Exp(float64(a*exact.Log(z))-z) / gammaHalf(d+2)
	sum := term
	for n := 1.0; term > 1e-17*sum; n++ {
		term = float64(term * (z / (a + n)))
		sum += term
	}
	return min(1, sum)
}

// gammaHalf returns Γ(k/2), for k >= 1.
func gammaHalf(k int) float64 {
	g := 1.0
	if k%2 == 1 {
		g = math.Sqrt(math.Pi)
	}
	for ; k > 2; k -= 2 {
		g *= float64(k)/2 - 1
	}
	return g
}

// meanRadius returns the mean of χ_d.
func meanRadius(d int) float64 { return math.Sqrt2 * gammaHalf(d+1) / gammaHalf(d) }

// copiedLaw returns the share of samples of the flow within tol of an isolated
// training point, which the flow approaches as a kernel density estimate of
// bandwidth v: v² = c+σ² for VE. With damping τ < 1 a sample is captured if it
// is within σ√(2 ln(1/τ)).
func copiedLaw(tol, v, tau float64, d int) float64 {
	q := tol * tol / (v * v)
	if tau > 0 {
		q = min(q, -2*exact.Log(tau))
	}
	return chiSquareBelow(q, d)
}

// gapLaw returns the share κ^d of fresh samples whose nearest training point is
// nearer than κ times the second, where the training points are dense.
func gapLaw(kappa float64, d int) float64 {
	law := 1.0
	for range d {
		law *= kappa
	}
	return law
}
