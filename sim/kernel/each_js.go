//go:build js && wasm

package kernel

import "unsafe"

//go:noescape
//go:wasmimport rote relu
func simdReLU(y, x unsafe.Pointer, n int32)

func relu(y, x []float32) {
	if simd {
		simdReLU(at(y), at(x), int32(len(x)))
	} else {
		reluGo(y, x)
	}
}

//go:noescape
//go:wasmimport rote reluBack
func simdReLUBack(dx, dy, y unsafe.Pointer, n int32)

func reluBack(dx, dy, y []float32) {
	if simd {
		simdReLUBack(at(dx), at(dy), at(y), int32(len(y)))
	} else {
		reluBackGo(dx, dy, y)
	}
}

//go:noescape
//go:wasmimport rote tanh
func simdTanh(y, x unsafe.Pointer, n int32)

func tanh(y, x []float32) {
	if simd {
		simdTanh(at(y), at(x), int32(len(x)))
	} else {
		tanhGo(y, x)
	}
}

//go:noescape
//go:wasmimport rote tanhBack
func simdTanhBack(dx, dy, y unsafe.Pointer, n int32)

func tanhBack(dx, dy, y []float32) {
	if simd {
		simdTanhBack(at(dx), at(dy), at(y), int32(len(y)))
	} else {
		tanhBackGo(dx, dy, y)
	}
}

//go:noescape
//go:wasmimport rote silu
func simdSiLU(y, x unsafe.Pointer, n int32)

func silu(y, x []float32) {
	if simd {
		simdSiLU(at(y), at(x), int32(len(x)))
	} else {
		siluGo(y, x)
	}
}

//go:noescape
//go:wasmimport rote siluBack
func simdSiLUBack(dx, dy, x unsafe.Pointer, n int32)

func siluBack(dx, dy, x []float32) {
	if simd {
		simdSiLUBack(at(dx), at(dy), at(x), int32(len(x)))
	} else {
		siluBackGo(dx, dy, x)
	}
}

//go:noescape
//go:wasmimport rote softplus
func simdSoftplus(y, x unsafe.Pointer, n int32)

func softplus(y, x []float32) {
	if simd {
		simdSoftplus(at(y), at(x), int32(len(x)))
	} else {
		softplusGo(y, x)
	}
}

//go:noescape
//go:wasmimport rote softplusBack
func simdSoftplusBack(dx, dy, x unsafe.Pointer, n int32)

func softplusBack(dx, dy, x []float32) {
	if simd {
		simdSoftplusBack(at(dx), at(dy), at(x), int32(len(x)))
	} else {
		softplusBackGo(dx, dy, x)
	}
}

//go:noescape
//go:wasmimport rote exp
func simdExp(y, x unsafe.Pointer, n int32)

func exp(y, x []float32) {
	if simd {
		simdExp(at(y), at(x), int32(len(x)))
	} else {
		expGo(y, x)
	}
}
