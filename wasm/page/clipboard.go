//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// copyText copies a text, and says on the button that it is done, or not allowed.
func copyText(button dom.Element, text, done string, say func(string)) {
	said := func(text string) func(js.Value) {
		return func(js.Value) {
			say(text)
			flash(button, text)
		}
	}
	copied := said(done)
	failed := func(js.Value) {
		if copyBySelection(text) {
			copied(js.Null())
			return
		}
		said("Copying is not allowed")(js.Null())
		offer(text)
	}
	clipboard := dom.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() || !dom.Try(func() { dom.Then(clipboard.Call("writeText", text), copied, failed) }) {
		failed(js.Null())
	}
}

// flash shows another text on a button for two seconds.
func flash(button dom.Element, text string) {
	if !button.Get("dataset").Get("label").Truthy() {
		button.Data("label", button.Get("textContent").String())
	}
	button.Text(text)
	dom.After(2000, func() { button.Text(button.Get("dataset").Get("label").String()) })
}

// offer shows a text that could not be copied, selected, below the notices.
func offer(text string) {
	field := dom.ID("offered")
	field.Set("value", text)
	field.Hide(false)
	field.Focus()
	field.Call("select")
}

// copyBySelection copies where the clipboard is not offered: on http without TLS.
func copyBySelection(text string) bool {
	focus := dom.Focused()
	area := dom.Make("textarea", text)
	dom.Body().Add(area)
	area.Call("select")
	ok := false
	dom.Try(func() { ok = dom.Window().Get("document").Call("execCommand", "copy").Bool() })
	area.Call("remove")
	focus.Focus()
	return ok
}
