//go:build js

package page

import (
	"example.org/rote/sim/crew"
	"example.org/rote/wasm/dom"
)

// words says how far the sweep is.
func (w *sweeping) words() string { return sweepWords(w.crew.State(), w.sweep(), w.left()) }

// left is the time until the end, in ms, or below 0 if there is no estimate.
func (w *sweeping) left() float64 {
	if ms, ok := w.crew.Left(); ok {
		return ms
	}
	return -1
}

func (w *sweeping) showCount() {
	s := w.sweep()
	dom.ID("sweepcount").Text(progressWords(w.crew.State(), s, w.left()))
	bar := dom.ID("sweepbar")
	bar.Set("max", s.Runs())
	bar.Set("value", s.Known())
}

func (w *sweeping) pulse() {
	w.crew.Pulse()
	if w.crew.State() == crew.Running && w.on {
		w.showCount()
	}
}
