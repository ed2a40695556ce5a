//go:build !amd64 && !(js && wasm)

package kernel

// The operations of this file are Go on all platforms but WebAssembly.

func layerNorm(y, x, gain, bias, mean, rstd []float32, m, n int, eps float32) {
	layerNormGo(y, x, gain, bias, mean, rstd, m, n, eps)
}

func layerNormBack(dx, dgain, dbias, dy, x, gain, mean, rstd []float32, add bool, m, n int) {
	layerNormBackGo(dx, dgain, dbias, dy, x, gain, mean, rstd, add, m, n)
}

func softmax(y, x, mask []float32, m, n, ld, ldm int, scale float32) {
	softmaxGo(y, x, mask, m, n, ld, ldm, scale)
}

func softmaxBack(dx, dy, y []float32, m, n, ld int, scale float32) {
	softmaxBackGo(dx, dy, y, m, n, ld, scale)
}

func logSumExp(out, x []float32, m, n, ld int) { logSumExpGo(out, x, m, n, ld) }

func gatherAdd(y, x []float32, ids []int32, n int)    { gatherAddGo(y, x, ids, n) }
func scatterAdd(dx, dy []float32, ids []int32, n int) { scatterAddGo(dx, dy, ids, n) }
func mul(z, y, x []float32, add bool)                 { mulGo(z, y, x, add) }
func scale(y, x []float32, factor float32)            { scaleGo(y, x, factor) }
func norm(x []float32) float32                        { return normGo(x) }

func bernoulli(out, da, a, x []float32, m, n, ldx int, scale float32) {
	bernoulliGo(out, da, a, x, m, n, ldx, scale)
}

func gaussian(out, dmean, dlogvar, x, mean, logvar []float32, m, n, ld, ldv, ldx int, scale float32) {
	gaussianGo(out, dmean, dlogvar, x, mean, logvar, m, n, ld, ldv, ldx, scale)
}

func smoothXent(dz, z []float32, labels []int32, m, n int, scale, rest, each float32) float32 {
	return smoothXentGo(dz, z, labels, m, n, scale, rest, each)
}

func squaredDistances(out, x, y []float32, m, n, d int) { squaredDistancesGo(out, x, y, m, n, d) }
func squareSums(out, x []float32, m, n, ld int)         { squareSumsGo(out, x, m, n, ld) }
func expand(out, x []float32, m, n, d int)              { expandGo(out, x, m, n, d) }
