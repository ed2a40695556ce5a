//go:build js

package page

import (
	"fmt"
	"strconv"
	"strings"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/crew"
	"example.org/rote/sim/sweep"
	"example.org/rote/wasm/dom"
)

// A sweeping is the place of the page in which a sweep is chosen, run and shown,
// on workers of its own. Its runs stop while it is not to be seen.
type sweeping struct {
	*opened
	tried  func() []sim.Fact // of the frame in Try
	turned func()            // another sweep is open
	alert  func(text string)
	say    func(text string)

	crew    crew.Crew
	roster  roster
	form    sweepForm
	table   sweepTable
	picture sweepPicture
	on      bool       // this place is to be seen
	shown   crew.State // the state that was last shown
	saves   gate
	slice   int // which diagram is shown
}

// bind connects it with its crew and its controls.
func (w *sweeping) bind() {
	w.roster = roster{crew: &w.crew, learn: w.learn}
	w.crew = crew.Crew{Hire: w.roster.hire, After: dom.After, Now: dom.Now, Result: w.result, Moved: w.moved, Told: w.alert}
	w.form = sweepForm{opened: w.opened, grid: w.sweep, tried: w.tried, chosen: w.turn, say: w.say}
	w.table = sweepTable{grid: w.shownGrid, moved: w.picture.ask}
	w.picture = sweepPicture{opened: w.opened, grid: w.sweep, view: w.shownGrid, off: true}
	w.saves = gate{every: 1000, do: w.save}
	w.roster.bind()
	w.form.bind()
	w.table.bind()
	w.picture.bind()
	dom.ID("sweep-slice").On("change", func(js.Value) {
		hideTips()
		w.slice, _ = strconv.Atoi(dom.ID("sweep-slice").Val())
		w.fillValues()
		w.picture.ask()
	})
	dom.ID("sweepplay").On("click", func(js.Value) { w.play() })
	dom.ID("sweepcancel").On("click", func(js.Value) { w.crew.Cancel() })
	dom.ID("sweepleave").On("click", func(js.Value) { dom.ID("leave").Click() })
	dom.Every(crew.BeatEvery, w.pulse)
}

// sweep returns the sweep that is open, or nil.
func (w *sweeping) sweep() *sweep.Grid { return w.crew.Grid() }

// shownGrid returns the diagram of the sweep that is shown, or nil.
func (w *sweeping) shownGrid() *sweep.Grid {
	s := w.sweep()
	if s == nil {
		return nil
	}
	return s.Slice(min(w.slice, s.Slices()-1))
}

// fillSlices offers the diagrams of the sweep, if there are several.
func (w *sweeping) fillSlices() {
	s := w.sweep()
	var options []dom.Element
	for i := range s.Slices() {
		options = append(options, option(strconv.Itoa(i), s.Slice(i).SliceName(), i == w.slice))
	}
	dom.ID("sweep-slice").Fill(options...)
	dom.ID("sweepslices").Hide(s.Slices() == 1)
}

// turn opens a sweep, unless it is open already. Other facts of the same runs are only
// shown.
func (w *sweeping) turn(s *sweep.Grid) {
	switch old := w.sweep(); {
	case old == nil || !old.SameRuns(s):
		w.open(s)
	case old.Address() != s.Address():
		old.Ask(s)
		w.follow()
		s.Base.Close()
	default:
		s.Base.Close()
	}
}

// open turns to a sweep, with what this tab knows of it. The run of the one before is
// closed: otherwise it would keep its memory.
func (w *sweeping) open(s *sweep.Grid) {
	first := w.sweep() == nil
	if !first {
		w.sweep().Base.Close()
	}
	goesOn := restore(w.labs, s) && first
	w.slice = 0
	w.crew.Open(s, sweep.Shard{})
	w.follow()
	if goesOn {
		w.crew.Play()
	}
}

