//go:build js && wasm

package kernel

import "unsafe"

//go:noescape
//go:wasmimport rote softmaxXent
func simdSoftmaxXent(dz, z, labels unsafe.Pointer, m, n int32, scale float32) float32

func softmaxXent(dz, z []float32, labels []int32, m, n int, scale float32) float32 {
	if simd {
		return simdSoftmaxXent(at(dz), at(z), unsafe.Pointer(unsafe.SliceData(labels)), int32(m), int32(n), scale)
	}
	return softmaxXentGo(dz, z, labels, m, n, scale)
}

//go:noescape
//go:wasmimport rote mse
func simdMSE(dz, z, t unsafe.Pointer, n int32, scale float32) float32

func mse(dz, z, t []float32, scale float32) float32 {
	if simd {
		return simdMSE(at(dz), at(z), at(t), int32(len(z)), scale)
	}
	return mseGo(dz, z, t, scale)
}

//go:noescape
//go:wasmimport rote sgd
func simdSGD(w, g unsafe.Pointer, n int32, rate float32)

//go:noescape
//go:wasmimport rote momentum
func simdMomentum(w, g, v unsafe.Pointer, n int32, rate, momentum float32)

func sgd(w, g, v []float32, rate, momentum float32) {
	switch {
	case !simd:
		sgdGo(w, g, v, rate, momentum)
	case v == nil:
		simdSGD(at(w), at(g), int32(len(w)), rate)
	default:
		simdMomentum(at(w), at(g), at(v), int32(len(w)), rate, momentum)
	}
}

//go:noescape
//go:wasmimport rote adam
func simdAdam(w, g, m, v unsafe.Pointer, n int32, beta1, rest1, beta2, rest2, rate, root, eps float32)

func adam(w, g, m, v []float32, k adamConstants) {
	if simd {
		simdAdam(at(w), at(g), at(m), at(v), int32(len(w)), k.beta1, k.rest1, k.beta2, k.rest2, k.rate, k.root, k.eps)
	} else {
		adamGo(w, g, m, v, k)
	}
}

//go:noescape
//go:wasmimport rote backprop
func simdBackprop(widths unsafe.Pointer, layers, act int32, params, grads, room, x unsafe.Pointer, m int32,
	t, labels unsafe.Pointer, scale float32, steps int32, rate float32) float32

func backprop(c *Chain, x, t []float32, labels []int32, m int, scale float32) float32 {
	if !simd {
		return backpropGo(c, x, t, labels, m, scale)
	}
	steps := int32(0) // the number of parameters that take a step
	if c.Rate != 0 {
		steps = int32(len(c.Params))
	}
	return simdBackprop(unsafe.Pointer(unsafe.SliceData(c.Widths)), int32(len(c.Widths)-1), int32(c.Act),
		at(c.Params), at(c.Grads), at(c.Room), at(x), int32(m),
		at(t), unsafe.Pointer(unsafe.SliceData(labels)), scale, steps, c.Rate)
}
