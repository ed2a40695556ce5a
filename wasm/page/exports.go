//go:build js

package page

import (
	"fmt"
	"syscall/js"

	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// The size of exported figures, which does not depend on the window: equal links
// give equal figures. A PNG has twice as many pixels.
const (
	exportWidth  = 1200
	exportHeight = 800
	exportScale  = 2
)

func (p *page) bindExports() {
	dom.ID("downloadsvg").On("click", func(js.Value) {
		if svg, k, ok := p.exportSVG(); ok {
			dom.Download(fileName(p.run.Address(), k, "", "svg"), dom.Blob(svg, "image/svg+xml"))
		}
	})
	dom.ID("downloadpng").On("click", func(js.Value) {
		if svg, k, ok := p.exportSVG(); ok {
			p.exportPNG(svg, fileName(p.run.Address(), k, "", "png"), p.source())
		}
	})
}

// exportSVG draws the frame that is to be seen, with its link in the
// description.
func (p *page) exportSVG() (svg []byte, step int, ok bool) {
	k, ok := p.current()
	if !ok || !decode(k.data, &p.frame) {
		return nil, 0, false
	}
	pic := figure.Layout(&p.frame, figure.Options{Width: exportWidth, Height: exportHeight, Dark: isDark(), Text: exportText})
	return figure.SVG(pic, p.run.Info.Title, p.frame.Says+" "+p.source()), k.step, true
}

// exportText is the base font size of exported figures.
const exportText = 14

// source is the link that an export carries.
func (p *page) source() string { return fmt.Sprintf("/%s/#%s", p.lab, p.tryFragment(true)) }

// exportPNG lets the browser draw the SVG on a canvas. The file carries its
// source.
func (p *page) exportPNG(svg []byte, name, source string) {
	url := dom.Window().Get("URL")
	href := url.Call("createObjectURL", dom.Blob(svg, "image/svg+xml"))
	image := dom.Make("img", "")
	image.On("load", func(js.Value) {
		canvas := dom.Make("canvas", "")
		canvas.Set("width", exportScale*exportWidth)
		canvas.Set("height", exportScale*exportHeight)
		canvas.Call("getContext", "2d").Call("drawImage", image.Value, 0, 0, exportScale*exportWidth, exportScale*exportHeight)
		url.Call("revokeObjectURL", href)
		dom.ReadCanvas(canvas, func(png []byte) {
			dom.Download(name, dom.Blob(withText(png, "Source", source), "image/png"))
		})
	})
	image.On("error", func(js.Value) {
		p.say("This browser could not turn the picture into a PNG. The SVG has the same picture.")
	})
	image.Set("src", href)
}
