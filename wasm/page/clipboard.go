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
		offer(button, text)
	}
	clipboard := dom.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() || !dom.Try(func() { dom.Soon(clipboard.Call("writeText", text), copied, failed) }) {
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

// offer shows a text that could not be copied, selected: where a dialog has it, there,
// and else at the foot of the window.
func offer(button dom.Element, text string) {
	field := dom.ID("offered")
	field.Set("value", text)
	field.Data("for", button.Get("id").String())
	for _, id := range []string{"sharelink", "sharehtml"} {
		if given := dom.ID(id); given.Seen() && given.Val() == text {
			field = given
		}
	}
	field.Hide(false)
	field.Focus()
	field.Call("select")
}

// bindOffered lets the field with such a text go when it is left, or by Escape, which
// leads back to the button.
func bindOffered() {
	field := dom.ID("offered")
	field.On("blur", func(js.Value) { field.Hide(true) })
	field.On("keydown", func(e js.Value) {
		if e.Get("key").String() != "Escape" {
			return
		}
		button := dom.ID(field.Get("dataset").Get("for").String())
		if !button.Seen() {
			button = dom.ID("menubutton")
		}
		button.Focus()
	})
}

// copyBySelection copies where the clipboard is not offered: on http without TLS.
func copyBySelection(text string) bool {
	focus := dom.Focused()
	area := dom.Make("textarea", text)
	host := dom.Body()
	if open := host.Find("dialog[open]"); !open.IsNull() {
		host = open // what is not in it cannot be selected
	}
	host.Add(area)
	area.Call("select")
	ok := false
	dom.Try(func() { ok = dom.Window().Get("document").Call("execCommand", "copy").Bool() })
	area.Call("remove")
	focus.Focus()
	return ok
}
