//go:build js && wasm

package kernel

import "unsafe"

//go:noescape
//go:wasmimport rote gmm2
func simdGmm2(out, q, c unsafe.Pointer, m, n int32, bits float32)

func gmm2(out, q, c []float32, m, n int, bits float32) {
	if simd {
		simdGmm2(at(out), at(q), at(c), int32(m), int32(n), bits)
	} else {
		gmm2Go(out, q, c, m, n, bits)
	}
}

//go:noescape
//go:wasmimport rote gmmd
func simdGmmd(out, q, c, room unsafe.Pointer, m, n, d int32, bits float32)

func gmmd(out, q, c, room []float32, m, n, d int, bits float32) {
	if simd {
		simdGmmd(at(out), at(q), at(c), at(room), int32(m), int32(n), int32(d), bits)
	} else {
		gmmdGo(out, q, c, room, m, n, d, bits)
	}
}
