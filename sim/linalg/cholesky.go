// Package linalg has the few dense routines that labs need in slices of float64,
// with sums made in a fixed order: equal inputs give equal bits on every platform.
// Matrices are stored row by row. Wrong shapes panic.
package linalg

import (
	"fmt"
	"math"
)

// Gram returns J·Jᵀ, n×n, of the n rows of j, n×p. It panics if j has another
// length.
func Gram(j []float64, n, p int) []float64 {
	if len(j) != n*p {
		panic(fmt.Sprintf("linalg: %d×%d rows of %d numbers", n, p, len(j)))
	}
	a := make([]float64, n*n)
	for i := range n {
		for k := range i + 1 {
			a[i*n+k] = dot(j[i*p:(i+1)*p], j[k*p:(k+1)*p])
			a[k*n+i] = a[i*n+k]
		}
	}
	return a
}

// leastPivot stands for the square of a pivot that is not above it.
const leastPivot = 1e-300

// Solve replaces b, of length n, by the solution x of A·x = b, by Cholesky's method.
// A is symmetric and positive definite, n×n; only a's lower triangle is read, and
// overwritten by the factor. It panics if a is not n×n.
//
// An A that is not positive definite gives very large numbers, or numbers that are
// not finite, but no panic: damping it is up to the caller.
func Solve(a, b []float64) {
	n := len(b)
	if len(a) != n*n {
		panic(fmt.Sprintf("linalg: %d equations with a matrix of %d numbers", n, len(a)))
	}
	Factor(a, n)
	Substitute(a, b)
}

// Factor replaces the lower triangle of the symmetric matrix a, n×n, by its factor of
// Cholesky, for [Substitute]. What it wants and reads is that of [Solve].
func Factor(a []float64, n int) {
	for i := range n {
		for k := range i {
			a[i*n+k] = (a[i*n+k] - dot(a[i*n:i*n+k], a[k*n:k*n+k])) / a[k*n+k]
		}
		row := a[i*n : i*n+i]
		a[i*n+i] = math.Sqrt(max(a[i*n+i]-dot(row, row), leastPivot))
	}
}

// Substitute replaces b by the solution x of A·x = b, given the factor of A.
func Substitute(factor, b []float64) {
	n := len(b)
	for i := range n {
		b[i] = (b[i] - dot(factor[i*n:i*n+i], b[:i])) / factor[i*n+i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			b[i] -= float64(factor[k*n+i] * b[k])
		}
		b[i] /= factor[i*n+i]
	}
}

// dot returns Σ a[i]·b[i], summed in order. The conversion keeps the product from
// being fused with the sum.
func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += float64(v * b[i])
	}
	return sum
}
