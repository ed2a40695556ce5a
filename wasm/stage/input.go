//go:build js

package main

import (
	"math"
	"strings"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
)

// A drag belongs to the pointer that has begun it: others, such as a second finger,
// do nothing meanwhile.
func (s *stage) isOther(e js.Value) bool { return s.held >= 0 && e.Get("pointerId").Int() != s.pointer }

func (s *stage) pointerMove(e js.Value) {
	if s.isOther(e) {
		return
	}
	x, y := e.Get("offsetX").Float(), e.Get("offsetY").Float()
	s.hover(x, y)
	if s.held >= 0 && !s.rested {
		s.moved = s.moved || math.Hypot(x-s.tapX, y-s.tapY) >= stillness
		s.touch("move", x, y, false)
	}
}

// pointerDown begins a touch of the lab. A finger that begins beside every mark may
// want to scroll: it counts when it has been lifted in the same place.
func (s *stage) pointerDown(e js.Value) {
	x, y := e.Get("offsetX").Float(), e.Get("offsetY").Float()
	if s.pic == nil || s.held >= 0 {
		return
	}
	hit, ok := s.pic.At(x, y)
	if !ok {
		return
	}
	isFinger := e.Get("pointerType").String() == "touch"
	s.tapX, s.tapY, s.pointer, s.moved, s.rested = x, y, e.Get("pointerId").Int(), false, false
	if s.tap = isFinger && !s.grabs(x, y); s.tap {
		return
	}
	e.Get("target").Call("setPointerCapture", e.Get("pointerId"))
	s.held = hit.Panel
	if isFinger {
		s.hover(x, y)
		s.presses++
		s.restAfter(s.presses)
	}
	s.touch("down", x, y, isSecondary(e))
}

// isSecondary reports whether a press is that of the other button: on a Mac, also
// one with Ctrl.
func isSecondary(e js.Value) bool {
	mac := strings.HasPrefix(js.Global().Get("navigator").Get("platform").String(), "Mac")
	return e.Get("button").Int() == 2 || mac && e.Get("ctrlKey").Bool()
}

// restAfter lets a finger that rests on a point remove it.
func (s *stage) restAfter(press int) {
	var f js.Func
	f = js.FuncOf(func(js.Value, []js.Value) any {
		f.Release()
		if s.held >= 0 && press == s.presses && !s.moved {
			s.rested = true
			s.touch("up", s.tapX, s.tapY, false)
			s.touch("down", s.tapX, s.tapY, true)
		}
		return nil
	})
	js.Global().Call("setTimeout", f, longPress)
}

// longPress is how long a finger rests on a point to remove it, in ms.
const longPress = 600

func (s *stage) pointerUp(e js.Value) {
	if s.isOther(e) {
		return
	}
	x, y := e.Get("offsetX").Float(), e.Get("offsetY").Float()
	switch {
	case s.held >= 0:
		s.touch("up", x, y, false)
	case s.tap && math.Hypot(x-s.tapX, y-s.tapY) < stillness:
		s.hover(x, y)
		s.tapAt(x, y)
	}
	s.held, s.tap = -1, false
}

// pointerCancel follows a finger that scrolls.
func (s *stage) pointerCancel(e js.Value) {
	if s.isOther(e) {
		return
	}
	s.held, s.tap = -1, false
	s.unhover()
}

// stillness is how far a finger may move in a tap, in CSS pixels.
const stillness = 10

// tapAt presses and lets go.
func (s *stage) tapAt(x, y float64) {
	if hit, ok := s.pic.At(x, y); ok {
		s.held = hit.Panel
		s.touch("down", x, y, false)
		s.touch("up", x, y, false)
	}
}

// grabs reports whether a finger at (x, y) drags a mark, and does not scroll:
// a training point, where the page says that the reader has their own.
func (s *stage) grabs(x, y float64) bool {
	if s.pic == nil || !js.Global().Get("stage").Get("drags").Bool() {
		return false
	}
	hit, ok := s.pic.At(x, y)
	return ok && s.isOwn(hit)
}

