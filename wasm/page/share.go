//go:build js

package page

import (
	"fmt"
	"strings"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// A share is the dialog of what others can be given: the link, with or without the
// step, as a QR code, and the lab in a frame for a page of theirs.
type share struct {
	*opened
	step func() int // that is to be seen
	say  func(text string)
}

func (s *share) bind() {
	dialog := dom.ID("sharing")
	dom.ID("share").On("click", func(js.Value) {
		hideTips()
		s.fill()
		if !dom.Try(func() { dialog.Call("showModal") }) {
			dialog.Set("open", true)
		}
	})
	dom.ID("shareclose").On("click", func(js.Value) {
		if !dom.Try(func() { dialog.Call("close") }) {
			dialog.Set("open", false)
		}
	})
	dialog.On("close", func(js.Value) {
		if focus := dom.Focused(); !focus.Is(dom.Body()) && focus.Seen() {
			return // the reader has gone on
		}
		if share := dom.ID("share"); share.Seen() {
			share.Focus()
		} else {
			dom.ID("menubutton").Focus()
		}
	})
	for _, id := range []string{"sharestep", "sharerev", "share-controls", "share-lesson", "share-readings"} {
		dom.ID(id).On("change", func(js.Value) { s.fill() })
	}
	for _, id := range []string{"sharelink", "sharehtml"} {
		button := dom.ID(id + "copy")
		button.On("click", func(js.Value) { copyText(button, dom.ID(id).Val(), "Copied", s.say) })
	}
}

// fill writes link, code and snippet as they are chosen.
func (s *share) fill() {
	at := 0
	if checked("sharestep") {
		at = s.step()
	}
	top := dom.Window().Get("location").Get("origin").String()
	link := top + path(s.pinned(link{}).format(s.run, at))
	dom.ID("sharelink").SetVal(link)
	code := qrCode(link)
	dom.ID("shareqr").Set("innerHTML", code)
	dom.ID("shareqr").Hide(code == "")
	dom.ID("sharehtml").SetVal(s.snippet(top, at))
}

// pinned names the version in a link, if that is wanted: a newer Rote then says what it
// has changed.
func (s *share) pinned(l link) link {
	if checked("sharerev") {
		l.rev = sim.Version
	}
	return l
}

func checked(id string) bool { return dom.ID(id).Get("checked").Bool() }

// snippet is the lab in a frame. Behind a sandbox it keeps what it needs: its
// programs, its own store, windows of its links, and downloads.
func (s *share) snippet(top string, at int) string {
	l := s.pinned(link{embed: true})
	for _, word := range []string{"controls", "lesson", "readings"} {
		if checked("share-" + word) {
			l.show = append(l.show, word)
		}
	}
	height := 400
	if len(l.show) > 0 {
		height = 800
	}
	attribute := strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;")
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="640" height="%d" style="border:0;max-width:100%%" loading="lazy" allow="fullscreen; clipboard-write" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>`,
		attribute.Replace(top+path(l.format(s.run, at))), attribute.Replace(s.run.Info.Question), height)
}
