package density

import (
	"math"

	"example.org/rote/sim/exact"
)

// This file has leave-one-out scores in closed form: how much likelier a point is under
// an estimate from all points than under that from the others.

// A bell is the normal distribution of the largest likelihood for points of the plane.
type bell struct {
	n          int
	mx, my     float64
	xx, xy, yy float64 // covariance, over n
}

func newBell(x []float32) bell {
	b := bell{n: len(x) / 2}
	n := float64(b.n)
	for i := range b.n {
		b.mx += float64(x[2*i]) / n
		b.my += float64(x[2*i+1]) / n
	}
	for i := range b.n {
		dx, dy := float64(x[2*i])-b.mx, float64(x[2*i+1])-b.my
		b.xx, b.xy, b.yy = b.xx+float64(dx*dx)/n, b.xy+float64(dx*dy)/n, b.yy+float64(dy*dy)/n
	}
	return b
}

func (b *bell) det() float64 { return float64(b.xx*b.yy) - float64(b.xy*b.xy) }

// isFlat reports whether the points lie on a line, so that there is no density.
func (b *bell) isFlat() bool { return !(b.det() > 1e-12*max(b.xx, b.yy)*max(b.xx, b.yy)) }

// squared returns the squared Mahalanobis distance of a place.
func (b *bell) squared(x, y float64) float64 {
	dx, dy := x-b.mx, y-b.my
	return (float64(b.yy*float64(dx*dx)) - 2*float64(b.xy*float64(dx*dy)) + float64(b.xx*float64(dy*dy))) / b.det()
}

// logDensity returns the log-density at a place.
func (b *bell) logDensity(x, y float64) float64 {
	return -0.5 * (b.squared(x, y) + exact.Log(b.det()) + 2*logTau)
}

const logTau = 1.8378770664093453 // ln 2π

// bellScore is the score of one of n points in p dimensions under the normal distribution
// of the largest likelihood, where h is its squared Mahalanobis distance. It is NaN unless h
// is below n-1: without the point there is no such distribution.
func bellScore(n, p int, h float64) float64 {
	m := float64(n - 1)
	if !(h < m) {
		return math.NaN()
	}
	return 0.5 * (float64(float64(n)*h)/(m-h) - h + float64(float64(p)*exact.Log(float64(n)/m)) + exact.Log1p(-h/m))
}

// centreScore is the score of one of n points at a squared distance from their mean, where
// the variance is known and only the mean is fitted.
func centreScore(n int, squared, variance float64) float64 {
	ratio := float64(n) / float64(n-1)
	return (float64(ratio*ratio) - 1) * squared / (2 * variance)
}

// kernelOthers returns ℓ = log Σ e^(-d²/2s²) over the points but one, at place (x, y). A
// skip of -1 leaves none out. terms is scratch for as many numbers as there are points.
func kernelOthers(points []float32, x, y, s float64, skip int, terms []float64) float64 {
	terms = terms[:0]
	for j := range len(points) / 2 {
		if j != skip {
			dx, dy := float64(points[2*j])-x, float64(points[2*j+1])-y
			terms = append(terms, -(float64(dx*dx)+float64(dy*dy))/float64(2*float64(s*s)))
		}
	}
	return exact.LogSumExp(terms)
}

// kernelScore is the score of one of n points under a kernel estimate, where others is ℓ,
// made without it: log((n-1)/n) + log(1 + e^-ℓ).
func kernelScore(n int, others float64) float64 {
	return exact.Log(float64(n-1)/float64(n)) + softplus(-others)
}

// softplus is log(1+e^x), for any x.
func softplus(x float64) float64 {
	if math.Abs(x) > 700 {
		return max(x, 0)
	}
	return exact.Softplus(x)
}
