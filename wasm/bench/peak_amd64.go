package main

import "example.org/rote/sim/kernel"

// peak prints what the machine could do if it did nothing but multiply and add
// eight numbers at a time, without fusing the two, which the kernel may not.
func (b *bench) peak() {
	if kernel.Caps() == 0 {
		return
	}
	const rounds = 1000
	at := new([96]float32)
	b.measure("peak", "", rounds*12*8*2*1e-9, func() { avx2Peak(&at[0], rounds) })
}
