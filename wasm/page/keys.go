//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// A keys is the shortcuts of the whole page.
type keys struct {
	*opened
	do   func(id string) bool   // acts on a part of the page; false: it means nothing there
	pass func(key, code string) // gives a key to the page around this one
}

func (s *keys) bind() {
	capture := dom.Object("capture", true)
	dom.ListenWith(dom.Window(), "keydown", capture, func(e js.Value) {
		if isComposing(e) {
			return
		}
		plain := !e.Get("altKey").Truthy() && !e.Get("ctrlKey").Truthy() && !e.Get("metaKey").Truthy() && !e.Get("shiftKey").Truthy()
		if e.Get("code").String() == "Escape" && hideTips() {
			e.Call("preventDefault")
			e.Call("stopPropagation")
			return
		}
		if s.holds(e) {
			e.Call("preventDefault")
			e.Call("stopPropagation")
			return
		}
		if code := e.Get("code").String(); plain && s.link.present && isClicker(code) && s.press(code, false, false) {
			e.Call("preventDefault")
			e.Call("stopPropagation")
		}
	})
	dom.Listen(dom.Window(), "keydown", func(e js.Value) {
		if e.Get("defaultPrevented").Truthy() || isComposing(e) || isTextBox(dom.Focused()) {
			return
		}
		other := e.Get("ctrlKey").Truthy() || e.Get("metaKey").Truthy() || e.Get("shiftKey").Truthy()
		code, alt := e.Get("code").String(), e.Get("altKey").Truthy()
		if s.press(code, alt, other) {
			e.Call("preventDefault")
		} else if plain := !alt && !other; plain && isSlideKey(code) && !uses(dom.Element{Value: e.Get("target")}, code) {
			s.pass(e.Get("key").String(), code)
		}
	})
}

// staged acts on a key that was pressed in the picture.
func (s *keys) staged(key, code string, alt, other bool) {
	if !s.press(code, alt, other) && !alt && !other && isSlideKey(code) {
		s.pass(key, code)
	}
}

// holds reports whether a key is held that acts once: a shortcut that toggles, and
// Enter on what opens or on a button that does not go from step to step.
func (s *keys) holds(e js.Value) bool {
	code, alt := e.Get("code").String(), e.Get("altKey").Truthy()
	if !e.Get("repeat").Truthy() {
		return false
	}
	if id, ok := shortcut(code, alt, false, s.link.present); ok && !isTextBox(dom.Focused()) && (alt || !uses(dom.Focused(), code)) {
		return id != "" && !isRepeatable(code)
	}
	return code == "Enter" && matches(dom.Focused(), "button:not(#step, #back), summary")
}

// press acts on a key, and reports whether it means anything: nothing behind a dialog.
func (s *keys) press(code string, alt, other bool) bool {
	if code == "Escape" && hideTips() {
		return true
	}
	if keys := dom.ID("keys"); !keys.IsNull() && !keys.Get("checked").Bool() || dom.ID("sharing").Get("open").Truthy() {
		return false
	}
	id, ok := shortcut(code, alt, other, s.link.present)
	if !ok || !alt && !isClicker(code) && uses(dom.Focused(), code) {
		return false
	}
	return s.do(id)
}

// focusPart goes to the knobs or the numbers, and opens their face.
func focusPart(id string) {
	face, target := "explore", dom.ID("controls").Find(".knob:not([hidden]) :is(select, input, textarea)")
	if id == "readings" {
		face, target = "numbers", dom.ID("numbers").Find("button, summary")
	}
	dom.ID("tab-" + face).Click()
	target.Focus()
}

// refocus gives the focus to the first of some elements that takes it, if what has it is
// not to be seen any more: otherwise the reader would be at the top of the page.
func refocus(to ...dom.Element) {
	if e := dom.Focused(); e.Is(dom.Body()) || e.Seen() {
		return
	}
	for _, e := range to {
		if e.Focus() && dom.Focused().Is(e) {
			return
		}
	}
}

// isComposing reports whether a key chooses among the letters that an input method offers.
func isComposing(e js.Value) bool { return e.Get("isComposing").Truthy() }

func isTextBox(e dom.Element) bool {
	return matches(e, "input[type=text], textarea, [contenteditable]")
}

// uses reports whether an element has its own meaning for a key.
func uses(e dom.Element, code string) bool {
	selector := users(code)
	return selector != "" && matches(e, selector)
}

// matches reports whether a selector describes e: it may be no element at all, such as
// the window, to which programs that fill in forms send keys.
func matches(e dom.Element, selector string) bool {
	return e.Truthy() && e.Get("matches").Truthy() && e.Call("matches", selector).Bool()
}
