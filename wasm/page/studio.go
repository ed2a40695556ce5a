//go:build js

package page

import (
	"fmt"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// A studio makes films of the run, of the frames that the page keeps: one at a time, in
// slices, so that the page stays alive.
type studio struct {
	*opened
	kept func() []kept[js.Value]
	svg  func(f *sim.Frame, width, height float64, source string) []byte
	say  func(text string)

	scenes []kept[js.Value] // of the film that is being made
	source string           // its link
	stop   func()           // ends the work, or nil while there is none
	signs  int              // of life, since the page began
	begun  dom.Element      // the button that began it
}

func (s *studio) bind() {
	for id, begin := range map[string]func(){"downloadgif": s.gif, "downloadwebm": s.webm} {
		button := dom.ID(id)
		button.On("click", func(js.Value) {
			if s.stop == nil && s.begin(button) {
				begin()
			}
		})
	}
	dom.ID("filmcancel").On("click", func(js.Value) { s.end("Cancelled; nothing was saved.") })
	if recording() == "" {
		dom.ID("downloadwebm").Hide(true)
		s.tell("This browser records no WebM; a GIF moves, too.")
	}
}

// begin takes the frames that there are, and reports whether they make a film.
func (s *studio) begin(button dom.Element) bool {
	s.scenes, s.begun = append([]kept[js.Value](nil), s.kept()...), button
	s.source = source(link{}.format(s.run, 0))
	if len(s.scenes) < 2 {
		s.end("There is one frame so far. Press Play; the frames of the run make the film.")
		return false
	}
	dom.ID("filmwork").Hide(false)
	s.progress(0, 1)
	s.lives()
	return true
}

// lives takes a sign of life. A film of which there is none for a time is given up: a
// part of the browser may have failed, or its worker died.
func (s *studio) lives() {
	s.signs++
	signs := s.signs
	dom.After(filmPatience, func() {
		if s.scenes != nil && signs == s.signs {
			s.end("The film stood still, and was given up; nothing was saved.")
		}
	})
}

// progress shows how many frames are done.
func (s *studio) progress(done, of int) {
	bar := dom.ID("filmbar")
	bar.Set("max", of)
	bar.Set("value", done)
	s.tell(fmt.Sprintf("Frame %d of %d", done, of))
}

func (s *studio) tell(text string) {
	dom.ID("filmsays").Text(text)
	dom.ID("filmsays").Hide(text == "")
}

// end ends the work, if there is any, and says how.
func (s *studio) end(words string) {
	if s.stop != nil {
		s.stop()
	}
	s.stop, s.scenes = nil, nil
	if dom.Focused().Is(dom.ID("filmcancel")) {
		s.begun.Focus()
	}
	dom.ID("filmwork").Hide(true)
	s.tell(words)
	s.say(words)
}

// draw draws a frame that is kept.
func (s *studio) draw(e *easel, scene int, drawn func()) {
	s.lives()
	var f sim.Frame
	if decode(s.scenes[scene].data, &f) {
		e.draw(s.svg(&f, float64(e.width), float64(e.height), s.source), drawn)
	}
}

func (s *studio) steps() (steps []int) {
	for _, k := range s.scenes {
		steps = append(steps, k.step)
	}
	return steps
}

// save hands the film to the user, and says what it is.
func (s *studio) save(kind, extension, mime string, data []byte, frames int, e *easel) {
	of := len(s.scenes)
	steps := s.scenes[of-1].step - s.scenes[0].step
	dom.Download(safeName("rote-"+s.run.Address(), extension), dom.Blob(data, mime))
	e.fold()
	s.end(filmWords(kind, frames, of, steps, e.width, e.height, len(data)))
}
