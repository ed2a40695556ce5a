//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// A player plays the run: it keeps the frames that the worker sends, and knows
// which of them is to be seen.
//
// Invariant: the worker's newest frame is the last of the history.
type player struct {
	*opened
	worker  *worker
	paint   func(painting) // shows a frame
	changed func()         // another frame is to be seen
	read    func()         // shows its words and numbers at once
	moved   func(state string)
	revived func()        // a run that had failed is open again
	spoken  func() string // the sentence that is to be seen
	say     func(text string)
	notice  func(repairs []string)

	history  history[js.Value] // Uint8Arrays of encoded frames
	live     header            // of the newest frame
	frame    sim.Frame         // the one that was to be seen when it was last decoded
	looking  bool              // back, at history.kept[shown]
	shown    int
	playing  bool // the user has pressed Play
	hidden   bool // the tab is not to be seen
	pausing  bool // the user has pressed Pause, and frames from before are still coming
	asked    int  // the step that is on its way; 0 is none
	own      bool // the page itself has asked for it, and not a link
	reach    int  // the last step that this run has had, also before a live knob has changed
	replays  int  // counts the replays of kept frames; the newest goes on while replaying
	replayed bool // kept frames follow each other, until the run goes on
	wanted   int  // the step that the scrubber asks for
	visits   gate
	telling  bool // the frame that comes to rest next is told to the live region
	failed   bool
	declared string // the state that was last shown
	removes  bool   // the pointer that is down has removed a point
}

// A header is what the worker says about a frame.
type header struct {
	epoch, seq, step, of int
	running, done, touch bool // touch: the picture answers to a pointer
}

// reopen starts the run at a step, with the knobs as they are, and forgets what
// was kept.
func (y *player) reopen(at int) {
	y.history.clear()
	y.reach, y.own = 0, false
	y.enter(at)
}

// visit goes to a step of which no frame is kept: it is computed again.
func (y *player) visit(step int) {
	y.own, y.telling = true, true
	y.enter(step)
}

// enter does the same and keeps what it knows of this run: equal addresses give
// equal frames. It ends a failure.
func (y *player) enter(at int) {
	if y.failed {
		y.revived()
	}
	y.asked, y.live = at, header{}
	y.looking, y.failed, y.pausing, y.replayed = false, false, false, false
	if y.hidden {
		at = 0 // no steps in a hidden tab; appear goes there
	}
	y.worker.open(y.run.Address(), at)
	y.declare()
}

// fail follows the end of the worker. A step that was on its way is still wanted.
func (y *player) fail() {
	y.asked = max(y.asked, y.live.step)
	y.playing, y.failed = false, true
	y.declare()
}

// renewed follows a knob that has changed: the frames so far belong to another
// address. The step that one looks back at is computed again.
func (y *player) renewed() {
	k, _ := y.current()
	back := y.looking
	y.history.clear()
	y.looking = false
	if back {
		y.visit(k.step)
	}
}

// arrived takes a frame from the worker, in a buffer that it was lent.
func (y *player) arrived(h header, buffer js.Value, length int) {
	paused := y.pausing && !h.running
	h.running = h.running && !y.pausing
	before := y.live
	y.live, y.reach = h, max(y.reach, h.step)
	if !h.running {
		y.settled(h)
	}
	if n := y.history.last(); n >= 0 && h.step < y.asked && h.step < y.history.kept[n].step {
		y.worker.give(buffer) // on the way to a step, past known ones
		return
	}
	y.keep(h, buffer, length)
	if !h.running {
		y.read() // so that the words are true when the state says paused or finished
	}
	y.milestone(before, h)
	y.declare()
	if paused {
		y.pausing = false
		y.announce(y.state())
	}
	if y.telling && !h.running {
		y.tell()
	}
}

// keep copies a frame into the history, and shows it unless one looks back.
func (y *player) keep(h header, buffer js.Value, length int) {
	y.history.add(h.step, length, h.done, dom.Window().Get("Uint8Array").New(buffer.Call("slice", 0, length)))
	if y.looking {
		y.worker.give(buffer)
		return
	}
	y.shown = y.history.last()
	y.paint(painting{header: h, buffer: buffer, length: length, lent: true})
	y.changed()
}

// settled follows a run that has come to rest.
func (y *player) settled(h header) {
	if y.asked > h.step && h.done && !y.own {
		y.notice([]string{pastEnd(y.asked, h.step)})
	}
	if !y.hidden {
		y.asked = 0
	}
	y.playing = y.playing && !h.done
}

// current returns the frame that is to be seen.
func (y *player) current() (kept[js.Value], bool) {
	if n := y.history.last(); n < 0 {
		return kept[js.Value]{}, false
	} else if !y.looking {
		y.shown = n
	}
	return y.history.kept[y.shown], true
}

// seen decodes the frame that is to be seen, and returns it with its step.
func (y *player) seen() (f *sim.Frame, step int, ok bool) {
	k, ok := y.current()
	if !ok || !decode(k.data, &y.frame) {
		return nil, 0, false
	}
	return &y.frame, k.step, true
}

// over reports whether the last frame of a run that has ended is to be seen.
func (y *player) over() bool { return y.live.done && !y.looking }

// decode reads an encoded frame out of a Uint8Array.
func decode(data js.Value, f *sim.Frame) bool {
	buf := make([]byte, data.Get("length").Int())
	js.CopyBytesToGo(buf, data)
	return sim.DecodeFrame(buf, f) == nil
}

// fragment returns what opens the run as it is to be seen, without #. While it
// goes on, the step is left out, unless it is pinned.
func (y *player) fragment(pinned bool) string {
	at := 0
	k, ok := y.current()
	switch {
	case y.asked > 0:
		at = y.asked
	case ok && (pinned || y.state() != "running"):
		at = k.step
	}
	return y.link.format(y.run, at)
}

// state returns what the page is doing, in the word that the style sheet knows.
func (y *player) state() string {
	switch {
	case y.failed:
		return "failed"
	case y.live.epoch == 0:
		return "loading"
	case y.replayed:
		return "running"
	case y.looking:
		return "paused"
	case y.live.done:
		return "finished"
	case y.playing:
		return "running"
	case y.asked > 0: // on the way to a step
		return "loading"
	case y.live.running:
		return "running"
	case y.live.step > 0:
		return "paused"
	}
	return "ready"
}

// declare makes a new state known.
func (y *player) declare() {
	state := y.state()
	if state == y.declared {
		return
	}
	if (y.declared != "" && y.declared != "loading" || state == "running") && !y.pausing && !y.looking {
		y.announce(state)
	}
	y.declared = state
	y.moved(state)
}

// announce tells the live region of a start, a pause and the end.
func (y *player) announce(state string) {
	says := y.spoken()
	if y.looking || state == "running" {
		says = "" // it speaks of another step, or soon will
	}
	switch state {
	case "finished", "paused", "running":
		y.say(stateWords(state, unitWords(&y.frame), y.live.step, y.live.of, says))
	}
}

// tell tells the live region where the run stands, after a step, a look back or
// another experiment.
func (y *player) tell() {
	y.telling = false
	y.say(unitWords(&y.frame) + " " + countWords(&y.frame) + ". " + y.spoken())
}

// milestone tells the live region of every quarter of the way.
func (y *player) milestone(before, now header) {
	if before.epoch == now.epoch && milestone(before.step, now.step, now.of) && y.playing {
		y.say(stateWords("running", unitWords(&y.frame), now.step, now.of, y.spoken()))
	}
}
