//go:build js && wasm

package kernel

import "unsafe"

//go:noescape
//go:wasmimport rote mul
func simdMul(z, y, x unsafe.Pointer, keep, n int32)

func mul(z, y, x []float32, add bool) {
	if simd {
		simdMul(at(z), at(y), at(x), allBits(add), int32(len(z)))
	} else {
		mulGo(z, y, x, add)
	}
}

//go:noescape
//go:wasmimport rote scale
func simdScale(y, x unsafe.Pointer, n int32, factor float32)

func scale(y, x []float32, factor float32) {
	if simd {
		simdScale(at(y), at(x), int32(len(x)), factor)
	} else {
		scaleGo(y, x, factor)
	}
}

//go:noescape
//go:wasmimport rote norm
func simdNorm(x unsafe.Pointer, n int32) float32

func norm(x []float32) float32 {
	if simd {
		return simdNorm(at(x), int32(len(x)))
	}
	return normGo(x)
}
