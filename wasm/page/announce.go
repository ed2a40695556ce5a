//go:build js

package page

import "example.org/rote/wasm/dom"

// announceState tells the live region of a start, a pause and the end.
func (p *page) announceState(state string) {
	says := p.frame.Says
	if p.looking || state == "running" {
		says = "" // it speaks of another step, or soon will
	}
	switch state {
	case "finished", "paused", "running":
		p.say(stateWords(state, p.live.step, p.live.of, says))
	}
}

// milestone tells the live region of every quarter of the way.
func (p *page) milestone(before, now header) {
	if before.epoch == now.epoch && milestone(before.step, now.step, now.of) && p.playing {
		p.say(stateWords("running", now.step, now.of, p.frame.Says))
	}
}

// say hands a message to the live region, which speaks when it may.
func (p *page) say(text string) {
	waits := p.herald.waiting != ""
	p.herald.say(text)
	if !waits {
		p.speak()
	}
}

func (p *page) speak() {
	text, wait := p.herald.next(dom.Now())
	if text != "" {
		dom.ID("live").Text(text)
	}
	if wait > 0 {
		dom.After(wait, p.speak)
	}
}
