//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

func (p *page) bindAlerts() {
	dom.ID("restart").On("click", func(js.Value) { p.dismiss() })
	dom.ID("noticeclose").On("click", func(js.Value) {
		dom.ID("notice").Hide(true)
		p.focusPlay()
	})
	dom.ID("fixlink").On("click", func(js.Value) { p.copyLink(dom.ID("fixlink")) })
}

// notice lists what was repaired in a link. It hides when there is nothing.
func (p *page) notice(repairs []string) {
	var items []dom.Element
	for _, r := range repairs {
		items = append(items, dom.Make("li", r))
	}
	notice := dom.ID("notice")
	notice.Find("ul").Fill(items...)
	notice.Hide(len(items) == 0)
}

// alert shows a message that something has ended, with a button.
func (p *page) alert(text, button string) {
	dom.ID("alerttext").Text(text)
	dom.ID("restart").Text(button)
	dom.ID("alert").Hide(false)
}

// dismiss closes the message, and restarts the worker if it has ended.
func (p *page) dismiss() {
	dom.ID("alert").Hide(true)
	p.focusPlay()
	if p.failed {
		p.enter(p.asked)
	}
}

// focusPlay goes to the main button of the place that is to be seen.
func (p *page) focusPlay() {
	if p.sweep.on {
		dom.ID("sweepplay").Focus()
	} else {
		dom.ID("play").Focus()
	}
}

// fail ends the worker, and says why.
func (p *page) fail(reason string) {
	p.worker.stop()
	p.asked = p.live.step
	p.playing, p.failed = false, true
	p.alert("The simulation was stopped: "+reason+". The page itself still works. Restart opens the same run again, at the step it had reached.", "Restart")
	p.showState()
}
