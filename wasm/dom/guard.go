//go:build js

package dom

import (
	"fmt"
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
				tell.Invoke(reason(r))
			}
		}()
	}
	arg := js.Undefined()
	if len(args) > 0 {
		arg = args[0]
	}
	f(arg)
}

// reason is what a failure says.
func reason(r any) string {
	if e, ok := r.(js.Error); ok {
		return e.Get("message").String()
	}
	return fmt.Sprint(r)
}

// Try does what the browser may refuse, and reports whether it did not.
func Try(f func()) (ok bool) {
	defer forgive()
	f()
	return true
}
