//go:build js

package page

import (
	"fmt"

	"example.org/rote/wasm/dom"
)

// showTip writes the values of the mark under the pointer beside it.
func showTip(text string, x, y float64) { placeTip(dom.ID("tip"), dom.ID("stage"), text, x, y) }

// placeTip shows a text beside a place in a picture, on the side where there is
// room.
func placeTip(tip, stage dom.Element, text string, x, y float64) {
	tip.Text(text)
	tip.Hide(text == "")
	if text == "" {
		return
	}
	const away = 12
	width, height := tip.Get("offsetWidth").Float(), tip.Get("offsetHeight").Float()
	left, top := x+away, y+away
	if left+width > stage.Get("clientWidth").Float() {
		left = x - away - width
	}
	if top+height > stage.Get("clientHeight").Float() {
		top = y - away - height
	}
	tip.Style("left", fmt.Sprintf("%.0fpx", max(0, left)))
	tip.Style("top", fmt.Sprintf("%.0fpx", max(0, top)))
}

// hideTips hides the values that are shown beside marks, and reports whether there
// were any.
func hideTips() (hidden bool) {
	for _, id := range []string{"tip", "sweeptip"} {
		if tip := dom.ID(id); tip.Seen() {
			tip.Hide(true)
			hidden = true
		}
	}
	return hidden
}