// follow shows another sweep, or another fact of it.
func (w *sweeping) follow() {
	hideTips() // they name runs of the one before
	w.form.note(nil)
	w.form.fill()
	w.fillSlices()
	w.fillValues()
	w.picture.ask()
	w.moved()
	w.turned()
}

// show shows this place, or leaves it.
func (w *sweeping) show(on, hidden bool) {
	w.on, w.picture.off = on, !on
	w.hide(hidden)
	w.picture.ask()
}

// hide stops the runs where nobody sees them.
func (w *sweeping) hide(hidden bool) { w.crew.Hide(hidden || !w.on) }

// play is what the main button does.
func (w *sweeping) play() {
	s := w.sweep()
	switch {
	case s == nil:
	case w.crew.State() == crew.Running:
		w.crew.Pause()
	case s.Known() == s.Runs():
		again, _, _ := sweep.Open(w.labs, s.Address())
		forget(s)
		w.open(again)
		w.crew.Play()
	default:
		w.crew.Play()
	}
}

// learn takes the facts that a run has: the head of the table may name one.
func (w *sweeping) learn(facts []sim.Fact) {
	if w.form.learn(facts) {
		w.fillValues()
	}
}

// fillValues writes the table, and what a value is.
func (w *sweeping) fillValues() {
	s, help := w.sweep(), ""
	if s == nil {
		return
	}
	for _, f := range w.tried() {
		if f.Key == s.Fact {
			help = f.Help
		}
	}
	name := w.form.factName()
	w.table.fill(name)
	dom.ID("sweepreads").Text(readsWords(s, name, help))
	dom.ID("sweepsize").Text(sizeWords(s))
}

// result follows a run that is now known.
func (w *sweeping) result(run int) {
	s := w.sweep()
	s.MadeBy(maker())
	if view := w.shownGrid(); run%s.Cells()/len(w.table.cells) == view.SliceIndex() {
		w.table.fillCell(run % s.Cells() % len(w.table.cells))
	}
	w.picture.ask()
	w.saves.ask()
	w.showCount()
	if milestone(s.Known()-1, s.Known(), s.Runs()) {
		w.say(w.words())
	}
}

// save keeps what is known.
func (w *sweeping) save() {
	const lost = "This browser has no room for the results or keeps nothing: they last until this tab is closed or loaded again. The CSV file keeps them."
	if s := w.sweep(); s != nil && onlyHere("sweepkept", lost, save(s, w.crew.State() == crew.Running)) {
		w.say(lost)
	}
}

// moved follows a change of the state.
func (w *sweeping) moved() {
	s := w.sweep()
	if s == nil {
		return
	}
	state := w.crew.State()
	dom.ID("sweep").Data("state", string(state))
	dom.ID("sweep").Data("resting", fmt.Sprint(w.crew.Resting()))
	dom.ID("sweepplay").Text(playWords(state, s))
	dom.ID("sweepcancel").Flag("aria-disabled", state != crew.Running && state != crew.Paused)
	w.showCount()
	w.saves.ask()
	if state != w.shown && state != crew.Idle {
		w.say(w.words())
	}
	w.shown = state
}

// fragment is the link to the sweep, without #.
func (w *sweeping) fragment() string {
	f := sim.Query(w.sweep().Address())
	if w.link.present {
		f += "&mode=present"
	}
	if show := w.link.show; len(show) > 0 {
		f += "&show=" + strings.Join(show, ",")
	}
	return f
}

// key acts on a shortcut in this place, and reports whether it means anything.
func (w *sweeping) key(id string) bool {
	switch id {
	case "play":
		return dom.ID("sweepplay").Click()
	case "present":
		return dom.ID("present").Click()
	case "leave":
		return dom.ID("leave").Click()
	case "controls":
		dom.ID("sweepown").Set("open", true)
		return dom.ID("sweep-x").Focus()
	case "readings":
		w.table.show(true)
		return dom.ID("sweeptable").Find("a").Focus()
	}
	return false
}
