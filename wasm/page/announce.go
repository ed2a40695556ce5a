//go:build js

package page

import "example.org/rote/wasm/dom"

// A voice hands messages to the live region, which a screen reader speaks.
type voice struct{ herald herald }

// say answers to what a reader did, as soon as it may.
func (v *voice) say(text string) { v.take(&v.herald.answer, text) }

// report says where the run stands, as soon as it may.
func (v *voice) report(text string) { v.take(&v.herald.report, text) }

func (v *voice) take(place *string, text string) {
	waits := v.herald.waits()
	*place = text
	if !waits {
		v.speak()
	}
}

func (v *voice) speak() {
	text, wait := v.herald.next(dom.Now())
	if live := dom.ID("live"); text != "" {
		if live.Get("textContent").String() == text {
			text += "\u00a0" // else the same again would be no change, and not spoken
		}
		live.Text(text)
	}
	if wait > 0 {
		dom.After(wait, v.speak)
	}
}
