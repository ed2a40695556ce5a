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

// An exports saves the frame that is to be seen as a file, or copies it.
type exports struct {
	*opened
	seen     func() (f *sim.Frame, step int, ok bool)
	hero     func() int    // the panel that is shown large
	fragment func() string // that opens what is to be seen
	say      func(text string)
}

func (x *exports) bind() {
	dom.ID("downloadsvg").On("click", func(js.Value) {
		if svg, name, _ := x.picture("svg"); svg != nil {
			dom.Download(name, dom.Blob(svg, "image/svg+xml"))
		}
	})
	dom.ID("downloadpng").On("click", func(js.Value) {
		if svg, name, source := x.picture("png"); svg != nil {
			savePNG(svg, name, source)
		}
	})
	dom.ID("copysvg").On("click", func(js.Value) {
		if svg, name, _ := x.picture("svg"); svg != nil {
			copyPicture(dom.ID("copysvg"), "image/svg+xml", name, func(f func(js.Value)) { f(dom.Blob(svg, "image/svg+xml")) }, x.say)
		}
	})
	dom.ID("copypng").On("click", func(js.Value) {
		if svg, name, source := x.picture("png"); svg != nil {
			copyPicture(dom.ID("copypng"), "image/png", name, func(f func(js.Value)) { makePNG(svg, source, f) }, x.say)
		}
	})
	dom.ID("cite").Set("checked", cites())
	dom.ID("cite").On("change", func(js.Value) {
		word := "off"
		if checked("cite") {
			word = ""
		}
		tellUnkept(dom.Remember("cite", word))
	})
}

// cites reports whether pictures show their source.
func cites() bool { return dom.Remembered("cite") != "off" }

// citation is the source that a picture shows: paper, version and address.
func (o *opened) citation(source string) string {
	if !cites() {
		return ""
	}
	return o.run.Info.Cite + "\nRote " + sim.Version + ", " + source
}

// picture draws the frame that is to be seen, with its number and its sentence. It
// returns nil if there is none.
func (x *exports) picture(extension string) (svg []byte, name, link string) {
	f, step, ok := x.seen()
	if !ok {
		return nil, "", ""
	}
	link = source(x.fragment())
	return x.svg(f, exportWidth, exportHeight, link), fileName(x.run.Address(), step, "", extension), link
}

// svg draws a frame in a size in CSS pixels.
func (x *exports) svg(f *sim.Frame, width, height float64, source string) []byte {
	pic := figure.Layout(f, figure.Options{Width: width, Height: height, Dark: isDark(), Text: exportText,
		Hero: x.hero(), Head: true, Foot: x.citation(source)})
	return figure.Stamp(figure.SVG(pic, x.run.Info.Title, f.Says+" "+source), source, maker())
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

// source is the link that an export carries.
func source(fragment string) string {
	return dom.Window().Get("location").Get("origin").String() + path(fragment)
}

// exportText is the base font size of exported figures.
const exportText = 14

// exportSVG draws the frame of a sweep in the size of exports.
func exportSVG(f *sim.Frame, title, source, foot string) []byte {
	pic := figure.Layout(f, figure.Options{Width: exportWidth, Height: exportHeight, Dark: isDark(), Text: exportText, Foot: foot})
	return figure.Stamp(figure.SVG(pic, title, f.Says+" "+source), source, maker())
}

// savePNG saves an SVG as a PNG.
func savePNG(svg []byte, name, source string) {
	makePNG(svg, source, func(blob js.Value) { dom.Download(name, blob) })
}

// makePNG lets the browser draw an SVG on a canvas. The file carries its source and which
// Rote made it.
func makePNG(svg []byte, source string, made func(blob js.Value)) {
	lack := func() {
		panic("this browser could not turn the picture into a PNG; the SVG has the same picture")
	}
	came := dom.Within(lack)
	var e *easel
	e = newEasel(exportScale*exportWidth, exportScale*exportHeight, func() {
		came()
		e.fold()
		lack()
	})
	e.draw(svg, func() {
		dom.ReadCanvas(e.canvas, func(png []byte) {
			came()
			e.fold()
			made(dom.Blob(withText(withText(png, "Software", maker()), "Source", source), "image/png"))
		}, e.failed)
	})
}
