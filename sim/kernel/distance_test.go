package kernel

import (
	"math"
	"testing"
)

func (t *trial) distances() {
	for _, m := range []int{1, 3, 4, 9} {
		for _, n := range []int{1, 2, 4, 7, 8, 13, 19} {
			for _, d := range []int{0, 1, 2, 5, 64, 67} {
				t.distance(t.floats, m, n, d)
				t.distance(t.rare, m, n, d)
			}
		}
	}
}

func (t *trial) distance(numbers func(n int) []float32, m, n, d int) {
	out, x, y, r := t.floats(m*n), numbers(m*d), numbers(n*d), t.floats(panel)
	t.call("distances", func() float32 { SquaredDistances(out, x, y, m, n, d); return 0 },
		out, x, y, out, 0, m, n, d, n, d, d, n, room(r))
}

func (t *trial) squareSums() {
	for _, m := range []int{1, 2, 5} {
		for n := range 20 {
			ld := n + m%2*3
			out, x := t.floats(m), t.odd(m*ld)
			t.call("squareSums", func() float32 { SquareSums(out, x, m, n, ld); return 0 }, out, x, m, n, ld)
		}
	}
}

func (t *trial) expansions() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 20; n++ {
			d := n % 7
			out, x := t.odd(m*n), t.odd(m*d)
			t.call("expand", func() float32 { expand(out, x, m, n, d); return 0 }, out, x, m, n, d)
		}
	}
}

// Both forms against float64: points around 0, and points near 1 that differ by
// little. Errors are shares of the distances.
func TestDistances(t *testing.T) {
	for _, c := range []struct {
		d                int
		at, spread       float32
		direct, expanded float64 // the greatest error
	}{
		{2, 0, 1, 3e-7, 1e-3},
		{64, 0, 1, 1e-6, 1e-6},
		{64, 1, 0.1, 1e-6, 1e-4},
		{64, 1, 0.001, 1e-6, 1},
	} {
		tr := newTrial(t, 3)
		const m, n = 40, 60
		x, y := tr.floats(m*c.d), tr.floats(n*c.d)
		for _, s := range [][]float32{x, y} {
			for i := range s {
				s[i] = c.at + c.spread*s[i]
			}
		}
		direct, expanded, room := make([]float32, m*n), make([]float32, m*n), make([]float32, n)
		SquaredDistances(direct, x, y, m, n, c.d)
		ExpandedDistances(expanded, x, y, room, m, n, c.d)
		a, b := farthestOff(direct, x, y, c.d), farthestOff(expanded, x, y, c.d)
		t.Logf("d = %d at %g±%g: direct %.2g, expanded %.2g", c.d, c.at, 2*c.spread, a, b)
		if a > c.direct || b > c.expanded {
			t.Errorf("d = %d at %g±%g: errors %.2g and %.2g, want %g and %g", c.d, c.at, 2*c.spread, a, b, c.direct, c.expanded)
		}
	}
}

// farthestOff returns the greatest relative error of squared distances.
func farthestOff(got, x, y []float32, d int) (worst float64) {
	n := len(y) / d
	for i := range len(x) / d {
		for j := range n {
			want := 0.0
			for h := range d {
				want += math.Pow(float64(x[i*d+h])-float64(y[j*d+h]), 2)
			}
			worst = math.Max(worst, math.Abs(float64(got[i*n+j])-want)/want)
		}
	}
	return worst
}
