package main

// A walk is a pointer to a row of a matrix, and the distance between two rows in
// bytes.
type walk struct{ at, ld num }

// down runs body for a number of rows, and moves the pointers from row to row.
func (f *function) down(rows num, walks []walk, body func()) {
	f.while(f.atLeast(rows, 1), func() {
		body()
		for _, w := range walks {
			f.step(w.at, w.ld)
		}
		f.step(rows, number(-1))
	})
}

// across is each along one row of n elements: body gets copies of the pointers,
// which each moves.
func (f *function) across(n num, unroll int, pointers []num, body func(s span, at []num) (store func())) {
	n, at := f.letNum(n), f.copies(pointers)
	f.each(n, at, unroll, func(s span) func() { return body(s, at) })
}

// acrossAdding is across, where body returns numbers to be added up as eachAdding
// does, as many as count says. The sums stand in all lanes.
func (f *function) acrossAdding(count int, n num, pointers []num, body func(s span, at []num) (values []vec, store func())) (sums []vec) {
	n, at := f.letNum(n), f.copies(pointers)
	sums = f.eachAddingAll(count, n, at, func(s span) ([]vec, func()) { return body(s, at) })
	for i, v := range sums {
		sums[i] = f.let(v.splat0())
	}
	return sums
}

func (f *function) copies(pointers []num) (at []num) {
	for _, p := range pointers {
		at = append(at, f.letNum(p))
	}
	return at
}

// storeNumber writes lane 0 to an address that is an argument.
func (f *function) storeNumber(p num, v vec) { f.storeSome(1, f.letNum(p), 0, v) }
