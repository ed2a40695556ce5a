package kernel

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

// simd says that the processor has AVX2, which does not change. The environment
// variable GODEBUG=cpu.avx2=off hides it.
var simd = cpu.X86.HasAVX2

// first returns the address of what a slice holds, which may be nothing.
func first(s []float32) *float32 { return unsafe.SliceData(s) }

func gemmNN(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	if simd {
		multiply(c, view{a, lda, 1}, b, bias, add, m, n, k, ldc, ldb)
	} else {
		gemmNNGo(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	}
}

func gemmTN(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	if simd {
		multiply(c, view{a, 1, lda}, b, bias, add, m, n, k, ldc, ldb)
	} else {
		gemmTNGo(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	}
}

func gemmNT(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	if simd {
		multiplyNT(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	} else {
		gemmNTGo(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
	}
}

func transpose(dst, src []float32, m, n int) {
	if simd {
		transposeRows(dst, src, m, n, m, n)
	} else {
		transposeGo(dst, src, m, n)
	}
}

// transposeRows is Transpose for rows that lie ldd and lds numbers apart.
func transposeRows(dst, src []float32, m, n, ldd, lds int) {
	avx2Transpose(&dst[0], &src[0], m, n, 4*ldd, 4*lds)
}

func colSums(out, x []float32, add bool, m, n int) {
	if !simd {
		colSumsGo(out, x, add, m, n)
		return
	}
	if !add {
		clear(out[:n])
	}
	if m > 0 {
		avx2ColSums(&out[0], &x[0], m, n)
	}
}
