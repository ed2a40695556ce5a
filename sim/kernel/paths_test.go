package kernel

import (
	"math"
	"slices"
	"testing"
)

// The tests of this file compare the path of this machine with the portable Go
// where TestBits does not reach: its engines are too slow, and its hashes fixed.

func needsSIMD(t *testing.T) {
	if !simd {
		t.Skip("the path of this machine is the portable one")
	}
}

// Shapes beyond all blocks and panels, from all starts, with some odd numbers.
func TestLargeProducts(t *testing.T) {
	needsSIMD(t)
	tr := newTrial(t, 21)
	for _, m := range []int{1, 6, 23, 24, 31} {
		for _, n := range []int{1, 7, 15, 16, 17, 33, 47} {
			for _, k := range []int{1, 16, 17, 64, 65, 256, 257, 600} {
				for _, name := range []string{"gemmNN", "gemmNT", "gemmTN"} {
					tr.largeProduct(name, m, n, k, tr.rng.IntN(3), tr.rng.IntN(2)*3)
				}
			}
		}
	}
}

func (t *trial) largeProduct(name string, m, n, k, start, pad int) {
	t.Helper()
	lda, ldb, ldc := max(m, k)+pad, max(n, k)+pad, n+pad
	a, b, c := t.floats(max(m, k)*lda), t.floats(max(n, k)*ldb), t.odd(m*ldc)
	for range 2 {
		a[t.rng.IntN(len(a))], b[t.rng.IntN(len(b))] = t.odd(1)[0], t.odd(1)[0]
	}
	var bias []float32
	from, keep, lds := c, -(start & 1), ldc
	if start == 2 {
		bias = t.odd(n)
		from, keep, lds = bias, -1, 0
	}
	want := slices.Clone(c)
	if start != 2 {
		from = want
	}
	callPortable(t.T, name, []any{want, a, b, from, keep, m, n, k, ldc, lda, ldb, lds})
	productOf(name).run(c, a, b, bias, start == 1, m, n, k, ldc, lda, ldb)
	t.same(name, sizes([]any{m, n, k, start, pad}), c, want)
}

func TestLargeMixtures(t *testing.T) {
	needsSIMD(t)
	tr := newTrial(t, 22)
	for _, m := range []int{1, 7, 8, 9, 63, 64, 65, 130} {
		for _, n := range []int{1, 3, 4, 64, 65, 129} {
			for _, d := range []int{1, 2, 7, 8, 9, 64} {
				tr.largeMixture(tr.floats, m, n, d)
				tr.largeMixture(tr.odd, m, n, d)
			}
		}
	}
}

func (t *trial) largeMixture(numbers func(n int) []float32, m, n, d int) {
	t.Helper()
	q, c := numbers(m*d), t.floats(n*d)
	got, want, room := make([]float32, m*d), make([]float32, m*d), t.odd(GmmdRoom(n, d))
	gmmdGo(want, q, c, slices.Clone(room), m, n, d, 9)
	gmmd(got, q, c, room, m, n, d, 9)
	t.same("gmmd", sizes([]any{m, n, d}), got, want)
	if d == 2 {
		gmm2Go(want, q, c, m, n, 9)
		gmm2(got, q, c, m, n, 9)
		t.same("gmm2", sizes([]any{m, n}), got, want)
	}
}

func TestLargeDistances(t *testing.T) {
	needsSIMD(t)
	tr := newTrial(t, 23)
	for _, m := range []int{1, 5, 6, 13} {
		for _, n := range []int{1, 8, 16, 17, 40} {
			for _, d := range []int{1, 8, 64, 65, 200} {
				x, y := tr.floats(m*d), tr.floats(n*d)
				x[0] = tr.odd(1)[0]
				got, want := tr.odd(m*n), make([]float32, m*n)
				SquaredDistances(got, x, y, m, n, d)
				squaredDistancesGo(want, x, y, m, n, d)
				tr.same("distances", sizes([]any{m, n, d}), got, want)
			}
		}
	}
}

// Every argument gives the same bits, or in the fast test every argumentStride-th.
func TestEveryArgument(t *testing.T) {
	needsSIMD(t)
	ones := slices.Repeat([]float32{1}, 4096)
	back := func(of func(dx, dy, x []float32)) func(y, x []float32) {
		return func(y, x []float32) { of(y, ones[:len(x)], x) }
	}
	for _, c := range []struct {
		name      string
		got, want func(y, x []float32)
	}{
		{"relu", relu, reluGo},
		{"tanh", tanh, tanhGo},
		{"exp", exp, expGo},
		{"silu", silu, siluGo},
		{"siluBack", back(siluBack), back(siluBackGo)},
		{"softplus", softplus, softplusGo},
		{"softplusBack", back(softplusBack), back(softplusBackGo)},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			tr := newTrial(t, 0)
			x, got, want := make([]float32, len(ones)), make([]float32, len(ones)), make([]float32, len(ones))
			for from := uint64(0); from < 1<<32; from += argumentStride * uint64(len(x)) {
				for i := range x {
					x[i] = math.Float32frombits(uint32(from + argumentStride*uint64(i)))
				}
				c.got(got, x)
				c.want(want, x)
				if !slices.EqualFunc(got, want, equalBits) { // which NaNs need not be
					tr.same(c.name, "", got, want)
				}
			}
		})
	}
}

func equalBits(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) }
