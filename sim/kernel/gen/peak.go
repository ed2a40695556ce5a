package main

// addPeak writes the benchmark's measure: n rounds of eight multiplications and
// eight additions, four lanes wide. Sums and one factor stay in registers, so that
// hardly anything else is to be done; the other factor is loaded, because the
// compiler would take a constant product out of the loop.
func (m *module) addPeak() {
	f := m.function("peak")
	at, n := f.param(), f.param()
	var sums [8]vec
	for i := range sums {
		sums[i] = f.let(load(at, 16*i))
	}
	var y [4]vec
	for i := range y {
		y[i] = f.let(load(at, 16*i+128))
	}
	f.while(n.atLeast(1), func() {
		for j := range 2 {
			x := f.let(load(at, 16*j+192))
			for i := range y {
				f.set(sums[4*j+i], sums[4*j+i].add(x.mul(y[i])))
			}
		}
		f.step(n, number(-1))
	})
	for i := range sums {
		f.store(at, 16*i, sums[i])
	}
}
