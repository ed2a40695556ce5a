//go:build js

package dom

import "syscall/js"

// An Element is an element of the page. One that the page does not have is
// null: it ignores what it is told, and finds nothing below it. To ask it
// something, by Get, is a programmer's error.
type Element struct{ js.Value }

// Get returns a property of e. It panics if the page does not have e.
func (e Element) Get(property string) js.Value {
	if e.IsNull() {
		panic("dom: " + property + " of an element that the page does not have")
	}
	return e.Value.Get(property)
}

// Call calls a method of e. If the page does not have e, it returns undefined.
func (e Element) Call(method string, args ...any) js.Value {
	if e.IsNull() {
		return js.Undefined()
	}
	return e.Value.Call(method, args...)
}

// Set sets a property.
func (e Element) Set(property string, value any) {
	if !e.IsNull() {
		e.Value.Set(property, value)
	}
}

// Click does what a click on e does, and reports whether the page has e.
func (e Element) Click() bool {
	if !e.IsNull() {
		e.Call("click")
	}
	return !e.IsNull()
}

// Focus gives e the focus, and reports whether the page has e.
func (e Element) Focus() bool {
	if !e.IsNull() {
		e.Call("focus")
	}
	return !e.IsNull()
}

// Seen reports whether e takes up room on the screen.
func (e Element) Seen() bool { return !e.IsNull() && e.Call("getClientRects").Length() > 0 }

func document() js.Value { return js.Global().Get("document") }

// None returns an element that the page does not have.
func None() Element { return Element{js.Null()} }

// Body returns the body.
func Body() Element { return Element{document().Get("body")} }

// Root returns the element html.
func Root() Element { return Element{document().Get("documentElement")} }

// ID returns the element with that id.
func ID(id string) Element { return Element{document().Call("getElementById", id)} }

// Focused returns the element that has the focus.
func Focused() Element { return Element{document().Get("activeElement")} }

// Make makes an element with a text.
func Make(tag, text string) Element {
	e := Element{document().Call("createElement", tag)}
	if text != "" {
		e.Set("textContent", text)
	}
	return e
}

// Style sets a property of its own style; "" takes it away.
func (e Element) Style(name, value string) {
	if !e.IsNull() {
		e.Get("style").Set(name, value)
	}
}

// Find returns the first element below e that a selector describes. An empty
// selector describes none.
func (e Element) Find(selector string) Element {
	if e.IsNull() || selector == "" {
		return None()
	}
	return Element{e.Call("querySelector", selector)}
}

// On calls f with every event of that type.
func (e Element) On(event string, f func(e js.Value)) {
	if !e.IsNull() {
		Listen(e.Value, event, f)
	}
}

// Text replaces what is in e by a text, unless it is that already.
func (e Element) Text(text string) {
	if !e.IsNull() && e.Get("textContent").String() != text {
		e.Set("textContent", text)
	}
}

// Attr sets an attribute.
func (e Element) Attr(name, value string) {
	if !e.IsNull() && e.Call("getAttribute", name).String() != value {
		e.Call("setAttribute", name, value)
	}
}

// Flag sets an attribute to "true", or takes it away.
func (e Element) Flag(name string, on bool) {
	switch {
	case e.IsNull():
	case on:
		e.Attr(name, "true")
	default:
		e.Call("removeAttribute", name)
	}
}

// Hide hides e, or shows it.
func (e Element) Hide(hidden bool) {
	if !e.IsNull() && e.Get("hidden").Bool() != hidden {
		e.Set("hidden", hidden)
	}
}

// Class gives e a class, or takes it away.
func (e Element) Class(name string, on bool) {
	if !e.IsNull() {
		e.Get("classList").Call("toggle", name, on)
	}
}

// Data sets a data- attribute, named as in JavaScript.
func (e Element) Data(name, value string) {
	if !e.IsNull() {
		e.Get("dataset").Set(name, value)
	}
}

// Val returns the value of a control.
func (e Element) Val() string {
	if e.IsNull() {
		return ""
	}
	return e.Get("value").String()
}

// SetVal sets the value of a control, unless it is that already: setting moves
// the caret.
func (e Element) SetVal(value string) {
	if !e.IsNull() && e.Get("value").String() != value {
		e.Set("value", value)
	}
}

// Fill replaces the children of e.
func (e Element) Fill(children ...Element) {
	e.Set("textContent", "")
	e.Add(children...)
}

// Add appends children, and returns e.
func (e Element) Add(children ...Element) Element {
	for _, c := range children {
		e.Call("append", c.Value)
	}
	return e
}

// Is reports whether two elements are the same.
func (e Element) Is(other Element) bool { return e.Equal(other.Value) }
