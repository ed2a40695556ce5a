//go:build js && wasm

package kernel

import "unsafe"

//go:noescape
//go:wasmimport rote bernoulli
func simdBernoulli(out, da, a, x unsafe.Pointer, m, n, ldx int32, scale float32)

func bernoulli(out, da, a, x []float32, m, n, ldx int, scale float32) {
	if simd {
		simdBernoulli(at(out), at(da), at(a), at(x), int32(m), int32(n), int32(ldx), scale)
	} else {
		bernoulliGo(out, da, a, x, m, n, ldx, scale)
	}
}

//go:noescape
//go:wasmimport rote gaussian
func simdGaussian(out, dmean, dlogvar, x, mean, logvar unsafe.Pointer, m, n, ld, ldv, ldx int32, scale float32)

func gaussian(out, dmean, dlogvar, x, mean, logvar []float32, m, n, ld, ldv, ldx int, scale float32) {
	if simd {
		simdGaussian(at(out), at(dmean), at(dlogvar), at(x), at(mean), at(logvar),
			int32(m), int32(n), int32(ld), int32(ldv), int32(ldx), scale)
	} else {
		gaussianGo(out, dmean, dlogvar, x, mean, logvar, m, n, ld, ldv, ldx, scale)
	}
}

//go:noescape
//go:wasmimport rote smoothXent
func simdSmoothXent(dz, z, labels unsafe.Pointer, m, n int32, scale, rest, each float32) float32

func smoothXent(dz, z []float32, labels []int32, m, n int, scale, rest, each float32) float32 {
	if simd {
		return simdSmoothXent(at(dz), at(z), unsafe.Pointer(unsafe.SliceData(labels)), int32(m), int32(n), scale, rest, each)
	}
	return smoothXentGo(dz, z, labels, m, n, scale, rest, each)
}
