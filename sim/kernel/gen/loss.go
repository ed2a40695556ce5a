package main

// The kernels of this file are those of ../portable_loss.go.

// sumLanes returns (lane 0 + lane 1) + (lane 2 + lane 3) in lane 0.
func (f *function) sumLanes(v vec) vec {
	pairs := f.let(v.add(shuffle(v, v, 1, 0, 3, 2)))
	return f.let(pairs.add(shuffle(pairs, pairs, 2, 3, 0, 1)))
}

// firstLane has all bits of lane 0 set, and moveLane turns a vector by one lane.
func firstLane() vec     { return lanes(0xffffffff, 0, 0, 0) }
func moveLane(v vec) vec { return shuffle(v, v, 3, 0, 1, 2) }

// eachAdding is each, where body returns numbers to be added to four lanes: those
// of element i to lane i mod 4.
func (f *function) eachAdding(n num, pointers []num, body func(s span) (v vec, store func())) (sum vec) {
	return f.eachAddingAll(1, 2, n, pointers, func(s span) ([]vec, func()) {
		v, store := body(s)
		return []vec{v}, store
	})[0]
}

// eachAddingAll adds up some numbers of each element, as many as count says.
func (f *function) eachAddingAll(count, unroll int, n num, pointers []num, body func(s span) (values []vec, store func())) (sums []vec) {
	for range count {
		sums = append(sums, f.let(f.all(0)))
	}
	mask := f.let(firstLane())
	f.each(n, pointers, unroll, func(s span) (store func()) {
		values, store := body(s)
		for i, v := range values {
			if s.single {
				v = v.splat0().and(mask)
			}
			f.set(sums[i], sums[i].add(v))
		}
		if s.single {
			f.set(mask, moveLane(mask))
		}
		return store
	})
	for i, v := range sums {
		sums[i] = f.sumLanes(v)
	}
	return sums
}

// MSE returns Σ(z-t)² over n numbers, and sets dz = 2·scale·(z-t).
func (m *module) addMSE() {
	f := m.function("mse")
	dz, z, t, n := f.param(), f.param(), f.param(), f.param()
	scale := f.floatParam()
	twice := f.let(scale.splat().add(scale.splat()))
	sum := f.eachAdding(n, []num{dz, z, t}, func(s span) (vec, func()) {
		d := f.let(s.load(z).sub(s.load(t)))
		return f.let(d.mul(d)), func() { s.store(dz, twice.mul(d)) }
	})
	f.returns(sum.lane0())
}

// SoftmaxXent returns the summed cross-entropy of m rows of n logits, and sets
// dz = scale·(softmax(z) - onehot).
func (m *module) addSoftmaxXent() {
	f := m.function("softmaxXent")
	dz, z, labels, rows, columns := f.param(), f.param(), f.param(), f.param(), f.param()
	scale := f.floatParam()
	s := f.let(scale.splat())
	loss := f.vec()
	f.while(rows.atLeast(1), func() {
		f.set(loss, loss.add(f.softmaxRow(dz, z, labels, columns, s)))
		f.step(dz, columns.times4())
		f.step(z, columns.times4())
		f.step(labels, number(4))
		f.step(rows, number(-1))
	})
	f.returns(loss.lane0())
}

// softmaxRow returns the loss of one row in lane 0.
func (f *function) softmaxRow(dz, z, labels, columns num, scale vec) vec {
	label := f.letNum(labels.load(0).times4())
	right := f.let(loadSplat(z.add(label), 0))
	best := f.greatest(z, columns)
	from, to, n := f.letNum(z), f.letNum(dz), f.letNum(columns)
	sum := f.eachAdding(n, []num{to, from}, func(s span) (vec, func()) {
		e := f.exp(s.load(from).sub(best))
		return e, func() { s.store(to, e) }
	})
	share := f.let(scale.div(sum).splat0())
	f.set(to, dz)
	f.set(n, columns)
	f.each(n, []num{to}, 1, func(s span) (store func()) {
		v := f.let(s.load(to).mul(share))
		return func() { s.store(to, v) }
	})
	at := f.letNum(dz.add(label))
	f.storeLane(at, 0, 0, loadZero(at, 0).sub(scale))
	return f.let(f.log(sum).add(best.sub(right)).add(sum.sub(sum)))
}

// greatest returns the greatest of n numbers in all lanes.
func (f *function) greatest(z, n num) vec {
	at, left := f.letNum(z), f.letNum(n)
	best := f.let(loadSplat(at, 0))
	f.each(left, []num{at}, 1, func(s span) (store func()) {
		v := s.load(at)
		if s.single {
			v = v.splat0()
		}
		f.set(best, best.pmax(v))
		return nothingToStore
	})
	f.set(best, best.pmax(shuffle(best, best, 1, 0, 3, 2)))
	f.set(best, best.pmax(shuffle(best, best, 2, 3, 0, 1)))
	return best
}
