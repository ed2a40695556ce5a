package main

import "math"

// The kernels of this file are those of ../portable_mixture.go. Lanes are
// queries, so that every query adds its centres in order.

const farthest = -100

// Gmm2 treats four queries at a time, then one, in four equal lanes.
func (m *module) addGmm2() {
	f := m.function("gmm2")
	out, q, c, queries, centres := f.param(), f.param(), f.param(), f.param(), f.param()
	bits := f.floatParam()
	g := &planar{function: f, c: c, n: centres, bits: f.let(bits.splat())}
	f.while(queries.atLeast(4), func() {
		low, high := f.let(load(q, 0)), f.let(load(q, 16))
		x := f.let(shuffle(low, high, 0, 2, 4, 6))
		y := f.let(shuffle(low, high, 1, 3, 5, 7))
		x, y = g.left(x, y)
		f.store(out, 0, shuffle(x, y, 0, 4, 1, 5))
		f.store(out, 16, shuffle(x, y, 2, 6, 3, 7))
		f.step(q, number(32))
		f.step(out, number(32))
		f.step(queries, number(-4))
	})
	f.while(queries.atLeast(1), func() {
		x, y := g.left(f.let(loadSplat(q, 0)), f.let(loadSplat(q, 4)))
		f.storeLane(out, 0, 0, x)
		f.storeLane(out, 4, 0, y)
		f.step(q, number(8))
		f.step(out, number(8))
		f.step(queries, number(-1))
	})
}

// A planar is a mixture of n centres in the plane.
type planar struct {
	*function
	c, n num
	bits vec // scale·log₂e
}

// left returns what is left of four queries.
func (g *planar) left(x, y vec) (vec, vec) {
	near := g.let(g.all(float32(math.Inf(1))))
	g.eachCentre(x, y, func(_, _, s vec) { g.set(near, near.pmin(s)) })
	sum, u, v := g.let(g.all(0)), g.let(g.all(0)), g.let(g.all(0))
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
	for _, unroll := range []int{4, 1} {
		g.while(n.atLeast(unroll), func() {
			for u := range unroll {
				dx, dy := g.let(x.sub(loadSplat(at, 8*u))), g.let(y.sub(loadSplat(at, 8*u+4)))
				visit(dx, dy, dx.mul(dx).add(dy.mul(dy)))
			}
			g.step(at, number(8*unroll))
			g.step(n, number(-unroll))
		})
	}
}

// weight returns 2^(bits·(near-s)).
func (f *function) weight(near, s, bits vec) vec {
	return f.exp2(near.sub(s).mul(bits).pmax(f.all(farthest)))
}

// queries is the number of queries that Gmmd treats together.
const queries = 8

// A block is eight queries of Gmmd. Their room holds, in rows of eight: d rows of
// coordinates, n rows of weights, d rows of weighted sums.
type block struct {
	*function
	out, q, c   num
	m, n, d     num
	bits        vec
	x, w, u     num // the three parts of the room
	row         num // bytes of one row of q, c and out
	near, total [2]vec
}

func (m *module) addGmmd() {
	f := m.function("gmmd")
	b := &block{function: f}
	b.out, b.q, b.c, b.x = f.param(), f.param(), f.param(), f.param()
	b.m, b.n, b.d = f.param(), f.param(), f.param()
	bits := f.floatParam()
	b.bits = f.let(bits.splat())
	b.row = f.letNum(b.d.times4())
	b.w = f.letNum(b.x.add(b.d.mul(number(4 * queries))))
	b.u = f.letNum(b.w.add(b.n.mul(number(4 * queries))))
	f.while(b.m.atLeast(1), func() {
		b.gather()
		b.distances()
		b.weights()
		b.sum()
		b.subtract()
		b.scatter()
		f.step(b.m, number(-queries))
	})
}

// eachQuery runs body for the queries of the block, with the address of a row in
// q or out and that of its lane in the room. It leaves first after the block. In
// the last block the last query may stand several times.
func (b *block) eachQuery(first, lane num, body func(row, lane num)) {
	lane, left := b.letNum(lane), b.letNum(number(queries))
	valid := b.letNum(b.m)
	b.while(left.atLeast(1), func() {
		body(first, lane)
		b.step(lane, number(4))
		b.step(left, number(-1))
		b.step(valid, number(-1))
		b.when(valid.atLeast(1), func() { b.step(first, b.row) })
	})
}

