//go:build js

package page

import (
	"slices"
	"strings"
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// An alerts shows the two messages above the picture: that something has ended,
// and that a link was repaired.
type alerts struct {
	dismissed func() // the message is closed by its button
	closed    func() // the list of repairs is
	copyLink  func(button dom.Element)
}

func (a *alerts) bind() {
	dom.ID("restart").On("click", func(js.Value) {
		a.quiet()
		a.dismissed()
	})
	dom.ID("noticeclose").On("click", func(js.Value) {
		dom.ID("notice").Hide(true)
		a.closed()
	})
	dom.ID("fixlink").On("click", func(js.Value) { a.copyLink(dom.ID("fixlink")) })
}

// notice lists what was repaired in a link.
func (a *alerts) notice(repairs []string) { a.list(repairs, nil) }

// list lists what was repaired in a link, and what has changed since it was made. It
// hides when there is nothing.
func (a *alerts) list(repairs, since []string) {
	var items []dom.Element
	for _, r := range slices.Concat(repairs, since) {
		items = append(items, dom.Make("li", r))
	}
	title := "This link was repaired"
	if len(repairs) == 0 {
		title = "This link is of an earlier Rote"
	}
	dom.ID("notice-title").Text(title)
	dom.ID("fixlink").Hide(len(repairs) == 0)
	notice := dom.ID("notice")
	notice.Find("ul").Fill(items...)
	notice.Hide(len(items) == 0)
}

// alert shows a message that something has ended, with a button. What follows its
// first line, such as what a program has printed, is folded away.
func (a *alerts) alert(text, button string) {
	words, more, _ := strings.Cut(text, "\n")
	dom.ID("alerttext").Text(words)
	dom.ID("reload").Hide(true)
	dom.ID("alertmore").Hide(more == "")
	dom.ID("alertmore").Find("pre").Text(more)
	dom.ID("restart").Text(button)
	dom.ID("restart").Set("onclick", nil) // of another message
	dom.ID("alert").Hide(false)
}

// quiet takes the message away.
func (a *alerts) quiet() { dom.ID("alert").Hide(true) }
