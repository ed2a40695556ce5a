//go:build js

package page

import (
	"fmt"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/crew"
	"example.org/rote/wasm/dom"
)

// A worker is the page's side of the program that steps the run. It is watched:
// a crash, a silence and too much memory end it.
type worker struct {
	started func()                                      // it is ready, and wants a run
	arrived func(h header, buffer js.Value, length int) // a frame has come in a buffer that was lent
	renewed func(address string, touched bool)          // from here on the frames have another address
	ended   func(reason string)

	thread *thread  // or nil
	file   js.Value // of the visitor, a Uint8Array; undefined before there is one
	ready  bool
	epoch  int
	pace   float64 // the speed
	credit credit
	beat   crew.Heartbeat
	wait   crew.Start
}

// watch asks it for a sign of life from now on.
func (w *worker) watch() { dom.Every(crew.BeatEvery, w.pulse) }

// start starts a worker from the compiled program. When it is ready, it opens
// the page's run.
func (w *worker) start() {
	w.stop()
	w.thread = newLabThread(w.hear, func() {
		dom.Window().Get("lab").Call("check") // the server may have another one
		w.end("its program did not load")
	})
	w.beat.Heard()
	w.wait = crew.Start{}
	dom.Window().Set("roteWorker", w.thread.Value) // for tests, and for the curious
}

// end stops the worker, and says why.
func (w *worker) end(reason string) {
	w.stop()
	w.ended(reason)
}

func (w *worker) stop() {
	if w.thread != nil {
		w.thread.stop()
	}
	w.thread, w.ready = nil, false
}

// take passes on the visitor's file, also to a worker that is started later.
func (w *worker) take(file js.Value) {
	if w.file = file; file.Truthy() {
		w.send("file", "bytes", file)
	}
}

// send posts a command, if there is anybody to take it.
func (w *worker) send(kind string, pairs ...any) {
	if w.ready {
		w.thread.send(kind, pairs...)
	}
}

func (w *worker) speed(s float64) {
	w.pace = s
	w.send("speed", "value", s)
}

// open opens the run of an address at a step in a new epoch, with fresh buffers.
// One that has ended, or is very slow to start, is started again, and one that is not
// ready opens it when it is.
func (w *worker) open(address string, at int) {
	if w.thread == nil || !w.ready && w.wait.Slow() {
		w.start()
	}
	if !w.ready {
		return
	}
	w.epoch++
	w.credit.open()
	a, _ := sim.ParseAddress(address)
	if at > 0 {
		a.Pairs = append(a.Pairs, sim.Pair{Key: "at", Value: fmt.Sprint(at)})
	}
	w.speed(w.pace)
	w.send("open", "address", a.String(), "epoch", w.epoch)
	w.lend(js.Undefined())
}

// back takes a buffer of an epoch, if that is the present one. A buffer that is
// lost is undefined, and replaced.
func (w *worker) back(epoch int, buffer js.Value) {
	if epoch == w.epoch {
		w.give(buffer)
	}
}

// give returns a buffer to the worker.
func (w *worker) give(buffer js.Value) {
	w.credit.back()
	w.lend(buffer)
}

// lend sends as many buffers as the credit allows, the given one first. The
// worker makes them as large as it needs them.
func (w *worker) lend(buffer js.Value) {
	for range w.credit.lend() {
		if !buffer.Truthy() {
			buffer = dom.Window().Get("ArrayBuffer").New(0)
		}
		if w.ready {
			w.thread.post(dom.Object("kind", "buffer", "epoch", w.epoch, "buffer", buffer), buffer)
		}
		buffer = js.Undefined()
	}
}

func (w *worker) hear(m js.Value) {
	w.beat.Heard()
	switch m.Get("kind").String() {
	case "ready":
		w.ready = true
		w.take(w.file)
		dom.ID("kernel").Text(kernelWords(m.Get("kernel").Int()))
		dom.ID("kernel").Hide(false)
		w.started()
	case "frame":
		w.frame(m)
	case "pong":
		w.weigh(m.Get("memory").Int())
	case "changed":
		if m.Get("epoch").Int() == w.epoch {
			w.renewed(m.Get("address").String(), m.Get("touched").Bool())
		}
	case "fail":
		w.end(failWords(m))
	}
}

func (w *worker) frame(m js.Value) {
	h := header{m.Get("epoch").Int(), m.Get("seq").Int(), m.Get("step").Int(), m.Get("of").Int(),
		m.Get("running").Bool(), m.Get("done").Bool(), m.Get("touch").Bool()}
	if h.epoch == w.epoch {
		w.arrived(h, m.Get("buffer"), m.Get("length").Int())
		w.weigh(m.Get("memory").Int())
	}
}

func (w *worker) weigh(bytes int) {
	if bytes > crew.MemoryBudget {
		w.end(crew.TooLarge)
	}
}

// isHidden reports whether the tab is not to be seen.
func isHidden() bool { return dom.Window().Get("document").Get("hidden").Bool() }

// pulse asks for a sign of life.
func (w *worker) pulse() {
	if w.thread == nil || isHidden() {
		return
	}
	if !w.ready {
		if w.wait.Beat() {
			w.end(crew.TooLate)
		}
		return
	}
	if w.beat.Beat() {
		w.end(crew.TooSilent)
		return
	}
	w.send("ping")
}

// failWords says why a worker has ended.
func failWords(m js.Value) string {
	if message := m.Get("message"); message.Truthy() {
		return message.String()
	}
	var lines []string
	for i := range m.Get("lines").Length() {
		lines = append(lines, m.Get("lines").Index(i).String())
	}
	return crashWords(m.Get("exit").Int(), lines)
}
