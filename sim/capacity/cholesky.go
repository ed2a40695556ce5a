package capacity

import "math"

// gram returns J·Jᵀ of n rows of length p.
func gram(j []float64, n, p int) []float64 {
	a := make([]float64, n*n)
	for i := range n {
		for k := range i + 1 {
			a[i*n+k] = dot(j[i*p:(i+1)*p], j[k*p:(k+1)*p])
			a[k*n+i] = a[i*n+k]
		}
	}
	return a
}

// solve replaces b by the solution of a·x = b, for a positive definite a, n×n,
// by Cholesky's method. It destroys a.
func solve(a, b []float64) {
	n := len(b)
	for i := range n {
		for k := range i + 1 {
			sum := a[i*n+k] - dot(a[i*n:i*n+k], a[k*n:k*n+k])
			if k < i {
				a[i*n+k] = sum / a[k*n+k]
			} else {
				a[i*n+i] = math.Sqrt(max(sum, 1e-300))
			}
		}
		b[i] = (b[i] - dot(a[i*n:i*n+i], b[:i])) / a[i*n+i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			b[i] -= float64(a[k*n+i] * b[k])
		}
		b[i] /= a[i*n+i]
	}
}
