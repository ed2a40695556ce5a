//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// An easel lets the browser draw SVGs on a canvas, one after the other.
type easel struct {
	width, height int // pixels
	canvas        dom.Element
	context       js.Value
	failed        func()
}

// newEasel makes one. Failed is called where the browser does not draw.
func newEasel(width, height int, failed func()) *easel {
	e := &easel{width: width, height: height, canvas: dom.Make("canvas", ""), failed: failed}
	e.canvas.Set("width", width)
	e.canvas.Set("height", height)
	e.context = e.canvas.Call("getContext", "2d", dom.Object("willReadFrequently", true))
	return e
}

// draw draws an SVG as large as the canvas, and calls drawn.
func (e *easel) draw(svg []byte, drawn func()) {
	image := dom.Make("img", "")
	url := dom.Window().Get("URL").Call("createObjectURL", dom.Blob(svg, "image/svg+xml"))
	dom.Once(image.Value, func(event js.Value) {
		dom.Revoke(url)
		if event.Get("type").String() == "error" {
			e.failed()
			return
		}
		e.context.Call("drawImage", image.Value, 0, 0, e.width, e.height)
		image.Call("removeAttribute", "src") // which frees all that is in the picture
		drawn()
	}, "load", "error")
	image.Set("src", url)
}

// fold frees the pixels. Nothing is drawn afterwards.
func (e *easel) fold() {
	e.canvas.Set("width", 0)
	e.canvas.Set("height", 0)
}

// pixels returns what is drawn, as an ArrayBuffer of red, green, blue and alpha.
func (e *easel) pixels() js.Value {
	return e.context.Call("getImageData", 0, 0, e.width, e.height).Get("data").Get("buffer")
}
