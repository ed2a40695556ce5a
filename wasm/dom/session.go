//go:build js

package dom

import "syscall/js"

// The session is what the browser keeps for this tab until it is closed, also
// over a reload. It may be refused, and it may be full: then nothing is kept. Boot.js
// takes it, because the getter of a refused store throws, and an exception of a
// getter ends a Go program; refused, it is null here.

// Kept returns what the session keeps under a key, or "".
func Kept(key string) (text string) {
	defer forgive()
	if s := session(); s.Truthy() {
		if v := s.Call("getItem", key); v.Type() == js.TypeString {
			text = v.String()
		}
	}
	return text
}

// Keep keeps a text under a key; "" takes it away.
func Keep(key, text string) {
	defer forgive()
	switch s := session(); {
	case !s.Truthy():
	case text == "":
		s.Call("removeItem", key)
	default:
		s.Call("setItem", key, text)
	}
}

func session() js.Value { return js.Global().Get("lab").Get("session") }

// forgive ends the panic of an exception that JavaScript has thrown.
func forgive() {
	if r := recover(); r != nil {
		if _, ok := r.(js.Error); !ok {
			panic(r)
		}
	}
}
