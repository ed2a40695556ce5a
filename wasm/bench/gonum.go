//go:build !js

package main

import (
	"fmt"
	"runtime"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"

	"example.org/rote/sim/kernel"
)

// measureGonum times z = x·y, all n×n, on one thread. It is done once, beside the
// kernel's fastest path.
func (b *bench) measureGonum(n int, z, x, y []float32) {
	if kernel.Caps() == 0 {
		return
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	b.print(fmt.Sprintf("gemm%d/gonum", n), 2e-9*float64(n*n*n), func() {
		gonum.Implementation{}.Sgemm(blas.NoTrans, blas.NoTrans, n, n, n, 1, x, n, y, n, 0, z, n)
	})
}
