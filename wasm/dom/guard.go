//go:build js

package dom

import (
	"fmt"
	"strings"
	"syscall/js"
)

// Func makes a function for JavaScript that calls f with its first argument. Its
// failure is told like that of every handler.
func Func(f func(js.Value)) js.Func { return handler(f) }

// guard calls f with the first of the arguments. In the page its failure, an
// exception of the browser or a panic, is told in words by the script that started
// the program, and the page lives on. A worker has no such script: it ends, and the
// page says so.
func guard(f func(js.Value), args []js.Value) {
	if tell := js.Global().Get("labFailed"); tell.Truthy() {
		defer func() {
			if r := recover(); r != nil {
				Try(func() { tell.Invoke(reason(r)) })
			}
		}()
	}
	arg := js.Undefined()
	if len(args) > 0 {
		arg = args[0]
	}
	f(arg)
}

// Guard calls f. Its failure is told like that of a handler, and the caller goes on.
func Guard(f func()) { guard(func(js.Value) { f() }, nil) }

// reason is what a failure says.
func reason(r any) string {
	if e, ok := r.(js.Error); ok {
		return js.Global().Get("String").Invoke(e.Value).String()
	}
	text := fmt.Sprint(r)
	if _, lack, ok := strings.Cut(text, "property "); ok && refused(r) {
		name, _, _ := strings.Cut(lack, " ")
		return "this browser has no " + name
	}
	if refused(r) {
		return "this browser lacks a part that it needs"
	}
	return text
}

// refused reports whether a panic comes from the browser: it has thrown, or it lacks
// what was asked for.
func refused(r any) bool {
	switch r := r.(type) {
	case js.Error, *js.ValueError:
		return true
	case string:
		return strings.HasPrefix(r, "syscall/js: ")
	}
	return false
}

// Try does what the browser may refuse, and reports whether it did not.
func Try(f func()) (ok bool) {
	defer forgive()
	f()
	return true
}

// forgive ends a panic that comes from the browser.
func forgive() {
	if r := recover(); r != nil && !refused(r) {
		panic(r)
	}
}
