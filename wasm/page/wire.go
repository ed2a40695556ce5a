//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// wire makes the parts, and connects them with each other and with everything on
// the screen that can be used.
func (p *page) wire() {
	o, say := &p.opened, p.voice.say
	p.readings = gate{every: 100, do: p.read}
	p.alerts = alerts{dismissed: p.dismissed, closed: p.focusPlay, copyLink: p.permalink.copy}
	p.worker = worker{started: p.started, arrived: p.player.arrived, renewed: p.renewed, ended: p.fail}
	p.player = player{opened: o, worker: &p.worker, paint: p.stage.show, changed: p.changed, read: p.read, moved: p.moved,
		revived: p.alerts.quiet, spoken: p.spoken, say: p.voice.report, notice: p.alerts.notice, history: newHistory[js.Value](), hidden: isHidden()}
	p.transport = transport{player: &p.player}
	p.tip = tip{id: "tip", box: "stage"}
	p.tips = gate{every: 250, do: func() { p.tip.again(p.stage.reread) }}
	p.stage = stage{begun: p.player.paintKept, shows: p.covered, back: p.worker.back, timed: p.painted, drawn: p.tips.ask,
		pointer: p.touch, chosen: say, key: func(key, code string, alt, more bool) { p.keys.staged(key, code, alt, more) }, drags: p.drags, look: p.look, tell: p.tip.show, gone: p.stageGone,
		seen: func() bool { return !p.sweep.on && !isHidden() }}
	p.still = still{seen: p.player.seen, title: func() string { return p.run.Info.Title }, look: p.look, pointer: p.touch, drags: p.drags, beside: p.tip.show,
		drawn: func() { p.tip.again(p.still.reread) }}
	held := func() withheld { return p.held }
	p.strip = strip{seen: p.player.seen, look: p.look, held: held, chosen: p.repaint,
		runs: func() bool { return p.player.state() == "running" }, slow: func() bool { return p.worker.credit.slow }}
	p.headline = headline{held: held, link: func(address string) string { return p.link.of(address) },
		pair: func() sim.Try { return nextPair(p.run) }}
	p.tables = tables{save: p.exports.csv, enlarge: p.strip.choose, runs: func() bool { return p.player.state() == "running" }}
	p.controls = controls{opened: o, sent: p.sent, say: say, open: p.try}
	p.exports = exports{opened: o, seen: p.player.seen, hero: func() int { return p.strip.hero }, fragment: func() string { return p.player.fragment(true) }, say: say}
	p.studio = studio{opened: o, kept: func() []kept[js.Value] { return p.player.history.kept }, svg: p.exports.svg, say: say}
	p.permalink = permalink{opened: o, fragment: p.fragment, follow: p.follow, say: say}
	p.file = file{opened: o, chosen: p.fileChosen, send: p.worker.take, say: say}
	p.frame = frame{opened: o, player: &p.player, set: p.controls.take}
	p.share = share{opened: o, step: p.frame.step, say: say}
	p.keys = keys{opened: o, do: p.do, pass: p.frame.key}
	p.sweep = sweeping{opened: o, tried: p.tried, turned: p.turned,
		alert: func(text string) { p.alerts.alert(text, "Close") }, say: say}
	p.lesson = lesson{lab: p.lab, address: p.canonical, run: p.current, seen: p.player.seen,
		play: p.player.play, withhold: p.withhold, ask: p.transport.ask, counted: p.frame.count, say: say}
	p.bind()
}

func (p *page) bind() {
	onLook := func() { onLook(p.repaint, p.redraw) }
	for _, bind := range []func(){p.alerts.bind, p.worker.watch, p.transport.bind, p.stage.bind, p.still.bind, p.strip.bind, p.tables.bind,
		p.exports.bind, p.studio.bind, p.permalink.bind, p.file.bind, p.keys.bind, p.sweep.bind, p.lesson.bind,
		onLook, p.bindPresent, p.bindCompare, p.frame.bind, p.share.bind} {
		dom.Guard(bind) // the others do without a part that the browser refuses
	}
	dom.Listen(dom.Window().Get("document"), "visibilitychange", func(js.Value) { p.appear() })
	dom.Listen(dom.Window(), "pagehide", func(js.Value) { p.keep() })
	for _, tab := range []string{"tab-explore", "tab-numbers"} { // a link to that shows no lesson
		dom.ID(tab).On("click", func(js.Value) { p.link.lesson = false; p.permalink.ask() })
	}
	dom.Listen(dom.Window(), "beforeprint", func(js.Value) { p.still.print(); p.sweep.picture.print() })
	dom.Listen(dom.Window(), "afterprint", func(js.Value) { p.still.printed(); p.sweep.picture.ask() })
}

