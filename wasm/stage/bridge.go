//go:build js

package main

import (
	"syscall/js"

	"example.org/rote/sim"
)

// listen connects the stage with the page, through the guard, and with pointer
// and keyboard.
func (s *stage) listen() {
	js.Global().Get("stage").Set("receive", js.FuncOf(func(_ js.Value, args []js.Value) any {
		s.receive(args[0])
		return nil
	}))
	js.Global().Get("stage").Set("grabs", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return s.grabs(args[0].Float(), args[1].Float())
	}))
	on(js.Global(), "resize", func(js.Value) { s.wake() })
	canvas := js.Global().Get("document").Call("querySelector", "canvas")
	on(canvas, "pointermove", s.pointerMove)
	on(canvas, "pointerdown", s.pointerDown)
	on(canvas, "pointerup", s.pointerUp)
	on(canvas, "pointercancel", s.pointerCancel)
	on(canvas, "pointerleave", func(e js.Value) {
		if e.Get("pointerType").String() != "touch" { // what a tap has shown stays
			s.unhover()
		}
	})
	on(canvas, "keydown", s.key)
	on(canvas, "blur", func(js.Value) { s.choose(0) })
}

func on(target js.Value, event string, f func(js.Value)) {
	target.Call("addEventListener", event, js.FuncOf(func(_ js.Value, args []js.Value) any {
		f(args[0])
		return nil
	}))
}

func (s *stage) receive(m js.Value) {
	switch m.Get("kind").String() {
	case "frame":
		s.setManner(m)
		s.receiveFrame(m)
	case "repaint":
		s.setManner(m)
		s.arrange()
	default:
		return
	}
	s.wake()
}

func (s *stage) setManner(m js.Value) {
	s.manner = manner{dark: m.Get("dark").Bool(), hero: m.Get("hero").Int(), untold: m.Get("untold").Bool(), text: m.Get("text").Float()}
}

func (s *stage) receiveFrame(m js.Value) {
	buffer := m.Get("buffer")
	data := make([]byte, m.Get("length").Int())
	js.CopyBytesToGo(data, js.Global().Get("Uint8Array").New(buffer, 0, len(data)))
	s.receipt = receipt{true, m.Get("epoch"), m.Get("seq"), buffer}
	if err := sim.DecodeFrame(data, &s.frame); err != nil {
		post("fail", map[string]any{"message": err.Error()})
		return
	}
	s.arrange()
	if s.pic != nil {
		s.glide.aim(s.pic, clock(), m.Get("glide").Float())
	}
}

// wake lets the animation loop run until the picture is up to date.
func (s *stage) wake() {
	s.dirty, s.clean = true, 0
	guard("wake")
}

func guard(call string, args ...any) { js.Global().Get("stage").Call(call, args...) }

// post sends a message to the page. What is in transfer is given away.
func post(kind string, fields map[string]any, transfer ...any) {
	m := js.Global().Get("Object").New()
	m.Set("kind", kind)
	for key, value := range fields {
		m.Set(key, value)
	}
	guard("post", m, js.ValueOf(transfer))
}

func clock() float64 { return js.Global().Get("performance").Call("now").Float() }

// refit asks the engine to make the canvas as wide as it has just learnt to be:
// it follows only the browser's resize events.
func refit(width int) {
	canvas := js.Global().Get("document").Call("querySelector", "canvas")
	if canvas.Get("width").Int() == width {
		return
	}
	js.Global().Call("setTimeout", js.FuncOf(func(js.Value, []js.Value) any {
		js.Global().Call("dispatchEvent", js.Global().Get("Event").New("resize"))
		return nil
	}), 0)
}
