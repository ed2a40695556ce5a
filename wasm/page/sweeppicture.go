//go:build js

package page

import (
	"math"
	"strconv"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
	"example.org/rote/wasm/dom"
)

// A sweepPicture is the diagram of the sweep, and the sweep as a file.
type sweepPicture struct {
	*opened
	grid func() *sweep.Grid // the sweep, or nil
	view func() *sweep.Grid // its diagram that is shown

	off     bool            // not to be seen
	picture *figure.Picture // as it was last drawn
	draws   gate
	tip     tip
	told    int    // the run whose values are shown
	opens   string // how the pointer opens it, in words
}

func (c *sweepPicture) bind() {
	c.draws = gate{every: 250, do: c.draw}
	c.tip = tip{id: "sweeptip", box: "sweeppicture"}
	c.bindPointer()
	c.bindExports()
}

// ask draws anew soon, if the picture is to be seen.
func (c *sweepPicture) ask() {
	if !c.off {
		c.draws.ask()
	}
}

// draw draws the diagram as SVG. It takes a tenth of the time at most.
func (c *sweepPicture) draw() {
	start, rect := dom.Now(), dom.ID("sweeppicture").Call("getBoundingClientRect")
	c.drawIn(figure.Options{Width: math.Round(rect.Get("width").Float()), Height: math.Round(rect.Get("height").Float()),
		Dark: isDark(), Text: textSize(c.link.present)})
	c.tip.again(func(x, y float64) { c.show(spot{x: x, y: y}) })
	c.draws.every = max(250, 10*(dom.Now()-start))
}

// print draws it in light colours for paper.
func (c *sweepPicture) print() { c.drawIn(figure.Options{Width: 1040, Height: 610, Text: 14}) }

func (c *sweepPicture) drawIn(manner figure.Options) {
	s := c.view()
	if s == nil || c.off {
		return
	}
	f, box := s.Frame(), dom.ID("sweeppicture")
	c.picture = figure.Layout(f, manner)
	box.Set("innerHTML", string(figure.SVG(c.picture, s.Title(), f.Says)))
	box.Attr("aria-label", s.Title())
	box.Data("known", strconv.Itoa(c.grid().Known()))
	c.tell(f, s.Note())
}

// tell says the finding: the number, what it is, and the sentence, of the frame that
// is drawn.
func (c *sweepPicture) tell(f *sim.Frame, note string) {
	number, counts := figure.Headline(f)
	dom.ID("sweepnumber").Text(number)
	dom.ID("sweepcounts").Text(together(counts))
	dom.ID("sweepsays").Text(together(f.Says))
	dom.ID("sweepnote").Text(note)
	dom.ID("sweepnote").Hide(note == "")
}

// bindPointer lets a cell be read and opened with the pointer. A finger cannot hover:
// its first tap on a cell reads, the next opens.
func (c *sweepPicture) bindPointer() {
	box, reads := dom.ID("sweeppicture"), false
	box.On("pointermove", c.read)
	box.On("pointerdown", func(e js.Value) {
		run, ok := c.under(spotOf(e, box))
		reads = isFinger(e) && !(ok && run == c.told && dom.ID("sweeptip").Seen())
		if isFinger(e) {
			c.read(e)
		}
	})
	box.On("pointerleave", func(e js.Value) {
		if !isLifted(e, box) { // what a tap has shown stays
			c.tip.show("", 0, 0, spot{})
		}
	})
	box.On("click", func(e js.Value) {
		run, ok := c.under(spotOf(e, box))
		if dom.ID("sweeptip").Seen() {
			run = c.told
		}
		if ok && !reads {
			dom.Window().Get("location").Set("hash", sim.Query(c.grid().RunAddress(run)))
		}
	})
}

// read shows the values of the cell under a pointer.
func (c *sweepPicture) read(e js.Value) {
	c.opens = " Click to open this run."
	if isFinger(e) {
		c.opens = " Tap again to open this run."
	}
	c.show(spotOf(e, dom.ID("sweeppicture")))
}

// show shows the values of the cell at a spot.
func (c *sweepPicture) show(at spot) {
	words := ""
	run, ok := c.under(at)
	if ok {
		words = tipWords(c.view(), run) + c.opens
	}
	if c.tip.show(words, at.x, at.y, at) {
		c.told = run
	}
}

// under returns the run whose cell is at a spot.
func (c *sweepPicture) under(at spot) (run int, ok bool) {
	if c.picture == nil {
		return 0, false
	}
	h, ok := c.picture.At(at.x, at.y)
	if !ok || math.IsNaN(h.X) {
		return 0, false
	}
	return c.view().At(h.X, h.Y), true
}

// bindExports offers the sweep as a file, once there is one. All of them carry its
// address.
func (c *sweepPicture) bindExports() {
	for id, save := range map[string]func(){
		"sweepcsv": func() {
			dom.Download(c.fileName("csv"), dom.Blob([]byte(c.grid().File(sweep.CSV, sweep.Shard{})), "text/csv"))
		},
		"sweepsvg": func() { dom.Download(c.fileName("svg"), dom.Blob(c.svg(), "image/svg+xml")) },
		"sweeppng": func() { savePNG(c.svg(), c.fileName("png"), source(c.query())) },
	} {
		dom.ID(id).On("click", func(js.Value) {
			if c.grid() != nil {
				save()
			}
		})
	}
}

func (c *sweepPicture) svg() []byte {
	link := source(c.query())
	return exportSVG(c.view().Frame(), c.view().Title(), link, c.citation(link))
}

func (c *sweepPicture) query() string { return sim.Query(c.grid().Address()) }

func (c *sweepPicture) fileName(extension string) string {
	return sweepFile(c.grid().Address(), extension)
}
