//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// A painting is a frame on its way to the stage.
type painting struct {
	header
	buffer js.Value
	length int
	lent   bool // belongs to the worker; otherwise a copy
}

// mostGlide is the longest time, in ms, in which marks glide to new places.
const mostGlide = 200

// lost gives back what was on its way.
func (s *stage) lost() {
	for _, f := range []*painting{s.flying, s.waiting} {
		if f != nil {
			s.release(*f, js.Undefined())
		}
	}
	s.flying, s.waiting = nil, nil
}

// release returns the buffer of a frame, if it was lent.
func (s *stage) release(f painting, buffer js.Value) {
	if f.lent {
		s.back(f.epoch, buffer)
	}
}

// show paints a frame, and drops one that still waits.
func (s *stage) show(f painting) {
	if !s.ready {
		s.release(f, f.buffer)
		return
	}
	if s.waiting != nil {
		s.release(*s.waiting, s.waiting.buffer)
	}
	s.waiting = &f
	s.next()
}

// next posts the frame that waits, if the stage has painted the one before. For
// those who want less motion it waits on.
func (s *stage) next() {
	if s.waiting == nil || s.flying != nil {
		return
	}
	since := dom.Now() - s.posted
	if isReduced() && since < 100 {
		dom.After(100-since, s.next)
		return
	}
	f := s.waiting
	if drags := f.touch && s.drags(); s.drawing != f.touch || s.dragging != drags {
		s.drawing, s.dragging = f.touch, drags
		s.post(dom.Object("kind", "drawing", "on", s.drawing, "drags", s.dragging))
	}
	s.flying, s.waiting = f, nil
	m := s.manner("frame")
	for key, value := range map[string]any{"epoch": f.epoch, "seq": f.seq, "buffer": f.buffer, "length": f.length,
		"glide": s.glide(*f, since)} {
		m.Set(key, value)
	}
	s.posted, s.step = dom.Now(), f.step
	s.post(m, f.buffer)
}

// glide returns how long marks may take to their new places: about as long as
// frames are apart.
func (s *stage) glide(f painting, since float64) float64 {
	if !f.lent || f.step <= s.step || isReduced() || s.slow {
		return 0
	}
	return min(since, mostGlide)
}

// manner is how the stage is to paint.
func (s *stage) manner(kind string) js.Value {
	l := s.look()
	return dom.Object("kind", kind, "dark", l.dark, "reduced", l.reduced, "hero", l.hero, "untold", l.untold, "text", l.text)
}

func (s *stage) repaint() {
	if s.ready {
		s.post(s.manner("repaint"))
	}
}

// reread asks what is at a place now.
func (s *stage) reread(x, y float64) {
	s.post(dom.Object("kind", "reread", "x", x, "y", y))
}

func (s *stage) post(m js.Value, transfer ...any) {
	w := s.frame.Get("contentWindow")
	if !w.Truthy() {
		return // it was taken out of the page: the watch notices
	}
	w.Call("postMessage", m, dom.Window().Get("location").Get("origin"), dom.List(transfer...))
}

// done follows a frame that was painted.
func (s *stage) done(m js.Value) {
	if s.flying == nil || s.flying.epoch != m.Get("epoch").Int() || s.flying.seq != m.Get("seq").Int() {
		return
	}
	if ms := m.Get("ms"); ms.Type() == js.TypeNumber {
		s.slow = ms.Float() > slowPaint
		s.timed(ms.Float())
	}
	s.release(*s.flying, m.Get("buffer"))
	s.flying, s.silent = nil, 0
	s.reloads.worked, s.losses.worked = true, true
	if !s.painted {
		s.showStage()
	}
	s.drawn()
	s.next()
}
