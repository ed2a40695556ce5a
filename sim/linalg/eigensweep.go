package linalg

import "math"

// sweep takes one QL step for eigenvalue s.at, or goes on to the next if it is found,
// and returns the work of it.
func (s *Eigen) sweep() int {
	l := s.at
	if l >= s.n {
		s.finish()
		return 1
	}
	m := l
	for m < s.n-1 && !(math.Abs(s.e[m]) <= s.small) {
		m++
	}
	if m == l || s.sweeps == mostSweeps {
		s.at, s.sweeps = l+1, 0
		return 1
	}
	s.sweeps++
	s.ql(l, m)
	return 6 * (m - l) * s.n
}

// ql takes one implicit QL step on the block from l to m, with Wilkinson's shift.
func (s *Eigen) ql(l, m int) {
	d, e := s.d, s.e
	g := (d[l+1] - d[l]) / (2 * e[l])
	g = d[m] - d[l] + e[l]/(g+math.Copysign(length(g, 1), g))
	sin, cos, p := 1.0, 1.0, 0.0
	for i := m - 1; i >= l; i-- {
		f, b := float64(sin*e[i]), float64(cos*e[i])
		r := length(f, g)
		e[i+1] = r
		if r == 0 { // the block falls apart
			d[i+1] -= p
			e[m] = 0
			return
		}
		sin, cos = f/r, g/r
		g = d[i+1] - p
		r = float64((d[i]-g)*sin) + float64(2*cos*b)
		p = float64(sin * r)
		d[i+1] = g + p
		g = float64(cos*r) - b
		rotate(s.z[i*s.n:(i+1)*s.n], s.z[(i+1)*s.n:(i+2)*s.n], sin, cos)
	}
	d[l] -= p
	e[l], e[m] = g, 0
}

// rotate turns the rows x and y in their plane.
func rotate(x, y []float64, sin, cos float64) {
	y = y[:len(x)]
	for i, a := range x {
		b := y[i]
		y[i] = float64(sin*a) + float64(cos*b)
		x[i] = float64(cos*a) - float64(sin*b)
	}
}
