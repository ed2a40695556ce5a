package diffusion

import (
	"math"

	"example.org/rote/sim/exact"
)

// A mixture is the noised training set: n points in R^d, each blurred by
// N(0,σ²I). Its denoiser M(x) = Σ w_n x_n, with w = softmax(l) and
// l_n = -|x-x_n|²/(2σ²) - cost_n, is the exact minimizer of the denoising loss.
//
// A mixture owns scratch memory: calls of one mixture must not overlap.
type mixture struct {
	d    int
	x    []float64 // n×d, row i is training point i
	cost []float64 // n, or nil for equal prior weights

	e     []float64 // n, e_n = exp(l_n - l_near) of the last call of at
	total float64   // Σ e_n
	gap   []float64 // n, 2σ²·(-l_n)
}

// newMixture returns the mixture over the rows of x, which it keeps. It panics
// unless len(x) is a positive multiple of d.
func newMixture(d int, x []float64) *mixture {
	if d < 1 || len(x) == 0 || len(x)%d != 0 {
		panic("diffusion: a mixture wants n×d numbers")
	}
	n := len(x) / d
	return &mixture{d: d, x: x, e: make([]float64, n), gap: make([]float64, n)}
}

// n returns how many training points there are.
func (m *mixture) n() int { return len(m.e) }

// point returns training point i.
func (m *mixture) point(i int) []float64 { return m.x[i*m.d : (i+1)*m.d] }

// weight returns w_n of the last call of at.
func (m *mixture) weight(n int) float64 { return m.e[n] / m.total }

// at writes V = M(x)-x to v and returns log S = log Σ exp(l_n): there is no 1/N
// and no (2πσ²)^(-d/2) in S. v and x hold d numbers and do not overlap; σ > 0.
//
// V is summed, not M: near a training point it is small and exact.
func (m *mixture) at(v, x []float64, sigma float64) (logS float64) {
	near := m.distances(x, 2*sigma*sigma)
	if m.d == 2 && m.cost == nil && sigma > wide {
		return m.attract2(v, x, sigma, near)
	}
	return m.attract(v, x, sigma, near)
}

// wide is the noise above which differences rounded once are exact enough for
// the weights: l_n divides them by σ².
const wide = 0.1

// negligible is the difference of log weights below which a point is skipped.
const negligible = 40

// attract is the general second half of at: weights and V.
func (m *mixture) attract(v, x []float64, sigma float64, near int) (logS float64) {
	two := 2 * sigma * sigma
	limit := m.gap[near] + float64(negligible*two) + float64(1e-13*m.gap[near])
	clear(v)
	m.total = 0
	q := m.point(near)
	for n := range m.e {
		if m.gap[n] > limit {
			m.e[n] = 0
			continue
		}
		p := m.point(n)
		e := exact.Exp(-difference(p, q, x)/two - m.extra(n, near))
		m.e[n] = e
		m.total += e
		for i := range v {
			v[i] += float64(e * (p[i] - x[i]))
		}
	}
	for i := range v {
		v[i] /= m.total
	}
	return exact.Log(m.total) - m.gap[near]/two
}

// difference returns |x-p|²-|x-q|² by direct differences and what their
// rounding cuts off. So it keeps its digits where x is far from both or nearly
// half-way between them.
func difference(p, q, x []float64) float64 {
	sum := 0.0
	for i := range p {
		a, b := p[i]-x[i], q[i]-x[i]
		// Rounding cuts off exactly (p-x)-a and (q-x)-b.
		backA, backB := a-p[i], b-q[i]
		cutA := (p[i] - (a - backA)) - (x[i] + backA)
		cutB := (q[i] - (b - backB)) - (x[i] + backB)
		sum += float64((p[i] - q[i]) * ((a + b) + (cutA + cutB)))
	}
	return sum
}

func (m *mixture) extra(n, near int) float64 {
	if m.cost == nil {
		return 0
	}
	return m.cost[n] - m.cost[near]
}

// attract2 is attract in the plane, without costs and above wide.
func (m *mixture) attract2(v, x []float64, sigma float64, near int) (logS float64) {
	least, inverse := m.gap[near], 1/(2*sigma*sigma)
	limit := least + negligible/inverse + float64(1e-13*least)
	qx, qy, x0, x1 := m.x[2*near], m.x[2*near+1], x[0], x[1]
	rx, ry := qx-x0, qy-x1
	var total, v0, v1 float64
	es := m.e[:len(m.gap)]
	for n, gap := range m.gap {
		if gap > limit {
			es[n] = 0
			continue
		}
		px, py := m.x[2*n], m.x[2*n+1]
		dx, dy := px-x0, py-x1
		e := exact.Exp(-(float64((px-qx)*(dx+rx)) + float64((py-qy)*(dy+ry))) * inverse)
		es[n] = e
		total += e
		v0 += float64(e * dx)
		v1 += float64(e * dy)
	}
	m.total = total
	v[0], v[1] = v0/total, v1/total
	return exact.Log(total) - float64(least*inverse)
}

// distances fills gap with |x-x_n|² + two·cost_n, and returns where it is least.
func (m *mixture) distances(x []float64, two float64) (near int) {
	if m.d == 2 {
		near = m.distances2(x[0], x[1])
	} else {
		near = m.distancesD(x)
	}
	if m.cost == nil {
		return near
	}
	for n, cost := range m.cost {
		m.gap[n] += float64(two * cost)
		if m.gap[n] < m.gap[near] || n == 0 {
			near = n
		}
	}
	return near
}

func (m *mixture) distances2(x0, x1 float64) (near int) {
	least := math.Inf(1)
	pts := m.x[:2*len(m.gap)]
	for n := range m.gap {
		dx, dy := pts[2*n]-x0, pts[2*n+1]-x1
		r := float64(dx*dx) + float64(dy*dy)
		m.gap[n] = r
		if r < least {
			near, least = n, r
		}
	}
	return near
}

func (m *mixture) distancesD(x []float64) (near int) {
	least := math.Inf(1)
	for n := range m.gap {
		r := 0.0
		for i, p := range m.point(n) {
			r += float64((p - x[i]) * (p - x[i]))
		}
		m.gap[n] = r
		if r < least {
			near, least = n, r
		}
	}
	return near
}

// trace returns tr Cov_w = Σ w_n |x_n-M|² for the x and V of the last call of
// at.
func (m *mixture) trace(v, x []float64) float64 {
	sum := 0.0
	for n, e := range m.e {
		if e == 0 {
			continue
		}
		r := 0.0
		for i, p := range m.point(n) {
			u := (p - x[i]) - v[i]
			r += float64(u * u)
		}
		sum += float64(e * r)
	}
	return sum / m.total
}

// largest returns the largest weight of the last call of at, and the sum of the
// squares of all.
func (m *mixture) largest() (wmax, squares float64) {
	for _, e := range m.e {
		w := e / m.total
		wmax = max(wmax, w)
		squares += float64(w * w)
	}
	return wmax, squares
}

// logDensity returns log p_σ for log S as returned by at, without costs.
func (m *mixture) logDensity(logS, sigma float64) float64 {
	return logS - exact.Log(float64(m.n())) - float64(float64(m.d)*(float64(0.5*exact.Log(2*math.Pi))+exact.Log(sigma)))
}
