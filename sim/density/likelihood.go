package density

import (
	"math"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/kernel"
)

// An examiner asks models how likely points are, by importance sampling with the encoder:
//
//	log p(x) ≈ log (1/S) Σ e^w,  w = log p(x|z) - ½|z|² + ½|ε|² + ½Σs
//
// with z = μ + e^(s/2)·ε. It is too low on average, and rises to the truth with S.
type examiner struct {
	*coder
	samples int       // S
	eps     []float32 // points×S×latent: the same draws for every model and checkpoint
	bonus   []float64 // points×S: ½|ε|²
	chunk   int       // points at once
	weights []float64 // S
	terms   []float64 // S
}

// newExaminer makes an examiner of n points.
func newExaminer(l *Lab, s shape, n int, from seeds) *examiner {
	e := &examiner{samples: l.samples, chunk: max(1, sliceWork/(l.samples*s.dec.Flops()))}
	e.chunk = min(e.chunk, max(1, 512/l.samples))
	e.coder = newCoder(s, e.chunk*l.samples)
	e.weights, e.terms = make([]float64, l.samples), make([]float64, l.samples)
	rng := from.rand()
	e.eps = make([]float32, n*l.samples*s.latent)
	e.bonus = make([]float64, n*l.samples)
	for i := range e.eps {
		v := exact.Normal(rng)
		e.eps[i] = float32(v)
		e.bonus[i/s.latent] += float64(0.5 * float64(e.eps[i]) * float64(e.eps[i]))
	}
	return e
}

// sliceWork is the work of a slice, in floating-point operations of the kernel.
const sliceWork = 1_000_000

// examine sets out to the log-density of the points x under the model with parameters w,
// and spread to the standard error of each, where it is not nil. With shared all points
// have the draws of the first.
func (e *examiner) examine(out, spread []float64, w, x []float32, shared bool, did meter) bool {
	n := len(x) / e.d
	for from := 0; from < n; from += e.chunk {
		count := min(e.chunk, n-from)
		draws := from
		if shared {
			draws = 0
		}
		e.ask(out[from:from+count], rest(spread, from), w, x[from*e.d:(from+count)*e.d], draws, shared)
		if !did(count * (e.samples*e.shape.dec.Flops() + e.shape.enc.Flops())) {
			return false
		}
	}
	return true
}

func rest(list []float64, from int) []float64 {
	if list == nil {
		return nil
	}
	return list[from:]
}

// ask examines a chunk of points, whose draws begin with those of the given point.
func (e *examiner) ask(out, spread []float64, w, x []float32, draws int, shared bool) {
	e.encode(w, x)
	k, s := e.latent, e.samples
	for i := range out {
		at := draws
		if !shared {
			at += i
		}
		e.sample(i, e.eps[at*s*k:(at+1)*s*k])
	}
	a := e.dec.Forward(w, e.z[:len(out)*s*k])
	for i := range out {
		at := draws
		if !shared {
			at += i
		}
		like := e.likelihood(w, nil, a[i*s*e.d:(i+1)*s*e.d], x[i*e.d:(i+1)*e.d], 0, 0)
		e.weigh(i, like, e.bonus[at*s:(at+1)*s])
		out[i] = exact.LogSumExp(e.weights) - exact.Log(float64(s))
		if spread != nil {
			spread[i] = e.spreadOf()
		}
	}
}

// sample sets the rows of z that belong to point i of a chunk.
func (e *examiner) sample(i int, eps []float32) {
	k := e.latent
	mean, half := e.mean[i*k:(i+1)*k], e.half[i*k:(i+1)*k]
	z := e.z[i*e.samples*k : (i+1)*e.samples*k]
	for j := range z {
		z[j] = mean[j%k] + float32(half[j%k]*eps[j])
	}
}

// weigh sets the weights of the samples of point i of a chunk.
func (e *examiner) weigh(i int, like []float32, bonus []float64) {
	k := e.latent
	spread := 0.0
	for _, s := range e.spread[i*k : (i+1)*k] {
		spread += float64(0.5 * float64(s))
	}
	for s := range e.weights {
		square := 0.0
		for _, v := range e.z[(i*e.samples+s)*k : (i*e.samples+s+1)*k] {
			square += float64(float64(v) * float64(v))
		}
		e.weights[s] = float64(like[s]) - float64(0.5*square) + bonus[s] + spread
	}
}

// spreadOf returns the standard error of the estimate from the weights: √((mean e^2w /
// (mean e^w)² - 1)/S).
func (e *examiner) spreadOf() float64 {
	n := float64(len(e.weights))
	for i, w := range e.weights {
		e.terms[i] = 2 * w
	}
	ratio := exact.Exp(exact.LogSumExp(e.terms) - float64(2*exact.LogSumExp(e.weights)) + exact.Log(n))
	return math.Sqrt(max(0, ratio-1) / n)
}

// decode returns the means of points for rows of latent coordinates, at most as many as
// fit: grey values from 0 to 1, or places.
func (e *examiner) decode(w, z []float32) []float32 {
	a := e.dec.Forward(w, z)
	if !e.gaussian {
		kernel.Scale(a, a, 0.5)
		kernel.Tanh(a, a)
		for i, v := range a {
			a[i] = 0.5 + 0.5*v
		}
	}
	return a
}
