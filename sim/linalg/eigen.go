package linalg

import (
	"fmt"
	"math"
	"sort"
)

// An Eigen finds the eigenvalues and eigenvectors of a symmetric matrix in slices:
//
//	e.Reset(a, n)
//	for !e.Step(1e6) {
//		// something else
//	}
//
// It reduces the matrix to tridiagonal form by Householder's reflections, and that
// to a diagonal by the implicit QL method with shifts (Bowdler, Martin, Reinsch and
// Wilkinson, The QR and QL Algorithms for Symmetric Matrices, 1968). The zero value
// waits for Reset, and keeps its memory from one matrix to the next.
//
// The projectors on the spaces of separated eigenvalues, and what they say of a
// vector, are what can be relied on: the sign of an eigenvector is arbitrary, and so
// is a rotation inside the space of a repeated eigenvalue. But the bits of the result
// depend on those of the matrix alone: not on the platform, nor on the slices.
type Eigen struct {
	n    int
	a    []float64 // n×n: upper triangle of what is left to reduce; row k keeps reflection k right of its diagonal
	z    []float64 // n×n: in the end, row i is the eigenvector of d[i]
	d, e []float64 // diagonal, and what stands beside it
	beta []float64 // n, of the reflections I - beta·v·vᵀ
	p    []float64 // n, scratch

	phase  eigenPhase
	at     int // column, reflection or eigenvalue that comes next
	sweeps int // so far, for that eigenvalue
	small  float64
	order  []int
}

type eigenPhase uint8

const (
	reducing eigenPhase = iota
	collecting
	sweeping
	found
)

// mostSweeps bounds the sweeps for an eigenvalue: two are usual, and a matrix that
// is not finite has none that end.
const mostSweeps = 60

// Reset begins with a new matrix, n×n row by row, of which the upper triangle is read
// and copied. It panics if a has another length. A matrix with numbers that are not
// finite gives such numbers, or anything else, but an end.
func (s *Eigen) Reset(a []float64, n int) {
	if len(a) != n*n {
		panic(fmt.Sprintf("linalg: %d×%d matrix of %d numbers", n, n, len(a)))
	}
	s.n, s.phase, s.at, s.sweeps = n, reducing, 0, 0
	s.a = append(s.a[:0], a...)
	s.z, s.d, s.e = grown(s.z, n*n), grown(s.d, n), grown(s.e, n)
	s.beta, s.p = grown(s.beta, n), grown(s.p, n)
	s.order = s.order[:0]
}

// grown returns a slice of n zeros, in the memory of x if that is enough.
func grown(x []float64, n int) []float64 {
	if cap(x) < n {
		return make([]float64, n)
	}
	x = x[:n]
	clear(x)
	return x
}

// Step works for about so many floating-point operations, or for one piece if that
// is more: a piece takes at most 6·n². It reports whether all is found.
func (s *Eigen) Step(flops int) bool {
	for done := 0; done < flops && s.phase != found; {
		switch s.phase {
		case reducing:
			done += s.reduce()
		case collecting:
			done += s.collect()
		case sweeping:
			done += s.sweep()
		}
	}
	return s.phase == found
}

// Value returns eigenvalue i, counted from the largest. Only after Step has found all.
func (s *Eigen) Value(i int) float64 { return s.d[s.order[i]] }

// Vector returns the eigenvector of Value(i), of n numbers and length 1. It belongs to
// the Eigen, until Reset.
func (s *Eigen) Vector(i int) []float64 {
	row := s.order[i] * s.n
	return s.z[row : row+s.n]
}

// finish orders the eigenvalues from the largest down.
func (s *Eigen) finish() {
	s.phase = found
	for i := range s.n {
		s.order = append(s.order, i)
	}
	sort.Stable((*byValue)(s))
}

// byValue orders eigenvalues from the largest down.
type byValue Eigen

func (s *byValue) Len() int           { return s.n }
func (s *byValue) Less(i, j int) bool { return s.d[s.order[i]] > s.d[s.order[j]] }
func (s *byValue) Swap(i, j int)      { s.order[i], s.order[j] = s.order[j], s.order[i] }

// length returns √(x²+y²) without overflow.
func length(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	if x < y {
		x, y = y, x
	}
	if x == 0 {
		return y // 0, or NaN
	}
	r := y / x
	return float64(x * math.Sqrt(1+float64(r*r)))
}
