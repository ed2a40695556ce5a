//go:build js

package page

import (
	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// A headline shows the number of a frame, what it counts, the sentence, and what
// comes next.
type headline struct {
	held func() withheld
	link func(address string) string // the fragment of another experiment
	pair func() sim.Try              // the two runs to compare next
}

// show follows a frame; over reports whether it is the last of its run.
func (h *headline) show(f *sim.Frame, over bool) {
	if len(f.Sides) == 2 {
		showSides(f)
		t := h.pair()
		h.offer(t, over && t.Address != "")
		return
	}
	number, counts := figure.Headline(f)
	says := f.Says
	held := h.held()
	if held.on {
		number = "?"
		counts = or(held.counts, counts)
		says = or(held.says, says)
	}
	dom.ID("number").Text(number)
	dom.ID("counts").Text(counts)
	dom.ID("says").Text(says)
	h.offer(f.Try, over && !held.on && f.Try.Address != "")
}

// offer shows what to try next. Then that is the filled button, and not Play.
func (h *headline) offer(t sim.Try, on bool) {
	link := dom.ID("try")
	link.Hide(!on)
	dom.ID("play").Class("filled", !on)
	if on {
		link.Attr("href", "#"+h.link(t.Address))
		link.Find("span").Text(tryWords(t.Words))
	}
}
