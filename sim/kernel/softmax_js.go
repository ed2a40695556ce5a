//go:build js && wasm

package kernel

import "unsafe"

//go:noescape
//go:wasmimport rote softmax
func simdSoftmax(y, x, mask unsafe.Pointer, keep, m, n, ld, ldm int32, scale float32)

func softmax(y, x, mask []float32, m, n, ld, ldm int, scale float32) {
	switch {
	case !simd:
		softmaxGo(y, x, mask, m, n, ld, ldm, scale)
	case mask == nil: // any numbers, which do not count
		simdSoftmax(at(y), at(x), at(x), 0, int32(m), int32(n), int32(ld), int32(ld), scale)
	default:
		simdSoftmax(at(y), at(x), at(mask), -1, int32(m), int32(n), int32(ld), int32(ldm), scale)
	}
}

//go:noescape
//go:wasmimport rote softmaxBack
func simdSoftmaxBack(dx, dy, y unsafe.Pointer, m, n, ld int32, scale float32)

func softmaxBack(dx, dy, y []float32, m, n, ld int, scale float32) {
	if simd {
		simdSoftmaxBack(at(dx), at(dy), at(y), int32(m), int32(n), int32(ld), scale)
	} else {
		softmaxBackGo(dx, dy, y, m, n, ld, scale)
	}
}

//go:noescape
//go:wasmimport rote logSumExp
func simdLogSumExp(out, x unsafe.Pointer, m, n, ld int32)

func logSumExp(out, x []float32, m, n, ld int) {
	if simd {
		simdLogSumExp(at(out), at(x), int32(m), int32(n), int32(ld))
	} else {
		logSumExpGo(out, x, m, n, ld)
	}
}
