package kernel

// operations are all of the package, each with its cases.
var operations = []struct {
	name string
	try  func(t *trial)
}{
	{"gemmNN", func(t *trial) { t.products("gemmNN") }},
	{"gemmNT", func(t *trial) { t.products("gemmNT") }},
	{"gemmTN", func(t *trial) { t.products("gemmTN") }},
	{"transpose", (*trial).transposes},
	{"colSums", (*trial).columnSums},
	{"relu", func(t *trial) { t.map1("relu", ReLU) }},
	{"reluBack", func(t *trial) { t.map2("reluBack", ReLUBack) }},
	{"tanh", func(t *trial) { t.map1("tanh", Tanh) }},
	{"tanhBack", func(t *trial) { t.map2("tanhBack", TanhBack) }},
	{"silu", func(t *trial) { t.map1("silu", SiLU) }},
	{"siluBack", func(t *trial) { t.map2("siluBack", SiLUBack) }},
	{"softplus", func(t *trial) { t.map1("softplus", Softplus) }},
	{"softplusBack", func(t *trial) { t.map2("softplusBack", SoftplusBack) }},
	{"exp", func(t *trial) { t.map1("exp", Exp) }},
	{"mse", (*trial).squares},
	{"softmaxXent", (*trial).crossEntropies},
	{"sgd", (*trial).descents},
	{"momentum", (*trial).momenta},
	{"adam", (*trial).adams},
	{"gmm2", (*trial).planes},
	{"gmmd", (*trial).spaces},
	{"backprop", (*trial).chains},
	{"layerNorm", (*trial).norms},
	{"layerNormBack", (*trial).normsBack},
	{"softmax", (*trial).softmaxes},
	{"softmaxBack", (*trial).softmaxesBack},
	{"logSumExp", (*trial).sumsOfExps},
	{"gatherAdd", (*trial).gathers},
	{"scatterAdd", (*trial).scatters},
	{"mul", (*trial).multiplications},
	{"scale", (*trial).scalings},
	{"norm", (*trial).sizes},
	{"bernoulli", (*trial).bernoullis},
	{"gaussian", (*trial).gaussians},
	{"smoothXent", (*trial).smoothEntropies},
	{"distances", (*trial).distances},
	{"squareSums", (*trial).squareSums},
	{"expand", (*trial).expansions},
}

// product names one of NN, NT and TN.
type product struct {
	name string
	run  func(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int)
}

func productOf(name string) product {
	return map[string]product{"gemmNN": {name, NN}, "gemmNT": {name, NT}, "gemmTN": {name, TN}}[name]
}

func (t *trial) products(name string) {
	for _, m := range []int{1, 2, 3, 4, 5, 9} {
		for _, n := range []int{1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 19} {
			for _, k := range []int{0, 1, 2, 3, 4, 7, 65} {
				t.product(productOf(name), m, n, k, t.rng.IntN(3), t.rng.IntN(2)*5)
			}
		}
	}
	t.product(productOf(name), 33, 70, 130, 0, 0)
}

// product tries one shape from one of three starts, with rows pad numbers longer
// than need be.
func (t *trial) product(p product, m, n, k, start, pad int) {
	aRows, aColumns, bRows, bColumns := m, k, k, n
	switch p.name {
	case "gemmNT":
		bRows, bColumns = n, k
	case "gemmTN":
		aRows, aColumns = k, m
	}
	lda, ldb, ldc := aColumns+pad, bColumns+2*pad, n+pad
	a, b, c := t.floats(aRows*lda), t.floats(bRows*ldb), t.floats(m*ldc)
	var bias []float32
	from, keep, lds := c, 0, ldc
	switch start {
	case 1:
		keep = -1
	case 2:
		bias = t.floats(n)
		from, keep, lds = bias, -1, 0
	}
	args := []any{c, a, b, from, keep, m, n, k, ldc, lda, ldb, lds}
	if p.name == "gemmNT" {
		args = append(args, make(room, panel))
	}
	t.call(p.name, func() float32 {
		p.run(c, a, b, bias, start == 1, m, n, k, ldc, lda, ldb)
		return 0
	}, args...)
}

func (t *trial) transposes() {
	for m := range 10 {
		for n := range 10 {
			dst, src := t.floats(m*n), t.odd(m*n)
			t.call("transpose", func() float32 { Transpose(dst, src, m, n); return 0 }, dst, src, m, n, m, n)
		}
	}
}

