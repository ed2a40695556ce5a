//go:build js

package page

import (
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
	"example.org/rote/wasm/dom"
)

// keptTry is a sweep, and behind a line feed the link to the run that was left in Try
// meanwhile.
const keptTry = "try"

// keep lets the tab keep what its link does not say: the results of the sweep, and where
// the run was left that stands behind it.
func (p *page) keep() {
	if p.sweep.save(); p.sweep.on {
		dom.Keep(keptTry, p.sweep.sweep().Address()+"\n"+p.player.fragment(true))
	}
}

// left returns the run of Try where the page begins with a sweep: the one that was left,
// or one of what the runs of the sweep share.
func (p *page) left(s *sweep.Grid) *sim.Run {
	if fragment, ok := strings.CutPrefix(dom.Kept(keptTry), s.Address()+"\n"); ok {
		if run, _, repairs, err := openLink(p.labs, p.lab, fragment); err == nil && len(repairs) == 0 {
			return run
		}
	}
	run, _, _ := sim.Idle(p.labs, s.Base.Address())
	return run
}

// onlyHere says under an id what is lost with this tab, unless the browser keeps it, and
// reports whether that is news.
func onlyHere(id, lost string, kept bool) (news bool) {
	note := dom.ID(id)
	news = !kept && note.Get("hidden").Bool()
	note.Text(lost)
	note.Hide(kept)
	return news
}

// tellUnkept says that a setting is lost with this tab, unless the browser keeps it.
func tellUnkept(kept bool) {
	if !kept {
		dom.Window().Get("lab").Call("unkept")
	}
}
