//go:build js

package page

import (
	"strings"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

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
