//go:build js

package page

import (
	"fmt"
	"slices"
	"strings"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/crew"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
	"example.org/rote/wasm/dom"
)

// A sweeping is the place of the page in which a sweep is chosen, run and shown,
// on workers of its own. Its runs stop while it is not to be seen.
type sweeping struct {
	page    *page
	crew    *crew.Crew
	on      bool       // this place is to be seen
	facts   []sim.Fact // of the run that ended last
	picture *figure.Picture
	cells   []dom.Element // of the table, one per cell of the sweep
	threads []js.Value    // for tests, and for the curious
	shown   crew.State    // the state that was last shown
	draws   gate
	saves   gate
}

func newSweeping(p *page) *sweeping {
	w := &sweeping{page: p}
	w.crew = &crew.Crew{Hire: w.hire, After: dom.After, Now: dom.Now, Result: w.result, Moved: w.moved,
		Told: func(sentence string) { p.alert(sentence, "Close") }}
	w.draws = gate{every: 250, do: w.draw}
	w.saves = gate{every: 1000, do: w.save}
	w.bindWorkers()
	dom.Every(crew.BeatEvery, w.pulse)
	return w
}

// sweep returns the sweep that is open, or nil.
func (w *sweeping) sweep() *sweep.Grid { return w.crew.Grid() }

// openLink opens the sweep of a fragment in its place.
func (w *sweeping) openLink(fragment string) {
	p := w.page
	s, l, repairs, err := openSweep(p.labs, p.lab, fragment)
	if err != nil {
		p.fail(err.Error())
		return
	}
	if p.run == nil { // the page begins here: Try gets what the runs share
		p.run, _, _ = sim.Open(p.labs, s.Base.Address())
	}
	p.link.present, p.link.show = l.present, l.show
	w.show(true)
	if old := w.sweep(); old == nil || old.Address() != s.Address() {
		w.open(s)
	}
	p.notice(repairs)
	if len(repairs) > 0 {
		p.say("The link needed repairs. A notice lists them.")
	}
}

// open turns to a sweep, with what this tab knows of it.
func (w *sweeping) open(s *sweep.Grid) {
	goesOn := w.restore(s)
	w.crew.Open(s, sweep.Shard{})
	w.note(nil)
	w.fillForm()
	w.fillTable()
	w.draws.ask()
	w.moved()
	w.page.address.ask()
	if goesOn {
		w.crew.Play()
	}
}

// show goes to this place, or back to Try.
func (w *sweeping) show(on bool) {
	p := w.page
	if on && !w.on && p.playing {
		p.pause()
	}
	w.on = on
	w.crew.Hide(!on || p.hidden)
	place := map[bool]string{true: "sweep", false: "try"}[on]
	dom.Body().Data("place", place)
	w.links()
	if e := dom.Focused(); !e.Is(dom.Body()) && !e.Seen() {
		dom.ID("place-" + place).Focus() // what had it is not to be seen any more
	}
	if !on && p.worker.ready {
		p.stage.load()
		p.repaint()
	}
	if on {
		w.draws.ask()
	}
}

// links lets the tabs of the page lead to where it stands.
func (w *sweeping) links() {
	try, sweep := dom.ID("place-try"), dom.ID("place-sweep")
	try.Attr("href", "#"+w.page.tryFragment(true))
	if s := w.sweep(); s != nil {
		sweep.Attr("href", "#"+sim.Query(s.Address()))
	}
	current(try, !w.on)
	current(sweep, w.on)
}

func current(tab dom.Element, on bool) {
	if on {
		tab.Attr("aria-current", "page")
	} else {
		tab.Call("removeAttribute", "aria-current")
	}
}

// bind connects the buttons.
func (w *sweeping) bind() {
	w.bindForm()
	w.bindPicture()
	w.bindExports()
	dom.ID("sweepplay").On("click", func(js.Value) { w.play() })
	dom.ID("sweepcancel").On("click", func(js.Value) { w.crew.Cancel() })
	dom.Listen(dom.Window(), "pagehide", func(js.Value) { w.save() })
}

// play is what the main button does.
func (w *sweeping) play() {
	s := w.sweep()
	switch {
	case s == nil:
	case w.crew.State() == crew.Running:
		w.crew.Pause()
	case s.Known() == s.Runs():
		again, _, _ := sweep.Open(w.page.labs, s.Address())
		forget(s.Address())
		w.open(again)
		w.crew.Play()
	default:
		w.crew.Play()
	}
}

// hire starts a worker.
func (w *sweeping) hire(h *crew.Hand) crew.Worker {
	t := newThread(func(m js.Value) { w.crew.Heard(h, w.newsOf(m)) },
		func() { w.crew.Heard(h, crew.News{Kind: crew.Failed, Reason: "its program did not load"}) })
	w.threads = append(w.threads, t.Value)
	list := dom.List()
	for _, other := range w.threads[max(0, len(w.threads)-crew.MostHands):] {
		list.Call("push", other)
	}
	w.threads = slices.Clone(w.threads[max(0, len(w.threads)-crew.MostHands):])
	dom.Window().Set("roteSweepers", list)
	return bond{t}
}

// A bond is the page's end of a Worker that measures.
type bond struct{ thread *thread }

func (b bond) Send(o crew.Order) { b.thread.send(string(o.Kind), "job", o.Job, "address", o.Address) }

func (b bond) Stop() { b.thread.stop() }

func (w *sweeping) newsOf(m js.Value) crew.News {
	n := crew.News{Kind: crew.NewsKind(m.Get("kind").String())}
	if memory := m.Get("memory"); memory.Type() == js.TypeNumber {
		n.Memory = memory.Int()
	}
	switch n.Kind {
	case crew.Failed:
		n.Reason = failWords(m)
	case crew.Measured:
		n.Job = m.Get("job").Int()
		list := m.Get("facts")
		for i := range list.Length() {
			f := list.Index(i)
			n.Facts = append(n.Facts, sim.Fact{Key: f.Get("key").String(), Name: f.Get("name").String(), Unit: f.Get("unit").String(),
				Value: f.Get("value").Float()})
		}
		w.learn(n.Facts)
	}
	return n
}

// result follows a run that is now known.
func (w *sweeping) result(run int) {
	s := w.sweep()
	w.fillCell(run % s.Cells())
	w.draws.ask()
	w.saves.ask()
	w.showCount()
	if milestone(s.Known()-1, s.Known(), s.Runs()) {
		w.say()
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
		w.say()
	}
	w.shown = state
}

// say tells the live region how far the sweep is.
func (w *sweeping) say() { w.page.say(w.words()) }

func (w *sweeping) words() string {
	left := -1.0
	if ms, ok := w.crew.Left(); ok {
		left = ms
	}
	return sweepWords(w.crew.State(), w.sweep(), left)
}

func (w *sweeping) showCount() {
	s := w.sweep()
	dom.ID("sweepcount").Text(w.words())
	bar := dom.ID("sweepbar")
	bar.Set("max", s.Runs())
	bar.Set("value", s.Known())
}

func (w *sweeping) pulse() {
	w.crew.Pulse()
	if w.crew.State() == crew.Running && w.on {
		w.showCount()
	}
}

// fragment is the link to the sweep, without #.
func (w *sweeping) fragment() string {
	f := sim.Query(w.sweep().Address())
	if w.page.link.present {
		f += "&mode=present"
	}
	if show := w.page.link.show; len(show) > 0 {
		f += "&show=" + strings.Join(show, ",")
	}
	return f
}
