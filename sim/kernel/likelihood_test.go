package kernel

import (
	"math"
	"testing"
)

func (t *trial) bernoullis() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 20; n++ {
			for _, a := range [][]float32{t.logits(m * n), t.odd(m * n)} {
				t.bernoulli(a, m, n)
			}
		}
	}
}

// bernoulli tries one shape, in every third without a gradient.
func (t *trial) bernoulli(a []float32, m, n int) {
	out, da, x, ldx := t.floats(m), t.floats(m*n), t.odd(m*(n+2)), n+n%2*2
	if n%4 == 0 {
		x, ldx = t.floats(n), 0
	}
	if n%5 == 0 {
		da = a
	}
	var place any = da
	if n%3 == 0 {
		da, place = nil, 0
	}
	t.call("bernoulli", func() float32 { Bernoulli(out, da, a, x, m, n, ldx, 0.3); return 0 },
		out, place, a, x, m, n, ldx, float32(0.3))
}

func (t *trial) gaussians() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 20; n++ {
			t.gaussian(t.logits, m, n)
			t.gaussian(t.odd, m, n)
		}
	}
}

// gaussian tries one shape, in every third without gradients.
func (t *trial) gaussian(numbers func(n int) []float32, m, n int) {
	ld, ldv, ldx := n+n%2*3, n+n%3, n
	out, dmean, dlogvar := t.floats(m), t.floats(m*ld), t.floats(m*ld)
	x, mean, logvar := numbers(m*n), numbers(m*ld), numbers(m*ldv)
	switch n % 4 {
	case 0:
		x, logvar, ldx, ldv = t.floats(n), t.floats(n), 0, 0
	case 1:
		dmean = mean
	}
	places := []any{dmean, dlogvar}
	if n%3 == 0 {
		dmean, dlogvar, places = nil, nil, []any{0, 0}
	}
	t.call("gaussian", func() float32 {
		Gaussian(out, dmean, dlogvar, x, mean, logvar, m, n, ld, ldv, ldx, 0.3)
		return 0
	}, out, places[0], places[1], x, mean, logvar, m, n, ld, ldv, ldx, float32(0.3))
}

// Bernoulli, with logits up to 80, against float64. What a row of n numbers may err
// is some roundings of its terms.
func TestBernoulli(t *testing.T) {
	tr := newTrial(t, 2)
	const m, n = 20, 64
	a, x, out := tr.floats(m*n), tr.floats(n), make([]float32, m)
	for i := range a {
		a[i] *= float32(1 + 2*(i/n))
	}
	for i := range x {
		x[i] = float32(i % 2)
	}
	Bernoulli(out, nil, a, x, m, n, 0, 1)
	worst := 0.0
	for i := range m {
		want, size := 0.0, 0.0
		for j := range n {
			v := float64(a[i*n+j])
			term := float64(x[j])*v - math.Max(v, 0) - math.Log1p(math.Exp(-math.Abs(v)))
			want += term
			size += math.Abs(term)
		}
		worst = math.Max(worst, math.Abs(float64(out[i])-want)/size)
	}
	if t.Logf("error %.3g of the row", worst); worst > 3e-7 {
		t.Errorf("error %.3g of the row", worst)
	}
}

func TestBernoulliGradient(t *testing.T) {
	tr := newTrial(t, 2)
	const m, n, scale = 2, 5, -0.25
	a, x, out, da := tr.floats(m*n), tr.floats(m*n), make([]float32, m), make([]float32, m*n)
	loss := func() float64 {
		Bernoulli(out, da, a, x, m, n, n, scale)
		return scale * (float64(out[0]) + float64(out[1]))
	}
	loss()
	tr.slopes("da", a, append([]float32(nil), da...), loss)
}

func TestGaussian(t *testing.T) {
	tr := newTrial(t, 3)
	const m, n = 20, 33
	x, mean, logvar, out := tr.floats(m*n), tr.floats(m*n), tr.floats(m*n), make([]float32, m)
	Gaussian(out, nil, nil, x, mean, logvar, m, n, n, n, n, 1)
	for i := range m {
		want := 0.0
		for j := i * n; j < i*n+n; j++ {
			d, v := float64(x[j])-float64(mean[j]), float64(logvar[j])
			want -= 0.5 * (d*d*math.Exp(-v) + v + math.Log(2*math.Pi))
		}
		if got := float64(out[i]); math.Abs(got-want) > 3e-7*math.Abs(want) {
			t.Errorf("row %d is %g, want %g", i, got, want)
		}
	}
}

// Mean and log-variance are the halves of one matrix, as a network gives them.
func TestGaussianGradient(t *testing.T) {
	tr := newTrial(t, 3)
	const m, n, scale = 2, 5, -0.25
	x, head, slopes, out := tr.floats(m*n), tr.floats(m*2*n), make([]float32, m*2*n), make([]float32, m)
	loss := func() float64 {
		Gaussian(out, slopes, slopes[n:], x, head, head[n:], m, n, 2*n, 2*n, n, scale)
		return scale * (float64(out[0]) + float64(out[1]))
	}
	loss()
	tr.slopes("d", head, append([]float32(nil), slopes...), loss)
}
