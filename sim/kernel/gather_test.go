package kernel

import "testing"

func (t *trial) gathers() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 24; n++ {
			t.gather(m, n, 1+t.rng.IntN(6))
		}
	}
}

func (t *trial) gather(m, n, k int) {
	y, x, ids := t.odd(m*n), t.odd(k*n), t.labels(m, k)
	t.call("gatherAdd", func() float32 { Gather(y, x, ids, true, k, n); return 0 }, y, x, ids, m, n)
}

func (t *trial) scatters() {
	for _, m := range []int{1, 2, 5, 9} {
		for n := 1; n < 24; n++ {
			t.scatter(m, n, 1+t.rng.IntN(6))
		}
	}
}

func (t *trial) scatter(m, n, k int) {
	dx, dy, ids := t.floats(k*n), t.odd(m*n), t.labels(m, k)
	t.call("scatterAdd", func() float32 { ScatterAdd(dx, dy, ids, k, n); return 0 }, dx, dy, ids, m, n)
}

// What is gathered is the rows themselves, and adding comes in the order of ids: in
// float32 16777216 + 1 + 1 is 16777216, and 1 + 1 + 16777216 is not.
func TestGather(t *testing.T) {
	tr := newTrial(t, 0)
	table := []float32{0, 1, 2, 3, 5, 6}
	y := tr.floats(8)
	Gather(y, table, []int32{1, 2, 0, 1}, false, 3, 2)
	tr.same("Gather", "", y, []float32{2, 3, 5, 6, 0, 1, 2, 3})
	Gather(y, table, []int32{0, 0, 2, 0}, true, 3, 2)
	tr.same("Gather adding", "", y, []float32{2, 4, 5, 7, 5, 7, 2, 4})

	for _, c := range []struct {
		dy   []float32
		want float32
	}{
		{[]float32{16777216, 9, 1, 1}, 16777216},
		{[]float32{1, 9, 1, 16777216}, 16777218},
	} {
		dx := make([]float32, 3)
		ScatterAdd(dx, c.dy, []int32{2, 0, 2, 2}, 3, 1)
		tr.same("ScatterAdd", "", dx, []float32{9, 0, c.want})
	}
}
