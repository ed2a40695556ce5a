package kernel

import "testing"

// arguments are those of a WebAssembly function.
type arguments []any

func (a arguments) slice(i int) []float32 { return a[i].([]float32) }
func (a arguments) option(i int) []float32 {
	s, _ := a[i].([]float32) // or 0
	return s
}
func (a arguments) room(i int) []float32 { return a[i].(room) }
func (a arguments) labels(i int) []int32 { return a[i].([]int32) }
func (a arguments) count(i int) int      { return a[i].(int) }
func (a arguments) number(i int) float32 { return a[i].(float32) }
func (a arguments) constants(i int) (k adamConstants) {
	return adamConstants{a.number(i), a.number(i + 1), a.number(i + 2), a.number(i + 3), a.number(i + 4), a.number(i + 5), a.number(i + 6)}
}

// portables are the portable versions of all operations but backprop.
var portables = map[string]func(a arguments) float32{
	"gemmNN":    productGo(gemmNNGo),
	"gemmNT":    productGo(gemmNTGo),
	"gemmTN":    productGo(gemmTNGo),
	"transpose": func(a arguments) float32 { transposeGo(a.slice(0), a.slice(1), a.count(2), a.count(3)); return 0 },
	"colSums": func(a arguments) float32 {
		colSumsGo(a.slice(0), a.slice(1), a.count(2) != 0, a.count(3), a.count(4))
		return 0
	},
	"relu":         map1Go(reluGo),
	"reluBack":     map2Go(reluBackGo),
	"tanh":         map1Go(tanhGo),
	"tanhBack":     map2Go(tanhBackGo),
	"silu":         map1Go(siluGo),
	"siluBack":     map2Go(siluBackGo),
	"softplus":     map1Go(softplusGo),
	"softplusBack": map2Go(softplusBackGo),
	"exp":          map1Go(expGo),
	"mse":          func(a arguments) float32 { return mseGo(a.slice(0), a.slice(1), a.slice(2), a.number(4)) },
	"softmaxXent": func(a arguments) float32 {
		return softmaxXentGo(a.slice(0), a.slice(1), a.labels(2), a.count(3), a.count(4), a.number(5))
	},
	"sgd": func(a arguments) float32 { sgdGo(a.slice(0), a.slice(1), nil, a.number(3), 0); return 0 },
	"momentum": func(a arguments) float32 {
		sgdGo(a.slice(0), a.slice(1), a.slice(2), a.number(4), a.number(5))
		return 0
	},
	"adam": func(a arguments) float32 {
		adamGo(a.slice(0), a.slice(1), a.slice(2), a.slice(3), a.constants(5))
		return 0
	},
	"gmm2": func(a arguments) float32 {
		gmm2Go(a.slice(0), a.slice(1), a.slice(2), a.count(3), a.count(4), a.number(5))
		return 0
	},
	"gmmd": func(a arguments) float32 {
		gmmdGo(a.slice(0), a.slice(1), a.slice(2), a.room(3), a.count(4), a.count(5), a.count(6), a.number(7))
		return 0
	},
	"layerNorm": func(a arguments) float32 {
		layerNormGo(a.slice(0), a.slice(1), a.slice(2), a.slice(3), a.slice(4), a.slice(5), a.count(6), a.count(7), a.number(8))
		return 0
	},
	"layerNormBack": func(a arguments) float32 {
		layerNormBackGo(a.slice(0), a.slice(1), a.slice(2), a.slice(3), a.slice(4), a.slice(5), a.slice(6), a.slice(7),
			a.count(8) != 0, a.count(9), a.count(10))
		return 0
	},
	"softmax": func(a arguments) float32 {
		var mask []float32
		if a.count(3) != 0 {
			mask = a.slice(2)
		}
		softmaxGo(a.slice(0), a.slice(1), mask, a.count(4), a.count(5), a.count(6), a.count(7), a.number(8))
		return 0
	},
	"softmaxBack": func(a arguments) float32 {
		softmaxBackGo(a.slice(0), a.slice(1), a.slice(2), a.count(3), a.count(4), a.count(5), a.number(6))
		return 0
	},
	"logSumExp": func(a arguments) float32 {
		logSumExpGo(a.slice(0), a.slice(1), a.count(2), a.count(3), a.count(4))
		return 0
	},
	"gatherAdd":  func(a arguments) float32 { gatherAddGo(a.slice(0), a.slice(1), a.labels(2), a.count(4)); return 0 },
	"scatterAdd": func(a arguments) float32 { scatterAddGo(a.slice(0), a.slice(1), a.labels(2), a.count(4)); return 0 },
	"mul":        func(a arguments) float32 { mulGo(a.slice(0), a.slice(1), a.slice(2), a.count(3) != 0); return 0 },
	"scale":      func(a arguments) float32 { scaleGo(a.slice(0), a.slice(1), a.number(3)); return 0 },
	"norm":       func(a arguments) float32 { return normGo(a.slice(0)) },
	"distances": func(a arguments) float32 {
		squaredDistancesGo(a.slice(0), a.slice(1), a.slice(2), a.count(5), a.count(6), a.count(7))
		return 0
	},
	"squareSums": func(a arguments) float32 {
		squareSumsGo(a.slice(0), a.slice(1), a.count(2), a.count(3), a.count(4))
		return 0
	},
	"expand": func(a arguments) float32 {
		expandGo(a.slice(0), a.slice(1), a.count(2), a.count(3), a.count(4))
		return 0
	},
	"bernoulli": func(a arguments) float32 {
		bernoulliGo(a.slice(0), a.option(1), a.slice(2), a.slice(3), a.count(4), a.count(5), a.count(6), a.number(7))
		return 0
	},
	"gaussian": func(a arguments) float32 {
		gaussianGo(a.slice(0), a.option(1), a.option(2), a.slice(3), a.slice(4), a.slice(5),
			a.count(6), a.count(7), a.count(8), a.count(9), a.count(10), a.number(11))
		return 0
	},
	"smoothXent": func(a arguments) float32 {
		return smoothXentGo(a.slice(0), a.slice(1), a.labels(2), a.count(3), a.count(4), a.number(5), a.number(6), a.number(7))
	},
}

// productGo reads the start of a product from the distance of its rows: 0 for a
// bias.
func productGo(run func(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int)) func(arguments) float32 {
	return func(a arguments) float32 {
		var bias []float32
		keep, ofBias := a.count(4) != 0, a.count(11) == 0
		if keep && ofBias {
			bias = a.slice(3)
		}
		run(a.slice(0), a.slice(1), a.slice(2), bias, keep && !ofBias,
			a.count(5), a.count(6), a.count(7), a.count(8), a.count(9), a.count(10))
		return 0
	}
}

func map1Go(run func(y, x []float32)) func(arguments) float32 {
	return func(a arguments) float32 { run(a.slice(0), a.slice(1)); return 0 }
}

func map2Go(run func(z, y, x []float32)) func(arguments) float32 {
	return func(a arguments) float32 { run(a.slice(0), a.slice(1), a.slice(2)); return 0 }
}

func callPortable(t *testing.T, name string, args []any) float32 {
	t.Helper()
	run, ok := portables[name]
	if !ok {
		t.Fatalf("portable_test.go does not have %s", name)
	}
	return run(args)
}
