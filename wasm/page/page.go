//go:build js

package page

import (
	"strings"

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

// openFirst opens a link as the page begins: one that asks for nothing opens the
// first question without an answer.
func (p *page) openFirst(url string) {
	fragment, repair := arrival(url)
	if fragment == "" {
		fragment = p.lesson.first()
	}
	if repair != "" {
		p.openLink(fragment, repair)
	} else {
		p.openLink(fragment)
	}
}

// openLink opens what a fragment says, and lists repairs behind those that were
// needed to read it.
func (p *page) openLink(fragment string, before ...string) {
	if isSweep(fragment) {
		p.openSweep(fragment, before)
		return
	}
	run, l, repairs, err := openLink(p.labs, p.lab, fragment)
	if err != nil {
		p.fail(err.Error())
		return
	}
	p.run, p.link = run, l
	p.file.supply()
	p.player.playing, p.player.asked = false, int(run.At.Number())
	p.place(p.ground())
	if l.lesson {
		dom.ID("tab-lesson").Click()
	}
	p.repaired(append(before, repairs...), since(run, fragment))
}

// openSweep opens the sweep of a fragment in its place.
func (p *page) openSweep(fragment string, before []string) {
	s, l, repairs, err := openSweep(p.labs, p.lab, fragment)
	if err != nil {
		p.fail(err.Error())
		return
	}
	if p.run == nil { // the page begins here
		p.run = p.left(s)
		p.player.asked = int(p.run.At.Number())
	}
	p.link = l
	p.place("sweep")
	p.sweep.turn(s)
	if doubt := p.sweep.form.doubts(); doubt != "" {
		repairs = append(repairs, doubt)
	}
	p.repaired(append(before, repairs...), since(s.Base, fragment))
}

func (p *page) repaired(repairs, since []string) {
	p.alerts.list(repairs, since)
	if len(repairs) > 0 {
		p.voice.say("The link needed repairs. A notice lists them.")
	} else if len(since) > 0 {
		p.voice.say("The link is of an earlier Rote. A notice says what has changed.")
	}
}

// follow goes where a link of this page leads. Back from a sweep to the run that
// was left, that run is still there.
func (p *page) follow(url string) {
	_, fragment, _ := strings.Cut(url, "#")
	if p.sweep.on && fragment == p.player.fragment(true) && !p.player.failed {
		p.place(p.ground())
	} else if !p.adjust(fragment) {
		p.openLink(fragment)
		p.controls.forget()
		if !p.sweep.on {
			p.player.telling = true
			p.player.reopen(p.player.asked)
		}
	}
	p.lesson.follow()
	p.showPresent()
	p.permalink.landed()
}

// try opens an experiment of this lab, in the way in which the page is shown.
func (p *page) try(address string) {
	dom.Window().Get("location").Set("hash", p.link.of(address))
}

// adjust sets the knobs of a link that differs from the run in live knobs alone,
// and reports whether it does. The run goes on, but not where Back leads to the start
// of one.
func (p *page) adjust(fragment string) bool {
	if p.sweep.on || isSweep(fragment) || p.player.failed || p.permalink.returned() {
		return false
	}
	to, repairs, err := sim.Idle(p.labs, p.lab+"/#"+fragment)
	if err != nil || len(repairs) > 0 || to.At.Number() > 0 || p.run.Differs(to) != sim.Changed {
		return false
	}
	for _, k := range to.Knobs.All() {
		if text := k.Text(); text != p.run.Find(k.Key).Text() {
			p.controls.apply(k.Key, text, true)
		}
	}
	return true
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
