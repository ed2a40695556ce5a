//go:build js && wasm

package kernel

import "unsafe"

//go:noescape
//go:wasmimport rote gatherAdd
func simdGatherAdd(y, x, ids unsafe.Pointer, m, n int32)

func gatherAdd(y, x []float32, ids []int32, n int) {
	if simd {
		simdGatherAdd(at(y), at(x), unsafe.Pointer(unsafe.SliceData(ids)), int32(len(ids)), int32(n))
	} else {
		gatherAddGo(y, x, ids, n)
	}
}

//go:noescape
//go:wasmimport rote scatterAdd
func simdScatterAdd(dx, dy, ids unsafe.Pointer, m, n int32)

func scatterAdd(dx, dy []float32, ids []int32, n int) {
	if simd {
		simdScatterAdd(at(dx), at(dy), unsafe.Pointer(unsafe.SliceData(ids)), int32(len(ids)), int32(n))
	} else {
		scatterAddGo(dx, dy, ids, n)
	}
}
