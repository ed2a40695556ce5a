//go:build js

package page

import (
	"strings"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// A permalink keeps the URL true to what is to be seen, follows it where the
// reader leads, and is copied.
type permalink struct {
	*opened
	fragment func(pinned bool) string // of what is to be seen, without #
	follow   func(url string)         // another link of this page was opened
	say      func(text string)

	writes gate
}

func (l *permalink) bind() {
	l.writes = gate{every: 500, do: l.write}
	// The event's URL, as the page may have written its own since.
	dom.Listen(dom.Window(), "hashchange", func(e js.Value) { l.follow(e.Get("newURL").String()) })
	dom.ID("copylink").On("click", func(js.Value) { l.copy(dom.ID("copylink")) })
}

// ask writes the URL soon.
func (l *permalink) ask() { l.writes.ask() }

// write lets the URL follow the state, without a new entry in the history of
// the browser.
func (l *permalink) write() {
	f := l.fragment(false)
	if strings.TrimPrefix(dom.Window().Get("location").Get("hash").String(), "#") != f {
		dom.Window().Get("history").Call("replaceState", js.Null(), "", path(f))
	}
	markPreset(sim.Query(l.run.Address()))
}

// path is that of this page, with a fragment.
func path(fragment string) string {
	location := dom.Window().Get("location")
	path := location.Get("pathname").String() + location.Get("search").String()
	if fragment != "" {
		path += "#" + fragment
	}
	return path
}

// markPreset marks the preset whose fragment is open.
func markPreset(fragment string) {
	links := dom.Window().Get("document").Call("querySelectorAll", "#presets a, a.preset")
	for i := range links.Length() {
		a := dom.Element{Value: links.Index(i)}
		href := strings.TrimPrefix(a.Call("getAttribute", "href").String(), "#")
		a.Flag("aria-current", href == fragment)
	}
}

// copy copies a link to the step that is to be seen, and says so on the
// button.
func (l *permalink) copy(button dom.Element) {
	origin := dom.Window().Get("location").Get("origin").String()
	copyText(button, origin+path(l.fragment(true)), "Link copied", l.say)
}
