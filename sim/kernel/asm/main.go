// Command asm writes the operations of package kernel for amd64 with AVX2, eight
// lanes wide: kernel_amd64.s, and stub_amd64.go, which declares its functions. It
// runs in its own folder, by go generate, and is a module of its own, so that Rote
// does not need what it needs.
//
// # How to read this
//
// It stands beside ../gen, which writes the same operations for WebAssembly, file
// by file and kernel by kernel. Every kernel is a Go function that appends
// instructions. The library avo keeps the list, gives every value a register, and
// prints Go assembly. Three words of this package hide it:
//
//   - a num is a whole number or an address, in a register or still on the stack,
//     where Go has put the arguments;
//   - a vec is the code that leaves eight float32 in a register: x.mul(y).add(z)
//     is two instructions, once something asks for the sum;
//   - function.let asks for it, and names the result; variable names one that
//     function.set may change.
//
// Loops are methods that take the loop's body: while, times and each. To follow one
// kernel from its comment to its loop, read SGD in each.go beside
// ../portable_each.go, then function.go, which has the statements, value.go, which
// has the expressions, and in ../kernel_amd64.s the text of ·avx2Sgd. There, what
// SGD does with eight numbers,
//
//	v := f.let(s.load(w).sub(rate.mul(s.load(g))))
//	s.store(w, v)
//
// has become these instructions, each of which has its result at the right:
//
//	VMOVUPS (AX), Y1    // s.load(w)
//	VMOVUPS (CX), Y2    // s.load(g)
//	VMULPS  Y2, Y0, Y2  // rate.mul
//	VSUBPS  Y2, Y1, Y1  // sub: Y1 is v
//	VMOVUPS Y1, (AX)    // s.store
//
// What is not a loop over numbers is Go, in ../*_amd64.go: panels, blocks and
// tails of queries. Assembly is never interrupted, so that a long run of it would
// hold up the garbage collector.
//
// # Why not one description for both
//
// math.go is one: a test says that its two copies are equal. Of the rest, what one
// would want to share are the bodies of loops, which already read the same. Around
// them arguments come differently, there are 16 registers and not as many as one
// likes, and a product, a transpose and the tails of rows have other best shapes. A
// language for all of that would be a compiler.
//
// # Why not simd/archsimd
//
// Go's experiment reads best. But it keeps few of a product's sums in registers: of
// tiles from 2×8 to 6×16 the best, 3×16, reached 57 GFLOP/s where this assembly
// reaches 107, and six rows reached 27. It would also put GOEXPERIMENT=simd into
// every build.
//
// # Rules
//
// The bits must be those of the portable Go. Nothing may fuse a multiplication
// with an addition, and there are 16 vector registers: avo also knows FMA and 32
// registers, which are later processors'. check.go refuses both, and the encodings
// of SSE, which are slow among those of AVX.
package main

import (
	"fmt"
	"os"
)

func main() {
	files, err := files()
	for name, code := range files {
		if err == nil {
			err = os.WriteFile(name, code, 0o644)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "asm:", err)
		os.Exit(1)
	}
}

// files returns what is to be written, by name: the kernel, and beside the program
// that times it the measure of what it could be.
func files() (map[string][]byte, error) {
	files := map[string][]byte{}
	if err := kernels().print(files, "kernel", "../kernel_amd64.s", "../stub_amd64.go"); err != nil {
		return nil, err
	}
	peak := newModule()
	peak.addPeak()
	const bench = "../../../wasm/bench/"
	return files, peak.print(files, "main", bench+"peak_amd64.s", bench+"peakstub_amd64.go")
}

// kernels returns the module with all operations.
func kernels() *module {
	m := newModule()
	m.addProduct("product", (*function).multiply)
	m.addCopyPanel()
	m.addTranspose()
	m.addColSums()
	m.addActivations()
	m.addMSE()
	m.addSoftmaxXent()
	m.addLearning()
	m.addGmm2()
	m.addGmmd()
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
	return m
}
