package nn

import (
	"math"
	"testing"
)

// Values of the losses are their formulas, and their derivatives those by finite
// differences.
func TestLosses(t *testing.T) {
	square := func(f, y float64) float64 { return (f - y) * (f - y) }
	logistic := func(f, y float64) float64 { return math.Log1p(math.Exp(-y * f)) }
	hinge := func(f, y float64) float64 { return math.Max(0, 1-y*f) }
	outs := []float32{0.3, -2, 0, 5, -0.7, 1.5, 30, -30}
	labels := []float32{1, 1, -1, -1, -1, 1, 1, 1}
	const scale = 0.125
	for name, c := range map[string]struct {
		loss    func(dout, out, target []float32, scale float32) float64
		formula func(f, y float64) float64
	}{"square": {Square, square}, "logistic": {Logistic, logistic}, "hinge": {Hinge, hinge}} {
		dout, want := make([]float32, len(outs)), 0.0
		got := c.loss(dout, outs, labels, scale)
		for i, f := range outs {
			x, y := float64(f), float64(labels[i])
			want += c.formula(x, y)
			slope := (c.formula(x+1e-6, y) - c.formula(x-1e-6, y)) / 2e-6
			if d := float64(dout[i]); math.Abs(d-scale*slope) > 1e-6*math.Max(1e-3, math.Abs(slope)) {
				t.Errorf("%s at %g, label %g: derivative %g, want %g", name, x, y, d, scale*slope)
			}
		}
		if math.Abs(got-want) > 1e-6*want {
			t.Errorf("%s: sum %g, want %g", name, got, want)
		}
	}
}

// Far from the corner nothing overflows or vanishes.
func TestLogisticFarAway(t *testing.T) {
	dout := make([]float32, 2)
	got := Logistic(dout, []float32{1e30, -1e30}, []float32{1, 1}, 1)
	if math.Abs(got/float64(float32(1e30))-1) > 1e-6 || dout[0] != 0 || dout[1] != -1 {
		t.Errorf("sum %g, derivatives %g", got, dout)
	}
}

func TestSoftmaxCross(t *testing.T) {
	for _, smoothing := range []float64{0, 0.1, 1} {
		testSmoothCross(t, smoothing)
	}
	plain, smooth, out := make([]float32, 3), make([]float32, 3), []float32{1, 2, 0.5}
	SoftmaxCross(plain, out, []int32{1}, 0.5)
	SmoothCross(smooth, out, []int32{1}, 0.5, 0)
	if Hash(plain) != Hash(smooth) {
		t.Errorf("derivatives are %g, and %g without smoothing", plain, smooth)
	}
}

func testSmoothCross(t *testing.T, smoothing float64) {
	t.Helper()
	out := []float32{1, 2, 0.5, -1, 30, -80, 3, 3, 3}
	labels := []int32{1, 2, 0}
	formula := func(z []float64) (loss float64) {
		for i, label := range labels {
			sum := 0.0
			for _, x := range z[3*i : 3*i+3] {
				sum += math.Exp(x - z[3*i+int(label)])
			}
			loss += math.Log(sum)
			for _, x := range z[3*i : 3*i+3] {
				loss += smoothing / 3 * (z[3*i+int(label)] - x)
			}
		}
		return loss
	}
	dout, z := make([]float32, len(out)), wide(out)
	got := SmoothCross(dout, out, labels, 0.5, float32(smoothing))
	if want := formula(z); math.Abs(got-want) > 1e-6*want {
		t.Errorf("smoothing %g: loss %g, want %g", smoothing, got, want)
	}
	for i := range z {
		before := z[i]
		z[i] = before + 1e-6
		up := formula(z)
		z[i] = before - 1e-6
		want := 0.5 * (up - formula(z)) / 2e-6
		z[i] = before
		if math.Abs(float64(dout[i])-want) > 1e-6 {
			t.Errorf("smoothing %g: derivative by output %d is %g, want %g", smoothing, i, dout[i], want)
		}
	}
}
