//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// A thread is a Worker.
type thread struct {
	js.Value
	heard, broken js.Func
}

// newLabThread starts a Worker that runs the compiled program.
func newLabThread(hear func(m js.Value), broken func()) *thread {
	lab := dom.Window().Get("lab")
	t := newThread(lab.Get("boot").String(), hear, broken)
	t.Call("postMessage", dom.Object("module", lab.Get("module"), "kernel", lab.Get("kernel"), "exec", lab.Get("exec")))
	return t
}

// newThread starts a Worker of a script. Its messages go to hear; broken is called if
// that does not load.
func newThread(script string, hear func(m js.Value), broken func()) *thread {
	t := &thread{Value: dom.Window().Get("Worker").New(script)}
	t.heard = dom.Func(func(e js.Value) { hear(e.Get("data")) })
	t.broken = dom.Func(func(js.Value) { broken() })
	t.Set("onmessage", t.heard)
	t.Set("onerror", t.broken)
	return t
}

// stop ends the Worker, whatever it does. Nothing is heard of it again.
func (t *thread) stop() {
	t.Call("terminate")
	t.Set("onmessage", js.Null())
	t.Set("onerror", js.Null())
	t.heard.Release()
	t.broken.Release()
}

// send posts a command with its parts: key, value, key, value.
func (t *thread) send(kind string, pairs ...any) {
	t.Call("postMessage", dom.Object(append([]any{"kind", kind}, pairs...)...))
}
