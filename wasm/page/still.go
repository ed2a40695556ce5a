//go:build js

package page

import (
	"math"
	"strings"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// A still is the SVG picture, in the place of the stage while that has none.
type still struct {
	seen    func() (f *sim.Frame, step int, ok bool) // the frame that is to be seen
	title   func() string
	look    func() look
	pointer func(m js.Value) // was moved or pressed on the picture, as on the stage
	drags   func() bool      // the lab has points that a pointer drags
	beside  func(text string, x, y float64, at spot) bool
	drawn   func() // anew

	off     bool            // the stage shows the run
	held    int             // the pointer that is down on it, or -1
	down    js.Value        // where a finger went down: it may want to scroll
	grip    sim.Pick        // the training point that is dragged, or none
	picture *figure.Picture // as it was last drawn
	draws   gate
}

// show shows the picture, or hides it.
func (s *still) show(on bool) {
	s.off = !on
	dom.ID("still").Hide(s.off)
	s.ask()
}

// ask draws anew soon, if the picture is to be seen.
func (s *still) ask() {
	if !s.off {
		s.draws.ask()
	}
}

func (s *still) draw() {
	if s.off {
		return
	}
	f, _, ok := s.seen()
	if !ok {
		return
	}
	rect, l := dom.ID("stage").Call("getBoundingClientRect"), s.look()
	s.picture = figure.Layout(f, figure.Options{Width: math.Round(rect.Get("width").Float()), Height: math.Round(rect.Get("height").Float()),
		Dark: l.dark, Hero: l.hero, Alone: true, Untold: l.untold, Text: l.text})
	dom.ID("still").Set("innerHTML", string(figure.SVG(s.picture, s.title(), f.Says)))
	s.drawn()
}

// print draws the picture in light colours for paper, whatever stands in its place.
func (s *still) print() {
	f, _, ok := s.seen()
	if !ok {
		return
	}
	const width, height = 1040, 540 // as the style sheet has it on paper
	p := figure.Layout(f, figure.Options{Width: width, Height: height, Hero: s.look().hero, Alone: true, Untold: s.look().untold, Text: 14})
	dom.ID("still").Set("innerHTML", string(figure.SVG(p, s.title(), f.Says)))
	dom.ID("still").Hide(false)
}

// printed draws it again as it was.
func (s *still) printed() {
	dom.ID("still").Hide(s.off)
	s.ask()
}

// bind lets the picture answer to the pointer as the stage does.
func (s *still) bind() {
	s.draws = gate{every: 150, do: s.draw}
	box := dom.ID("still")
	s.held = -1
	box.On("pointermove", func(e js.Value) {
		s.tell(e)
		if e.Get("pointerId").Int() == s.held && !isFinger(e) {
			s.point("move", e, false)
		}
	})
	box.On("pointerdown", s.press)
	box.On("pointerup", s.release)
	box.On("pointercancel", func(e js.Value) {
		if e.Get("pointerId").Int() == s.held {
			s.held = -1
		}
	})
	box.On("contextmenu", func(e js.Value) {
		if s.drags() { // it removes a point
			e.Call("preventDefault")
		}
	})
	box.On("pointerleave", func(e js.Value) {
		if !isLifted(e, box) { // what a tap has shown stays
			s.beside("", 0, 0, spot{})
		}
	})
}

func isFinger(e js.Value) bool { return e.Get("pointerType").String() == "touch" }

// isLifted reports whether a pointer that leaves a picture was lifted from it: a finger,
// or a pen in its midst.
func isLifted(e js.Value, box dom.Element) bool {
	at := spotOf(e, box)
	return isFinger(e) || e.Get("pointerType").String() == "pen" &&
		at.x > 0 && at.y > 0 && at.x < box.Get("clientWidth").Float() && at.y < box.Get("clientHeight").Float()
}

// press begins what one pointer does, also beyond the picture; others do nothing
// meanwhile.
func (s *still) press(e js.Value) {
	s.tell(e)
	if button := e.Get("button").Int(); s.held >= 0 || button != 0 && button != 2 {
		return
	}
	s.held, s.down = e.Get("pointerId").Int(), e
	if !isFinger(e) {
		dom.Try(func() { dom.ID("still").Call("setPointerCapture", s.held) })
		s.point("down", e, isSecondary(e))
	}
}

// longPress is how long a finger rests on a point to remove it, in ms.
const longPress = 600

// release ends it. A finger counts when it is lifted where it went down.
func (s *still) release(e js.Value) {
	if e.Get("pointerId").Int() != s.held {
		return
	}
	s.held = -1
	if isFinger(e) {
		if math.Hypot(e.Get("clientX").Float()-s.down.Get("clientX").Float(), e.Get("clientY").Float()-s.down.Get("clientY").Float()) >= 10 {
			return
		}
		s.point("down", s.down, e.Get("timeStamp").Float()-s.down.Get("timeStamp").Float() >= longPress)
	}
	s.point("up", e, false)
}

// isSecondary reports whether a press is that of the other button: on a Mac, also
// one with Ctrl.
func isSecondary(e js.Value) bool {
	mac := strings.HasPrefix(dom.Window().Get("navigator").Get("platform").String(), "Mac")
	return e.Get("button").Int() == 2 || mac && e.Get("ctrlKey").Truthy()
}

// tell shows the values of what is under the pointer.
func (s *still) tell(e js.Value) {
	h, _ := s.hit(e)
	s.beside(h.Text, h.MarkX, h.MarkY, spotOf(e, dom.ID("still")))
}

// reread shows the values of what is at a place now.
func (s *still) reread(x, y float64) {
	h, _ := s.picture.At(x, y)
	s.beside(h.Text, h.MarkX, h.MarkY, spot{})
}

// hit returns what is under the pointer. Events of the drawing's parts are
// measured from the picture's corner.
func (s *still) hit(e js.Value) (figure.Hit, bool) {
	if s.picture == nil {
		return figure.Hit{}, false
	}
	rect := dom.ID("still").Call("getBoundingClientRect")
	return s.picture.At(e.Get("clientX").Float()-rect.Get("left").Float(), e.Get("clientY").Float()-rect.Get("top").Float())
}

func (s *still) point(kind string, e js.Value, secondary bool) {
	if h, ok := s.hit(e); ok && !math.IsNaN(h.X) {
		s.hold(kind, &h)
		s.pointer(dom.Object("kind", kind, "panel", h.Panel, "x", h.X, "y", h.Y, "layer", int(h.Pick.Layer),
			"group", h.Pick.Group, "item", h.Pick.Item, "secondary", secondary))
	}
}

// hold lets a drag go on with the point on which it began, or which its press has
// made, whatever it passes over.
func (s *still) hold(kind string, h *figure.Hit) {
	if kind == "down" {
		s.grip = sim.Pick{}
	}
	if s.grip != (sim.Pick{}) {
		h.Pick = s.grip
		return
	}
	f, _, ok := s.seen()
	if !ok || h.Pick.Layer != sim.PointLayer || h.Panel >= len(f.Panels) || h.Pick.Group >= len(f.Panels[h.Panel].Points) {
		return
	}
	if m := &f.Panels[h.Panel].Points[h.Pick.Group]; m.Role == sim.Train && m.Roles == nil || h.Pick.Item < len(m.Roles) && m.Roles[h.Pick.Item] == sim.Train {
		s.grip = h.Pick
	}
}
