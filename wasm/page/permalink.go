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

	writes  gate
	landing string // the fragment of the link that was opened last, as the page writes it
	used    bool   // the reader has done something since
	left    bool   // the browser's history has an entry for what they did
}

func (l *permalink) bind() {
	l.writes = gate{every: 500, do: func() { l.write(isHidden()) }}
	// The event's URL, as the page may have written its own since.
	dom.Listen(dom.Window(), "hashchange", func(e js.Value) { l.follow(e.Get("newURL").String()) })
	dom.ID("copylink").On("click", func(js.Value) { l.copy(dom.ID("copylink")) })
	dom.ID("reload").On("click", func(js.Value) {
		l.write(true)
		dom.Window().Get("location").Call("reload")
	})
	bindOffered()
	for _, event := range []string{"click", "input", "change", "keydown"} {
		dom.ListenWith(dom.Window(), event, dom.Object("capture", true), func(js.Value) { l.used = true })
	}
}

// ask writes the URL soon.
func (l *permalink) ask() { l.writes.ask() }

// landed follows a link that was opened: its entry in the history of the browser
// stays, so that Back leads to it. It is marked, as are those that the page writes.
func (l *permalink) landed() {
	l.landing, l.used, l.left = l.fragment(false), false, false
	dom.Try(func() {
		dom.Window().Get("history").Call("replaceState", true, "", dom.Window().Get("location").Get("href"))
	})
	l.ask()
}

// returned reports whether Back or Forward has led to where the page is, and no link.
func (l *permalink) returned() bool {
	return dom.Window().Get("history").Get("state").Truthy()
}

// write lets the URL follow the state, pinned to the step that is seen or not.
// The first change that the reader makes behind a link is a new entry in the
// history of the browser; later ones replace it. Browsers limit how often that may
// be done: what they refuse is written the next time.
func (l *permalink) write(pinned bool) {
	location, f := dom.Window().Get("location"), l.fragment(pinned)
	if strings.TrimPrefix(location.Get("hash").String(), "#") != f || location.Get("search").String() != "" {
		method := "replaceState"
		if l.used && !l.left && f != l.landing {
			method = "pushState"
		}
		if dom.Try(func() { dom.Window().Get("history").Call(method, true, "", path(f)) }) {
			l.left = l.left || method == "pushState"
		}
	}
	markPreset(sim.Query(l.run.Address()))
}

// path is that of this page, with a fragment.
func path(fragment string) string {
	path := dom.Window().Get("location").Get("pathname").String()
	if fragment != "" {
		path += "#" + fragment
	}
	return path
}

// markPreset marks the preset whose fragment is open.
func markPreset(fragment string) {
	links := dom.Window().Get("document").Call("querySelectorAll", "#presets a, #pairs a, a.preset")
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
