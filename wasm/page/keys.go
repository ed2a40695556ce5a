//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// bindKeys listens to the keys of the whole page.
func (p *page) bindKeys() {
	dom.Listen(dom.Window(), "keydown", func(e js.Value) {
		if e.Get("defaultPrevented").Bool() || isTextBox(dom.Focused()) {
			return
		}
		other := e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || e.Get("shiftKey").Bool()
		if p.key(e.Get("code").String(), e.Get("altKey").Bool(), other) {
			e.Call("preventDefault")
		}
	})
}

// key acts on a key, and tells whether it means anything.
func (p *page) key(code string, alt, other bool) bool {
	if keys := dom.ID("keys"); !keys.IsNull() && !keys.Get("checked").Bool() {
		return false
	}
	id, ok := shortcut(code, alt, other, p.link.present)
	if !ok || !alt && isButton(dom.Focused()) && code == "Space" {
		return false // Space on a button presses that button
	}
	if p.sweep.on {
		return p.sweep.key(id)
	}
	switch id {
	case "stage":
		p.stage.focus()
	case "controls", "readings":
		focusPart(id)
	default:
		return dom.ID(id).Click()
	}
	return true
}

// focusPart goes to a part of the page, and to its tab if there is one.
func focusPart(id string) {
	dom.ID("tab-" + id).Click()
	target := dom.ID("panel-" + id).Find("select, input, button, summary, [tabindex]")
	if id == "controls" {
		target = dom.ID(id).Find(".knob:not([hidden]) :is(select, input, textarea)")
	}
	target.Focus()
}

func isTextBox(e dom.Element) bool {
	return e.Truthy() && e.Call("matches", "input[type=text], textarea, [contenteditable]").Bool()
}

func isButton(e dom.Element) bool {
	return e.Truthy() && e.Call("matches", "button, summary, a, input, select").Bool()
}
