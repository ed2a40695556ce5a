package kernel

import (
	"math"
	"testing"
)

// The functions that this package has of its own, against package math in
// float64.
func TestAccuracy(t *testing.T) {
	each := func(of func(y, x []float32)) func(x float32) float32 {
		return func(x float32) float32 {
			y := []float32{x}
			of(y, y)
			return y[0]
		}
	}
	logistic := func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
	softplus := func(x float64) float64 { return math.Max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }
	for _, c := range []struct {
		name   string
		got    func(x float32) float32
		want   func(x float64) float64
		lo, hi float32
		most   float64 // relative error
	}{
		{"Exp", each(Exp), math.Exp, -87.3, 88.3, 1e-7},
		{"exp2Of", exp2Of, math.Exp2, -126, 127, 1.4e-7},
		{"Tanh", each(Tanh), math.Tanh, -1e30, 1e30, 2e-7},
		{"logOf", logOf, math.Log, 1e-37, 1e37, 1e-7},
		{"log1pOf", log1pOf, math.Log1p, -0.29, 1, 1.2e-7},
		{"SiLU", each(SiLU), func(x float64) float64 { return x * logistic(x) }, -80, 1e30, 2e-7},
		{"Softplus", each(Softplus), softplus, -80, 1e30, 2e-7},
	} {
		worst, at := 0.0, float32(0)
		for b := uint32(0); b < 0xff800000; b += accuracyStride {
			x := math.Float32frombits(b)
			if x < c.lo || x > c.hi || absOf(x) < 1e-30 || x != x {
				continue
			}
			want := c.want(float64(x))
			if err := math.Abs(float64(c.got(x))-want) / math.Abs(want); err > worst {
				worst, at = err, x
			}
		}
		if t.Logf("%s: relative error %.3g at %g", c.name, worst, at); worst > c.most {
			t.Errorf("%s(%g) has the relative error %.3g, want %.3g", c.name, at, worst, c.most)
		}
	}
}

func TestExpIsFinite(t *testing.T) {
	y := []float32{-1e30, -88, 88.5, 1e30, float32(math.Inf(1)), float32(math.Inf(-1))}
	Exp(y, y)
	for i, v := range y {
		if v < 1.1e-38 || v > 3e38 || (v > 1) != (i >= 2 && i <= 4) {
			t.Errorf("number %d is %g", i, v)
		}
	}
}

// Products against float64. The error of a sum of k products of numbers below 2
// is at most about k·k·4·2^-24, and most errors are far smaller.
func TestProducts(t *testing.T) {
	tr := newTrial(t, 7)
	m, n, k := 13, 21, 50
	a, b, bias := tr.floats(m*k), tr.floats(k*n), tr.floats(n)
	at, bt, c := make([]float32, m*k), make([]float32, k*n), make([]float32, m*n)
	Transpose(at, a, m, k)
	Transpose(bt, b, k, n)
	for name, run := range map[string]func(){
		"NN": func() { NN(c, a, b, bias, false, m, n, k, n, k, n) },
		"NT": func() { NT(c, a, bt, bias, false, m, n, k, n, k, k) },
		"TN": func() { TN(c, at, b, bias, false, m, n, k, n, m, n) },
	} {
		run()
		for i := range m {
			for j := range n {
				want := float64(bias[j])
				for h := range k {
					want += float64(a[i*k+h]) * float64(b[h*n+j])
				}
				if got := float64(c[i*n+j]); math.Abs(got-want) > 1e-4 {
					t.Errorf("%s: c[%d,%d] = %g, want %g", name, i, j, got, want)
				}
			}
		}
	}
}

// What is left of a query, against float64, where it is hardest: all coordinates
// are near 1 and the spread of centres and queries is that of the Gaussians, 0.01,
// so that |q|² - 2q·c + |c|² would lose most of its digits. Gmm2 averages
// differences, which are small; Gmmd averages coordinates, and each of 100 additions
// may round by 6e-8.
func TestMixtures(t *testing.T) {
	tr := newTrial(t, 3)
	for d, most := range map[int]float64{2: 1e-8, 3: 1e-6, 64: 1e-6} {
		m, n, sigma := 40, 100, 0.01
		q, c, out := tr.floats(m*d), tr.floats(n*d), make([]float32, m*d)
		for _, s := range [][]float32{q, c} {
			for i := range s {
				s[i] = 1 + float32(sigma)*s[i]
			}
		}
		scale := float32(1 / (2 * sigma * sigma))
		if d == 2 {
			Gmm2(out, q, c, m, n, scale)
		} else {
			Gmmd(out, q, c, make([]float32, GmmdRoom(n, d)), m, n, d, scale)
		}
		worst := 0.0
		for i := range m {
			for h, want := range left(q[i*d:(i+1)*d], c, float64(scale)) {
				worst = math.Max(worst, math.Abs(float64(out[i*d+h])-want))
			}
		}
		if t.Logf("d = %d: error %.3g", d, worst); worst > most {
			t.Errorf("d = %d: error %.3g", d, worst)
		}
	}
}

// left is Gmmd of one query in float64.
func left(q, c []float32, scale float64) []float64 {
	d := len(q)
	sum, mean := 0.0, make([]float64, d)
	near := math.Inf(1)
	s := make([]float64, len(c)/d)
	for j := range s {
		for h, x := range q {
			e := float64(x) - float64(c[j*d+h])
			s[j] += e * e
		}
		near = math.Min(near, s[j])
	}
	for j := range s {
		w := math.Exp(scale * (near - s[j]))
		sum += w
		for h := range q {
			mean[h] += w * float64(c[j*d+h])
		}
	}
	for h, x := range q {
		mean[h] = float64(x) - mean[h]/sum
	}
	return mean
}
