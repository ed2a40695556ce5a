//go:build js

package dom

import "syscall/js"

// The session is what the browser keeps for this tab until it is closed, also
// over a reload. It may be refused, and it may be full: then nothing is kept. Boot.js
// takes it, because the getter of a refused store throws, and an exception of a
// getter ends a Go program; refused, it is null here. All keys begin with prefix, as
// other programs of the same host have keys there, too.

const prefix = "rote."

// Kept returns what the session keeps under a key, or "".
func Kept(key string) (text string) { return from("session", key) }

// Keep keeps a text under a key, and reports whether it could; "" takes it away.
func Keep(key, text string) (kept bool) { return to("session", key, text) }

// Remembered returns what the browser keeps under a key beyond the session, or "".
func Remembered(key string) (text string) { return from("local", key) }

// Remember keeps a text under a key beyond the session, and reports whether it could; ""
// takes it away.
func Remember(key, text string) (kept bool) { return to("local", key, text) }

func from(store, key string) (text string) {
	defer forgive()
	if s := js.Global().Get("lab").Get(store); s.Truthy() {
		if v := s.Call("getItem", prefix+key); v.Type() == js.TypeString {
			text = v.String()
		}
	}
	return text
}

func to(store, key, text string) (kept bool) {
	defer forgive()
	switch s := js.Global().Get("lab").Get(store); {
	case !s.Truthy():
		return text == ""
	case text == "":
		s.Call("removeItem", prefix+key)
	default:
		s.Call("setItem", prefix+key, text)
	}
	return true
}
