package ntk

import (
	"math"

	"example.org/rote/sim/exact"
)

// A gate is the derivative σ' of an activation: what a frozen neuron lets through
// of a point.
type gate string

// leak is what a gate of the leaky ReLU lets through when it is closed.
const leak = 0.1

// at returns σ'(z).
func (g gate) at(z float64) float64 {
	switch {
	case g == softplus:
		return 1 / (1 + exact.Exp(-z))
	case z > 0:
		return 1
	case g == leaky:
		return leak
	}
	return 0
}

// A law holds the moments of the product of the gates of two unit vectors at one
// Gaussian neuron, as functions of the cosine c of their angle.
type law struct {
	gate         gate
	mean, square []float64 // of softplus: power series in c
}

func newLaw(g gate) law {
	l := law{gate: g}
	if g == softplus {
		l.mean = hermite(g.at)
		l.square = hermite(func(z float64) float64 { return g.at(z) * g.at(z) })
	}
	return l
}

// kernel returns the mean of φ(x)·φ(x')/q, c·E[σ'σ']. For ReLU it is c·(π-θ)/2π, the
// arc-cosine kernel of order 0 times c (Cho and Saul 2009).
func (l *law) kernel(c float64) float64 { return c * l.moment(c, l.mean, leak) }

// variance returns that of c·σ'(w·x)σ'(w·x') over w: q gates are off their mean by the
// root of variance/q.
func (l *law) variance(c float64) float64 {
	mean := l.moment(c, l.mean, leak)
	return c * c * (l.moment(c, l.square, leak*leak) - float64(mean*mean))
}

// moment returns the mean of the product of two gates that are low when closed and
// 1 when open, or that of a series.
func (l *law) moment(c float64, series []float64, low float64) float64 {
	open := (math.Pi - angle(c)) / (2 * math.Pi) // both
	switch l.gate {
	case softplus:
		sum := 0.0
		for k := len(series) - 1; k >= 0; k-- {
			sum = float64(sum*c) + series[k]
		}
		return sum
	case leaky:
		return low + float64((1-low)*(1-low)*open)
	}
	return open
}

// hermiteTerms is how many powers of c a smooth gate needs: for softplus the next
// coefficient is below 1e-13.
const hermiteTerms = 48

// hermite returns the series in c of E[f(u)f(v)] for standard normal u and v whose
// covariance is c: the squares of the coefficients of f in normalized Hermite
// polynomials (Mehler's formula).
func hermite(f func(float64) float64) []float64 {
	const step, reach = 0.1, 14.0
	a := make([]float64, hermiteTerms)
	for u := -reach; u <= reach; u += step {
		weight := float64(step/math.Sqrt(2*math.Pi)) * exact.Exp(-float64(u*u)/2) * f(u)
		before, h := 0.0, 1.0
		for k := range a {
			a[k] += float64(weight * h)
			before, h = h, (float64(u*h)-float64(math.Sqrt(float64(k))*before))/math.Sqrt(float64(k+1))
		}
	}
	for k, v := range a {
		a[k] = v * v
	}
	return a
}