// started follows a worker that is ready: it opens the run.
func (p *page) started() {
	p.player.enter(p.player.asked)
	p.player.resume()
	if !p.sweep.on {
		p.stage.load(p.run.Info.Title)
	}
}

// touch passes a pointer on the picture on.
func (p *page) touch(m js.Value) {
	p.permalink.used = true
	p.player.touch(m)
}

// appear pauses in a hidden tab, and goes on when it is seen again.
func (p *page) appear() {
	hidden := isHidden()
	p.sweep.hide(hidden)
	if hidden { // a browser may discard the tab: its link says where it was
		p.permalink.write(true)
		p.keep()
	}
	p.player.hide(hidden)
}

// renewed follows a knob that has changed in the worker.
func (p *page) renewed(address string, touched bool) {
	p.player.renewed()
	if touched {
		p.mirror(address)
		p.showDiffering()
		p.controls.refresh()
		p.lesson.follow()
		p.permalink.ask()
	}
}

// sent passes on a knob that was set here.
func (p *page) sent(key, text string) {
	p.player.set(key, text)
	p.showDiffering()
	p.lesson.follow()
	p.permalink.ask()
}

// painted notes how long a paint took, in ms. Where it is slow, words and numbers leave
// it more time.
func (p *page) painted(ms float64) {
	p.worker.credit.painted(ms)
	p.readings.every = 100
	if p.worker.credit.slow {
		p.readings.every = 250
	}
}

// fileChosen opens the run on another file.
func (p *page) fileChosen() {
	p.controls.refresh()
	p.player.reset()
	p.lesson.follow()
	p.permalink.ask()
}

// changed lets what shows the frame follow it: often while it runs, and else at
// once.
func (p *page) changed() {
	if p.player.live.running {
		p.readings.ask()
	} else {
		p.read()
	}
	p.permalink.ask()
	p.frame.ask()
	p.still.ask()
}

// moved follows a new state.
func (p *page) moved(state string) {
	p.transport.showState(state)
	p.lesson.moved(state)
	p.tables.filled.ask()
	p.permalink.ask()
	p.frame.ask()
}

// read shows what is read and not painted, all of the same frame: the headline, the
// count, the readings, the strip, the tables.
func (p *page) read() {
	f, _, ok := p.player.seen()
	if !ok {
		return
	}
	p.headline.show(f, p.player.over())
	p.transport.showCount(f)
	showFacts(f.Facts, p.held)
	p.strip.follow(f)
	p.tables.follow(f)
}

// turned follows another sweep.
func (p *page) turned() {
	p.showPlaces()
	p.permalink.ask()
}

// covered follows a stage that shows the run, or does not any more.
func (p *page) covered(on bool) { p.still.show(!on) }

func (p *page) stageGone(reason string) {
	if !p.player.failed {
		p.alerts.alert(reason, "Close")
	}
}

// fail ends the worker, and says why.
func (p *page) fail(reason string) {
	p.worker.stop()
	p.alerts.alert("The simulation was stopped: "+reason+". The page itself still works. Restart opens the same run again, at the step it had reached.", "Restart")
	p.player.fail()
}

// dismissed restarts a worker that has ended.
func (p *page) dismissed() {
	p.focusPlay()
	if p.player.failed {
		p.player.enter(p.player.asked)
	}
}

// focusPlay goes to the main button of the place that is to be seen.
func (p *page) focusPlay() {
	if p.sweep.on {
		dom.ID("sweepplay").Focus()
	} else {
		p.transport.focus()
	}
}
