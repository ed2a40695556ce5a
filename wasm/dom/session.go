//go:build js

package dom

import "syscall/js"

// The session is what the browser keeps for this tab until it is closed, also
// over a reload. It may be forbidden, and it may be full: then nothing is kept.

// Kept returns what the session keeps under a key, or "".
func Kept(key string) (text string) {
	defer forgive()
	if v := js.Global().Get("sessionStorage").Call("getItem", key); v.Type() == js.TypeString {
		text = v.String()
	}
	return text
}

// Keep keeps a text under a key; "" takes it away.
func Keep(key, text string) {
	defer forgive()
	if text == "" {
		js.Global().Get("sessionStorage").Call("removeItem", key)
		return
	}
	js.Global().Get("sessionStorage").Call("setItem", key, text)
}

// forgive ends the panic of an exception that JavaScript has thrown.
func forgive() {
	if r := recover(); r != nil {
		if _, ok := r.(js.Error); !ok {
			panic(r)
		}
	}
}
