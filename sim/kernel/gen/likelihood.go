package main

// The kernels of this file are those of ../portable_likelihood.go and
// ../portable_smooth.go.

const logTau = 1.8378770664

// Bernoulli sets out[i] to Σⱼ x·a - ln(1+e^a), for m rows of n columns, and da, unless
// it is nil, to scale times the derivative.
func (m *module) addBernoulli() {
	f := m.function("bernoulli")
	out, da, a, x := f.param(), f.param(), f.param(), f.param()
	rows, columns, ldx := f.param(), f.param(), f.param()
	factor := f.let(f.floatParam().splat())
	gradient, ld := f.letNum(da), f.letNum(columns.times4()) // da, which moves, may be 0
	f.set(ldx, ldx.times4())
	f.down(rows, []walk{{out, number(4)}, {a, ld}, {x, ldx}, {da, ld}}, func() {
		sum := f.acrossAdding(1, 1, columns, []num{a, x, da}, func(s span, at []num) ([]vec, func()) {
			value, slope := f.bernoulli(s.load(at[0]), s.load(at[1]))
			return []vec{value}, func() {
				f.when(gradient, func() { s.store(at[2], factor.mul(slope)) })
			}
		})[0]
		f.storeLane(out, 0, 0, sum)
	})
}

// bernoulli returns x·a - ln(1+e^a), and its derivative with respect to a.
func (f *function) bernoulli(a, x vec) (value, slope vec) {
	t := f.exp(a.abs().neg())
	negative := f.let(a.atMost(f.all(0)))
	top := a.andNot(negative)
	value = f.let(x.mul(a).sub(top.add(f.log1p(t))))
	part := f.all(1).andNot(negative).or(t.and(negative))
	return value, x.sub(part.div(t.add(f.all(1))))
}

// Gaussian sets out[i] to the log-density of row i of x, n numbers, and dmean and
// dlogvar, unless they are nil, to scale times the derivatives.
func (m *module) addGaussian() {
	f := m.function("gaussian")
	out, dmean, dlogvar := f.param(), f.param(), f.param()
	x, mean, logvar := f.param(), f.param(), f.param()
	rows, columns, ld, ldv, ldx := f.param(), f.param(), f.param(), f.param(), f.param()
	factor := f.let(f.floatParam().splat())
	half := f.let(f.all(0.5).mul(factor))
	gradient := f.letNum(dmean) // which moves, and may be 0
	constant := f.let(columns.splat().intToFloat().mul(f.all(logTau)))
	for _, distance := range []num{ld, ldv, ldx} {
		f.set(distance, distance.times4())
	}
	walks := []walk{{out, number(4)}, {x, ldx}, {mean, ld}, {logvar, ldv}, {dmean, ld}, {dlogvar, ld}}
	f.down(rows, walks, func() {
		sum := f.acrossAdding(1, 1, columns, []num{x, mean, logvar, dmean, dlogvar}, func(s span, at []num) ([]vec, func()) {
			d, v := f.let(s.load(at[0]).sub(s.load(at[1]))), s.load(at[2])
			q := f.let(d.mul(f.exp(v.neg())))
			square := f.let(d.mul(q))
			return []vec{f.let(square.add(v))}, func() {
				f.when(gradient, func() {
					s.store(at[3], factor.mul(q))
					s.store(at[4], half.mul(square.sub(f.all(1))))
				})
			}
		})[0]
		f.storeLane(out, 0, 0, f.all(-0.5).mul(sum.add(constant)))
	})
}

// SmoothXent is SoftmaxXent with the target rest + each for the label, and each for the
// other classes.
func (m *module) addSmoothXent() {
	f := m.function("smoothXent")
	dz, z, labels, rows, columns := f.param(), f.param(), f.param(), f.param(), f.param()
	scale, rest, each := f.floatParam(), f.floatParam(), f.floatParam()
	t := smoothed{f.let(scale.splat()), f.let(rest.splat()), f.let(each.splat())}
	ld, loss := f.letNum(columns.times4()), f.vec()
	f.down(rows, []walk{{dz, ld}, {z, ld}, {labels, number(4)}}, func() {
		f.set(loss, loss.add(f.smoothRow(dz, z, labels, columns, t)))
	})
	f.returns(loss.lane0())
}

// A smoothed is a label: targets are rest for the class and each for all.
type smoothed struct{ scale, rest, each vec }

// smoothRow returns the loss of one row.
func (f *function) smoothRow(dz, z, labels, columns num, t smoothed) vec {
	label := f.letNum(labels.load(0).times4())
	best := f.greatest(z, columns)
	right := f.let(best.sub(loadSplat(z.add(label), 0)))
	sums := f.acrossAdding(2, 1, columns, []num{dz, z}, func(s span, at []num) ([]vec, func()) {
		gap := f.let(best.sub(s.load(at[1])))
		e := f.exp(gap.neg())
		return []vec{e, gap}, func() { s.store(at[0], e) }
	})
	share, low := f.let(t.scale.div(sums[0])), f.let(t.scale.mul(t.each))
	f.across(columns, 1, []num{dz}, func(s span, at []num) func() {
		v := f.let(s.load(at[0]).mul(share).sub(low))
		return func() { s.store(at[0], v) }
	})
	at := f.letNum(dz.add(label))
	f.storeLane(at, 0, 0, loadZero(at, 0).sub(t.scale.mul(t.rest)))
	return f.let(f.log(sums[0]).add(t.rest.mul(right).add(t.each.mul(sums[1]))))
}
