package kernel

import (
	"math"
	"testing"
)

func (t *trial) norms() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 24; n++ {
			t.norm(t.floats(m*n), m, n)
			t.norm(t.odd(m*n), m, n)
		}
	}
}

func (t *trial) norm(x []float32, m, n int) {
	y, gain, bias, mean, rstd := t.floats(m*n), t.floats(n), t.odd(n), t.floats(m), t.floats(m)
	if n%5 == 0 {
		y = x
	}
	t.call("layerNorm", func() float32 { LayerNorm(y, x, gain, bias, mean, rstd, m, n, 1e-5); return 0 },
		y, x, gain, bias, mean, rstd, m, n, float32(1e-5))
}

func (t *trial) normsBack() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 24; n++ {
			t.normBack(t.floats(m*n), t.floats(m*n), m, n)
			t.normBack(t.odd(m*n), t.odd(m*n), m, n)
		}
	}
}

func (t *trial) normBack(dy, x []float32, m, n int) {
	dx, dgain, dbias, gain, mean, rstd := t.odd(m*n), t.floats(n), t.odd(n), t.floats(n), t.floats(m), t.odd(m)
	add := n%3 == 0
	if n%5 == 0 && !add {
		dx = dy
	}
	t.call("layerNormBack", func() float32 {
		LayerNormBack(dx, dgain, dbias, dy, x, gain, mean, rstd, add, m, n)
		return 0
	}, dx, dgain, dbias, dy, x, gain, mean, rstd, allSet(add), m, n)
}

// allSet is how the WebAssembly functions get a bool.
func allSet(b bool) int {
	if b {
		return -1
	}
	return 0
}

// LayerNorm against float64, far from 0, where a mean of squares would cancel.
func TestLayerNorm(t *testing.T) {
	tr := newTrial(t, 5)
	const m, n, eps = 7, 37, 1e-5
	x, gain, bias := tr.floats(m*n), tr.floats(n), tr.floats(n)
	for i := range x {
		x[i] += 30
	}
	y, mean, rstd := make([]float32, m*n), make([]float32, m), make([]float32, m)
	LayerNorm(y, x, gain, bias, mean, rstd, m, n, eps)
	worst := 0.0
	for i := range m {
		var centre, spread float64
		for _, v := range x[i*n : i*n+n] {
			centre += float64(v) / n
		}
		for _, v := range x[i*n : i*n+n] {
			spread += math.Pow(float64(v)-centre, 2) / n
		}
		for j, v := range x[i*n : i*n+n] {
			want := (float64(v)-centre)/math.Sqrt(spread+eps)*float64(gain[j]) + float64(bias[j])
			worst = math.Max(worst, math.Abs(float64(y[i*n+j])-want))
		}
	}
	// The mean, near 30, is rounded to 2e-6, and each number of a row gets that error.
	if t.Logf("error %.3g", worst); worst > 1e-5 {
		t.Errorf("error %.3g", worst)
	}
}

// The gradient against differences of Σ w·y.
func TestLayerNormGradient(t *testing.T) {
	tr := newTrial(t, 6)
	const m, n = 3, 5
	x, gain, bias, w := tr.floats(m*n), tr.floats(n), tr.floats(n), tr.floats(m*n)
	y, mean, rstd := make([]float32, m*n), make([]float32, m), make([]float32, m)
	loss := func() float64 {
		LayerNorm(y, x, gain, bias, mean, rstd, m, n, 1e-5)
		return dot(w, y)
	}
	loss()
	dx, dgain, dbias := make([]float32, m*n), make([]float32, n), make([]float32, n)
	for i := range dx {
		dx[i] = 3 // of a residual connection
	}
	LayerNormBack(dx, dgain, dbias, w, x, gain, mean, rstd, true, m, n)
	for i := range dx {
		dx[i] -= 3
	}
	tr.slopes("dx", x, dx, loss)
	tr.slopes("dgain", gain, dgain, loss)
	tr.slopes("dbias", bias, dbias, loss)
}

func dot(x, y []float32) (sum float64) {
	for i, v := range x {
		sum += float64(v) * float64(y[i])
	}
	return sum
}

// slopes compares a gradient with differences of a loss near 10: over ±h it is
// rounded to some 1e-6, and h² times its third derivative is left out.
func (t *trial) slopes(what string, x, gradient []float32, loss func() float64) {
	t.Helper()
	const h = 1.0 / 256
	for i, v := range x {
		x[i] = v + h
		up := loss()
		x[i] = v - h
		down := loss()
		x[i] = v
		got, want := float64(gradient[i]), (up-down)/(2*h)
		if math.Abs(got-want) > 2e-3*math.Max(1, math.Abs(want)) {
			t.Errorf("%s[%d] is %g, by differences %g", what, i, got, want)
		}
	}
}
