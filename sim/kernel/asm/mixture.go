package main

import "math"

// The kernels of this file are those of ../portable_mixture.go. Lanes are
// queries, so that every query adds its centres in order.

const farthest = -100

// Gmm2 treats eight queries at a time; m is a multiple of eight. shuffle parts x from y
// in each half, so that lanes are the queries 0 1 4 5 2 3 6 7; what interleave makes
// of the two stands as the queries do.
func (m *module) addGmm2() {
	f := m.function("gmm2", "(out, q, c *float32, m, n int, bits float32)")
	out, q, queries := f.param("out"), f.param("q"), f.param("m")
	g := &planar{function: f, c: f.argument("c"), n: f.argument("n")}
	g.bits = f.let(f.floatParam("bits").splat())
	f.while(f.atLeast(queries, 8), func() {
		low, high := f.let(load(q, 0)), f.let(load(q, 32))
		x, y := f.let(low.shuffle(high, 0, 2, 0, 2)), f.let(low.shuffle(high, 1, 3, 1, 3))
		x, y = g.left(x, y)
		f.store(out, 0, x.interleaveLow(y))
		f.store(out, 32, x.interleaveHigh(y))
		f.step(q, number(64))
		f.step(out, number(64))
		f.step(queries, number(-8))
	})
	f.ends()
}

// A planar is a mixture of n centres in the plane.
type planar struct {
	*function
	c, n num
	bits vec // scale·log₂e
}

// left returns what is left of eight queries.
func (g *planar) left(x, y vec) (vec, vec) {
	near := g.variable(g.all(float32(math.Inf(1))))
	g.eachCentre(x, y, func(_, _, s vec) { g.set(near, near.pmin(s)) })
	sum, u, v := g.variable(g.all(0)), g.variable(g.all(0)), g.variable(g.all(0))
	g.eachCentre(x, y, func(dx, dy, s vec) {
		w := g.weight(near, s, g.bits)
		g.set(sum, sum.add(w))
		g.set(u, u.add(w.mul(dx)))
		g.set(v, v.add(w.mul(dy)))
	})
	return g.let(u.div(sum)), g.let(v.div(sum))
}

// eachCentre visits the centres in order, with the differences of the queries to
// them and the squared distances.
func (g *planar) eachCentre(x, y vec, visit func(dx, dy, s vec)) {
	at, n := g.letNum(g.c), g.letNum(g.n)
	g.times(n, func() {
		dx, dy := g.let(x.sub(loadSplat(at, 0))), g.let(y.sub(loadSplat(at, 4)))
		visit(dx, dy, g.let(dx.mul(dx).add(dy.mul(dy))))
		g.step(at, number(8))
	})
}

// weight returns 2^(bits·(near-s)).
func (f *function) weight(near, s, bits vec) vec {
	return f.exp2(near.sub(s).mul(bits).pmax(f.all(farthest)))
}

// Gmmd is Go that calls the three kernels below, transpose and product: see
// ../mixture_amd64.go. It treats eight queries at a time, the lanes of a row in its
// room.
func (m *module) addGmmd() {
	m.addCentreDistances()
	m.addWeights()
	m.addSubtract()
}

// The bytes of a row of eight queries.
const rowOfQueries = 32

// CentreDistances sets the n rows of w to the squared distances of the queries x, d rows,
// to the centres c, n×d, and near to the least.
func (m *module) addCentreDistances() {
	f := m.function("centreDistances", "(w, x, c, near *float32, n, d int)")
	w, c, n := f.param("w"), f.param("c"), f.param("n")
	x, d := f.param("x"), f.param("d")
	row := f.times4(d)
	near := f.variable(f.all(float32(math.Inf(1))))
	for _, centres := range []int{4, 1} {
		f.while(f.atLeast(n, centres), func() {
			for j, s := range f.apart(f.letNum(x), c, f.letNum(d), row, centres) {
				f.set(near, near.pmin(s))
				f.store(w, rowOfQueries*j, s)
			}
			f.step(w, number(rowOfQueries*centres))
			f.step(n, number(-centres))
		})
	}
	f.store(f.param("near"), 0, near)
	f.ends()
}

// apart returns the squared distances of the queries to some centres, and moves c
// behind them.
func (f *function) apart(x, c, d, row num, centres int) (sums []vec) {
	var at []num
	for range centres {
		at = append(at, f.letNum(c))
		sums = append(sums, f.variable(f.all(0)))
		f.step(c, row)
	}
	f.times(d, func() {
		q := f.let(load(x, 0))
		for j, s := range sums {
			e := f.let(q.sub(loadSplat(at[j], 0)))
			f.set(s, s.add(e.mul(e)))
			f.step(at[j], number(4))
		}
		f.step(x, number(rowOfQueries))
	})
	return sums
}

// Weights turns the distances w, n rows, into weights, and sets total to their
// sums.
func (m *module) addWeights() {
	f := m.function("weights", "(w, near, total *float32, n int, bits float32)")
	at, n := f.param("w"), f.param("n")
	near, bits := f.let(load(f.param("near"), 0)), f.let(f.floatParam("bits").splat())
	total := f.variable(f.all(0))
	f.times(n, func() {
		w := f.weight(near, load(at, 0), bits)
		f.set(total, total.add(w))
		f.store(at, 0, w)
		f.step(at, number(rowOfQueries))
	})
	f.store(f.param("total"), 0, total)
	f.ends()
}

// Subtract turns weighted sums u, d rows, into what is left of the queries x.
func (m *module) addSubtract() {
	f := m.function("subtract", "(u, x, total *float32, d int)")
	u, x, d := f.param("u"), f.param("x"), f.param("d")
	total := f.let(load(f.param("total"), 0))
	f.times(d, func() {
		f.store(u, 0, load(x, 0).sub(load(u, 0).div(total)))
		f.step(x, number(rowOfQueries))
		f.step(u, number(rowOfQueries))
	})
	f.ends()
}
