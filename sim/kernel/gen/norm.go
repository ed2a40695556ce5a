package main

// The kernels of this file are those of ../portable_norm.go.

// LayerNorm sets y = gain·h + bias, where h is a row of x, n numbers, minus its mean and
// times rstd = 1/√(variance + eps).
func (m *module) addLayerNorm() {
	f := m.function("layerNorm")
	y, x, gain, bias := f.param(), f.param(), f.param(), f.param()
	mean, rstd := f.param(), f.param()
	rows, columns := f.param(), f.param()
	eps := f.floatParam()
	least, count := f.let(eps.splat()), f.let(columns.splat().intToFloat())
	ld, one := f.letNum(columns.times4()), number(4)
	f.down(rows, []walk{{y, ld}, {x, ld}, {mean, one}, {rstd, one}}, func() {
		centre := f.mean(x, columns, count, func(v vec) vec { return v })
		spread := f.mean(x, columns, count, func(v vec) vec {
			d := f.let(v.sub(centre))
			return f.let(d.mul(d))
		})
		scale := f.let(f.all(1).div(spread.add(least).sqrt()))
		f.storeLane(mean, 0, 0, centre)
		f.storeLane(rstd, 0, 0, scale)
		f.across(columns, 2, []num{y, x, gain, bias}, func(s span, at []num) func() {
			h := s.load(at[1]).sub(centre).mul(scale)
			v := f.let(h.mul(s.load(at[2])).add(s.load(at[3])))
			return func() { s.store(at[0], v) }
		})
	})
}

// mean returns the mean of a function of n numbers in all lanes.
func (f *function) mean(x, n num, count vec, of func(v vec) vec) vec {
	sum := f.acrossAdding(1, 2, n, []num{x}, func(s span, at []num) ([]vec, func()) {
		return []vec{of(s.load(at[0]))}, nothingToStore
	})[0]
	return f.let(sum.div(count))
}

// LayerNormBack adds to dgain and dbias, and sets dx, or adds to it with keep, to
// rstd·(g - mean(g) - h·mean(g·h)), where g = gain·dy.
func (m *module) addLayerNormBack() {
	f := m.function("layerNormBack")
	dx, dgain, dbias, dy, x, gain := f.param(), f.param(), f.param(), f.param(), f.param(), f.param()
	mean, rstd, keep := f.param(), f.param(), f.param()
	rows, columns := f.param(), f.param()
	mask, count := f.let(keep.splat()), f.let(columns.splat().intToFloat())
	ld, one := f.letNum(columns.times4()), number(4)
	f.down(rows, []walk{{dx, ld}, {dy, ld}, {x, ld}, {mean, one}, {rstd, one}}, func() {
		centre, scale := f.let(loadSplat(mean, 0)), f.let(loadSplat(rstd, 0))
		// terms returns dy, h and g of some elements.
		terms := func(s span, dy, x, gain num) (d, h, g vec) {
			d = s.load(dy)
			h = f.let(s.load(x).sub(centre).mul(scale))
			return d, h, f.let(d.mul(s.load(gain)))
		}
		sums := f.acrossAdding(2, 2, columns, []num{dy, x, gain, dgain, dbias}, func(s span, at []num) ([]vec, func()) {
			d, h, g := terms(s, at[0], at[1], at[2])
			dg, db := f.let(s.load(at[3]).add(d.mul(h))), f.let(s.load(at[4]).add(d))
			return []vec{g, f.let(g.mul(h))}, func() {
				s.store(at[3], dg)
				s.store(at[4], db)
			}
		})
		shift, tilt := f.let(sums[0].div(count)), f.let(sums[1].div(count))
		f.across(columns, 2, []num{dy, x, gain, dx}, func(s span, at []num) func() {
			_, h, g := terms(s, at[0], at[1], at[2])
			v := f.let(s.load(at[3]).and(mask).add(scale.mul(g.sub(shift).sub(h.mul(tilt)))))
			return func() { s.store(at[3], v) }
		})
	})
}
