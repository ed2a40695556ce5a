package diffusion

import (
	"math/rand/v2"

	"example.org/rote/sim/exact"
)

// A pull is the right-hand side F = a(M-x) of the flow in log noise,
// dx/d(-ln v) = F: the exact denoiser with the regularizers that change it.
// Tikhonov's c changes the time ln v instead, see [schedule].
//
// A pull owns scratch memory: calls of one pull must not overlap.
type pull struct {
	mix    *mixture
	tau    float64   // damping: a = min(1, S/τ); 0 is off
	offset []float64 // k×d: M is averaged over x+offset; nil is off

	y, v []float64 // d
}

// newPull returns the pull of mix, damped by τ. τ = 0 is off.
func newPull(mix *mixture, tau float64) *pull {
	return &pull{mix: mix, tau: tau, y: make([]float64, mix.d), v: make([]float64, mix.d)}
}

// smoothings is how many offsets the smoothed barycentre averages over.
const smoothings = 8

// smooth makes M the average of M(x+radius·η_j) over 8 fixed normal η_j from
// rng. A radius of 0 is off, but draws all the same: what follows in rng does
// not depend on the radius.
func (p *pull) smooth(radius float64, rng *rand.Rand) {
	offset := make([]float64, smoothings*p.mix.d)
	for i := range offset {
		offset[i] = radius * exact.Normal(rng)
	}
	if radius > 0 {
		p.offset = offset
	}
}

// at writes V = M(x)-x to v and returns the damping a and log S, both at x. The
// weights of the mixture are those at x too, unless the pull is smoothed.
func (p *pull) at(v, x []float64, sigma float64) (a, logS float64) {
	if p.offset != nil {
		p.average(v, x, sigma)
		if p.tau == 0 {
			return 1, 0
		}
		logS = p.mix.at(p.v, x, sigma)
	} else {
		logS = p.mix.at(v, x, sigma)
	}
	return p.damping(logS), logS
}

// damping returns a = min(1, S/τ).
func (p *pull) damping(logS float64) float64 {
	if p.tau == 0 {
		return 1
	}
	return min(1, exact.Exp(logS-exact.Log(p.tau)))
}

func (p *pull) average(v, x []float64, sigma float64) {
	d := p.mix.d
	clear(v)
	for j := 0; j < len(p.offset); j += d {
		for i := range x {
			p.y[i] = x[i] + p.offset[j+i]
		}
		p.mix.at(p.v, p.y, sigma)
		for i := range v {
			v[i] += p.v[i] + p.offset[j+i]
		}
	}
	for i := range v {
		v[i] /= float64(len(p.offset) / d)
	}
}

// cost returns how many mixtures one call of at evaluates.
func (p *pull) cost() int {
	if p.offset == nil {
		return 1
	}
	return smoothings + 1
}

// divergence returns a and div F at x, and writes V to v:
// div F = a(tr Cov_w/σ² - d) + [S<τ]·a|V|²/σ². It panics if the pull is
// smoothed.
func (p *pull) divergence(v, x []float64, sigma float64) (a, div float64) {
	if p.offset != nil {
		panic("diffusion: no divergence of a smoothed pull")
	}
	a, _ = p.at(v, x, sigma)
	square := sigma * sigma
	div = float64(a * (p.mix.trace(v, x)/square - float64(p.mix.d)))
	if a < 1 {
		div += float64(a*dot(v, v)) / square
	}
	return a, div
}

func dot(x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += float64(x[i] * y[i])
	}
	return sum
}
