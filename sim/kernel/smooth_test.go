package kernel

import (
	"math"
	"testing"
)

func (t *trial) smoothEntropies() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 20; n++ {
			t.smoothXent(t.logits(m*n), m, n)
			t.smoothXent(t.odd(m*n), m, n)
		}
	}
}

func (t *trial) smoothXent(z []float32, m, n int) {
	dz, labels := t.floats(m*n), t.labels(m, n)
	if n%5 == 0 {
		dz = z
	}
	const smoothing = 0.1
	t.call("smoothXent", func() float32 { return SmoothXent(dz, z, labels, m, n, 0.2, smoothing) },
		dz, z, labels, m, n, float32(0.2), float32(1)-smoothing, smoothing/float32(n))
}

// The loss against float64, and against SoftmaxXent without smoothing.
func TestSmoothXent(t *testing.T) {
	tr := newTrial(t, 8)
	const m, n, smoothing = 6, 35, 0.1
	z, labels, dz, plain := tr.floats(m*n), tr.labels(m, n), make([]float32, m*n), make([]float32, m*n)
	got := float64(SmoothXent(dz, z, labels, m, n, 1, smoothing))
	want := 0.0
	for i, label := range labels {
		sum, mean := 0.0, 0.0
		for _, v := range z[i*n : i*n+n] {
			sum += math.Exp(float64(v))
			mean += float64(v) / n
		}
		want += math.Log(sum) - (1-smoothing)*float64(z[i*n+int(label)]) - smoothing*mean
	}
	if math.Abs(got-want) > 1e-6*want {
		t.Errorf("the loss is %g, want %g", got, want)
	}
	for i, label := range labels { // at the target the gradient is 0
		for j := range n {
			dz[i*n+j] = float32(math.Log(smoothing / n))
		}
		dz[i*n+int(label)] = float32(math.Log(1 - smoothing + smoothing/n))
	}
	SmoothXent(dz, dz, labels, m, n, 1, smoothing)
	if worst := Norm(dz); worst > 1e-6 {
		t.Errorf("at the target the gradient is %g", worst)
	}
	if a, b := SmoothXent(dz, z, labels, m, n, 0.3, 0), SoftmaxXent(plain, z, labels, m, n, 0.3); a != b {
		t.Errorf("without smoothing the loss is %g, and that of SoftmaxXent %g", a, b)
	}
	tr.same("SmoothXent", "", dz, plain)
}

func TestSmoothXentGradient(t *testing.T) {
	tr := newTrial(t, 8)
	const m, n = 2, 5
	z, labels, dz := tr.floats(m*n), tr.labels(m, n), make([]float32, m*n)
	loss := func() float64 { return float64(SmoothXent(dz, z, labels, m, n, 1, 0.2)) }
	loss()
	tr.slopes("dz", z, append([]float32(nil), dz...), loss)
}
