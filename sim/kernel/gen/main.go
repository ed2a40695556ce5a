// Command gen writes the two WebAssembly files of package kernel: kernel.wasm,
// the operations in SIMD, and thunk.wasm, the table through which Go calls them.
// It runs in the folder of the package, by go generate.
//
// Every kernel is a Go function that appends the code of its statements. Read
// each.go first, beside ../portable_each.go, then function.go, which has the
// statements, and value.go, which has the expressions.
package main

import (
	"fmt"
	"os"
)

func main() {
	for name, code := range files() {
		if err := os.WriteFile(name, code, 0o644); err != nil {
			fmt.Fprintln(os.Stderr, "gen:", err)
			os.Exit(1)
		}
	}
}

// files returns what is to be written, by name.
func files() map[string][]byte {
	m := kernels()
	return map[string][]byte{"kernel.wasm": m.kernel(), "thunk.wasm": m.thunk()}
}

// kernels returns the module with all operations. What calls others stands after
// them.
func kernels() *module {
	m := &module{}
	m.addProduct("gemmNN", false, (*function).times)
	m.addProduct("gemmTN", true, (*function).times)
	m.addTranspose()
	m.addProductNT("gemmNT", "gemmNN")
	m.addColSums()
	m.addActivations()
	m.addMSE()
	m.addSoftmaxXent()
	m.addLearning()
	m.addGmm2()
	m.addGmmd()
	m.addBackprop()
	m.addLayerNorm()
	m.addLayerNormBack()
	m.addSoftmax()
	m.addSoftmaxBack()
	m.addLogSumExp()
	m.addGather()
	m.addScale()
	m.addBernoulli()
	m.addGaussian()
	m.addSmoothXent()
	m.addDistances()
	m.addPeak()
	m.addCaps()
	return m
}

// Caps returns 1: the kernel is there.
func (m *module) addCaps() {
	f := m.function("caps")
	f.result = []kind{kindNum}
	f.emit(number(1))
}
