package kernel

func (t *trial) planes() {
	for _, m := range []int{1, 3, 4, 6, 17} {
		for _, n := range []int{1, 2, 3, 4, 5, 31} {
			for _, scale := range []float32{0.1, 50, 5000} {
				t.plane(t.floats, m, n, scale)
			}
			t.plane(t.rare, m, n, 9)
		}
	}
}

func (t *trial) plane(numbers func(n int) []float32, m, n int, scale float32) {
	out, q, c := t.floats(2*m), numbers(2*m), numbers(2*n)
	t.call("gmm2", func() float32 { Gmm2(out, q, c, m, n, scale); return 0 }, out, q, c, m, n, scale*log2e)
}

func (t *trial) spaces() {
	for _, m := range []int{1, 7, 8, 17} {
		for _, n := range []int{1, 2, 5, 130} {
			for _, d := range []int{1, 2, 3, 5, 17} {
				t.space(t.floats, m, n, d, 9)
			}
			t.space(t.rare, m, n, 3, 9)
		}
	}
}

func (t *trial) space(numbers func(n int) []float32, m, n, d int, scale float32) {
	out, q, c, r := t.floats(d*m), numbers(d*m), numbers(d*n), t.floats(GmmdRoom(n, d))
	if m == 7 {
		out = q
	}
	t.call("gmmd", func() float32 { Gmmd(out, q, c, r, m, n, d, scale); return 0 },
		out, q, c, room(r), m, n, d, scale*log2e)
}
