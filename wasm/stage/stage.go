//go:build js

package main

import (
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"github.com/hajimehoshi/ebiten/v2"
)

// A stage is the ebiten.Game. It paints only when something has changed, and
// otherwise lets the guard hold the animation loop.
type stage struct {
	painter
	frame  sim.Frame
	pic    *figure.Picture // nil before the first frame
	manner manner
	glide  glide

	width, height int     // of the canvas, in device pixels
	scale         float64 // device pixels for each CSS pixel
	dirty         bool
	clean         int      // frames since the last painting
	began         bool     // the page has been told that the stage is ready
	receipt       receipt  // of the frame that is to be painted
	marked        int      // the mark chosen by keyboard, from 1 on; 0 is none
	tap           bool     // a finger is down that may want to scroll
	tapX, tapY    float64  // where it, or what is held, went down
	pointer       int      // that went down
	presses       int      // of fingers so far
	moved, rested bool     // the pointer has moved since; it has rested, and the press is over
	held          int      // panel of the pointer that is down, or -1
	grip          sim.Pick // the training point that it drags
	gripped       bool
}

// A manner is how the page wants a frame painted.
type manner struct {
	dark   bool
	hero   int     // the panel that is shown
	untold bool    // without theory
	text   float64 // base size of the font in CSS pixels
}

// A receipt is what goes back to the page once a frame is painted.
type receipt struct {
	due        bool
	epoch, seq js.Value
	buffer     js.Value
}

func newStage() *stage {
	return &stage{painter: newPainter(), held: -1}
}

// Update implements ebiten.Game. Everything happens in messages and in Draw.
func (s *stage) Update() error {
	if !s.began {
		s.began = true
		post("ready", nil)
	}
	return nil
}

// Layout implements ebiten.Game: a pixel of the screen is one of the device.
func (s *stage) Layout(width, height int) (int, int) {
	if scale := js.Global().Get("devicePixelRatio").Float(); width != s.width || height != s.height || scale != s.scale {
		s.width, s.height, s.scale = width, height, scale
		s.arrange()
		refit(width)
	}
	return width, height
}

// arrange lays the frame out again, for a new frame, size or manner.
func (s *stage) arrange() {
	s.dirty = true
	if s.began && s.scale > 0 && len(s.frame.Panels) > 0 {
		s.pic = figure.Layout(&s.frame, figure.Options{Width: float64(s.width) / s.scale, Height: float64(s.height) / s.scale,
			Dark: s.manner.dark, Hero: s.manner.hero, Alone: true, Untold: s.manner.untold, Text: s.manner.text})
	}
}

// Draw implements ebiten.Game.
func (s *stage) Draw(screen *ebiten.Image) {
	now := clock()
	if s.pic == nil || !s.dirty {
		if s.clean++; s.clean > 3 && s.pic != nil {
			guard("park")
		}
		return
	}
	s.clean = 0
	s.dirty = s.glide.moving(now)
	s.paint(screen, s.pic, s.scale, func(at place, op *figure.Markers) (x, y []float64) { return s.glide.at(at, op, now) })
	if x, y, ok := s.mark(); ok {
		s.ring(screen, x*s.scale, y*s.scale, s.manner.dark)
	}
	s.acknowledge(clock() - now)
}

// acknowledge gives the buffer of a painted frame back.
func (s *stage) acknowledge(ms float64) {
	if !s.receipt.due {
		return
	}
	r := s.receipt
	s.receipt = receipt{}
	post("painted", map[string]any{"epoch": r.epoch, "seq": r.seq, "buffer": r.buffer, "ms": ms}, r.buffer)
}
