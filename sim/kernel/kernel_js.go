//go:build js && wasm

package kernel

import "unsafe"

// The imports of this file are the functions of thunk.wasm, which call those of
// kernel.wasm in this program's own memory. Where they are not bound, the script
// that starts the program gives functions that return 0 for them.

//go:wasmimport rote caps
func caps() int32

// simd is what the script has bound, which does not change.
var simd = caps() != 0

// at is the address of what a slice holds.
func at(s []float32) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(s)) }

//go:noescape
//go:wasmimport rote gemmNN
func simdNN(c, a, b, start unsafe.Pointer, keep, m, n, k, ldc, lda, ldb, lds int32)

func gemmNN(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	if !simd {
		gemmNNGo(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
		return
	}
	start, keep, lds := startOf(c, bias, add, ldc)
	simdNN(at(c), at(a), at(b), start, keep, int32(m), int32(n), int32(k), int32(ldc), int32(lda), int32(ldb), lds)
}

//go:noescape
//go:wasmimport rote gemmTN
func simdTN(c, a, b, start unsafe.Pointer, keep, m, n, k, ldc, lda, ldb, lds int32)

func gemmTN(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	if !simd {
		gemmTNGo(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
		return
	}
	start, keep, lds := startOf(c, bias, add, ldc)
	simdTN(at(c), at(a), at(b), start, keep, int32(m), int32(n), int32(k), int32(ldc), int32(lda), int32(ldb), lds)
}

//go:noescape
//go:wasmimport rote gemmNT
func simdNT(c, a, b, start unsafe.Pointer, keep, m, n, k, ldc, lda, ldb, lds int32, room unsafe.Pointer)

func gemmNT(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	if !simd {
		gemmNTGo(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
		return
	}
	var room [panel]float32
	start, keep, lds := startOf(c, bias, add, ldc)
	simdNT(at(c), at(a), at(b), start, keep, int32(m), int32(n), int32(k), int32(ldc), int32(lda), int32(ldb), lds,
		unsafe.Pointer(&room))
}

// startOf says what a product starts from: numbers, whether they count (else 0
// does), and how far apart their rows lie.
func startOf(c, bias []float32, add bool, ldc int) (start unsafe.Pointer, keep, lds int32) {
	switch {
	case add:
		return at(c), -1, int32(ldc)
	case bias != nil:
		return at(bias), -1, 0
	}
	return at(c), 0, int32(ldc)
}

//go:noescape
//go:wasmimport rote transpose
func simdTranspose(dst, src unsafe.Pointer, m, n, ldd, lds int32)

func transpose(dst, src []float32, m, n int) {
	if simd {
		simdTranspose(at(dst), at(src), int32(m), int32(n), int32(m), int32(n))
	} else {
		transposeGo(dst, src, m, n)
	}
}

//go:noescape
//go:wasmimport rote colSums
func simdColSums(out, x unsafe.Pointer, keep, m, n int32)

func colSums(out, x []float32, add bool, m, n int) {
	if !simd {
		colSumsGo(out, x, add, m, n)
		return
	}
	keep := int32(0)
	if add {
		keep = -1
	}
	simdColSums(at(out), at(x), keep, int32(m), int32(n))
}
