//go:build js

package page

import (
	"fmt"
	"math"
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// A tip shows the values of what is under the pointer beside it. The pointer may go
// there: the tip stays while it comes nearer, and while it is over it.
type tip struct {
	id, box string  // of the tip, and of the picture in which it stands
	far     float64 // how far from it the pointer was last, in px
	x, y    float64 // the place whose values it shows
}

// A spot is where a pointer is in a picture; ok is false for a finger, for one that
// drags, and where there is none.
type spot struct {
	x, y float64
	ok   bool
}

// spotOf reads the spot of a pointer event in a picture.
func spotOf(e js.Value, box dom.Element) spot {
	rect := box.Call("getBoundingClientRect")
	return spot{e.Get("clientX").Float() - rect.Get("left").Float(), e.Get("clientY").Float() - rect.Get("top").Float(),
		!isFinger(e) && e.Get("buttons").Int() == 0}
}

// spotIn reads the spot that the stage names, or none.
func spotIn(at js.Value) spot {
	if !at.Truthy() {
		return spot{}
	}
	return spot{at.Get("x").Float(), at.Get("y").Float(), true}
}

// away is how far from a mark its tip is, in px.
const away = 12

// show shows a text beside the place (x, y), on the side where there is room. "" hides
// it. It reports false, and leaves the text that is there, if the pointer goes to that.
func (t *tip) show(text string, x, y float64, at spot) bool {
	tip, stage := dom.ID(t.id), dom.ID(t.box)
	if t.holds(tip, at) {
		return false
	}
	t.x, t.y = x, y
	tip.Text(text)
	tip.Hide(text == "")
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
	if at.ok {
		t.far = t.from(tip, at)
	}
	return true
}

// again has ask show what is now at the place whose values are shown, if any are: another
// frame has been drawn under a pointer that rests.
func (t *tip) again(ask func(x, y float64)) {
	if dom.ID(t.id).Seen() {
		ask(t.x, t.y)
	}
}

// holds reports whether the pointer is over the tip, or comes nearer to it.
func (t *tip) holds(tip dom.Element, at spot) bool {
	if !at.ok || !tip.Seen() {
		return false
	}
	last := t.far
	t.far = t.from(tip, at)
	return t.far == 0 || t.far < min(last, 2*away)
}

// from returns how far the pointer is from the tip.
func (t *tip) from(tip dom.Element, at spot) float64 {
	left, top := tip.Get("offsetLeft").Float(), tip.Get("offsetTop").Float()
	right, bottom := left+tip.Get("offsetWidth").Float(), top+tip.Get("offsetHeight").Float()
	return math.Max(max(left-at.x, at.x-right, 0), max(top-at.y, at.y-bottom, 0))
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
