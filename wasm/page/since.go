//go:build js

package page

import (
	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// since says what has changed in a lab since the version that a fragment is pinned to,
// by the list that the build has left in the page.
func since(run *sim.Run, fragment string) (notice []string) {
	a, _ := sim.ParseAddress(run.Info.Name + "/#" + fragment)
	data := dom.Window().Get("JSON").Call("parse", dom.ID("rote").Get("textContent"))
	if words := sinceWords(data.Get("changes").String(), a.Get("rev"), run.Address()); words != "" {
		notice = append(notice, words)
	}
	return notice
}
