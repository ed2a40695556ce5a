//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// copyText copies a text, and says on the button that it is done, or not allowed.
func copyText(button dom.Element, text, done string, say func(string)) {
	if !button.Get("dataset").Get("label").Truthy() {
		button.Data("label", button.Get("textContent").String())
	}
	said := func(text string) func(js.Value) {
		return func(js.Value) {
			say(text)
			button.Text(text)
			dom.After(2000, func() { button.Text(button.Get("dataset").Get("label").String()) })
		}
	}
	copied, failed := said(done), said("Copying is not allowed")
	clipboard := dom.Window().Get("navigator").Get("clipboard")
	if clipboard.Truthy() {
		dom.Then(clipboard.Call("writeText", text), copied, failed)
		return
	}
	if copyBySelection(text) {
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
