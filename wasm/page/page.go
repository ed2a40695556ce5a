//go:build js

package page

import (
	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// A page is the root of the program: it puts the parts of the screen together,
// and decides what one of them means for the others. A part knows no page and no
// other part that is not below it: what it needs comes to it as a function, and
// what all of them share is what is opened.
type page struct {
	opened
	voice     voice
	alerts    alerts
	worker    worker
	player    player
	transport transport
	stage     stage
	still     still
	tip       tip
	tips      gate // how often it follows the stage
	strip     strip
	headline  headline
	held      withheld // while a question is open
	lesson    lesson
	tables    tables
	controls  controls
	exports   exports
	studio    studio
	permalink permalink
	file      file
	frame     frame
	share     share
	keys      keys
	sweep     sweeping
	readings  gate
}

// Main brings the page to life and stays for ever. The script that started it
// has left the names of the lab and the programs in the global lab.
func Main(labs []sim.Info) {
	p := &page{opened: opened{labs: labs, lab: dom.Window().Get("lab").Get("name").String()}}
	p.wire()
	first := func() { p.openFirst(dom.Window().Get("location").Get("href").String()) }
	replay := func() { dom.Window().Get("lab").Call("replay") }
	for _, begin := range []func(){first, p.lesson.follow, p.controls.bind, replay, p.showPresent, p.permalink.landed, p.worker.start} {
		dom.Guard(begin) // a part that the page lacks costs no more than itself
	}
	select {}
}

// place goes to one of the places of the page: try, compare or sweep.
func (p *page) place(name string) {
	on := name == "sweep"
	if on && !p.sweep.on && p.player.playing {
		p.player.pause()
	}
	hideTips()
	p.sweep.show(on, p.player.hidden)
	dom.Body().Data("place", name)
	p.twin()
	p.showPlaces()
	refocus(dom.ID("place-"+name), dom.ID("menubutton"))
	if !on && p.worker.ready {
		p.stage.load(p.run.Info.Title)
		p.repaint()
	}
}

// showPlaces lets the tabs of the page lead to where it stands.
func (p *page) showPlaces() {
	sweep := dom.ID("place-sweep")
	if s := p.sweep.sweep(); s != nil {
		sweep.Attr("href", "#"+sim.Query(s.Address()))
	}
	current(sweep, p.sweep.on)
	p.showGrounds()
}

func current(tab dom.Element, on bool) {
	if on {
		tab.Attr("aria-current", "page")
	} else {
		tab.Call("removeAttribute", "aria-current")
	}
}

// fragment returns what opens the page as it is to be seen.
func (p *page) fragment(pinned bool) string {
	if p.sweep.on {
		return p.sweep.fragment()
	}
	return p.player.fragment(pinned)
}

// showPresent shows or leaves the mode for a class: large text, few controls.
func (p *page) showPresent() {
	dom.Body().Class("present", p.link.present)
	p.frame.show()
	pressed := "false"
	if p.link.present {
		pressed = "true"
	}
	dom.ID("present").Attr("aria-pressed", pressed)
	p.controls.refresh()
	p.repaint()
}

// withhold keeps back what would tell the answer of a question, or, with the zero
// value, shows all again.
func (p *page) withhold(w withheld) {
	p.held = w
	if w.on {
		dom.Body().Data("question", "open")
	} else {
		dom.Body().Call("removeAttribute", "data-question")
	}
	p.read()
	p.repaint()
}

// look is how the pictures are to look.
func (p *page) look() look {
	return look{dark: isDark(), reduced: isReduced(), hero: p.strip.hero, untold: p.held.on, text: textSize(p.link.present)}
}

// repaint paints the same frame anew, in the present look.
func (p *page) repaint() {
	p.stage.repaint()
	p.redraw()
}

// redraw draws anew what is drawn as SVG.
func (p *page) redraw() {
	p.still.ask()
	p.strip.ask()
	p.sweep.picture.ask()
}

// do acts on a shortcut in the place that is to be seen, and reports whether it
// means anything there.
func (p *page) do(id string) bool {
	switch {
	case p.sweep.on && id == "next":
		return p.sweep.key("play")
	case p.sweep.on:
		return p.sweep.key(id)
	case id == "leave":
		return p.leave()
	case id == "next":
		p.transport.next().Click()
	case id == "stage":
		p.stage.focus()
	case id == "play":
		p.transport.act()
	case id == "controls" || id == "readings":
		focusPart(id)
	default:
		return dom.ID(id).Click()
	}
	return true
}
