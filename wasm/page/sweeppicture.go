//go:build js

package page

import (
	"fmt"
	"math"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
	"example.org/rote/wasm/dom"
)

// draw draws the diagram as SVG. It takes a tenth of the time at most.
func (w *sweeping) draw() {
	if w.sweep() == nil || !w.on {
		return
	}
	start := dom.Now()
	s, f, box := w.sweep(), w.sweep().Frame(), dom.ID("sweeppicture")
	rect := box.Call("getBoundingClientRect")
	w.picture = figure.Layout(f, figure.Options{Width: math.Round(rect.Get("width").Float()), Height: math.Round(rect.Get("height").Float()),
		Dark: isDark(), Text: textSize(w.page.link.present)})
	box.Set("innerHTML", string(figure.SVG(w.picture, s.Title(), f.Says)))
	box.Attr("aria-label", s.Title())
	dom.ID("sweepsays").Text(f.Says)
	w.draws.every = max(250, 10*(dom.Now()-start))
}

// bindPicture lets a cell be read and opened with the pointer.
func (w *sweeping) bindPicture() {
	box, tip := dom.ID("sweeppicture"), dom.ID("sweeptip")
	box.On("pointermove", func(e js.Value) {
		run, x, y, ok := w.under(e)
		if !ok {
			tip.Hide(true)
			return
		}
		placeTip(tip, box, tipWords(w.sweep(), run), x, y)
	})
	box.On("pointerleave", func(js.Value) { tip.Hide(true) })
	box.On("click", func(e js.Value) {
		if run, _, _, ok := w.under(e); ok {
			dom.Window().Get("location").Set("hash", sim.Query(w.sweep().RunAddress(run)))
		}
	})
}

// under returns the run whose cell is under the pointer, and the place of the
// pointer in the picture.
func (w *sweeping) under(e js.Value) (run int, x, y float64, ok bool) {
	if w.picture == nil {
		return 0, 0, 0, false
	}
	rect := dom.ID("sweeppicture").Call("getBoundingClientRect")
	x, y = e.Get("clientX").Float()-rect.Get("left").Float(), e.Get("clientY").Float()-rect.Get("top").Float()
	h, ok := w.picture.At(x, y)
	if !ok || math.IsNaN(h.X) {
		return 0, x, y, false
	}
	return w.sweep().At(h.X, h.Y), x, y, true
}

// bindExports offers the sweep as a file. All of them carry its address.
func (w *sweeping) bindExports() {
	dom.ID("sweepcsv").On("click", func(js.Value) {
		s := w.sweep()
		dom.Download(w.fileName("csv"), dom.Blob([]byte(s.CSV(sweep.Shard{})), "text/csv"))
	})
	dom.ID("sweepsvg").On("click", func(js.Value) {
		dom.Download(w.fileName("svg"), dom.Blob(w.exportSVG(), "image/svg+xml"))
	})
	dom.ID("sweeppng").On("click", func(js.Value) { w.page.exportPNG(w.exportSVG(), w.fileName("png"), w.source()) })
}

func (w *sweeping) exportSVG() []byte {
	s, f := w.sweep(), w.sweep().Frame()
	pic := figure.Layout(f, figure.Options{Width: exportWidth, Height: exportHeight, Dark: isDark(), Text: exportText})
	return figure.SVG(pic, s.Title(), f.Says+" "+w.source())
}

func (w *sweeping) source() string {
	return fmt.Sprintf("/%s/#%s", w.page.lab, sim.Query(w.sweep().Address()))
}

func (w *sweeping) fileName(extension string) string {
	return sweepFile(w.sweep().Address(), extension)
}
