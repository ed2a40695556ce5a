package diffusion

import (
	"math"

	"example.org/rote/sim/exact"
)

// startNoise returns σ at t = 1 of the noise process: of VE, σ² = (10²-1)/(2 ln 10);
// of VP, σ²/α² = e^A - 1 with A = ∫ 0.001+2.999t dt.
func startNoise(process string) float64 {
	if process == "VP" {
		return math.Sqrt(exact.Exp(0.001+2.999/2) - 1)
	}
	return math.Sqrt(99 / (2 * math.Ln10))
}

// A schedule is a falling grid of K+1 noise levels, uniform in ln σ, and the
// time of the flow between them.
//
// With Tikhonov's c the time is ln v, where v² = σ²+c for VE and
// v^(2(1+c)) = (1+c)σ²+c for VP; without, v = σ. Both are v = u^(1/2g) with
// u = gσ²+c.
type schedule struct {
	sigma []float64 // K+1
	mid   []float64 // K: σ half-way in ln v
	h     []float64 // K: ln(v_k/v_{k+1}) >= 0
	c, g  float64
}

// newSchedule returns the schedule of K steps from one noise down to another,
// both above 0, under Tikhonov's c of the given process.
func newSchedule(from, to float64, steps int, c float64, process string) schedule {
	s := schedule{sigma: logGrid(from, to, steps), mid: make([]float64, steps), h: make([]float64, steps), c: c, g: 1}
	if process == "VP" {
		s.g = 1 + c
	}
	for k := range s.h {
		s.h[k] = exact.Log(s.u(k)/s.u(k+1)) / (2 * s.g)
		s.mid[k] = s.middle(k)
	}
	return s
}

// steps returns K.
func (s schedule) steps() int { return len(s.h) }

// u returns gσ²+c at level k.
func (s schedule) u(k int) float64 { return float64(s.g*s.sigma[k]*s.sigma[k]) + s.c }

// middle solves u(σ) = √(u_k u_{k+1}) for σ, without the cancellation of u-c.
func (s schedule) middle(k int) float64 {
	a, b := float64(s.g*s.sigma[k]*s.sigma[k]), float64(s.g*s.sigma[k+1]*s.sigma[k+1])
	root := math.Sqrt(s.u(k) * s.u(k+1))
	return math.Sqrt((float64(a*b) + float64(s.c*(a+b))) / ((root + s.c) * s.g))
}

// v returns e^time at level k: what σ is replaced by under Tikhonov's c.
func (s schedule) v(k int) float64 {
	if s.c == 0 {
		return s.sigma[k]
	}
	return exact.Exp(exact.Log(s.u(k)) / (2 * s.g))
}

// final returns v at the last level.
func (s schedule) final() float64 { return s.v(s.steps()) }

// left returns what the flow leaves at level k of a start with the noise σ₀
// around a lone point: σ₀v/v₀. Without c that is σ; with it, VE ends near √c as long
// as c is small, and VP elsewhere.
func (s schedule) left(k int) float64 {
	if s.c == 0 {
		return s.sigma[k]
	}
	return s.sigma[0] * s.v(k) / s.v(0)
}

// tikhonov returns what c leaves of the score at level k: σ²/u, 1 without c.
func (s schedule) tikhonov(k int) float64 {
	if s.c == 0 {
		return 1
	}
	return s.sigma[k] * s.sigma[k] / s.u(k)
}

// logGrid returns steps+1 numbers from one end to the other, uniform in the
// logarithm. Both ends are exact.
func logGrid(from, to float64, steps int) []float64 {
	grid := make([]float64, steps+1)
	low, span := exact.Log(from), exact.Log(to)-exact.Log(from)
	for k := range grid {
		grid[k] = exact.Exp(low + float64(span*float64(k))/float64(steps))
	}
	grid[0], grid[steps] = from, to
	return grid
}
