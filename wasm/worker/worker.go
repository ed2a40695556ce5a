//go:build js

package worker

import (
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
	"example.org/rote/wasm/dom"
)

// A port connects the engine, or the meter of a sweep, to the page.
type port struct {
	engine
	meter   meter
	job     int // of the meter's run, as the page counts
	inbox   chan js.Value
	ping    chan struct{}
	channel js.Value // whose messages let the browser's other events in
	epoch   int
	seq     int
	buffers []js.Value // ArrayBuffers that the page has lent
}

// Main serves the page for ever.
func Main(labs []sim.Info) {
	p := &port{inbox: make(chan js.Value, 256), ping: make(chan struct{}, 1), channel: js.Global().Get("MessageChannel").New()}
	p.engine = engine{labs: labs, now: dom.Now, out: p}
	p.meter = meter{labs: labs, now: dom.Now}
	p.speed(1)
	dom.Listen(js.Global(), "message", func(e js.Value) { p.inbox <- e.Get("data") })
	port1 := p.channel.Get("port1")
	dom.Listen(port1, "message", func(js.Value) { p.wake() })
	port1.Call("start")
	p.post("ready", "kernel", js.Global().Get("labKernel"))
	for rest := -1.0; ; rest = p.advance() {
		p.wait(rest)
	}
}

// advance does one slice, of the meter's run if there is one.
func (p *port) advance() (rest float64) {
	if p.meter.run == nil {
		return p.work()
	}
	if samples := p.meter.work(); samples != nil {
		p.measured(samples)
	}
	if p.meter.busy() {
		return 0
	}
	return -1
}

// wait lets messages in until ms have passed or, if that is not 0, one has come.
// A negative ms is for ever; 0 is once round the browser's event loop. An alarm
// that comes late only wakes the engine for nothing.
func (p *port) wait(ms float64) {
	switch {
	case ms == 0:
		p.channel.Get("port2").Call("postMessage", js.Null())
	case ms > 0:
		dom.After(ms, p.wake)
	}
	for {
		select {
		case m := <-p.inbox:
			p.handle(m)
			if ms != 0 {
				return
			}
		case <-p.ping:
			return
		}
	}
}

// wake must not block: it runs inside the browser's events.
func (p *port) wake() {
	select {
	case p.ping <- struct{}{}:
	default:
	}
}

func (p *port) handle(m js.Value) {
	switch m.Get("kind").String() {
	case "open":
		p.reopen(m.Get("address").String(), m.Get("epoch").Int())
	case "file":
		p.file = make([]byte, m.Get("bytes").Get("length").Int())
		js.CopyBytesToGo(p.file, m.Get("bytes"))
	case "measure":
		p.job = m.Get("job").Int()
		if err := p.meter.open(m.Get("address").String(), m.Get("every").Int()); err != nil {
			p.post("fail", "message", err.Error())
		}
	case "hold":
		p.meter.paused = true
	case "go on":
		p.meter.paused = false
	case "cancel":
		p.meter.run = nil
		p.post("cancelled")
	case "ping":
		p.post("pong", "memory", memory(), "busy", p.busy() || p.meter.busy())
	default:
		if p.run != nil {
			p.command(m)
		}
	}
}

func (p *port) reopen(address string, epoch int) {
	p.epoch, p.seq, p.buffers = epoch, 0, nil
	if err := p.open(address); err != nil {
		p.post("fail", "message", err.Error())
	}
}

func (p *port) command(m js.Value) {
	switch m.Get("kind").String() {
	case "play":
		p.play()
	case "pause":
		p.pause()
	case "step":
		p.step()
	case "speed":
		p.speed(m.Get("value").Float())
	case "set":
		p.set(m.Get("key").String(), m.Get("value").String())
	case "touch":
		p.touch(touchOf(m))
	case "buffer":
		if m.Get("epoch").Int() == p.epoch {
			p.buffers = append(p.buffers, m.Get("buffer"))
			p.lent++
		}
	}
}

func touchOf(m js.Value) sim.Touch {
	return sim.Touch{
		Kind: sim.TouchKind(m.Get("touch").Int()), Panel: m.Get("panel").Int(),
		X: m.Get("x").Float(), Y: m.Get("y").Float(),
		Pick: sim.Pick{Layer: sim.Layer(m.Get("layer").Int()), Group: m.Get("group").Int(), Item: m.Get("item").Int()},
	}
}

// frame copies the frame into a lent buffer, which grows if it is too small, and
// gives it to the page.
func (p *port) frame(h header, encoded []byte) {
	last := len(p.buffers) - 1
	buffer := p.buffers[last]
	p.buffers = p.buffers[:last]
	if buffer.Get("byteLength").Int() < len(encoded) {
		buffer = js.Global().Get("ArrayBuffer").New(len(encoded) * 5 / 4)
	}
	js.CopyBytesToJS(js.Global().Get("Uint8Array").New(buffer), encoded)
	p.seq++
	m := dom.Object("kind", "frame", "epoch", p.epoch, "seq", p.seq, "buffer", buffer, "length", len(encoded),
		"memory", memory(), "step", h.step, "of", h.of, "running", h.running, "done", h.done, "touch", h.touch)
	js.Global().Call("postMessage", m, dom.List(buffer))
}

// measured tells the samples of a sweep's run, which is at its end.
func (p *port) measured(samples []sweep.Sample) {
	list := dom.List()
	for _, s := range samples {
		facts := dom.List()
		for _, fact := range s.Facts {
			facts.Call("push", dom.Object("key", fact.Key, "name", fact.Name, "unit", fact.Unit, "value", fact.Value))
		}
		list.Call("push", dom.Object("step", s.Step, "facts", facts))
	}
	p.post("measured", "job", p.job, "samples", list, "memory", memory())
}

func (p *port) changed(address string, touched bool) {
	p.post("changed", "epoch", p.epoch, "address", address, "touched", touched)
}

func (p *port) post(kind string, pairs ...any) {
	js.Global().Call("postMessage", dom.Object(append([]any{"kind", kind}, pairs...)...))
}

// memory returns the size of this program's memory. boot.js makes it known, as it
// does whether the kernel is bound.
func memory() int { return js.Global().Get("labMemory").Get("buffer").Get("byteLength").Int() }
