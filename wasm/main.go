//go:build js

// Lab.wasm is one program with two lives: the page on the browser's main thread,
// and the worker that steps the runs. Its first argument says which.
package main

import (
	"os"

	"example.org/rote/sim/catalog"
	"example.org/rote/wasm/page"
	"example.org/rote/wasm/worker"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "worker" {
		worker.Main(catalog.Labs())
	}
	page.Main(catalog.Labs())
}
