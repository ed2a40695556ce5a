package main

import "example.org/rote/sim/kernel"

// loop does n rounds of eight multiplications and eight additions of four
// numbers. Its numbers are at the address.
//
//go:wasmimport rote peak
func loop(at *[64]float32, n int32)

// peak prints what the machine could do if it did nothing but multiply and add,
// without fusing the two, which WebAssembly cannot.
func (b *bench) peak() {
	if kernel.Caps() == 0 {
		return
	}
	const rounds = 1000
	at := new([64]float32) // on the heap, where it does not straddle lines of the cache
	b.measure("peak", "", rounds*8*4*2*1e-9, func() { loop(at, rounds) })
}
