//go:build js

package page

import "example.org/rote/wasm/dom"

// A gate does something soon after it was asked to, but not more often than
// every so many ms.
type gate struct {
	every   float64
	do      func()
	last    float64
	waiting bool
}

func (g *gate) ask() {
	if g.waiting {
		return
	}
	g.waiting = true
	dom.After(max(0, g.last+g.every-dom.Now()), func() {
		g.waiting, g.last = false, dom.Now()
		g.do()
	})
}
