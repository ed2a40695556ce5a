//go:build js

package dom

import "syscall/js"

// Window is the global object, also in a worker.
func Window() js.Value { return js.Global() }

// Now returns the time in ms since the program's page was opened.
func Now() float64 { return js.Global().Get("performance").Call("now").Float() }

// Object makes a JavaScript object of keys and values, in turns.
func Object(pairs ...any) js.Value {
	o := js.Global().Get("Object").New()
	for i := 0; i+1 < len(pairs); i += 2 {
		o.Set(pairs[i].(string), pairs[i+1])
	}
	return o
}

// List makes a JavaScript array.
func List(items ...any) js.Value { return js.ValueOf(items) }

// Bytes copies data into a new Uint8Array.
func Bytes(data []byte) js.Value {
	a := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(a, data)
	return a
}

// After calls f once, in ms milliseconds.
func After(ms float64, f func()) {
	js.Global().Call("setTimeout", once(func(js.Value) { f() }), ms)
}

// once makes a function for JavaScript that calls f the first time, and is then
// free.
func once(f func(js.Value)) js.Func {
	var self js.Func
	self = js.FuncOf(func(_ js.Value, args []js.Value) any {
		self.Release()
		guard(f, args)
		return nil
	})
	return self
}

// Every calls f every ms milliseconds, for ever.
func Every(ms float64, f func()) {
	js.Global().Call("setInterval", handler(func(js.Value) { f() }), ms)
}

// Then calls f with what a promise brings, or failed with its reason. What is no promise
// is there already.
func Then(promise js.Value, f, failed func(js.Value)) {
	var kept, broken js.Func
	settle := func(f func(js.Value)) js.Func {
		return handler(func(v js.Value) {
			kept.Release()
			broken.Release()
			f(v)
		})
	}
	kept, broken = settle(f), settle(failed)
	js.Global().Get("Promise").Call("resolve", promise).Call("then", kept, broken)
}

// patience is how long the browser may take for an answer, in ms.
const patience = 8000

// Within calls late when an answer has taken too long, unless the function that it
// returns was called before.
func Within(late func()) (came func()) {
	waits := true
	After(patience, func() {
		if waits {
			late()
		}
	})
	return func() { waits = false }
}

// Soon does what Then does with a promise of an answer. One that takes too long has
// failed; what comes later is ignored.
func Soon(promise js.Value, f, failed func(js.Value)) {
	late := false
	came := Within(func() {
		late = true
		failed(js.Undefined())
	})
	settle := func(f func(js.Value)) func(js.Value) {
		return func(v js.Value) {
			if came(); !late {
				f(v)
			}
		}
	}
	Then(promise, settle(f), settle(failed))
}

// Promise makes a promise. Start is called at once, with the function that keeps it.
func Promise(start func(keep js.Value)) js.Value {
	executor := once(start)
	return js.Global().Get("Promise").New(executor)
}

// Listen calls f with every event of that type on a target, for ever, if it has any.
func Listen(target js.Value, event string, f func(e js.Value)) {
	Try(func() { target.Call("addEventListener", event, handler(f)) })
}

// Once calls f with the first event of one of these types on a target, and then
// forgets both.
func Once(target js.Value, f func(e js.Value), events ...string) {
	var self js.Func
	self = once(func(e js.Value) {
		for _, event := range events {
			target.Call("removeEventListener", event, self)
		}
		f(e)
	})
	for _, event := range events {
		target.Call("addEventListener", event, self)
	}
}

// ListenWith does what Listen does, with options such as capture.
func ListenWith(target js.Value, event string, options js.Value, f func(e js.Value)) {
	target.Call("addEventListener", event, handler(f), options)
}

func handler(f func(js.Value)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		guard(f, args)
		return nil
	})
}

// Matches reports whether a media query holds.
func Matches(query string) bool { return Media(query).Get("matches").Bool() }

// Media returns a media query, which has an event "change". Where the browser knows none,
// it does not hold.
func Media(query string) js.Value {
	media := Object("matches", false)
	Try(func() {
		if known := js.Global().Call("matchMedia", query); known.Truthy() {
			media = known
		}
	})
	return media
}

// ObserveSize calls f when one of the elements has another size, where the browser says
// so.
func ObserveSize(f func(), elements ...Element) {
	Try(func() {
		observer := js.Global().Get("ResizeObserver").New(handler(func(js.Value) { f() }))
		for _, e := range elements {
			observer.Call("observe", e.Value)
		}
	})
}

// Download hands a Blob to the user as a file.
func Download(name string, blob js.Value) {
	url := js.Global().Get("URL")
	href := url.Call("createObjectURL", blob)
	a := Make("a", "")
	a.Set("href", href)
	a.Set("download", name)
	a.Call("click")
	After(10_000, func() { Revoke(href) })
}

// Revoke frees the URL of a Blob. Where it is not freed, the browser frees it with the page.
func Revoke(href js.Value) {
	Try(func() { js.Global().Get("URL").Call("revokeObjectURL", href) })
}

// Blob makes a Blob of data.
func Blob(data []byte, mime string) js.Value {
	return js.Global().Get("Blob").New(List(Bytes(data)), Object("type", mime))
}

// ReadCanvas gives f what a canvas holds, as PNG, or calls failed.
func ReadCanvas(canvas Element, f func(png []byte), failed func()) {
	canvas.Call("toBlob", once(func(blob js.Value) {
		if !blob.Truthy() {
			failed()
			return
		}
		Then(blob.Call("arrayBuffer"), func(buffer js.Value) {
			array := js.Global().Get("Uint8Array").New(buffer)
			png := make([]byte, array.Get("length").Int())
			js.CopyBytesToGo(png, array)
			f(png)
		}, func(js.Value) { failed() })
	}), "image/png")
}
