//go:build js

package page

import "example.org/rote/wasm/dom"

// The stage is watched, as the worker is: a proxy may forbid its frame, a file of it
// may be missing, an extension may take it out of the page or lead it elsewhere, and
// it may fall silent. None of this has an event that the page could rely on.

// How many beats of a second a stage that is seen may be silent: with a frame to
// paint, and before it is ready though its program is there.
const (
	silentPainting = 20
	silentStarting = 60
	lateStarting   = 20 // then the page says so, and goes on waiting
)

// loaded follows the frame: what has loaded must be the stage.
func (s *stage) loaded(frame dom.Element) {
	if w := frame.Get("contentWindow"); frame.Is(s.frame) && (!w.Truthy() || !w.Get("stage").Truthy()) {
		s.missing()
	}
}

// pulse looks every second whether the stage is there and answers.
func (s *stage) pulse() {
	lab := dom.Window().Get("lab")
	if !s.off && lab.Get("without").Truthy() { // the reader waits no longer
		s.giveUp(otherWay)
	}
	if s.frame.IsNull() || !s.seen() {
		s.silent = 0
		return
	}
	most := silentPainting
	switch {
	case !s.frame.Get("contentWindow").Truthy():
		s.missing()
		return
	case !s.ready && lab.Get("painter").Truthy():
		if most = silentStarting; s.silent == lateStarting {
			lab.Call("late")
		}
	case s.flying == nil:
		s.silent = 0
		return
	}
	if s.silent++; s.silent > most {
		s.missing()
	}
}

// missing opens the stage again, unless that has not helped before.
func (s *stage) missing() {
	s.lost()
	s.ready, s.silent = false, 0
	s.showStill()
	s.frame = dom.None()
	s.reloads = reloads{} // those of another frame
	if s.losses.again(dom.Now()) {
		s.giveUp("The stage does not load, or does not answer: something between this page and its server may forbid its frame. " + otherWay)
		return
	}
	s.load(s.title)
}
