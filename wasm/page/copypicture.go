//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// copyPicture puts a picture into the clipboard, and says so on the button. Make gives
// the Blob to a function, now or later. Where pictures may not be copied, it is saved as
// a file.
func copyPicture(button dom.Element, kind, name string, render func(f func(blob js.Value)), say func(string)) {
	refused := func(js.Value) {
		render(func(blob js.Value) {
			dom.Download(name, blob)
			say("Pictures may not be copied here; it was saved as a file instead.")
			flash(button, "Saved as a file")
		})
	}
	copied := func(js.Value) {
		say("Picture copied")
		flash(button, "Copied")
	}
	clipboard, item := dom.Window().Get("navigator").Get("clipboard"), dom.Window().Get("ClipboardItem")
	if !clipboard.Truthy() || !item.Truthy() || !dom.Try(func() {
		// A promise, as a browser wants the call while the click is young.
		blob := dom.Promise(func(keep js.Value) { render(func(blob js.Value) { keep.Invoke(blob) }) })
		dom.Soon(clipboard.Call("write", dom.List(item.New(dom.Object(kind, blob)))), copied, refused)
	}) {
		refused(js.Null())
	}
}
