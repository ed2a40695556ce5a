//go:build js && wasm

package kernel

import "unsafe"

//go:noescape
//go:wasmimport rote distances
func simdDistances(out, x, y, start unsafe.Pointer, keep, m, n, d, ldo, ldx, ldy, lds int32, room unsafe.Pointer)

func squaredDistances(out, x, y []float32, m, n, d int) {
	if !simd {
		squaredDistancesGo(out, x, y, m, n, d)
		return
	}
	var room [panel]float32
	simdDistances(at(out), at(x), at(y), at(out), 0, int32(m), int32(n), int32(d), int32(n), int32(d), int32(d), int32(n),
		unsafe.Pointer(&room))
}

//go:noescape
//go:wasmimport rote squareSums
func simdSquareSums(out, x unsafe.Pointer, m, n, ld int32)

func squareSums(out, x []float32, m, n, ld int) {
	if simd {
		simdSquareSums(at(out), at(x), int32(m), int32(n), int32(ld))
	} else {
		squareSumsGo(out, x, m, n, ld)
	}
}

//go:noescape
//go:wasmimport rote expand
func simdExpand(out, x unsafe.Pointer, m, n, d int32)

func expand(out, x []float32, m, n, d int) {
	if simd {
		simdExpand(at(out), at(x), int32(m), int32(n), int32(d))
	} else {
		expandGo(out, x, m, n, d)
	}
}
