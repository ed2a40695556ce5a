package kernel

func (t *trial) chains() {
	for _, widths := range [][]int32{{1, 1}, {3, 2}, {2, 8, 8, 1}, {5, 4, 3}, {7, 33, 1, 18}} {
		for _, act := range []Activation{ByReLU, ByTanh} {
			for _, m := range []int{1, 4, 10} {
				t.chain(t.floats, widths, act, m)
			}
			t.chain(t.rare, widths, act, 10)
		}
	}
}

func (t *trial) chain(numbers func(n int) []float32, widths []int32, act Activation, m int) {
	n, out := ChainParams(widths), int(widths[len(widths)-1])
	c := &Chain{widths, act, numbers(n), t.floats(n), t.floats(ChainRoom(widths, m)), 0}
	x, target, labels := numbers(m*int(widths[0])), numbers(m*out), t.labels(m, out)
	t.call("backprop", func() float32 { return c.Squares(x, target, m, 0.1) },
		widths, len(widths)-1, int(act), c.Params, c.Grads, room(c.Room), x, m, target, 0, float32(0.1), 0, float32(0))
	c.Rate = 0.01
	t.call("backprop", func() float32 { return c.Xent(x, labels, m, 0.1) },
		widths, len(widths)-1, int(act), c.Params, c.Grads, room(c.Room), x, m, 0, labels, float32(0.1), n, c.Rate)
}
