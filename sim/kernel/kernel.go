// Package kernel holds the float32 loops in which networks and mixtures spend
// their time. Most operations exist three times: in Go, which is the specification;
// as WebAssembly SIMD, which the worker of a lab's page runs; and as assembly for
// amd64 with AVX2. The latter two are some ten times faster. All give the same
// bits, so that a run gives the same frames wherever it runs.
//
// # Equal bits
//
// Additions over k, over rows and over centres are done in index order, starting
// with what was there. Reductions over the elements of one row are done in four
// lanes: lane i adds the elements i, i+4, i+8 and so on, and the result is
// (lane 0 + lane 1) + (lane 2 + lane 3). Every product is rounded before it is
// added: an explicit float32(a*b) keeps compilers from fusing the two. Exp, Tanh
// and Log are this package's own. Only the payload of a NaN may differ.
//
// # Shapes
//
// Matrices are row-major; in lda, the distance between two rows of a may exceed
// the length of a row. Every function checks shapes first and panics with
// "kernel: " and what is wrong. Size zero is allowed and does nothing. Slices
// must not overlap, except where a function says so.
//
// # The files
//
// The Go is in portable_*.go. What *_js.go and *_amd64.go call in its stead, or
// kernel_other.go does not, is chosen when a program starts. Those of rows_other.go
// have no assembly.
//
// Command gen writes kernel.wasm, the operations in SIMD, and thunk.wasm, through
// whose table a program calls them: it has to be told what it imports before its
// memory, in which the kernel works, exists. The script that starts a program binds
// the two, or, where SIMD is missing, functions that return 0.
//
// Command asm writes kernel_amd64.s, which runs on processors with AVX2, and not if
// the environment says GODEBUG=cpu.avx2=off.
package kernel

//go:generate go run ./gen
//go:generate go run -C asm .

// Caps returns 1 where the operations run as WebAssembly SIMD or AVX2, and 0 where
// they run as Go.
func Caps() int {
	if simd {
		return 1
	}
	return 0
}

// check panics with a message if a caller has broken a rule.
func check(ok bool, message string) {
	if !ok {
		fail(message)
	}
}

// fail is not part of check, which is inlined at a hundred places.
//
//go:noinline
func fail(message string) { panic("kernel: " + message) }
