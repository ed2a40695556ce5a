package kernel

// SoftmaxXent returns the cross-entropy of m rows of n logits in z, summed over
// the rows, in nats, and sets dz = scale·(softmax(z) - onehot). labels has the m
// right classes, 0 to n-1. dz may be z.
func SoftmaxXent(dz, z []float32, labels []int32, m, n int, scale float32) float32 {
	check(holds(z, m, n, n), "SoftmaxXent: z is shorter than m×n")
	check(holds(dz, m, n, n), "SoftmaxXent: dz is shorter than m×n")
	check(len(labels) >= m, "SoftmaxXent: labels is shorter than m")
	check(within(labels[:m], n), "SoftmaxXent: a label is outside 0 to n-1")
	if m == 0 || n == 0 {
		return 0
	}
	return softmaxXent(dz, z, labels, m, n, scale)
}

func within(labels []int32, n int) bool {
	for _, l := range labels {
		if uint(l) >= uint(n) {
			return false
		}
	}
	return true
}

// MSE returns Σ(z-t)², which is not a mean, and sets dz = 2·scale·(z-t). dz may
// be z. Equal lengths.
func MSE(dz, z, t []float32, scale float32) float32 {
	check(len(dz) == len(z) && len(dz) == len(t), "MSE: dz, z and t differ in length")
	if len(z) == 0 {
		return 0
	}
	return mse(dz, z, t, scale)
}
