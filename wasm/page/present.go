//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// bindPresent connects the mode for a class: large text, few controls.
func (p *page) bindPresent() {
	dom.ID("present").On("click", func(js.Value) {
		p.link.present = !p.link.present
		p.showPresent()
		p.address.ask()
	})
	p.showPresent()
}

func (p *page) showPresent() {
	dom.Body().Class("present", p.link.present)
	pressed := "false"
	if p.link.present {
		pressed = "true"
	}
	dom.ID("present").Attr("aria-pressed", pressed)
	p.controls.refresh()
	p.repaint()
}
