// Package sim is the contract between the labs and everything that shows them.
//
// A [Lab] declares its [Knobs], takes steps and describes what is to be seen as
// a [Frame]. A [Run] is a lab in progress; its address, such as
//
//	diffusion?n=16&c=0.1&seed=3
//
// says everything about it. Equal addresses give equal frames, natively, under
// js/wasm in Node and in a browser. The package uses the standard library only.
//
// Start reading at lab.go.
package sim
