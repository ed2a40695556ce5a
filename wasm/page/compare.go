//go:build js

package page

import (
	"fmt"
	"strings"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// Two runs side by side are a run like any other, so this place is Try with two
// numbers, a heading that says what differs, and each knob twice.

// ground returns the place in which the run is shown.
func (p *page) ground() string {
	if p.run.Compares() {
		return "compare"
	}
	return "try"
}

// showGrounds lets the tabs of both places lead to where they stand.
func (p *page) showGrounds() {
	try, compare := dom.ID("place-try"), dom.ID("place-compare")
	here := "#" + p.player.fragment(true)
	if p.run.Compares() {
		a, _ := p.run.Sides()
		try.Attr("href", "#"+p.link.of(a))
		compare.Attr("href", here)
	} else {
		try.Attr("href", here)
		compare.Attr("href", "#"+p.link.of(versus(p.labs, p.run)))
	}
	current(try, !p.sweep.on && !p.run.Compares())
	current(compare, !p.sweep.on && p.run.Compares())
}

// leaveSweep follows the link of a tab that the URL is already, as for a moment after
// Back: the browser tells of no change.
func (p *page) leaveSweep(hash string) {
	if p.sweep.on && hash == dom.Window().Get("location").Get("hash").String() {
		p.follow(hash)
	}
}

func (p *page) bindCompare() {
	for _, id := range []string{"place-try", "place-compare"} {
		for _, event := range []string{"pointerenter", "focus", "click"} { // before the link is read
			dom.ID(id).On(event, func(js.Value) { p.showPlaces() })
		}
		dom.ID(id).On("click", func(js.Value) { p.leaveSweep(dom.ID(id).Get("hash").String()) })
	}
	dom.ID("change").On("click", func(js.Value) {
		if !p.run.Compares() {
			return
		}
		dom.ID("tab-explore").Click()
		target := dom.ID("mainknobs").Find(`.knob[data-knob^="b."]:not([hidden]) :is(select, input, textarea)`)
		for _, pair := range p.run.Differing() {
			target = field(pair[1].Key, "")
			break
		}
		if opener := dom.ID("knobs"); opener.Seen() && dom.ID("sheet").Get("hidden").Bool() {
			opener.Click()
		}
		if more := dom.ID("more"); more.Call("contains", target.Value).Bool() {
			more.Set("open", true)
		}
		target.Focus()
	})
}

// twin gives the knobs of B controls beside those of A, the first time that there
// are any, and lets the page say what differs.
func (p *page) twin() {
	if !p.run.Compares() || p.sweep.on {
		return
	}
	if dom.Body().Get("dataset").Get("face").String() == "lesson" {
		dom.ID("tab-explore").Click()
	}
	if row(sim.OfB + "seed").IsNull() {
		for _, k := range p.knobs() {
			if key, isB := strings.CutPrefix(k.Key, sim.OfB); isB {
				cloneControl(key)
				if p.controls.unsent != nil { // else all are bound soon
					p.controls.bindKnob(k)
				}
			}
		}
	}
	p.showDiffering()
}

// cloneControl puts the control of a knob of B behind that of A.
func cloneControl(key string) {
	own := row(key)
	html := own.Get("outerHTML").String()
	for _, end := range []string{`"`, "-"} {
		html = strings.ReplaceAll(html, "k-"+key+end, "k-"+sim.OfB+key+end)
	}
	html = strings.ReplaceAll(html, `data-knob="`, `data-knob="`+sim.OfB)
	html = strings.ReplaceAll(html, `aria-label="`, `aria-label="B: `)
	own.Call("insertAdjacentHTML", "afterend", html)
	extras := row(sim.OfB+key).Call("querySelectorAll", "button, [type=file], [for=file], #file-note")
	for i := range extras.Length() {
		extras.Index(i).Call("remove")
	}
}

// showDiffering says what differs.
func (p *page) showDiffering() {
	if !p.run.Compares() {
		return
	}
	differs, equal := differWords(p.run)
	dom.ID("differs").Text(differs)
	dom.ID("equal").Text(equal)
}

// showSides shows the number and the sentence of each of two runs.
func showSides(f *sim.Frame) {
	for i, end := range []string{"", "-b"} {
		number, counts := figure.HeadlineOf(f, f.Sides[i].Headline)
		dom.ID("number" + end).Text(number)
		dom.ID("counts" + end).Text(counts)
		dom.ID("says" + end).Text(f.Sides[i].Says)
	}
}

// spoken returns what the page says of the frame that is to be seen.
func (p *page) spoken() string {
	says := func(id string) string { return dom.ID(id).Get("textContent").String() }
	if p.run.Compares() {
		return fmt.Sprintf("A: %s B: %s", says("says"), says("says-b"))
	}
	return says("says")
}

// tried returns the facts that a sweep of the lab can measure, as far as the run has
// shown them.
func (p *page) tried() []sim.Fact {
	if p.run.Compares() {
		return nil // they are those of two runs
	}
	return p.player.frame.Facts
}
