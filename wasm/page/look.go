//go:build js

package page

import (
	"strconv"
	"strings"
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// presentText is the size of the picture's text in front of a class, in CSS px.
const presentText = 20

const (
	darkQuery    = "(prefers-color-scheme: dark)"
	reducedQuery = "(prefers-reduced-motion: reduce)"
)

// bindLook repaints when the theme, the motion or the size of the text changes.
func (p *page) bindLook() {
	again := func(js.Value) { p.repaint() }
	dom.Listen(dom.Media(darkQuery), "change", again)
	dom.Listen(dom.Media(reducedQuery), "change", again)
	dom.ID("theme").On("change", again)
	dom.Listen(dom.Window(), "resize", func(js.Value) {
		if !p.stage.painted {
			p.still.ask()
		}
		p.sweep.draws.ask()
	})
	dom.Listen(dom.Media(narrow), "change", func(js.Value) {
		p.panels.choose(defaultPanel())
		p.panels.show()
	})
}

func isDark() bool {
	if theme := dom.Root().Get("dataset").Get("theme"); theme.Truthy() {
		return theme.String() == "dark"
	}
	return dom.Matches(darkQuery)
}

func isReduced() bool { return dom.Matches(reducedQuery) }

// textSize is the base font size of the picture in CSS px. It follows the text
// of the page, which the reader or the present mode has enlarged.
func textSize(present bool) float64 {
	size := dom.Window().Call("getComputedStyle", dom.Root().Value).Get("fontSize").String()
	px, _ := strconv.ParseFloat(strings.TrimSuffix(size, "px"), 64)
	if present {
		return max(presentText, px)
	}
	return max(12, px*12/16)
}

// repaint paints the same frame anew, in the present look.
func (p *page) repaint() {
	p.stage.repaint()
	if !p.stage.painted {
		p.still.ask()
	}
	p.sweep.draws.ask()
}