// gather transposes the queries into the room.
func (b *block) gather() {
	b.eachQuery(b.q, b.x, func(row, lane num) {
		b.copy(b.letNum(lane), number(4*queries), b.letNum(row), number(4))
	})
}

// scatter transposes the results out of the room.
func (b *block) scatter() {
	b.eachQuery(b.out, b.u, func(row, lane num) {
		b.copy(b.letNum(row), number(4), b.letNum(lane), number(4*queries))
	})
}

// copy copies d numbers between places some bytes apart.
func (b *block) copy(to, toStep, from, fromStep num) {
	left := b.letNum(b.d)
	b.while(left.atLeast(1), func() {
		b.storeNum(to, from.load(0))
		b.step(to, toStep)
		b.step(from, fromStep)
		b.step(left, number(-1))
	})
}

// distances sets the n rows of w to squared distances, and near to the least.
func (b *block) distances() {
	for v := range b.near {
		b.near[v] = b.let(b.all(float32(math.Inf(1))))
	}
	c, w, n := b.letNum(b.c), b.letNum(b.w), b.letNum(b.n)
	for _, centres := range []int{4, 1} {
		b.while(n.atLeast(centres), func() {
			for j, s := range b.apart(c, centres) {
				for v := range s {
					b.set(b.near[v], b.near[v].pmin(s[v]))
					b.store(w, 4*queries*j+16*v, s[v])
				}
			}
			b.step(c, b.row.mul(number(centres)))
			b.step(w, number(4*queries*centres))
			b.step(n, number(-centres))
		})
	}
}

// apart returns the squared distances of the queries to some centres.
func (b *block) apart(c num, centres int) (sums [][2]vec) {
	x, at, d := b.letNum(b.x), []num{b.letNum(c)}, b.letNum(b.d)
	for len(at) < centres {
		at = append(at, b.letNum(at[len(at)-1].add(b.row)))
	}
	for range centres {
		sums = append(sums, [2]vec{b.let(b.all(0)), b.let(b.all(0))})
	}
	b.while(d.atLeast(1), func() {
		low, high := b.let(load(x, 0)), b.let(load(x, 16))
		for j, s := range sums {
			c := b.let(loadSplat(at[j], 0))
			for v, x := range []vec{low, high} {
				e := b.let(x.sub(c))
				b.set(s[v], s[v].add(e.mul(e)))
			}
			b.step(at[j], number(4))
		}
		b.step(x, number(4*queries))
		b.step(d, number(-1))
	})
	return sums
}

// weights turns the distances into weights, and sets total to their sums.
func (b *block) weights() {
	for v := range b.total {
		b.total[v] = b.let(b.all(0))
	}
	at, n := b.letNum(b.w), b.letNum(b.n)
	b.while(n.atLeast(1), func() {
		for v := range b.total {
			w := b.weight(b.near[v], load(at, 16*v), b.bits)
			b.set(b.total[v], b.total[v].add(w))
			b.store(at, 16*v, w)
		}
		b.step(at, number(4*queries))
		b.step(n, number(-1))
	})
}

// centresAtOnce are as many as stay in the fastest cache while all dimensions
// pass.
const centresAtOnce = 64

// sum sets u to the weighted sums of the centres.
func (b *block) sum() {
	c, w, n, keep := b.letNum(b.c), b.letNum(b.w), b.letNum(b.n), b.letNum(number(0))
	eight := number(queries)
	b.while(n.atLeast(1), func() {
		some := b.letNum(b.least(n, centresAtOnce))
		b.emit(b.call("gemmTN", b.u, c, w, b.u, keep, b.d, eight, some, eight, b.d, eight, eight))
		b.set(keep, number(-1))
		b.step(c, b.row.mul(some))
		b.step(w, some.mul(number(4*queries)))
		b.step(n, number(0).sub(some))
	})
}

// subtract turns the weighted sums into what is left of the queries.
func (b *block) subtract() {
	x, u, d := b.letNum(b.x), b.letNum(b.u), b.letNum(b.d)
	b.while(d.atLeast(1), func() {
		for v, total := range b.total {
			b.store(u, 16*v, load(x, 16*v).sub(load(u, 16*v).div(total)))
		}
		b.step(x, number(4*queries))
		b.step(u, number(4*queries))
		b.step(d, number(-1))
	})
}
