//go:build js

package page

import (
	"strconv"
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// bindTransport connects the buttons below the stage. While one looks back, Step
// goes on to the next kept step; Play returns to the run and lets it go on.
func (p *page) bindTransport() {
	dom.ID("reset").On("click", func(js.Value) { p.reset() })
	dom.ID("back").On("click", func(js.Value) { p.back() })
	dom.ID("play").On("click", func(js.Value) { p.playOrPause() })
	dom.ID("step").On("click", func(js.Value) { p.step() })
	dom.ID("speed").On("change", func(js.Value) { p.speed() })
	scrub := dom.ID("scrub")
	scrub.On("input", func(js.Value) { p.scrub(scrub.Val()) })
	scrub.On("keydown", p.scrubKey)
	dom.Listen(dom.Window().Get("document"), "visibilitychange", func(js.Value) { p.appear() })
}

func isHidden() bool { return dom.Window().Get("document").Get("hidden").Bool() }

func (p *page) reset() {
	p.playing = false
	p.reopen(0)
}

func (p *page) playOrPause() {
	switch p.state() {
	case "running":
		p.pause()
	case "finished":
		p.reopen(0)
		p.play()
	case "failed":
		p.enter(p.asked)
		p.play()
	case "ready", "paused", "loading":
		p.play()
	}
}

func (p *page) play() {
	p.playing, p.pausing = true, false
	p.toLive()
	if !p.hidden {
		p.worker.send("play")
	}
	p.showState()
}

func (p *page) pause() {
	p.playing, p.pausing, p.live.running = false, true, false
	p.worker.send("pause")
	p.read()
	p.showState()
	p.address.ask()
}

func (p *page) step() {
	switch {
	case p.looking:
		p.look(p.shown + 1)
	case p.state() == "running":
		p.pause()
	case !p.failed && !p.live.done:
		p.pausing = false
		p.worker.send("step")
	}
}

func (p *page) back() {
	if _, ok := p.current(); !ok {
		return
	}
	if p.state() == "running" {
		p.pause()
	}
	p.look(p.shown - 1)
}

func (p *page) speed() {
	s, _ := strconv.ParseFloat(dom.ID("speed").Val(), 64)
	p.worker.send("speed", "value", s)
}

// scrub looks at the kept step nearest to the slider, which then stands on it.
func (p *page) scrub(value string) {
	x, _ := strconv.ParseFloat(value, 64)
	if p.history.last() < 0 {
		return
	}
	if p.state() == "running" {
		p.pause()
	}
	p.look(p.history.nearest(int(x)))
}

// scrubKey goes from one kept step to the next: a key of the slider itself
// would often end between two of them.
func (p *page) scrubKey(e js.Value) {
	to, ok := map[string]int{"ArrowLeft": p.shown - 1, "ArrowDown": p.shown - 1, "ArrowRight": p.shown + 1,
		"ArrowUp": p.shown + 1, "PageDown": p.shown - 10, "PageUp": p.shown + 10, "Home": 0, "End": p.history.last()}[e.Get("key").String()]
	if !ok || p.history.last() < 0 || e.Get("altKey").Bool() {
		return
	}
	e.Call("preventDefault")
	if p.state() == "running" {
		p.pause()
	}
	p.look(to)
}

// look shows a kept frame. The last one is the run itself.
func (p *page) look(i int) {
	p.shown = min(max(i, 0), p.history.last())
	p.looking = p.shown < p.history.last()
	p.paintKept()
	p.changed()
}

// toLive returns from looking back to the run.
func (p *page) toLive() {
	if p.looking {
		p.look(p.history.last())
	}
}

// paintKept sends a copy of the shown frame to the stage.
func (p *page) paintKept() {
	k, ok := p.current()
	if !ok {
		return
	}
	h := p.live
	h.step, h.done = k.step, k.done
	p.stage.show(painting{header: h, buffer: k.data.Get("buffer").Call("slice", 0), length: k.size})
}

// appear pauses in a hidden tab, and goes on when it is seen again.
func (p *page) appear() {
	p.hidden = isHidden()
	p.sweep.crew.Hide(p.hidden || !p.sweep.on)
	switch {
	case p.hidden && (p.playing || p.live.running || p.asked > 0):
		p.worker.send("pause")
	case !p.hidden && p.asked > 0:
		p.reopen(p.asked)
		p.resume()
	case !p.hidden:
		p.resume()
	}
}

func (p *page) resume() {
	if p.playing {
		p.worker.send("play")
	}
}

// showState lets buttons, styles and the live region follow the state.
func (p *page) showState() {
	state := p.state()
	if state == p.declared {
		return
	}
	if (p.declared != "" && p.declared != "loading" || state == "running") && !p.pausing {
		p.announceState(state)
	}
	p.declared = state
	dom.Body().Data("state", state)
	label := "Play"
	if state == "running" {
		label = "Pause"
	}
	dom.ID("play").Text(label)
	dom.ID("step").Flag("aria-disabled", state == "finished" && !p.looking)
	p.address.ask()
}

// showCount lets the scrubber and the count follow the frame.
func (p *page) showCount() {
	k, ok := p.current()
	if !ok {
		return
	}
	words := countWords(k.step, p.live.of, p.live.step)
	dom.ID("count").Text(words)
	scrub := dom.ID("scrub")
	scrub.Attr("max", strconv.Itoa(max(1, p.live.of, p.live.step)))
	scrub.SetVal(strconv.Itoa(k.step))
	scrub.Attr("aria-valuetext", words)
	dom.ID("back").Flag("aria-disabled", p.shown == 0)
	dom.ID("step").Flag("aria-disabled", p.live.done && !p.looking)
}
