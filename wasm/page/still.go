//go:build js

package page

import (
	"math"
	"syscall/js"

	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// drawStill draws the frame that is to be seen as SVG, in the place of the
// stage.
func (p *page) drawStill() {
	k, ok := p.current()
	if p.stage.painted || !ok || !decode(k.data, &p.frame) {
		return
	}
	rect := dom.ID("stage").Call("getBoundingClientRect")
	pic := figure.Layout(&p.frame, figure.Options{Width: math.Round(rect.Get("width").Float()), Height: math.Round(rect.Get("height").Float()),
		Dark: isDark(), Hero: max(0, p.panels.only-1), Alone: p.panels.only > 0, Text: textSize(p.link.present)})
	dom.ID("still").Set("innerHTML", string(figure.SVG(pic, p.run.Info.Title, p.frame.Says)))
	p.picture = pic
}

// bindStill lets the SVG picture answer to the pointer as the stage does.
func (p *page) bindStill() {
	still := dom.ID("still")
	still.On("pointermove", func(e js.Value) {
		h, _ := p.hit(e)
		showTip(h.Text, h.MarkX, h.MarkY)
		p.pointer("move", e)
	})
	still.On("pointerdown", func(e js.Value) { p.pointer("down", e) })
	still.On("pointerup", func(e js.Value) { p.pointer("up", e) })
	still.On("pointerleave", func(js.Value) { showTip("", 0, 0) })
}

// hit returns what is under the pointer. Events of the drawing's parts are
// measured from the picture's corner.
func (p *page) hit(e js.Value) (figure.Hit, bool) {
	if p.picture == nil {
		return figure.Hit{}, false
	}
	rect := dom.ID("still").Call("getBoundingClientRect")
	return p.picture.At(e.Get("clientX").Float()-rect.Get("left").Float(), e.Get("clientY").Float()-rect.Get("top").Float())
}

func (p *page) pointer(kind string, e js.Value) {
	if kind == "move" && e.Get("buttons").Int() == 0 {
		return
	}
	if h, ok := p.hit(e); ok && !math.IsNaN(h.X) {
		p.touch(dom.Object("kind", kind, "panel", h.Panel, "x", h.X, "y", h.Y, "layer", int(h.Pick.Layer),
			"group", h.Pick.Group, "item", h.Pick.Item, "secondary", e.Get("button").Int() == 2))
	}
}
