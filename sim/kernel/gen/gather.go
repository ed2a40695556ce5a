package main

// The kernels of this file are those of ../portable_gather.go.

// GatherAdd adds chosen rows of a table to those of a matrix, ScatterAdd the rows of a
// matrix to chosen ones of a table.
func (m *module) addGather() {
	m.addRows("gatherAdd", func(row, chosen num) (to, from num) { return row, chosen })
	m.addRows("scatterAdd", func(row, chosen num) (to, from num) { return chosen, row })
}

// addRows makes a kernel of a matrix whose rows are taken in order, and a table of
// whose rows ids chooses one each time; direction says which is added to which. The
// first parameter is what is added to.
func (m *module) addRows(name string, direction func(row, chosen num) (to, from num)) {
	f := m.function(name)
	first, second, ids := f.param(), f.param(), f.param()
	rows, columns := f.param(), f.param()
	rowAt, table := direction(first, second)
	ld := f.letNum(columns.times4())
	f.down(rows, []walk{{rowAt, ld}, {ids, number(4)}}, func() {
		to, from := direction(rowAt, table.add(ids.load(0).mul(ld)))
		f.across(columns, 2, []num{to, from}, func(s span, at []num) func() {
			v := f.let(s.load(at[0]).add(s.load(at[1])))
			return func() { s.store(at[0], v) }
		})
	})
}
