//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// bindPresent connects the buttons of the mode for a class.
func (p *page) bindPresent() {
	dom.ID("present").On("click", func(js.Value) { p.present(!p.link.present) })
	dom.ID("leave").On("click", func(js.Value) { p.present(false) })
	dom.ID("screen").On("click", func(js.Value) { fullScreen() })
}

// present enters the mode for a class, or leaves it. The focus goes where it is of
// use: to the main button, and back to what entered.
func (p *page) present(on bool) {
	p.link.present = on
	p.showPresent()
	p.permalink.ask()
	if on {
		p.focusPlay()
		return
	}
	if document := dom.Window().Get("document"); document.Get("fullscreenElement").Truthy() {
		fullScreen()
	}
	if present := dom.ID("present"); present.Seen() {
		present.Focus()
	} else {
		dom.ID("menubutton").Focus()
	}
}

// leave leaves the mode for a class, unless the key only ends the full screen.
func (p *page) leave() bool {
	if dom.Window().Get("document").Get("fullscreenElement").Truthy() {
		return false
	}
	p.present(false)
	return true
}

// fullScreen fills the screen, or gives it back. Where the browser refuses, the page
// stays as it is, and the button says so.
func fullScreen() {
	root, method := dom.Root().Value, "requestFullscreen"
	if document := dom.Window().Get("document"); document.Get("fullscreenElement").Truthy() {
		root, method = document, "exitFullscreen"
	}
	refused := func(js.Value) { flash(dom.ID("screen"), "Not allowed here") }
	if !dom.Try(func() { dom.Soon(root.Call(method), func(js.Value) {}, refused) }) {
		refused(js.Null())
	}
}
