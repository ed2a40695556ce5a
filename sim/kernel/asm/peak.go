package main

// addPeak writes the benchmark's measure: n rounds of twelve multiplications and
// twelve additions, eight lanes wide, as a product's tile has them, but with all
// numbers in registers.
func (m *module) addPeak() {
	f := m.function("peak", "(at *float32, n int)")
	at, n := f.param("at"), f.param("n")
	var sums [12]vec
	for i := range sums {
		sums[i] = f.variable(load(at, 32*i))
	}
	x, y := f.let(f.all(0.5)), f.let(f.all(0.25))
	f.times(n, func() {
		for i, sum := range sums {
			f.set(sum, sum.add([]vec{x, y}[i%2].mul(y)))
		}
	})
	for i, sum := range sums {
		f.store(at, 32*i, sum)
	}
	f.ends()
}
