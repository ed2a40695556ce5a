package density

import (
	"math/rand/v2"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/kernel"
	"example.org/rote/sim/nn"
)

// A shape is the network of a variational autoencoder: an encoder, whose outputs are
// the mean and the log-variance of each latent coordinate, and a decoder behind it in the
// same parameter vector. Behind both, in the plane, is the log-variance of the points.
type shape struct {
	enc, dec nn.Net
	d        int // of a point
	latent   int
	gaussian bool // points are real, and not 0 or 1
}

// Bounds of log-variances.
const (
	leastSpread, mostSpread = -12, 6 // of the encoder
	leastNoise              = -7     // of the points
	firstNoise              = -1
)

func newShape(l *Lab, d int) shape {
	latent := l.latentCount()
	s := shape{d: d, latent: latent, gaussian: d == 2}
	s.enc = nn.Chain(0, nn.Layer{In: d, Out: l.width, Act: nn.Tanh}, nn.Layer{In: l.width, Out: 2 * latent})
	s.dec = nn.Chain(s.enc.End(), nn.Layer{In: latent, Out: l.width, Act: nn.Tanh}, nn.Layer{In: l.width, Out: d})
	return s
}

// size returns the number of parameters.
func (s *shape) size() int {
	if s.gaussian {
		return s.dec.End() + 1
	}
	return s.dec.End()
}

// flops returns the work of one point forward.
func (s *shape) flops() int { return s.enc.Flops() + s.dec.Flops() }

// noise returns the log-variance of the points.
func (s *shape) noise(w []float32) float32 { return max(w[s.dec.End()], leastNoise) }

// init draws the parameters.
func (s *shape) init(w []float32, rng *rand.Rand) {
	normal := func() float64 { return exact.Normal(rng) }
	s.enc.Init(w, nn.FanIn, normal)
	s.dec.Init(w, nn.FanIn, normal)
	head := s.enc.Layers[1].Weights(w)
	for i := range head {
		if i%(2*s.latent) >= s.latent { // of the log-variances
			head[i] *= 0.1
		}
	}
	if s.gaussian {
		w[s.dec.End()] = firstNoise
	}
}

// A coder runs rows of points through encoder and decoder.
type coder struct {
	shape
	enc, dec *nn.Pass
	mean     []float32 // rows×latent, of the encoder
	spread   []float32 // rows×latent, the log-variances in their bounds
	half     []float32 // rows×latent, the standard deviations
	eps, z   []float32 // rows×latent
	dz       []float32
	like     []float32 // rows
	slopes   []float32 // rows×d, by the log-variance of the points
	noises   []float32 // d times the log-variance of the points
}

func newCoder(s shape, rows int) *coder {
	c := &coder{shape: s, enc: nn.NewPass(s.enc, rows), dec: nn.NewPass(s.dec, rows), like: make([]float32, rows)}
	for _, p := range []*[]float32{&c.mean, &c.spread, &c.half, &c.eps, &c.z, &c.dz} {
		*p = make([]float32, rows*s.latent)
	}
	c.slopes, c.noises = make([]float32, rows*s.d), make([]float32, s.d)
	return c
}

// encode sets mean, spread and half for the rows of x.
func (c *coder) encode(w, x []float32) {
	code := c.enc.Forward(w, x)
	k := c.latent
	rows := len(x) / c.d
	for i := range rows {
		row := code[2*i*k : 2*(i+1)*k]
		copy(c.mean[i*k:(i+1)*k], row[:k])
		for j, s := range row[k:] {
			c.spread[i*k+j] = min(max(s, leastSpread), mostSpread)
		}
	}
	kernel.Scale(c.half[:rows*k], c.spread[:rows*k], 0.5)
	kernel.Exp(c.half[:rows*k], c.half[:rows*k])
}

// likelihood sets like to the log-likelihood of the rows of x, given the decoder's
// outputs a. step is the distance of two rows of x, or 0 where all are one. With dout it
// writes the gradient of scale times their sum by a.
func (c *coder) likelihood(w, dout, a, x []float32, step int, scale float32) []float32 {
	rows := len(a) / c.d
	like := c.like[:rows]
	if !c.gaussian {
		kernel.Bernoulli(like, dout, a, x, rows, c.d, step, scale)
		return like
	}
	noise := c.noise(w)
	for j := range c.noises {
		c.noises[j] = noise
	}
	slopes := c.slopes[:rows*c.d]
	if dout == nil {
		slopes = nil
	}
	kernel.Gaussian(like, dout, slopes, x, a, c.noises, rows, c.d, c.d, 0, step, scale)
	return like
}
