package diffusion

import (
	"math"

	"example.org/rote/sim/exact"
)

// The laws of this file are those of section "collapse" and "speciation" of the
// lesson: random training points with standard deviation 1 in d dimensions, and
// two clusters at ±μ with standard deviation 1 inside.

// collapseSigma returns σ_C, the noise at which n random points in d dimensions
// hold as much probability apart as their common cloud holds together:
// n(1+1/σ²)^(-d/2) = 1. It is +Inf for one point.
func collapseSigma(n, d int) float64 {
	return 1 / math.Sqrt(exact.Exp(2*exact.Log(float64(n))/float64(d))-1)
}

// selfWeightLaw returns the mean weight at noise σ of the point that a noised
// sample comes from. The others' weights are replaced by their mean over the
// cloud; the own one fluctuates with |z|².
func selfWeightLaw(n, d int, sigma float64) float64 {
	if n == 1 {
		return 1
	}
	variance := float64(sigma*sigma) + 1
	drift := float64(float64(d)/2*exact.Log(variance/(sigma*sigma))) - exact.Log(float64(n-1))
	spread := math.Sqrt(float64(d) / variance)
	return normalMean(func(u float64) float64 { return sigmoid(drift + float64(u*spread)) })
}

// speciationSigma returns σ_S, the noise at which the posterior splits between
// clusters at ±mu, mu > 1.
func speciationSigma(mu float64) float64 { return math.Sqrt(float64(mu*mu) - 1) }

// agreementLaw returns φ, the probability that two clones of a sample at noise σ
// end in the same cluster.
func agreementLaw(mu, sigma float64) float64 {
	variance := float64(sigma*sigma) + 1
	return normalMean(func(z float64) float64 {
		x := mu + float64(math.Sqrt(variance)*z)
		p := sigmoid(2 * mu * x / variance)
		return float64(p*p) + float64((1-p)*(1-p))
	})
}

func sigmoid(x float64) float64 { return 1 / (1 + exact.Exp(-x)) }

// normalMean returns E f(u) for standard normal u, by the trapezoid rule. The
// functions above have no pole nearer to the real line than π/8, which leaves an
// error below 1e-10; Gauss-Hermite nodes are no better there.
func normalMean(f func(u float64) float64) float64 {
	const step, reach = 0.1, 85
	sum, mass := 0.0, 0.0
	for i := -reach; i <= reach; i++ {
		u := step * float64(i)
		weight := exact.Exp(-u * u / 2)
		mass += weight
		sum += float64(weight * f(u))
	}
	return sum / mass
}

// geometric returns the value a share f of the way from a to b, in logarithms.
func geometric(a, b, f float64) float64 { return a * exact.Exp(f*exact.Log(b/a)) }
