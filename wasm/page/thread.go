//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// A thread is a Worker, or undefined where the browser refuses one.
type thread struct {
	js.Value
	heard, failed js.Func
	broken        func()
	stopped       bool
}

// newLabThread starts a Worker that runs the compiled program.
func newLabThread(hear func(m js.Value), broken func()) *thread {
	lab := dom.Window().Get("lab")
	t := newThread(lab.Get("boot").String(), hear, broken)
	t.post(dom.Object("module", lab.Get("module"), "kernel", lab.Get("kernel"), "exec", lab.Get("exec")))
	return t
}

// newThread starts a Worker of a script. Its messages go to hear; broken is called later
// if that does not load, or is refused.
func newThread(script string, hear func(m js.Value), broken func()) *thread {
	t := &thread{broken: broken}
	t.heard = dom.Func(func(e js.Value) { hear(e.Get("data")) })
	t.failed = dom.Func(func(js.Value) { broken() })
	t.try(func() {
		t.Value = dom.Window().Get("Worker").New(script)
		t.Set("onmessage", t.heard)
		t.Set("onerror", t.failed)
	})
	return t
}

// try does what the browser may refuse: the thread is then broken.
func (t *thread) try(f func()) {
	if !dom.Try(f) {
		dom.After(0, func() {
			if !t.stopped {
				t.broken()
			}
		})
	}
}

// stop ends the Worker, whatever it does. Nothing is heard of it again.
func (t *thread) stop() {
	t.stopped = true
	dom.Try(func() {
		t.Set("onmessage", js.Null())
		t.Set("onerror", js.Null())
		t.Call("terminate")
	})
	t.heard.Release()
	t.failed.Release()
}

// post posts a message, and gives away what it transfers.
func (t *thread) post(m js.Value, transfer ...any) {
	t.try(func() { t.Call("postMessage", m, dom.List(transfer...)) })
}

// send posts a command with its parts: key, value, key, value.
func (t *thread) send(kind string, pairs ...any) {
	t.post(dom.Object(append([]any{"kind", kind}, pairs...)...))
}