func (t *trial) columnSums() {
	for _, m := range []int{0, 1, 2, 5} {
		for n := 1; n < 24; n++ {
			for keep := range 2 {
				out, x := t.floats(n), t.odd(m*n)
				t.call("colSums", func() float32 { ColSums(out, x, keep == 1, m, n); return 0 }, out, x, -keep, m, n)
			}
		}
	}
}

func (t *trial) map1(name string, run func(y, x []float32)) {
	for n := 1; n < 40; n++ {
		y, x := t.floats(n), t.odd(n)
		if n%5 == 0 {
			y = x
		}
		t.call(name, func() float32 { run(y, x); return 0 }, y, x, n)
	}
}

func (t *trial) map2(name string, run func(z, y, x []float32)) {
	for n := 1; n < 40; n++ {
		z, y, x := t.floats(n), t.odd(n), t.odd(n)
		switch n % 5 {
		case 0:
			z = y
		case 1:
			z = x
		}
		t.call(name, func() float32 { run(z, y, x); return 0 }, z, y, x, n)
	}
}

func (t *trial) squares() {
	for n := 1; n < 40; n++ {
		z, target := t.odd(n), t.floats(n)
		t.call("mse", func() float32 { return MSE(z, z, target, 0.3) }, z, z, target, n, float32(0.3))
	}
}

func (t *trial) crossEntropies() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 20; n++ {
			dz, z, labels := t.floats(m*n), t.logits(m*n), t.labels(m, n)
			t.call("softmaxXent", func() float32 { return SoftmaxXent(dz, z, labels, m, n, 0.2) },
				dz, z, labels, m, n, float32(0.2))
		}
	}
}

// logits are numbers of all sizes that are finite.
func (t *trial) logits(n int) []float32 {
	z := t.floats(n)
	for i := range z {
		if t.rng.IntN(4) == 0 {
			z[i] *= 60
		}
	}
	return z
}

func (t *trial) labels(m, n int) []int32 {
	labels := make([]int32, m)
	for i := range labels {
		labels[i] = t.rng.Int32N(int32(n))
	}
	return labels
}

func (t *trial) descents() {
	for n := 1; n < 40; n++ {
		w, g := t.floats(n), t.odd(n)
		t.call("sgd", func() float32 { SGD(w, g, nil, 0.1, 0); return 0 }, w, g, n, float32(0.1))
	}
}

func (t *trial) momenta() {
	for n := 1; n < 40; n++ {
		w, g, v := t.floats(n), t.floats(n), t.odd(n)
		t.call("momentum", func() float32 { SGD(w, g, v, 0.1, 0.9); return 0 }, w, g, v, n, float32(0.1), float32(0.9))
	}
}

func (t *trial) adams() {
	for n := 1; n < 40; n++ {
		w, g, m, v := t.floats(n), t.floats(n), t.floats(n), t.floats(n)
		for i := range v {
			v[i] = absOf(v[i])
		}
		k := constantsOfAdam(0.01, 0.9, 0.999, 1e-8, n)
		t.call("adam", func() float32 { Adam(w, g, m, v, 0.01, 0.9, 0.999, 1e-8, n); return 0 },
			w, g, m, v, n, k.beta1, k.rest1, k.beta2, k.rest2, k.rate, k.root, k.eps)
	}
}

func (t *trial) planes() {
	for _, m := range []int{1, 3, 4, 6} {
		for _, n := range []int{1, 2, 3, 4, 5, 31} {
			for _, scale := range []float32{0.1, 50, 5000} {
				out, q, c := t.floats(2*m), t.floats(2*m), t.floats(2*n)
				t.call("gmm2", func() float32 { Gmm2(out, q, c, m, n, scale); return 0 }, out, q, c, m, n, scale*log2e)
			}
		}
	}
}

func (t *trial) spaces() {
	for _, m := range []int{1, 7, 8, 17} {
		for _, n := range []int{1, 2, 5, 130} {
			for _, d := range []int{1, 2, 3, 5, 17} {
				t.space(m, n, d, 9)
			}
		}
	}
}

func (t *trial) space(m, n, d int, scale float32) {
	out, q, c, r := t.floats(d*m), t.floats(d*m), t.floats(d*n), t.floats(GmmdRoom(n, d))
	if m == 7 {
		out = q
	}
	t.call("gmmd", func() float32 { Gmmd(out, q, c, r, m, n, d, scale); return 0 },
		out, q, c, room(r), m, n, d, scale*log2e)
}
