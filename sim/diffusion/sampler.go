package diffusion

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
)

// The step kernels. The last two are stochastic.
const (
	rk4       = "rk4"
	twoM      = "2m"
	heun      = "heun"
	ddim      = "ddim"
	euler     = "euler"
	ancestral = "ancestral"
	em        = "em"
)

var kernels = [...]string{rk4, twoM, heun, ddim, euler, ancestral, em}

// A sampler moves particles down the levels of a schedule, one particle and one
// level a call. It owns scratch memory: calls must not overlap.
type sampler struct {
	kernel string
	pull   *pull
	plan   schedule
	rng    *rand.Rand // noise of the stochastic kernels, else not used

	old              []float64 // P×d, M at the level before: for 2m
	v, w, k3, k4, at []float64 // d
}

// newSampler returns a sampler for particles many particles. A single training
// point is flown exactly by every deterministic kernel but euler.
func newSampler(kernel string, p *pull, plan schedule, particles int, rng *rand.Rand) *sampler {
	d := p.mix.d
	if kernel == rk4 && p.mix.n() == 1 && p.tau == 0 {
		kernel = ddim
	}
	s := &sampler{kernel: kernel, pull: p, plan: plan, rng: rng}
	if kernel == twoM {
		s.old = make([]float64, particles*d)
	}
	s.v, s.w, s.k3, s.k4, s.at = make([]float64, d), make([]float64, d), make([]float64, d), make([]float64, d), make([]float64, d)
	return s
}

// evaluations returns how many mixtures one step evaluates.
func (s *sampler) evaluations() int {
	switch s.kernel {
	case rk4:
		return 4 * s.pull.cost()
	case heun:
		return 2 * s.pull.cost()
	}
	return s.pull.cost()
}

// kernelWidth returns how much wider than the exact flow a kernel leaves the
// samples, in steps of h of log time: about as measured on the paper's points with
// 8 to 160 steps down to σ = 0.01.
func kernelWidth(kernel string, h float64) float64 {
	switch kernel {
	case euler:
		return 1 - 0.8*h
	case ddim:
		return 1 + 0.8*h
	case em:
		return 1 + 0.6*h
	case twoM, heun:
		return 1 + 0.2*h*h
	}
	return 1 + 0.2*h*h*h*h
}

// isStochastic reports whether the kernel adds noise on the way.
func isStochastic(kernel string) bool { return kernel == ancestral || kernel == em }

// step moves particle i, at x on level k, to level k+1 and writes it to next.
// Both hold d numbers and may be the same. Levels must come in order; in the
// stochastic kernels particles must too, for equal noise.
func (s *sampler) step(next, x []float64, i, k int) {
	a, _ := s.pull.at(s.v, x, s.plan.sigma[k])
	s.advance(next, x, a, i, k)
}

// advance is step for a caller that has already put V at x into s.v and knows
// the damping a there.
func (s *sampler) advance(next, x []float64, a float64, i, k int) {
	h := s.plan.h[k]
	switch s.kernel {
	case rk4:
		s.rk4(next, x, a, k)
	case twoM:
		s.twoM(next, x, a, i, k)
	case heun:
		s.heun(next, x, a, k)
	case ddim: // exact if M stands still
		move(next, x, fall(a*h), s.v)
	case euler:
		move(next, x, a*h, s.v)
	case ancestral:
		s.ancestral(next, x, a, k)
	case em:
		s.em(next, x, a, k)
	default:
		panic("diffusion: no kernel " + s.kernel)
	}
}

// move writes x + t·v to next.
func move(next, x []float64, t float64, v []float64) {
	for i := range x {
		next[i] = x[i] + float64(t*v[i])
	}
}

// slope writes F = a·V at y to f.
func (s *sampler) slope(f, y []float64, sigma float64) {
	a, _ := s.pull.at(f, y, sigma)
	if a < 1 {
		for i := range f {
			f[i] *= a
		}
	}
}

// rk4 is the classic method in ln v.
func (s *sampler) rk4(next, x []float64, a float64, k int) {
	h := s.plan.h[k]
	for i := range s.v {
		s.v[i] *= a
	}
	move(s.at, x, h/2, s.v)
	s.slope(s.w, s.at, s.plan.mid[k])
	move(s.at, x, h/2, s.w)
	s.slope(s.k3, s.at, s.plan.mid[k])
	move(s.at, x, h, s.k3)
	s.slope(s.k4, s.at, s.plan.sigma[k+1])
	for i := range x {
		next[i] = x[i] + float64(h/6*((s.v[i]+s.k4[i])+2*(s.w[i]+s.k3[i])))
	}
}

// twoM is the exponential multistep method of second order: M on a line through
// its last two values.
func (s *sampler) twoM(next, x []float64, a float64, i, k int) {
	h := s.plan.h[k]
	old := s.old[i*len(x) : (i+1)*len(x)]
	ratio := 0.0
	if k > 0 && s.plan.h[k-1] > 0 {
		ratio = h / s.plan.h[k-1]
	}
	f, g := fall(a*h), bend(a*h)*ratio
	for j := range x {
		m := x[j] + s.v[j]
		next[j] = x[j] + float64(f*s.v[j]) + float64(g*(m-old[j]))
		old[j] = m
	}
}

// heun is the exponential method of Heun; damped, with a and M averaged over
// both ends.
func (s *sampler) heun(next, x []float64, a float64, k int) {
	h := s.plan.h[k]
	f := fall(a * h)
	move(s.at, x, f, s.v)
	b, _ := s.pull.at(s.w, s.at, s.plan.sigma[k+1])
	g := bend(h)
	if a < 1 || b < 1 {
		f, g = fall((a+b)/2*h), fall((a+b)/2*h)/2
	}
	for i := range x {
		// M'-M, from V' at the predictor and V at x.
		change := (s.w[i] - s.v[i]) + (s.at[i] - x[i])
		next[i] = x[i] + float64(f*s.v[i]) + float64(g*change)
	}
}

// ancestral draws from the reverse process as if the regularized denoiser stood
// still during the step.
func (s *sampler) ancestral(next, x []float64, a float64, k int) {
	a *= s.plan.tikhonov(k)
	to := s.plan.sigma[k+1]
	q := to / s.plan.sigma[k]
	rest := 1 - float64(q*q)
	s.scatter(next, x, a*rest, to*math.Sqrt(rest))
}

// em is the Euler-Maruyama method in σ².
func (s *sampler) em(next, x []float64, a float64, k int) {
	a *= s.plan.tikhonov(k)
	from, to := s.plan.sigma[k], s.plan.sigma[k+1]
	dv := (from - to) * (from + to)
	s.scatter(next, x, a*dv/(from*from), math.Sqrt(dv))
}

// scatter writes x + t·v + noise·z to next.
func (s *sampler) scatter(next, x []float64, t, noise float64) {
	for i := range x {
		next[i] = x[i] + float64(t*s.v[i]) + float64(noise*exact.Normal(s.rng))
	}
}

// fall returns 1-e^-h, for h >= 0.
func fall(h float64) float64 {
	if h < 0.02 {
		return h * series(h, 2)
	}
	return 1 - exact.Exp(-h)
}

// bend returns (h-1+e^-h)/h, for h >= 0.
func bend(h float64) float64 {
	if h < 0.02 {
		return h / 2 * series(h, 3)
	}
	return 1 - fall(h)/h
}

// series returns 1 - h/k·(1 - h/(k+1)·(1 - ...)) up to h/6.
func series(h, k float64) float64 {
	sum := 1.0
	for i := 6.0; i >= k; i-- {
		sum = 1 - float64(h/i*sum)
	}
	return sum
}
