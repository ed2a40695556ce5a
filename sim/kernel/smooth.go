package kernel

// SmoothXent is SoftmaxXent with smoothed labels: the target of the right class is
// 1-smoothing+smoothing/n, that of each other class smoothing/n. It returns the
// cross-entropy, summed over the rows, and sets dz = scale·(softmax(z) - target).
// smoothing is from 0 to 1; with 0 the bits are those of SoftmaxXent. dz may be z.
func SmoothXent(dz, z []float32, labels []int32, m, n int, scale, smoothing float32) float32 {
	check(smoothing >= 0 && smoothing <= 1, "SmoothXent: smoothing is outside 0 to 1")
	if smoothing == 0 {
		return SoftmaxXent(dz, z, labels, m, n, scale)
	}
	check(holds(z, m, n, n), "SmoothXent: z is shorter than m×n")
	check(holds(dz, m, n, n), "SmoothXent: dz is shorter than m×n")
	check(len(labels) >= m, "SmoothXent: labels is shorter than m")
	check(within(labels[:m], n), "SmoothXent: a label is outside 0 to n-1")
	if m == 0 || n == 0 {
		return 0
	}
	return smoothXent(dz, z, labels, m, n, scale, 1-smoothing, smoothing/float32(n))
}
