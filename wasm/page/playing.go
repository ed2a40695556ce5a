//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/sim"
)

// What can be asked of a player. While one looks back, step goes on to the next
// kept step; play returns to the run and lets it go on.

func (y *player) reset() {
	y.playing = false
	y.reopen(0)
}

func (y *player) playOrPause() {
	switch y.state() {
	case "running":
		y.pause()
	case "finished":
		y.reopen(0)
		y.play()
	case "failed":
		y.enter(y.asked)
		y.play()
	case "ready", "paused", "loading":
		y.play()
	}
}

func (y *player) play() {
	y.playing, y.pausing = true, false
	y.toLive()
	if !y.hidden {
		y.worker.send("play")
	}
	y.declare()
}

func (y *player) pause() {
	y.playing, y.pausing, y.live.running = false, true, false
	y.worker.send("pause")
	y.read()
	y.declare()
}

// rest pauses a run that goes on.
func (y *player) rest() {
	if y.state() == "running" {
		y.pause()
	}
}

func (y *player) step() {
	switch {
	case y.looking:
		y.look(y.shown + 1)
	case y.state() == "running":
		y.pause()
	case !y.failed && !y.live.done:
		y.pausing = false
		y.worker.send("step")
	}
}

func (y *player) back() {
	if y.any() {
		y.rest()
		y.look(y.shown - 1)
	}
}

// any reports whether a frame is there to look at, and lets shown stand on it.
func (y *player) any() bool { _, ok := y.current(); return ok }

// look shows a kept frame. The last one is the run itself.
func (y *player) look(i int) {
	y.shown = min(max(i, 0), y.history.last())
	y.looking = y.shown < y.history.last()
	y.paintKept()
	y.changed()
}

// toLive returns from looking back to the run.
func (y *player) toLive() {
	if y.looking {
		y.look(y.history.last())
	}
}

// paintKept sends a copy of the shown frame to the stage.
func (y *player) paintKept() {
	k, ok := y.current()
	if !ok {
		return
	}
	h := y.live
	h.step, h.done = k.step, k.done
	y.paint(painting{header: h, buffer: k.data.Get("buffer").Call("slice", 0), length: k.size})
}

// hide pauses in a hidden tab, and goes on when it is seen again.
func (y *player) hide(hidden bool) {
	y.hidden = hidden
	switch {
	case hidden && (y.playing || y.live.running || y.asked > 0):
		y.worker.send("pause")
	case !hidden && y.asked > 0:
		y.reopen(y.asked)
		y.resume()
	case !hidden:
		y.resume()
	}
}

func (y *player) resume() {
	if y.playing {
		y.worker.send("play")
	}
}

// set passes on what a control was set to.
func (y *player) set(key, text string) {
	y.asked, y.pausing = 0, false
	y.toLive()
	y.worker.send("set", "key", key, "value", text)
}

// touch passes a pointer on the picture on to the lab, if it answers to pointers.
func (y *player) touch(m js.Value) {
	if !y.live.touch {
		return
	}
	kind := map[string]sim.TouchKind{"down": sim.Press, "move": sim.Drag, "up": sim.Release}[m.Get("kind").String()]
	if kind == sim.Press && m.Get("secondary").Truthy() {
		kind = sim.Remove
	}
	y.toLive()
	y.worker.send("touch", "touch", int(kind), "panel", m.Get("panel"), "x", m.Get("x"), "y", m.Get("y"),
		"layer", m.Get("layer"), "group", m.Get("group"), "item", m.Get("item"))
}
