package nn

import (
	"fmt"
	"math"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/kernel"
)

// A loss compares outputs with what they should be, writes the derivatives of
// scale times its sum to dout, and returns the sum over the rows, not scaled:
// with scale 1/m the gradient is that of the mean over m rows. dout and out may
// be the same.

// Square is the sum of (out-target)². All slices are equally long.
func Square(dout, out, target []float32, scale float32) float64 {
	return float64(kernel.MSE(dout, out, target, scale))
}

// Logistic is log(1+e**(-y·out)) for outputs m×1 and labels y = ±1.
func Logistic(dout, out, labels []float32, scale float32) float64 {
	sum := 0.0
	dout, labels = dout[:len(out)], labels[:len(out)]
	for i, f := range out {
		y := float64(labels[i])
		margin := float64(y * float64(f))
		sum += exact.Softplus(-margin)
		dout[i] = scale * float32(float64(-y*exact.Sigmoid(-margin)))
	}
	return sum
}

// Hinge is max(0, 1-y·out) for outputs m×1 and labels y = ±1. Its derivative at
// the corner is 0.
func Hinge(dout, out, labels []float32, scale float32) float64 {
	sum := 0.0
	dout, labels = dout[:len(out)], labels[:len(out)]
	for i, f := range out {
		rest := 1 - float64(float64(labels[i])*float64(f))
		sum += math.Max(0, rest)
		dout[i] = 0
		if rest > 0 {
			dout[i] = -scale * labels[i]
		}
	}
	return sum
}

// SoftmaxCross is the cross-entropy of the softmax of each row of out, m×n, at
// its label, 0 to n-1.
func SoftmaxCross(dout, out []float32, labels []int32, scale float32) float64 {
	return SmoothCross(dout, out, labels, scale, 0)
}

// SmoothCross is SoftmaxCross with smoothed labels: of n classes the right one should have
// 1-smoothing+smoothing/n, each other one smoothing/n. smoothing is from 0 to 1.
func SmoothCross(dout, out []float32, labels []int32, scale, smoothing float32) float64 {
	m := len(labels)
	if m == 0 || len(out)%m != 0 {
		panic(fmt.Sprintf("nn: %d outputs for %d labels", len(out), m))
	}
	return float64(kernel.SmoothXent(dout, out, labels, m, len(out)/m, scale, smoothing))
}
