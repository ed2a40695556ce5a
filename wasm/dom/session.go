//go:build js

package dom

import "syscall/js"

// The session is what the browser keeps for this tab until it is closed, also
// over a reload. It may be refused, and it may be full: then nothing is kept. Boot.js
// takes it, because the getter of a refused store throws, and an exception of a
// getter ends a Go program; refused, it is null here.

// Kept returns what the session keeps under a key, or "".
func Kept(key string) (text string) { return from("session", key) }

// Keep keeps a text under a key; "" takes it away.
func Keep(key, text string) { to("session", key, text) }

// Remembered returns what the browser keeps under a key beyond the session, or "".
func Remembered(key string) (text string) { return from("local", key) }

// Remember keeps a text under a key beyond the session; "" takes it away.
func Remember(key, text string) { to("local", key, text) }

func from(store, key string) (text string) {
	defer forgive()
	if s := js.Global().Get("lab").Get(store); s.Truthy() {
		if v := s.Call("getItem", key); v.Type() == js.TypeString {
			text = v.String()
		}
	}
	return text
}

func to(store, key, text string) {
	defer forgive()
	switch s := js.Global().Get("lab").Get(store); {
	case !s.Truthy():
	case text == "":
		s.Call("removeItem", key)
	default:
		s.Call("setItem", key, text)
	}
}

// forgive ends the panic of an exception that JavaScript has thrown.
func forgive() {
	if r := recover(); r != nil {
		if _, ok := r.(js.Error); !ok {
			panic(r)
		}
	}
}
