//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// A page is the lab that is open, and the parts of the screen that show it.
//
// Invariant: run has the knobs of the address in the link. Its own state stays
// at step 0; the frames come from the worker, whose newest is the last of the
// history.
type page struct {
	labs []sim.Info
	lab  string // name
	run  *sim.Run
	link link

	history  history[js.Value] // Uint8Arrays of encoded frames
	live     header            // of the newest frame
	frame    sim.Frame         // the one that is shown, as of the last readings
	looking  bool              // back, at history.kept[shown]
	shown    int
	playing  bool // the user has pressed Play
	hidden   bool // the tab is not to be seen
	pausing  bool // the user has pressed Pause, and frames from before are still coming
	asked    int  // the step that is on its way; 0 is none
	failed   bool
	declared string // the state that was last shown

	picture *figure.Picture // the SVG picture, if it is to be seen

	worker   *worker
	stage    *stage
	controls *controls
	sweep    *sweeping
	panels   *panels
	tables   *tables
	herald   herald
	readings gate
	address  gate
	still    gate
}

// A header is what the worker says about a frame.
type header struct {
	epoch, seq, step, of int
	running, done        bool
}

// Main brings the page to life and stays for ever. The script that started it
// has left the names of the lab and the programs in the global lab.
func Main(labs []sim.Info) {
	p := &page{labs: labs, lab: dom.Window().Get("lab").Get("name").String(), history: newHistory[js.Value](), hidden: isHidden()}
	p.readings = gate{every: 100, do: p.read}
	p.address = gate{every: 500, do: p.writeLink}
	p.still = gate{every: 150, do: p.drawStill}
	p.worker = newWorker(p)
	p.stage = newStage(p)
	p.panels = newPanels(p)
	p.tables = newTables(p)
	p.sweep = newSweeping(p)
	p.openLink(dom.Window().Get("location").Get("href").String())
	p.controls = newControls(p)
	p.bind()
	p.worker.start()
	select {}
}

// bind connects everything on the screen that can be used.
func (p *page) bind() {
	p.bindTransport()
	p.bindKeys()
	p.bindAlerts()
	p.bindExports()
	p.bindLink()
	p.bindLook()
	p.bindStill()
	p.bindPresent()
	p.sweep.bind()
}

// reopen starts the run at a step, with the knobs as they are, and forgets what
// was kept.
func (p *page) reopen(at int) {
	p.history.clear()
	p.enter(at)
}

// enter does the same and keeps what it knows of this run: equal addresses give
// equal frames. It ends a failure, and takes its message away.
func (p *page) enter(at int) {
	if p.failed {
		dom.ID("alert").Hide(true)
	}
	p.asked, p.live = at, header{}
	p.looking, p.failed, p.pausing = false, false, false
	if p.hidden {
		at = 0 // no steps in a hidden tab; appear goes there
	}
	p.worker.open(p.run, at)
	p.showState()
}

// arrived takes a frame from the worker, in a buffer that it was lent.
func (p *page) arrived(h header, buffer js.Value, length int) {
	paused := p.pausing && !h.running
	h.running = h.running && !p.pausing
	before := p.live
	p.live = h
	if !h.running {
		p.settled(h)
	}
	if n := p.history.last(); n >= 0 && h.step < p.asked && h.step < p.history.kept[n].step {
		p.worker.give(buffer) // on the way to a step, past known ones
		return
	}
	data := dom.Window().Get("Uint8Array").New(buffer.Call("slice", 0, length))
	p.history.add(h.step, length, h.done, data)
	if p.looking {
		p.worker.give(buffer)
	} else {
		p.shown = p.history.last()
		p.stage.show(painting{header: h, buffer: buffer, length: length, lent: true})
		p.changed()
	}
	if !h.running {
		p.read() // so that the words are true when the state says paused or finished
	}
	p.milestone(before, h)
	p.showState()
	if paused {
		p.pausing = false
		p.announceState(p.state())
	}
}

// settled follows a run that has come to rest.
func (p *page) settled(h header) {
	if p.asked > h.step && h.done {
		p.notice([]string{pastEnd(p.asked, h.step)})
	}
	if !p.hidden {
		p.asked = 0
	}
	p.playing = p.playing && !h.done
}

// renewed follows a knob that has changed: the frames so far belong to another
// address.
func (p *page) renewed(address string, touched bool) {
	p.history.clear()
	p.looking = false
	if touched {
		p.mirror(address)
	}
}

// mirror sets all knobs to what an address says.
func (p *page) mirror(address string) {
	a, _ := sim.ParseAddress(address)
	for _, k := range append(p.run.Knobs.All()[:len(p.run.Knobs.All()):len(p.run.Knobs.All())], p.run.Seed) {
		if text := a.Get(k.Key); text != "" {
			k.Set(text)
		} else {
			k.Set(k.DefaultText())
		}
	}
	p.controls.refresh()
	p.address.ask()
}

// changed lets what shows the frame follow it.
func (p *page) changed() {
	p.showCount()
	p.readings.ask()
	p.address.ask()
	if !p.stage.painted {
		p.still.ask()
	}
}

// current returns the frame that is to be seen.
func (p *page) current() (kept[js.Value], bool) {
	if n := p.history.last(); n < 0 {
		return kept[js.Value]{}, false
	} else if !p.looking {
		p.shown = n
	}
	return p.history.kept[p.shown], true
}

// state returns what the page is doing, in the word that the style sheet knows.
func (p *page) state() string {
	switch {
	case p.failed:
		return "failed"
	case p.live.epoch == 0:
		return "loading"
	case p.live.done:
		return "finished"
	case p.playing:
		return "running"
	case p.asked > 0: // on the way to a step
		return "loading"
	case p.live.running:
		return "running"
	case p.live.step > 0:
		return "paused"
	}
	return "ready"
}
