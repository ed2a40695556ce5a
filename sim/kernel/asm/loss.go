package main

// The kernels of this file are those of ../portable_loss.go. Sums have four lanes
// there, so that here the two halves of a vector are added one after the other.

// sumLanes returns (lane 0 + lane 1) + (lane 2 + lane 3) in lane 0.
func (f *function) sumLanes(v vec) vec {
	pairs := f.let(v.add(v.shuffle(v, 1, 0, 3, 2)))
	return f.let(pairs.add(pairs.shuffle(pairs, 2, 3, 0, 1)))
}

// eachAdding is each, where body returns numbers to be added to four lanes: those
// of element i to lane i mod 4.
func (f *function) eachAdding(n num, pointers []num, body func(s span) (v vec, store func())) (sum vec) {
	return f.eachAddingAll(1, n, pointers, func(s span) ([]vec, func()) {
		v, store := body(s)
		return []vec{v}, store
	})[0]
}

// eachAddingAll adds up some numbers of each element, as many as count says. The
// upper halves of the sums do not count.
func (f *function) eachAddingAll(count int, n num, pointers []num, body func(s span) (values []vec, store func())) (sums []vec) {
	for range count {
		sums = append(sums, f.variable(f.all(0)))
	}
	lane := f.variable(f.firstLane())
	f.each(n, pointers, 1, func(s span) (store func()) {
		values, store := body(s)
		for i, v := range values {
			if s.lanes == 1 {
				v = v.and(lane)
			}
			f.set(sums[i], sums[i].add(v))
			if s.lanes == 8 {
				f.set(sums[i], sums[i].add(v.swapHalves()))
			}
		}
		if s.lanes == 1 {
			f.set(lane, lane.shuffle(lane, 3, 0, 1, 2))
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
	f := m.function("mse", "(dz, z, t *float32, n int, scale float32) float32")
	dz, z, t, n := f.param("dz"), f.param("z"), f.param("t"), f.param("n")
	scale := f.let(f.floatParam("scale").splat())
	twice := f.let(scale.add(scale))
	sum := f.eachAdding(n, []num{dz, z, t}, func(s span) (vec, func()) {
		d := f.let(s.load(z).sub(s.load(t)))
		return f.let(d.mul(d)), func() { s.store(dz, twice.mul(d)) }
	})
	f.returns(sum)
}

// SoftmaxXent returns the summed cross-entropy of m rows of n logits, and sets
// dz = scale·(softmax(z) - onehot).
func (m *module) addSoftmaxXent() {
	f := m.function("softmaxXent", "(dz, z *float32, labels *int32, m, n int, scale float32) float32")
	dz, z, labels := f.param("dz"), f.param("z"), f.param("labels")
	rows, columns := f.param("m"), f.param("n")
	scale := f.let(f.floatParam("scale").splat())
	loss := f.variable(f.all(0))
	f.times(rows, func() {
		f.set(loss, loss.add(f.softmaxRow(dz, z, labels, columns, scale)))
		size := f.times4(columns)
		f.step(dz, size)
		f.step(z, size)
		f.step(labels, number(4))
	})
	f.returns(loss)
}

// softmaxRow returns the loss of one row in lane 0.
func (f *function) softmaxRow(dz, z, labels, columns num, scale vec) vec {
	label := f.letInt32(labels)
	right := f.let(loadSplat(f.element(z, label), 0))
	best := f.greatest(z, columns)
	from, to, n := f.letNum(z), f.letNum(dz), f.letNum(columns)
	sum := f.eachAdding(n, []num{to, from}, func(s span) (vec, func()) {
		e := f.exp(s.load(from).sub(best))
		return e, func() { s.store(to, e) }
	})
	share := f.let(scale.div(sum).splat0())
	to, n = f.letNum(dz), f.letNum(columns)
	f.each(n, []num{to}, 1, func(s span) (store func()) {
		v := f.let(s.load(to).mul(share))
		return func() { s.store(to, v) }
	})
	at := f.element(dz, label)
	f.storeSome(1, at, 0, loadSplat(at, 0).sub(scale))
	return f.let(f.log(sum).add(best.sub(right)).add(sum.sub(sum)))
}

// greatest returns the greatest of n numbers in all lanes.
func (f *function) greatest(z, n num) vec {
	at, left := f.letNum(z), f.letNum(n)
	best := f.variable(loadSplat(at, 0))
	f.each(left, []num{at}, 1, func(s span) (store func()) {
		f.set(best, best.pmax(s.load(at)))
		return nothingToStore
	})
	f.set(best, best.pmax(best.swapHalves()))
	f.set(best, best.pmax(best.shuffle(best, 1, 0, 3, 2)))
	f.set(best, best.pmax(best.shuffle(best, 2, 3, 0, 1)))
	return best
}
