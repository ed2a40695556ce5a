package main

import "math"

// The kernels of this file are those of ../portable_softmax.go.

// Softmax sets the m rows of y to the softmax over n columns of scale·x + mask.
func (m *module) addSoftmax() {
	f := m.function("softmax", "(y, x, mask *float32, keep, m, n, ld, ldm int, scale float32)") // keep: the mask counts
	y, x, mask := f.argument("y"), f.argument("x"), f.argument("mask")
	rows, columns := f.argument("m"), f.argument("n")
	factor, counts := f.let(f.floatParam("scale").splat()), f.let(f.argument("keep").splat())
	ld, ldm := f.times4(f.argument("ld")), f.times4(f.argument("ldm"))
	f.down(rows, []walk{{y, ld}, {x, ld}, {mask, ldm}}, func() {
		f.across(columns, 1, []num{y, x, mask}, func(s span, at []num) func() {
			v := f.let(s.load(at[1]).mul(factor).add(s.load(at[2]).and(counts)))
			return func() { s.store(at[0], v) }
		})
		f.normalize(y, columns)
	})
	f.ends()
}

// normalize replaces n logits by their softmax.
func (f *function) normalize(y, n num) {
	best := f.let(f.greatest(y, n).pmax(f.all(-math.MaxFloat32)))
	sum := f.acrossAdding(1, n, []num{y}, func(s span, at []num) ([]vec, func()) {
		d := f.let(s.load(at[0]).sub(best))
		e := f.let(f.exp(d).andNot(d.atMost(f.all(expLow))))
		return []vec{e}, func() { s.store(at[0], e) }
	})[0]
	share := f.let(f.all(1).div(sum).andNot(sum.atMost(f.all(0))))
	f.across(n, 1, []num{y}, func(s span, at []num) func() {
		v := f.let(s.load(at[0]).mul(share))
		return func() { s.store(at[0], v) }
	})
}

// SoftmaxBack sets dx = scale·y·(dy - Σ y·dy), the sum being that of the row.
func (m *module) addSoftmaxBack() {
	f := m.function("softmaxBack", "(dx, dy, y *float32, m, n, ld int, scale float32)")
	dx, dy, y := f.argument("dx"), f.argument("dy"), f.argument("y")
	rows, columns := f.argument("m"), f.argument("n")
	factor, ld := f.let(f.floatParam("scale").splat()), f.times4(f.argument("ld"))
	f.down(rows, []walk{{dx, ld}, {dy, ld}, {y, ld}}, func() {
		sum := f.acrossAdding(1, columns, []num{dy, y}, func(s span, at []num) ([]vec, func()) {
			return []vec{f.let(s.load(at[1]).mul(s.load(at[0])))}, nothingToStore
		})[0]
		f.across(columns, 1, []num{dx, dy, y}, func(s span, at []num) func() {
			v := f.let(s.load(at[2]).mul(s.load(at[1]).sub(sum)).mul(factor))
			return func() { s.store(at[0], v) }
		})
	})
	f.ends()
}

// LogSumExp sets out[i] to ln Σⱼ e^x[i,j], for m rows of n columns.
func (m *module) addLogSumExp() {
	f := m.function("logSumExp", "(out, x *float32, m, n, ld int)")
	out, x := f.argument("out"), f.argument("x")
	rows, columns := f.argument("m"), f.argument("n")
	ld := f.times4(f.argument("ld"))
	f.down(rows, []walk{{out, number(4)}, {x, ld}}, func() {
		best := f.greatest(x, columns)
		top := f.let(best.pmax(f.all(-math.MaxFloat32)).pmin(f.all(math.MaxFloat32)))
		sum := f.acrossAdding(1, columns, []num{x}, func(s span, at []num) ([]vec, func()) {
			return []vec{f.exp(s.load(at[0]).sub(top).pmin(f.all(0)))}, nothingToStore
		})[0]
		f.storeNumber(out, f.log(sum).add(best).add(sum.sub(sum)))
	})
	f.ends()
}
