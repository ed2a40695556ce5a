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
		z, target := t.odd(n), t.odd(n)
		t.call("mse", func() float32 { return MSE(z, z, target, 0.3) }, z, z, target, n, float32(0.3))
	}
}

func (t *trial) crossEntropies() {
	for _, m := range []int{1, 2, 5} {
		for n := 1; n < 20; n++ {
			t.crossEntropy(t.logits(m*n), m, n)
			t.crossEntropy(t.odd(m*n), m, n)
		}
	}
}

func (t *trial) crossEntropy(z []float32, m, n int) {
	dz, labels := t.floats(m*n), t.labels(m, n)
	t.call("softmaxXent", func() float32 { return SoftmaxXent(dz, z, labels, m, n, 0.2) },
		dz, z, labels, m, n, float32(0.2))
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
		w, g := t.odd(n), t.odd(n)
		t.call("sgd", func() float32 { SGD(w, g, nil, 0.1, 0); return 0 }, w, g, n, float32(0.1))
	}
}

func (t *trial) momenta() {
	for n := 1; n < 40; n++ {
		w, g, v := t.odd(n), t.odd(n), t.odd(n)
		t.call("momentum", func() float32 { SGD(w, g, v, 0.1, 0.9); return 0 }, w, g, v, n, float32(0.1), float32(0.9))
	}
}

func (t *trial) adams() {
	for n := 1; n < 40; n++ {
		t.adam(t.floats, n)
		t.adam(t.odd, n)
	}
}

func (t *trial) adam(numbers func(n int) []float32, n int) {
	w, g, m, v := numbers(n), numbers(n), numbers(n), numbers(n)
	for i := range v {
		v[i] = absOf(v[i])
	}
	k := constantsOfAdam(0.01, 0.9, 0.999, 1e-8, n)
	t.call("adam", func() float32 { Adam(w, g, m, v, 0.01, 0.9, 0.999, 1e-8, n); return 0 },
		w, g, m, v, n, k.beta1, k.rest1, k.beta2, k.rest2, k.rate, k.root, k.eps)
}
