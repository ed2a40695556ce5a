package linalg

import "math"

// reduce takes column s.at to tridiagonal form, and returns the work of it. Of the
// matrix right and below of it, A ← (I - βvvᵀ)·A·(I - βvvᵀ) = A - vwᵀ - wvᵀ with
// w = βAv - ½β²(vᵀAv)·v.
func (s *Eigen) reduce() int {
	n, k := s.n, s.at
	if k >= n {
		s.phase, s.at = collecting, n-1
		return 1
	}
	s.at++
	s.d[k] = s.a[k*n+k]
	if k == n-1 {
		return 1
	}
	v := s.a[k*n+k+1 : (k+1)*n]
	s.e[k], s.beta[k] = reflect(v)
	if s.beta[k] == 0 {
		return len(v)
	}
	w := s.p[:len(v)]
	s.times(w, v, k+1)
	half := float64(s.beta[k]*dot(w, v)) / 2
	for i := range w {
		w[i] = float64(s.beta[k]*w[i]) - float64(half*float64(s.beta[k]*v[i]))
	}
	for i := range v {
		row := s.a[(k+1+i)*n+k+1+i : (k+2+i)*n]
		subtract2(row, v[i], w[i:], w[i], v[i:])
	}
	return 4 * len(v) * len(v)
}

// subtract2 takes x·a + y·b from row.
func subtract2(row []float64, x float64, a []float64, y float64, b []float64) {
	a, b = a[:len(row)], b[:len(row)]
	for j := range row {
		row[j] -= float64(x*a[j]) + float64(y*b[j])
	}
}

// reflect replaces x by the v of the reflection I - beta·v·vᵀ that takes x to
// (first, 0, 0, ...). A beta of 0 is none.
func reflect(x []float64) (first, beta float64) {
	most := 0.0
	for _, c := range x {
		most = max(most, math.Abs(c))
	}
	rest := 0.0
	for _, c := range x[1:] {
		rest = max(rest, math.Abs(c))
	}
	if !(rest > 0) {
		return x[0], 0
	}
	for i := range x {
		x[i] /= most
	}
	size := math.Sqrt(dot(x, x))
	if x[0] > 0 {
		size = -size // so that v[0] does not cancel
	}
	x[0] -= size
	return float64(size * most), 2 / dot(x, x)
}

// times sets w to A·v, where A is what is left of the matrix from row and column
// from on, stored as its upper triangle.
func (s *Eigen) times(w, v []float64, from int) {
	clear(w)
	for i := range v {
		row := s.a[(from+i)*s.n+from+i : (from+i+1)*s.n]
		w[i] += timesRow(row, w[i:], v[i:])
	}
}

// timesRow returns row·v, and adds the row without its first number, times v[0], to w.
func timesRow(row, w, v []float64) float64 {
	w, v = w[:len(row)], v[:len(row)]
	first := v[0]
	sum := float64(row[0] * first)
	for j := 1; j < len(row); j++ {
		sum += float64(row[j] * v[j])
		w[j] += float64(row[j] * first)
	}
	return sum
}

// collect applies reflection s.at to the rows of z, from the last to the first, and
// returns the work of it. In the end zᵀ is their product.
func (s *Eigen) collect() int {
	n, k := s.n, s.at
	if k < 0 {
		s.phase, s.at, s.small = sweeping, 0, s.smallest()
		return 1
	}
	s.at--
	s.z[k*n+k] = 1
	if s.beta[k] == 0 {
		return 1
	}
	v := s.a[k*n+k+1 : (k+1)*n]
	for i := k + 1; i < n; i++ {
		row := s.z[i*n+k+1 : (i+1)*n]
		subtract(row, float64(s.beta[k]*dot(row, v)), v)
	}
	return 4 * len(v) * len(v)
}

// subtract takes x·a from row.
func subtract(row []float64, x float64, a []float64) {
	a = a[:len(row)]
	for j := range row {
		row[j] -= float64(x * a[j])
	}
}

// smallest returns what is nothing beside the matrix.
func (s *Eigen) smallest() float64 {
	most := 0.0
	for i := range s.n {
		most = max(most, math.Abs(s.d[i])+math.Abs(s.e[i]))
	}
	return most * 0x1p-52
}
