package dejavu

import "math"

// dot returns Σ a[i]·b[i]. Here and below the conversions keep products from being fused
// with sums, which would give other bits on some platforms.
func dot(a, b []float64) (sum float64) {
	b = b[:len(a)]
	for i, v := range a {
		sum += float64(v * b[i])
	}
	return sum
}

// addScaled adds factor·x to y.
func addScaled(y, x []float64, factor float64) {
	x = x[:len(y)]
	for i := range y {
		y[i] += float64(factor * x[i])
	}
}

// centre sets y to x less the mean of each column, n×d. y may be x.
func centre(y, x []float64, n, d int) {
	for j := range d {
		mean := 0.0
		for i := range n {
			mean += x[i*d+j]
		}
		mean /= float64(n)
		for i := range n {
			y[i*d+j] = x[i*d+j] - mean
		}
	}
}

// product sets c, d×d, to factor·aᵀ·b of matrices n×d.
func product(c, a, b []float64, n, d int, factor float64) {
	clear(c)
	for i := range n {
		for j, v := range a[i*d : (i+1)*d] {
			addScaled(c[j*d:(j+1)*d], b[i*d:(i+1)*d], v)
		}
	}
	for i := range c {
		c[i] *= factor
	}
}

// times adds factor·x·c to y, n×d, where c is d×d.
func times(y, x, c []float64, n, d int, factor float64) {
	for i := range n {
		for j, v := range x[i*d : (i+1)*d] {
			addScaled(y[i*d:(i+1)*d], c[j*d:(j+1)*d], factor*v)
		}
	}
}

// timesTransposed adds x·cᵀ to y, n×d, where c is d×d.
func timesTransposed(y, x, c []float64, n, d int) {
	for i := range n {
		for j := range d {
			y[i*d+j] += dot(x[i*d:(i+1)*d], c[j*d:(j+1)*d])
		}
	}
}

// standardise sets y to the columns of x less their mean and over their deviation, a
// number for each column.
func standardise(y, x, deviation []float64) {
	d := len(deviation)
	n := len(x) / d
	centre(y, x, n, d)
	for j := range d {
		sum := 0.0
		for i := range n {
			sum += float64(y[i*d+j] * y[i*d+j])
		}
		deviation[j] = math.Sqrt(sum/float64(n) + 1e-5)
		for i := range n {
			y[i*d+j] /= deviation[j]
		}
	}
}

// unstandardise turns the derivative by the result y of standardise into that by its x.
func unstandardise(dy, y, deviation []float64) {
	d := len(deviation)
	n := len(y) / d
	for j := range d {
		mean, along := 0.0, 0.0
		for i := range n {
			mean += dy[i*d+j]
			along += float64(dy[i*d+j] * y[i*d+j])
		}
		mean, along = mean/float64(n), along/float64(n)
		for i := range n {
			dy[i*d+j] = (dy[i*d+j] - mean - float64(y[i*d+j]*along)) / deviation[j]
		}
	}
}