// isOwn reports whether what was hit is a training point.
func (s *stage) isOwn(hit figure.Hit) bool {
	if hit.Pick.Layer != sim.PointLayer {
		return false
	}
	m := &s.frame.Panels[hit.Panel].Points[hit.Pick.Group]
	if i := hit.Pick.Item; i < len(m.Roles) {
		return m.Roles[i] == sim.Train
	}
	return m.Role == sim.Train
}

// touch tells the page what the pointer does, in the units of the panel in which
// it went down.
func (s *stage) touch(kind string, x, y float64, secondary bool) {
	hit, ok := s.pic.At(x, y)
	if !ok || hit.Panel != s.held {
		hit = figure.Hit{Panel: s.held}
		hit.X, hit.Y, ok = s.pic.Within(s.held, x, y)
	}
	if !ok || math.IsNaN(hit.X) || math.IsNaN(hit.Y) {
		return
	}
	s.hold(kind, &hit)
	post(kind, map[string]any{"panel": hit.Panel, "x": hit.X, "y": hit.Y, "layer": int(hit.Pick.Layer),
		"group": hit.Pick.Group, "item": hit.Pick.Item, "secondary": secondary})
}

// hold lets a drag go on with the point on which it began, or which its press has
// made, whatever it passes over.
func (s *stage) hold(kind string, hit *figure.Hit) {
	switch isOwn := s.isOwn(*hit); {
	case kind == "down":
		s.grip, s.gripped = hit.Pick, isOwn
	case s.gripped:
		hit.Pick = s.grip
	case isOwn:
		s.grip, s.gripped = hit.Pick, true
	}
}

// hover tells the page what is under (x, y).
func (s *stage) hover(x, y float64) {
	if s.pic == nil {
		return
	}
	hit, ok := s.pic.At(x, y)
	if !ok || math.IsNaN(hit.X) || math.IsNaN(hit.Y) {
		s.unhover()
		return
	}
	post("hover", map[string]any{"panel": hit.Panel, "x": hit.X, "y": hit.Y, "text": hit.Text, "px": hit.MarkX, "py": hit.MarkY})
}

func (s *stage) unhover() {
	post("hover", map[string]any{"panel": -1, "x": 0, "y": 0, "text": "", "px": 0, "py": 0})
}

// key moves the choice over the marks, and presses on the chosen one.
func (s *stage) key(e js.Value) {
	if e.Get("altKey").Bool() || e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || s.pic == nil {
		return
	}
	n := s.marks()
	switch e.Get("code").String() {
	case "ArrowRight", "ArrowDown":
		s.choose(min(s.marked+1, n))
	case "ArrowLeft", "ArrowUp":
		s.choose(max(s.marked-1, min(1, n)))
	case "Home":
		s.choose(min(1, n))
	case "End":
		s.choose(n)
	case "Enter", "Space":
		s.press(false)
	case "Delete":
		s.press(true)
	default:
		return
	}
	e.Call("preventDefault")
}

func (s *stage) press(secondary bool) {
	x, y, ok := s.mark()
	if !ok {
		return
	}
	if hit, ok := s.pic.At(x, y); ok {
		s.held = hit.Panel
		s.touch("down", x, y, secondary)
		s.touch("up", x, y, false)
		s.held = -1
	}
}

// choose marks the i-th mark of the picture, or none if i is 0, shows its values
// and has them spoken.
func (s *stage) choose(i int) {
	if i == s.marked {
		return
	}
	s.marked = i
	s.wake()
	x, y, ok := s.mark()
	if !ok {
		s.unhover()
		return
	}
	s.hover(x, y)
	if hit, ok := s.pic.At(x, y); ok {
		guard("describe", hit.Text)
		post("chosen", map[string]any{"text": hit.Text})
	}
}

// marks counts the marks of the picture that a keyboard can choose.
func (s *stage) marks() int {
	xs, _ := s.pic.Stops()
	return len(xs)
}

// mark returns where the chosen mark is, in CSS pixels.
func (s *stage) mark() (x, y float64, ok bool) {
	if s.pic == nil || s.marked == 0 {
		return 0, 0, false
	}
	xs, ys := s.pic.Stops()
	if i := s.marked - 1; i < len(xs) {
		return xs[i], ys[i], true
	}
	return 0, 0, false
}
