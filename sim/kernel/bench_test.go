package kernel

import (
	"fmt"
	"testing"
)

// BenchmarkOperations times every operation. MB/s counts elements, not bytes: of
// the first argument, or products of two numbers, or pairs of a query and a centre.
func BenchmarkOperations(b *testing.B) {
	t := newTrial(nil, 1)
	const n = 4096
	x, y, z, v := t.floats(n), t.floats(n), t.floats(n), make([]float32, n)
	row, mean, rstd := t.floats(64), t.floats(64), t.floats(64)
	labels := t.labels(64, 64)
	for _, op := range []struct {
		name     string
		elements int
		run      func()
	}{
		{"NN/64", 64 * 64 * 64, func() { NN(z, x, y, nil, false, 64, 64, 64, 64, 64, 64) }},
		{"NT/64", 64 * 64 * 64, func() { NT(z, x, y, nil, false, 64, 64, 64, 64, 64, 64) }},
		{"TN/64", 64 * 64 * 64, func() { TN(z, x, y, nil, false, 64, 64, 64, 64, 64, 64) }},
		{"Transpose", n, func() { Transpose(z, x, 64, 64) }},
		{"ColSums", n, func() { ColSums(z, x, false, 64, 64) }},
		{"ReLU", n, func() { ReLU(z, x) }},
		{"ReLUBack", n, func() { ReLUBack(z, x, y) }},
		{"Tanh", n, func() { Tanh(z, x) }},
		{"TanhBack", n, func() { TanhBack(z, x, y) }},
		{"SiLU", n, func() { SiLU(z, x) }},
		{"SiLUBack", n, func() { SiLUBack(z, x, y) }},
		{"Softplus", n, func() { Softplus(z, x) }},
		{"SoftplusBack", n, func() { SoftplusBack(z, x, y) }},
		{"Exp", n, func() { Exp(z, x) }},
		{"SoftmaxXent", n, func() { SoftmaxXent(z, x, labels, 64, 64, 1) }},
		{"MSE", n, func() { MSE(z, x, y, 1) }},
		{"SGD", n, func() { SGD(z, x, nil, 1e-9, 0) }},
		{"SGD/momentum", n, func() { SGD(z, x, v, 1e-9, 0.9) }},
		{"Adam", n, func() { Adam(z, x, y, v, 1e-9, 0.9, 0.999, 1e-8, 1) }},
		{"Gmm2", 256 * 64, func() { Gmm2(z, x[:512], y[:128], 256, 64, 50) }},
		{"Gmmd/64", 64 * 64, func() { Gmmd(z, x, y, v, 64, 32, 64, 50) }},
		{"LayerNorm", n, func() { LayerNorm(z, x, row, row, mean, rstd, 64, 64, 1e-5) }},
		{"LayerNormBack", n, func() { LayerNormBack(z, v[:64], v[64:], x, y, row, mean, rstd, false, 64, 64) }},
		{"Softmax", n, func() { Softmax(z, x, y, 64, 64, 64, 64, 1) }},
		{"Softmax/9", 9 * 448, func() { Softmax(z, x, y, 448, 9, 9, 0, 1) }},
		{"SoftmaxBack", n, func() { SoftmaxBack(z, x, y, 64, 64, 64, 1) }},
		{"Gather", n, func() { Gather(z, x, labels, false, 64, 64) }},
		{"Gather/add", n, func() { Gather(z, x, labels, true, 64, 64) }},
		{"ScatterAdd", n, func() { ScatterAdd(z, x, labels, 64, 64) }},
		{"Mul", n, func() { Mul(z, x, y, false) }},
		{"Norm", n, func() { Norm(x) }},
		{"Clip", n, func() { Clip(x, 20) }},
		{"Bernoulli", n, func() { Bernoulli(mean, z, x, y, 64, 64, 64, 1) }},
		{"Bernoulli/value", n, func() { Bernoulli(mean, nil, x, y, 64, 64, 0, 1) }},
		{"Gaussian", n, func() { Gaussian(mean, z, v, x, y, y, 64, 64, 64, 64, 64, 1) }},
		{"SmoothXent", n, func() { SmoothXent(z, x, labels, 64, 64, 1, 0.1) }},
		{"SquaredDistances/64", 64 * 64 * 64, func() { SquaredDistances(z, x, y, 64, 64, 64) }},
		{"ExpandedDistances/64", 64 * 64 * 64, func() { ExpandedDistances(z, x, y, row, 64, 64, 64) }},
		{"LogSumExp", n, func() { LogSumExp(z, x, 64, 64, 64) }},
	} {
		b.Run(op.name, func(b *testing.B) {
			b.SetBytes(int64(op.elements))
			for b.Loop() {
				op.run()
			}
		})
	}
	for _, tr := range trainings {
		b.Run(fmt.Sprint("Step/", tr.widths), func(b *testing.B) {
			s := newState(tr)
			for i := 1; b.Loop(); i++ {
				s.step(i)
			}
		})
	}
}
