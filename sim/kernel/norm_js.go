//go:build js && wasm

package kernel

import "unsafe"

//go:noescape
//go:wasmimport rote layerNorm
func simdLayerNorm(y, x, gain, bias, mean, rstd unsafe.Pointer, m, n int32, eps float32)

func layerNorm(y, x, gain, bias, mean, rstd []float32, m, n int, eps float32) {
	if simd {
		simdLayerNorm(at(y), at(x), at(gain), at(bias), at(mean), at(rstd), int32(m), int32(n), eps)
	} else {
		layerNormGo(y, x, gain, bias, mean, rstd, m, n, eps)
	}
}

//go:noescape
//go:wasmimport rote layerNormBack
func simdLayerNormBack(dx, dgain, dbias, dy, x, gain, mean, rstd unsafe.Pointer, keep, m, n int32)

func layerNormBack(dx, dgain, dbias, dy, x, gain, mean, rstd []float32, add bool, m, n int) {
	if simd {
		simdLayerNormBack(at(dx), at(dgain), at(dbias), at(dy), at(x), at(gain), at(mean), at(rstd), allBits(add), int32(m), int32(n))
	} else {
		layerNormBackGo(dx, dgain, dbias, dy, x, gain, mean, rstd, add, m, n)
	}
}

// allBits returns a number whose bits are all set, or none.
func allBits(set bool) int32 {
	if set {
		return -1
	}
	return 0
}
