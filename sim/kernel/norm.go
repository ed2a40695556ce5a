package kernel

// LayerNorm sets row i of y to gain·(x-mean[i])·rstd[i] + bias, where mean[i] is
// the mean of row i of x and rstd[i] is 1/√(σ²+eps), σ² being the mean of the
// squared distances to it. x and y are m×n; gain and bias have n numbers; mean and
// rstd get m numbers, which LayerNormBack needs. eps is positive. y may be x.
func LayerNorm(y, x, gain, bias, mean, rstd []float32, m, n int, eps float32) {
	check(holds(x, m, n, n), "LayerNorm: x is shorter than m×n")
	check(holds(y, m, n, n), "LayerNorm: y is shorter than m×n")
	check(len(gain) >= n && len(bias) >= n, "LayerNorm: gain or bias is shorter than n")
	check(len(mean) >= m && len(rstd) >= m, "LayerNorm: mean or rstd is shorter than m")
	check(eps > 0, "LayerNorm: eps is not positive")
	if m > 0 && n > 0 {
		layerNorm(y, x, gain, bias, mean, rstd, m, n, eps)
	}
}

// LayerNormBack sets dx to the gradient at x, given the gradient dy at the y of
// LayerNorm: with h = (x-mean)·rstd and g = dy·gain it is
// rstd·(g - mean of g - h·mean of g·h) in each row. With add it adds to dx, as a
// residual connection around the layer asks for. It always adds to dgain and dbias,
// of n numbers. x, gain, mean and rstd are those of LayerNorm; dx, dy and x are
// m×n. dx may be dy without add.
func LayerNormBack(dx, dgain, dbias, dy, x, gain, mean, rstd []float32, add bool, m, n int) {
	check(holds(x, m, n, n), "LayerNormBack: x is shorter than m×n")
	check(holds(dy, m, n, n), "LayerNormBack: dy is shorter than m×n")
	check(holds(dx, m, n, n), "LayerNormBack: dx is shorter than m×n")
	check(len(gain) >= n && len(dgain) >= n && len(dbias) >= n, "LayerNormBack: gain, dgain or dbias is shorter than n")
	check(len(mean) >= m && len(rstd) >= m, "LayerNormBack: mean or rstd is shorter than m")
	if m > 0 && n > 0 {
		layerNormBack(dx, dgain, dbias, dy, x, gain, mean, rstd, add, m, n)
	}
}
