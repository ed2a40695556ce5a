package nn

import (
	"fmt"
	"math"
	"testing"
)

// The derivatives of the reference are those of its outputs: by finite
// differences, for every parameter and input.
func TestReferenceGradient(t *testing.T) {
	for name, net := range nets() {
		normal := source(3)
		w, x, dout := wide(drawn(net, normal)), wide(draw(rows*net.In(), normal)), wide(draw(rows*net.Out(), normal))
		r := NewReference(net, rows)
		value := func() float64 { return dot(r.Forward(w, x), dout) }
		value()
		g, dx := make([]float64, len(w)), make([]float64, len(x))
		r.Backward(dx, g, w, dout)
		scale := math.Sqrt(dot(g, g) / float64(len(g)))
		check := func(what string, at *float64, got float64) {
			t.Helper()
			before, h := *at, 1e-5
			*at = before + h
			up := value()
			*at = before - h
			want := (up - value()) / (2 * h)
			*at = before
			if math.Abs(got-want) > 1e-5*math.Max(math.Abs(want), 0.1*scale) {
				t.Errorf("%s: derivative by %s is %g, by finite differences %g", name, what, got, want)
			}
		}
		for i := range trained(net) {
			check(fmt.Sprintf("parameter %d", i), &w[i], g[i])
		}
		for i := range x {
			check(fmt.Sprintf("input %d", i), &x[i], dx[i])
		}
	}
}

// trained yields the places of the parameters that are not frozen.
func trained(net Net) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for _, l := range net.Layers {
			for i := l.At; !l.Frozen && i < l.At+l.Size(); i++ {
				if !yield(i) {
					return
				}
			}
		}
	}
}

// The gradients of the examples add up to that of the batch, and each is that of
// a batch of one.
func TestPerExample(t *testing.T) {
	for name, net := range nets() {
		normal := source(4)
		w, x, dout := wide(drawn(net, normal)), wide(draw(rows*net.In(), normal)), wide(draw(rows*net.Out(), normal))
		r := NewReference(net, rows)
		r.Forward(w, x)
		j, sum, g := make([]float64, rows*len(w)), make([]float64, len(w)), make([]float64, len(w))
		r.PerExample(j, w, dout)
		r.Backward(nil, g, w, dout)
		for i := range j {
			sum[i%len(w)] += j[i]
		}
		for i := range g {
			if math.Abs(sum[i]-g[i]) > 1e-12*math.Sqrt(dot(g, g)) {
				t.Fatalf("%s: gradients of the examples add up to %g at %d, want %g", name, sum[i], i, g[i])
			}
		}
		alone, row := make([]float64, len(w)), 3
		r.Forward(w, x[row*net.In():(row+1)*net.In()])
		r.Backward(nil, alone, w, dout[row*net.Out():(row+1)*net.Out()])
		for i, want := range alone {
			if got := j[row*len(w)+i]; got != want {
				t.Fatalf("%s: gradient of example %d is %g at %d, alone %g", name, row, got, i, want)
			}
		}
	}
}
