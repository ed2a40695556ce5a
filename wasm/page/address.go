//go:build js

package page

import (
	"strings"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// openLink opens what the fragment of a URL says, and lists repairs.
func (p *page) openLink(url string) {
	_, fragment, _ := strings.Cut(url, "#")
	if isSweep(fragment) {
		p.sweep.openLink(fragment)
		return
	}
	run, l, repairs, err := openLink(p.labs, p.lab, fragment)
	if err != nil {
		p.fail(err.Error())
		return
	}
	p.run, p.link, p.playing = run, l, false
	p.asked = int(run.At.Number())
	p.sweep.show(false)
	p.notice(repairs)
	if len(repairs) > 0 {
		p.say("The link needed repairs. A notice lists them.")
	}
}

// bindLink follows links to presets and lessons, which change the fragment only.
func (p *page) bindLink() {
	// The event's URL, as the page may have written its own since.
	dom.Listen(dom.Window(), "hashchange", func(e js.Value) { p.follow(e.Get("newURL").String()) })
	dom.ID("copylink").On("click", func(js.Value) { p.copyLink(dom.ID("copylink")) })
}

// follow goes where a link of this page leads. Back from a sweep to the run that
// was left, that run is still there.
func (p *page) follow(url string) {
	_, fragment, _ := strings.Cut(url, "#")
	if p.sweep.on && fragment == p.tryFragment(true) && !p.failed {
		p.sweep.show(false)
		p.showPresent()
		return
	}
	p.openLink(url)
	if !p.sweep.on {
		p.controls.refresh()
		p.reopen(p.asked)
	}
	p.showPresent()
}

// fragment returns what opens the page as it is to be seen.
func (p *page) fragment(pinned bool) string {
	if p.sweep.on {
		return p.sweep.fragment()
	}
	return p.tryFragment(pinned)
}

// tryFragment returns what opens the run in Try. While it goes on, the step is
// left out, unless it is asked for.
func (p *page) tryFragment(pinned bool) string {
	at := 0
	k, ok := p.current()
	switch {
	case p.asked > 0:
		at = p.asked
	case ok && (pinned || p.state() != "running"):
		at = k.step
	}
	return p.link.format(p.run, at)
}

// writeLink lets the URL follow the state, without a new entry in the history of
// the browser.
func (p *page) writeLink() {
	f := p.fragment(false)
	if strings.TrimPrefix(dom.Window().Get("location").Get("hash").String(), "#") != f {
		dom.Window().Get("history").Call("replaceState", js.Null(), "", p.path(f))
	}
	p.markPreset()
}

// path is that of this page, with a fragment.
func (p *page) path(fragment string) string {
	location := dom.Window().Get("location")
	path := location.Get("pathname").String() + location.Get("search").String()
	if fragment != "" {
		path += "#" + fragment
	}
	return path
}

// markPreset marks the preset whose run is open.
func (p *page) markPreset() {
	links := dom.Window().Get("document").Call("querySelectorAll", "#presets a, a.preset")
	for i := range links.Length() {
		a := dom.Element{Value: links.Index(i)}
		href := strings.TrimPrefix(a.Call("getAttribute", "href").String(), "#")
		a.Flag("aria-current", href == sim.Query(p.run.Address()))
	}
}

// copyLink copies a link to the step that is to be seen, and says so on the
// button.
func (p *page) copyLink(button dom.Element) {
	location := dom.Window().Get("location")
	link := location.Get("origin").String() + p.path(p.fragment(true))
	if !button.Get("dataset").Get("label").Truthy() {
		button.Data("label", button.Get("textContent").String())
	}
	said := func(text string) func(js.Value) {
		return func(js.Value) {
			p.say(text)
			button.Text(text)
			dom.After(2000, func() { button.Text(button.Get("dataset").Get("label").String()) })
		}
	}
	copied, failed := said("Link copied"), said("Copying is not allowed")
	clipboard := dom.Window().Get("navigator").Get("clipboard")
	if clipboard.Truthy() {
		dom.Then(clipboard.Call("writeText", link), copied, failed)
		return
	}
	if copyBySelection(link) {
		copied(js.Null())
	} else {
		failed(js.Null())
	}
}

// copyBySelection copies where the clipboard is not offered: on http without TLS.
func copyBySelection(text string) bool {
	focus := dom.Focused()
	area := dom.Make("textarea", text)
	dom.Body().Add(area)
	area.Call("select")
	ok := dom.Window().Get("document").Call("execCommand", "copy").Bool()
	area.Call("remove")
	focus.Focus()
	return ok
}
