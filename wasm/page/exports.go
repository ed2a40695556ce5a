//go:build js

package page

import (
	"strconv"
	"syscall/js"

	"example.org/rote/sim"
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

// An exports saves the frame that is to be seen as a file.
type exports struct {
	*opened
	seen     func() (f *sim.Frame, step int, ok bool)
	hero     func() int    // the panel that is shown large
	fragment func() string // that opens what is to be seen
	say      func(text string)
}

func (x *exports) bind() {
	dom.ID("downloadsvg").On("click", func(js.Value) {
		if svg, step, ok := x.svg(); ok {
			dom.Download(fileName(x.run.Address(), step, "", "svg"), dom.Blob(svg, "image/svg+xml"))
		}
	})
	dom.ID("downloadpng").On("click", func(js.Value) {
		if svg, step, ok := x.svg(); ok {
			savePNG(svg, fileName(x.run.Address(), step, "", "png"), x.source(x.fragment()), x.say)
		}
	})
}

// svg draws the frame with its number, its sentence and its link.
func (x *exports) svg() (svg []byte, step int, ok bool) {
	f, step, ok := x.seen()
	if !ok {
		return nil, 0, false
	}
	source := x.source(x.fragment())
	pic := figure.Layout(f, figure.Options{Width: exportWidth, Height: exportHeight, Dark: isDark(), Text: exportText,
		Hero: x.hero(), Head: true, Foot: source})
	return figure.Stamp(figure.SVG(pic, x.run.Info.Title, f.Says+" "+source), source, maker()), step, true
}

// csv saves the numbers of a panel.
func (x *exports) csv(panel int) {
	if f, step, ok := x.seen(); ok {
		data := figure.CSV(x.run.Address(), x.run.Seed.Text(), maker(), step, f, panel)
		dom.Download(fileName(x.run.Address(), step, strconv.Itoa(panel+1), "csv"), dom.Blob(data, "text/csv"))
	}
}

// maker says which Rote this is, as the build has written it into the page.
func maker() string {
	return dom.Root().Find("meta[name=generator]").Call("getAttribute", "content").String()
}

// exportText is the base font size of exported figures.
const exportText = 14

// exportSVG draws a frame in the size of exports.
func exportSVG(f *sim.Frame, title, source string) []byte {
	pic := figure.Layout(f, figure.Options{Width: exportWidth, Height: exportHeight, Dark: isDark(), Text: exportText})
	return figure.Stamp(figure.SVG(pic, title, f.Says+" "+source), source, maker())
}

// savePNG lets the browser draw an SVG on a canvas. The file carries its source and which Rote made
// it.
func savePNG(svg []byte, name, source string, say func(text string)) {
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
			dom.Download(name, dom.Blob(withText(withText(png, "Software", maker()), "Source", source), "image/png"))
		})
	})
	image.On("error", func(js.Value) {
		say("This browser could not turn the picture into a PNG. The SVG has the same picture.")
	})
	image.Set("src", href)
}
