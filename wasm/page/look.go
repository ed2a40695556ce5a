//go:build js

package page

import (
	"strconv"
	"strings"
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// presentText is the size of the picture's text in front of a class, in CSS px.
const presentText = 24

const (
	darkQuery    = "(prefers-color-scheme: dark)"
	reducedQuery = "(prefers-reduced-motion: reduce)"
	roomy        = "(min-width: 601px) and (min-height: 481px)" // no phone
)

// A look is how a picture is to look.
type look struct {
	dark, reduced bool    // reduced motion
	hero          int     // the panel that is shown large
	untold        bool    // without the theory, while a question is open
	text          float64 // base font size in CSS px
}

// onLook calls back when the theme or the motion changes, or the size of the
// window or of a picture, as with wider text around it.
func onLook(changed, resized func()) {
	again := func(js.Value) { changed() }
	dom.Listen(dom.Media(darkQuery), "change", again)
	dom.Listen(dom.Media(reducedQuery), "change", again)
	dom.ID("theme").On("change", again)
	dom.Listen(dom.Window(), "resize", func(js.Value) { resized() })
	dom.ObserveSize(resized, dom.ID("stage"), dom.ID("sweepstage"))
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
	px := 16.0 // where the browser has no style for a frame that is hidden
	dom.Try(func() {
		size := dom.Window().Call("getComputedStyle", dom.Root().Value).Get("fontSize").String()
		px, _ = strconv.ParseFloat(strings.TrimSuffix(size, "px"), 64)
	})
	if present && dom.Matches(roomy) {
		return max(presentText, px)
	}
	return max(13, px*13/16)
}
