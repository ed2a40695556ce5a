package kernel

import (
	"math"
	"testing"
)

func (t *trial) softmaxes() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 20; n++ {
			for masks := range 3 {
				t.softmax(t.logits, m, n, masks)
				t.softmax(t.odd, m, n, masks)
			}
		}
	}
}

// softmax tries one shape with no mask, a mask for each row, or one for all.
func (t *trial) softmax(numbers func(n int) []float32, m, n, masks int) {
	ld, ldm := n+t.rng.IntN(2)*3, n+t.rng.IntN(2)*2
	y, x := t.floats(m*ld), numbers(m*ld)
	if n%4 == 0 {
		y = x
	}
	mask, keep := x, 0
	var given []float32
	switch masks {
	case 1:
		given, keep = t.mask(m, n, ldm), -1
	case 2:
		ldm = 0
		given, keep = t.mask(1, n, n), -1
	}
	if masks > 0 {
		mask = given
	} else {
		ldm = ld
	}
	t.call("softmax", func() float32 { Softmax(y, x, given, m, n, ld, ldm, 0.3); return 0 },
		y, x, mask, keep, m, n, ld, ldm, float32(0.3))
}

// mask returns a matrix of 0 and -Inf, and a few other numbers. Some rows hide all.
func (t *trial) mask(m, n, ld int) []float32 {
	s := make([]float32, m*ld)
	for i := range s {
		switch hide := i/ld%3 == 1 || t.rng.IntN(3) == 0; {
		case hide:
			s[i] = float32(math.Inf(-1))
		case t.rng.IntN(5) == 0:
			s[i] = float32(t.rng.NormFloat64())
		}
	}
	return s
}

func (t *trial) softmaxesBack() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 20; n++ {
			t.softmaxBack(m, n, m%2*3)
		}
	}
}

// softmaxBack tries one shape with rows pad numbers longer than need be.
func (t *trial) softmaxBack(m, n, pad int) {
	ld := n + pad
	dx, dy, y := t.floats(m*ld), t.odd(m*ld), t.odd(m*ld)
	switch n % 5 {
	case 0:
		dx = dy
	case 1:
		dx = y
	}
	t.call("softmaxBack", func() float32 { SoftmaxBack(dx, dy, y, m, n, ld, 0.3); return 0 },
		dx, dy, y, m, n, ld, float32(0.3))
}

func (t *trial) sumsOfExps() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 20; n++ {
			for _, x := range [][]float32{t.logits(m * (n + 2)), t.odd(m * (n + 2)), t.mask(m, n, n+2)} {
				t.logSumExp(x, m, n, n+m%2*2)
			}
		}
	}
}

func (t *trial) logSumExp(x []float32, m, n, ld int) {
	out := t.floats(m)
	t.call("logSumExp", func() float32 { LogSumExp(out, x, m, n, ld); return 0 }, out, x, m, n, ld)
}

// Softmax and LogSumExp against float64.
func TestSoftmax(t *testing.T) {
	tr := newTrial(t, 9)
	const m, n, scale = 9, 21, 0.7
	x, mask := tr.logits(m*n), tr.mask(m, n, n)
	y, sums := make([]float32, m*n), make([]float32, m)
	Softmax(y, x, mask, m, n, n, n, scale)
	LogSumExp(sums, x, m, n, n)
	for i := range m {
		total, hidden := 0.0, 0.0
		for j := i * n; j < i*n+n; j++ {
			total += math.Exp(float64(x[j]))
			hidden += math.Exp(float64(x[j])*scale + float64(mask[j]))
		}
		if got, want := float64(sums[i]), math.Log(total); math.Abs(got-want) > 1e-6*math.Max(1, math.Abs(want)) {
			t.Errorf("LogSumExp of row %d is %g, want %g", i, got, want)
		}
		for j := i * n; j < i*n+n; j++ {
			want := math.Exp(float64(x[j])*scale+float64(mask[j])) / hidden
			if hidden == 0 {
				want = 0
			}
			// Logits up to 120 are rounded to 4e-6, and so is the weight, relatively.
			if got := float64(y[j]); math.Abs(got-want) > 1e-5*want+1e-37 {
				t.Errorf("weight %d of row %d is %g, want %g", j-i*n, i, got, want)
			}
		}
	}
}

// Infinities have limits.
func TestEndsOfSoftmax(t *testing.T) {
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	for _, c := range []struct {
		x       [3]float32
		softmax [3]float32
		sum     float32
	}{
		{[3]float32{-inf, -inf, -inf}, [3]float32{}, -inf},
		{[3]float32{-inf, 5, -inf}, [3]float32{0, 1, 0}, 5},
		{[3]float32{-200, -inf, 0}, [3]float32{0, 0, 1}, 0},
		{[3]float32{0, inf, 0}, [3]float32{nan, nan, nan}, inf},
		{[3]float32{inf, inf, -inf}, [3]float32{nan, nan, nan}, inf},
		{[3]float32{nan, 0, 0}, [3]float32{nan, nan, nan}, nan},
		{[3]float32{0, 0, nan}, [3]float32{nan, nan, nan}, nan},
		{[3]float32{-math.MaxFloat32, -math.MaxFloat32, -inf}, [3]float32{0.5, 0.5, 0}, -math.MaxFloat32},
	} {
		var y [3]float32
		var sum [1]float32
		Softmax(y[:], c.x[:], nil, 1, 3, 3, 3, 1)
		LogSumExp(sum[:], c.x[:], 1, 3, 3)
		tr := newTrial(t, 0)
		tr.same("Softmax", "", y[:], c.softmax[:])
		tr.same("LogSumExp", "", sum[:], []float32{c.sum})
	}
	sum := []float32{1}
	if LogSumExp(sum, nil, 1, 0, 0); sum[0] != -inf {
		t.Errorf("LogSumExp of nothing is %g, want -Inf", sum[0])
	}
}

// The gradient against differences of Σ w·y, with a causal mask.
func TestSoftmaxGradient(t *testing.T) {
	tr := newTrial(t, 6)
	const m, scale = 4, 0.6
	x, w, mask, y, dx := tr.floats(m*m), tr.floats(m*m), make([]float32, m*m), make([]float32, m*m), make([]float32, m*m)
	for i := range m {
		for j := i + 1; j < m; j++ {
			mask[i*m+j] = float32(math.Inf(-1))
		}
	}
	loss := func() float64 {
		Softmax(y, x, mask, m, m, m, m, scale)
		return dot(w, y)
	}
	loss()
	SoftmaxBack(dx, w, y, m, m, m, scale)
	tr.slopes("dx", x, dx, loss)
	for i := range m {
		for j := i + 1; j < m; j++ {
			if dx[i*m+j] != 0 || y[i*m+j] != 0 {
				t.Errorf("weight %d of row %d is %g with the gradient %g, but is hidden", j, i, y[i*m+j], dx[i*m+j])
			}
		}
	}
}
