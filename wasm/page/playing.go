//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// What can be asked of a player. While one looks back, step goes on to the next
// kept step; play returns to the run and lets it go on.

func (y *player) reset() {
	y.playing, y.telling = false, true
	y.reopen(0)
}

func (y *player) playOrPause() {
	switch {
	case y.state() == "running":
		y.pause()
	case y.failed:
		y.play()
	case y.looking:
		y.replay()
	case y.live.done:
		y.reopen(0)
		y.play()
	default:
		y.play()
	}
}

// play lets the run go on, after a failure at the step that it had reached.
func (y *player) play() {
	if y.failed {
		y.enter(y.asked)
	}
	y.playing, y.pausing = true, false
	if !y.hidden {
		y.worker.send("play")
	}
	y.declare()
}

// replay plays the kept frames from the one shown on. Behind the last the run
// goes on.
func (y *player) replay() {
	y.replays++
	y.replayed = true
	y.declare()
	y.onward(y.replays)
}

// onward shows the next kept frame in its time.
func (y *player) onward(replay int) {
	switch {
	case !y.replayed || replay != y.replays:
	case y.looking && !y.hidden:
		steps := y.history.kept[y.shown+1].step - y.history.kept[y.shown].step
		dom.After(replayPace(y.run.Info.Seconds, y.live.of, steps, y.worker.pace), func() {
			if y.replayed && y.looking && replay == y.replays {
				y.look(y.shown + 1)
			}
			y.onward(replay)
		})
	default:
		y.replayed = false
		if y.live.done || y.looking {
			y.declare()
		} else {
			y.play()
		}
	}
}

func (y *player) pause() {
	if y.replayed {
		y.replayed = false
		y.read()
		y.declare()
		y.tell()
		return
	}
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

// step goes one step on. While one looks back, that is a step that is kept.
func (y *player) step() {
	switch {
	case y.state() == "running":
		y.pause()
	case y.looking:
		y.lookAt(y.shown + 1)
	case y.failed:
		y.visit(y.asked + 1)
	case !y.live.done:
		y.pausing, y.telling = false, true
		y.worker.send("step")
	}
}

// back goes one step back, to the first that is kept and then to those that have
// to be computed again.
func (y *player) back() {
	if !y.any() {
		return
	}
	y.rest()
	switch first := y.history.kept[0].step; {
	case y.shown > 0:
		y.lookAt(y.shown - 1)
	case first > 0:
		y.visit(first - 1)
	}
}

// seek looks at the kept step nearest to x, and has those computed again of which
// no frame is kept any more.
func (y *player) seek(x int) {
	if !y.any() {
		return
	}
	y.rest()
	last := y.history.kept[y.history.last()].step
	if x = min(x, max(y.reach, last)); x < y.history.kept[0].step || x > last {
		y.wanted = x
		y.visits.ask()
		return
	}
	y.lookAt(y.history.nearest(x))
}

// any reports whether a frame is there to look at, and lets shown stand on it.
func (y *player) any() bool { _, ok := y.current(); return ok }

// lookAt looks at a kept frame and tells of it.
func (y *player) lookAt(i int) {
	y.look(i)
	y.declare()
	y.tell()
}

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
		y.replayed = false
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

// set passes on what a control was set to. Who looks back at a step while a live
// knob changes sees the same step of the run as it is then.
func (y *player) set(key, text string) {
	k, _ := y.current()
	at := y.asked
	y.asked, y.pausing = 0, false
	if y.failed { // nobody is there to take it; only a live knob leaves the step as it is
		if !y.run.Find(key).IsLive {
			at = 0
		}
		y.reopen(at)
		return
	}
	if y.looking && y.run.Find(key).IsLive {
		y.history.clear()
		y.visit(k.step)
		return
	}
	y.toLive()
	y.worker.send("set", "key", key, "value", text)
}

// touch passes a pointer on the picture on to the lab, if it answers to pointers.
func (y *player) touch(m js.Value) {
	if !y.live.touch {
		return
	}
	kind := map[string]sim.TouchKind{"down": sim.Press, "move": sim.Drag, "up": sim.Release}[m.Get("kind").String()]
	if kind == sim.Press {
		if y.removes = m.Get("secondary").Truthy(); y.removes {
			kind = sim.Remove
		}
	} else if y.removes {
		return // else the next point, which now has its number, would be dragged
	}
	y.toLive()
	y.worker.send("touch", "touch", int(kind), "panel", m.Get("panel"), "x", m.Get("x"), "y", m.Get("y"),
		"layer", m.Get("layer"), "group", m.Get("group"), "item", m.Get("item"))
}
