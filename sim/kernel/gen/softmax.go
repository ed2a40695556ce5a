package main

import "math"

// The kernels of this file are those of ../portable_softmax.go.

// Softmax sets the m rows of y to the softmax over n columns of scale·x + mask.
func (m *module) addSoftmax() {
	f := m.function("softmax")
	y, x, mask, keep := f.param(), f.param(), f.param(), f.param() // keep: the mask counts
	rows, columns, ld, ldm := f.param(), f.param(), f.param(), f.param()
	scale := f.floatParam()
	factor, counts := f.let(scale.splat()), f.let(keep.splat())
	f.set(ld, ld.times4())
	f.set(ldm, ldm.times4())
	f.down(rows, []walk{{y, ld}, {x, ld}, {mask, ldm}}, func() {
		f.across(columns, 1, []num{y, x, mask}, func(s span, at []num) func() {
			v := f.let(s.load(at[1]).mul(factor).add(s.load(at[2]).and(counts)))
			return func() { s.store(at[0], v) }
		})
		f.normalize(y, columns)
	})
}

// normalize replaces n logits by their softmax.
func (f *function) normalize(y, n num) {
	best := f.let(f.greatest(y, n).pmax(f.all(-math.MaxFloat32)))
	sum := f.acrossAdding(1, 1, n, []num{y}, func(s span, at []num) ([]vec, func()) {
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
	f := m.function("softmaxBack")
	dx, dy, y := f.param(), f.param(), f.param()
	rows, columns, ld := f.param(), f.param(), f.param()
	scale := f.floatParam()
	factor := f.let(scale.splat())
	f.set(ld, ld.times4())
	f.down(rows, []walk{{dx, ld}, {dy, ld}, {y, ld}}, func() {
		sum := f.acrossAdding(1, 1, columns, []num{dy, y}, func(s span, at []num) ([]vec, func()) {
			return []vec{f.let(s.load(at[1]).mul(s.load(at[0])))}, nothingToStore
		})[0]
		f.across(columns, 1, []num{dx, dy, y}, func(s span, at []num) func() {
			v := f.let(s.load(at[2]).mul(s.load(at[1]).sub(sum)).mul(factor))
			return func() { s.store(at[0], v) }
		})
	})
}

// LogSumExp sets out[i] to ln Σⱼ e^x[i,j], for m rows of n columns.
func (m *module) addLogSumExp() {
	f := m.function("logSumExp")
	out, x := f.param(), f.param()
	rows, columns, ld := f.param(), f.param(), f.param()
	f.set(ld, ld.times4())
	f.down(rows, []walk{{out, number(4)}, {x, ld}}, func() {
		best := f.greatest(x, columns)
		top := f.let(best.pmax(f.all(-math.MaxFloat32)).pmin(f.all(math.MaxFloat32)))
		sum := f.acrossAdding(1, 1, columns, []num{x}, func(s span, at []num) ([]vec, func()) {
			return []vec{f.exp(s.load(at[0]).sub(top).pmin(f.all(0)))}, nothingToStore
		})[0]
		f.storeLane(out, 0, 0, f.let(f.log(sum).add(best).add(sum.sub(sum))))
	})
}
