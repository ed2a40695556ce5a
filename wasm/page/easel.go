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
	image         dom.Element
	url           string
	drawn         func()
}

// newEasel makes one. Failed is called where the browser does not draw.
func newEasel(width, height int, failed func()) *easel {
	e := &easel{width: width, height: height, canvas: dom.Make("canvas", ""), image: dom.Make("img", "")}
	e.canvas.Set("width", width)
	e.canvas.Set("height", height)
	e.context = e.canvas.Call("getContext", "2d", dom.Object("willReadFrequently", true))
	e.image.On("load", func(js.Value) {
		e.context.Call("drawImage", e.image.Value, 0, 0, width, height)
		e.forget()
		e.drawn()
	})
	e.image.On("error", func(js.Value) {
		e.forget()
		failed()
	})
	return e
}

// draw draws an SVG as large as the canvas, and calls drawn.
func (e *easel) draw(svg []byte, drawn func()) {
	e.drawn = drawn
	e.url = dom.Window().Get("URL").Call("createObjectURL", dom.Blob(svg, "image/svg+xml")).String()
	e.image.Set("src", e.url)
}

func (e *easel) forget() { dom.Window().Get("URL").Call("revokeObjectURL", e.url) }

// pixels returns what is drawn, as an ArrayBuffer of red, green, blue and alpha.
func (e *easel) pixels() js.Value {
	return e.context.Call("getImageData", 0, 0, e.width, e.height).Get("data").Get("buffer")
}
