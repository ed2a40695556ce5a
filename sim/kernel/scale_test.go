package kernel

import (
	"math"
	"testing"
)

func (t *trial) multiplications() {
	for n := 1; n < 40; n++ {
		for keep := range 2 {
			z, y, x := t.odd(n), t.odd(n), t.odd(n)
			switch n % 5 {
			case 0:
				z = y
			case 1:
				z = x
			}
			t.call("mul", func() float32 { Mul(z, y, x, keep == 1); return 0 }, z, y, x, -keep, n)
		}
	}
}

func (t *trial) scalings() {
	for n := 1; n < 40; n++ {
		y, x := t.floats(n), t.odd(n)
		if n%5 == 0 {
			y = x
		}
		t.call("scale", func() float32 { Scale(y, x, 0.3); return 0 }, y, x, n, float32(0.3))
	}
}

func (t *trial) sizes() {
	for n := 1; n < 40; n++ {
		for _, x := range [][]float32{t.floats(n), t.logits(n), t.odd(n), t.small(n)} {
			t.call("norm", func() float32 { return Norm(x) }, x, n)
		}
	}
}

// small returns numbers whose squares no float32 can hold.
func (t *trial) small(n int) []float32 {
	x := t.floats(n)
	for i := range x {
		x[i] *= 1e-39
	}
	return x
}

func TestNorm(t *testing.T) {
	tr := newTrial(t, 4)
	large, x := []float32{3e38, -1e38, 1e38}, tr.floats(22240)
	for _, c := range []struct {
		what string
		x    []float32
	}{
		{"22240 numbers", x}, {"large numbers", large}, {"small numbers", tr.small(9)},
	} {
		want := math.Sqrt(float64(dot(c.x, c.x)))
		if got := float64(Norm(c.x)); math.Abs(got-want) > 0x1p-24*want {
			t.Errorf("the norm of %s is %g, want %g", c.what, got, want)
		}
	}
}

func TestClip(t *testing.T) {
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	for _, c := range []struct {
		g    []float32
		norm float32
		want []float32
	}{
		{[]float32{3, 0, -4}, 5, []float32{3. / 5 * 2, 0, -4. / 5 * 2}},
		{[]float32{1.2, 0, -1.6}, 2, []float32{1.2, 0, -1.6}}, // not greater
		{[]float32{0, 0}, 0, []float32{0, 0}},
		{[]float32{1, inf}, inf, []float32{1, inf}},
		{[]float32{nan, 1e9}, nan, []float32{nan, 1e9}},
	} {
		g := append([]float32(nil), c.g...)
		norm := Clip(g, 2)
		for i, want := range c.want {
			if bits(norm) != bits(c.norm) || bits(g[i]) != bits(want) && absOf(g[i]-want) > 2e-7 {
				t.Errorf("Clip(%g, 2) returned %g and left %g, want %g and %g", c.g, norm, g, c.norm, c.want)
				break
			}
		}
	}
}
