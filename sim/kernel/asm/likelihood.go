package main

// The kernels of this file are those of ../portable_likelihood.go and
// ../portable_smooth.go.

const logTau = 1.8378770664

// Bernoulli sets out[i] to Σⱼ x·a - ln(1+e^a), for m rows of n columns, and da, unless
// it is nil, to scale times the derivative.
func (m *module) addBernoulli() {
	f := m.function("bernoulli", "(out, da, a, x *float32, m, n, ldx int, scale float32)")
	out, da, a, x := f.argument("out"), f.argument("da"), f.argument("a"), f.argument("x")
	rows, columns := f.argument("m"), f.argument("n")
	factor := f.let(f.floatParam("scale").splat())
	gradient, ld, ldx := f.letNum(da), f.times4(columns), f.times4(f.argument("ldx")) // da, which moves, may be nil
	f.down(rows, []walk{{out, number(4)}, {a, ld}, {x, ldx}, {da, ld}}, func() {
		sum := f.acrossAdding(1, columns, []num{a, x, da}, func(s span, at []num) ([]vec, func()) {
			value, slope := f.bernoulli(s.load(at[0]), s.load(at[1]))
			return []vec{value}, func() {
				f.when(f.isSet(gradient), func() { s.store(at[2], factor.mul(slope)) })
			}
		})[0]
		f.storeNumber(out, sum)
	})
	f.ends()
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
	f := m.function("gaussian", "(out, dmean, dlogvar, x, mean, logvar *float32, m, n, ld, ldv, ldx int, scale float32)")
	out, dmean, dlogvar := f.argument("out"), f.argument("dmean"), f.argument("dlogvar")
	x, mean, logvar := f.argument("x"), f.argument("mean"), f.argument("logvar")
	rows, columns := f.argument("m"), f.argument("n")
	ld, ldv, ldx := f.times4(f.argument("ld")), f.times4(f.argument("ldv")), f.times4(f.argument("ldx"))
	factor := f.let(f.floatParam("scale").splat())
	half := f.let(f.all(0.5).mul(factor))
	constant := f.let(columns.splat().intToFloat().mul(f.all(logTau)))
	gradient := f.letNum(dmean) // which moves, and may be nil
	walks := []walk{{out, number(4)}, {x, ldx}, {mean, ld}, {logvar, ldv}, {dmean, ld}, {dlogvar, ld}}
	f.down(rows, walks, func() {
		sum := f.acrossAdding(1, columns, []num{x, mean, logvar, dmean, dlogvar}, func(s span, at []num) ([]vec, func()) {
			d, v := f.let(s.load(at[0]).sub(s.load(at[1]))), s.load(at[2])
			q := f.let(d.mul(f.exp(v.neg())))
			square := f.let(d.mul(q))
			return []vec{f.let(square.add(v))}, func() {
				f.when(f.isSet(gradient), func() {
					s.store(at[3], factor.mul(q))
					s.store(at[4], half.mul(square.sub(f.all(1))))
				})
			}
		})[0]
		f.storeNumber(out, f.all(-0.5).mul(sum.add(constant)))
	})
	f.ends()
}

// SmoothXent is SoftmaxXent with the target rest + each for the label, and each for the
// other classes.
func (m *module) addSmoothXent() {
	f := m.function("smoothXent", "(dz, z *float32, labels *int32, m, n int, scale, rest, each float32) float32")
	dz, z, labels := f.argument("dz"), f.argument("z"), f.argument("labels")
	rows, columns := f.argument("m"), f.argument("n")
	constant := func(name string) vec { return f.let(f.floatParam(name).splat()) }
	t := smoothed{constant("scale"), constant("rest"), constant("each")}
	ld, loss := f.times4(columns), f.variable(f.all(0))
	f.down(rows, []walk{{dz, ld}, {z, ld}, {labels, number(4)}}, func() {
		f.set(loss, loss.add(f.smoothRow(dz, z, labels, columns, t)))
	})
	f.returns(loss)
}

// A smoothed is a label: targets are rest for the class and each for all.
type smoothed struct{ scale, rest, each vec }

// smoothRow returns the loss of one row.
func (f *function) smoothRow(dz, z, labels, columns num, t smoothed) vec {
	label := f.letInt32(f.letNum(labels))
	best := f.greatest(z, columns)
	right := f.let(best.sub(loadSplat(f.element(f.letNum(z), label), 0)))
	sums := f.acrossAdding(2, columns, []num{dz, z}, func(s span, at []num) ([]vec, func()) {
		gap := f.let(best.sub(s.load(at[1])))
		e := f.exp(gap.neg())
		return []vec{e, gap}, func() { s.store(at[0], e) }
	})
	share, low := f.let(t.scale.div(sums[0])), f.let(t.scale.mul(t.each))
	f.across(columns, 1, []num{dz}, func(s span, at []num) func() {
		v := f.let(s.load(at[0]).mul(share).sub(low))
		return func() { s.store(at[0], v) }
	})
	at := f.element(f.letNum(dz), label)
	f.storeSome(1, at, 0, loadSplat(at, 0).sub(t.scale.mul(t.rest)))
	return f.let(f.log(sums[0]).add(t.rest.mul(right).add(t.each.mul(sums[1]))))
}
