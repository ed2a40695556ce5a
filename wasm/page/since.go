//go:build js

package page

import (
	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// pageData returns what the build has left in the page under a name.
func pageData(name string) string {
	return dom.Window().Get("JSON").Call("parse", dom.ID("rote").Get("textContent")).Get(name).String()
}

// since says what has changed in a lab since the version that a fragment is pinned to,
// by the list that the build has left in the page.
func since(run *sim.Run, fragment string) (notice []string) {
	a, _ := sim.ParseAddress(run.Info.Name + "/#" + fragment)
	if words := sinceWords(pageData("changes"), a.Get("rev"), run.Address()); words != "" {
		notice = append(notice, words)
	}
	return notice
}
