//go:build js

package page

import (
	"fmt"
	"math"
	"slices"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// A strip shows the panels beside the hero, small and live. Each is a button that
// makes it the hero.
type strip struct {
	seen   func() (f *sim.Frame, step int, ok bool)
	look   func() look
	held   func() withheld
	chosen func() // another hero
	runs   func() bool
	slow   func() bool // painting takes long

	hero   int      // index of the panel that is shown large
	titles []string // of the panels of the frame
	panels []int    // of the thumbs
	thumbs []dom.Element
	draws  gate // all of them
	turns  gate // one after the other
	next   int  // whose turn it is
	behind int  // how many thumbs do not show the frame yet
}

// The least times from one drawing of the strip to the next, and from one thumb to
// the next while a run goes on, in ms.
const (
	betweenStrips = 250
	betweenThumbs = 125
	reducedThumbs = 250
	slowThumbs    = 1000 // where painting is slow the large picture comes first
)

func (s *strip) bind() {
	s.draws = gate{every: betweenStrips, do: s.draw}
	s.turns = gate{every: betweenThumbs, do: s.turn}
}

// follow shows the panels of a frame, one after the other while a run goes on. Another
// set of panels, as of another view, begins with its own hero.
func (s *strip) follow(f *sim.Frame) {
	titles := make([]string, len(f.Panels))
	for i := range f.Panels {
		titles[i] = f.Panels[i].Title
	}
	if !slices.Equal(titles, s.titles) {
		s.titles = titles
		s.fill(f, 0)
		s.ask()
		return
	}
	if !s.runs() {
		s.ask()
		return
	}
	s.behind = len(s.thumbs)
	s.turns.every = s.pace()
	s.turns.ask()
}

// pace returns how long a thumb waits for the next.
func (s *strip) pace() float64 {
	switch {
	case s.slow():
		return slowThumbs
	case isReduced():
		return reducedThumbs
	}
	return betweenThumbs
}

// turn draws the next thumb that is behind.
func (s *strip) turn() {
	f, _, ok := s.seen()
	if !ok || s.behind == 0 || len(s.thumbs) == 0 {
		return
	}
	s.next = (s.next + 1) % len(s.thumbs)
	s.drawThumb(s.next, f)
	if s.behind--; s.behind > 0 {
		s.turns.ask()
	}
}

// ask draws all thumbs soon.
func (s *strip) ask() { s.draws.ask() }

// fill makes a panel the hero, and a button for each of the others that have room.
func (s *strip) fill(f *sim.Frame, hero int) {
	hero = figure.First(f, hero)
	changed := hero != s.hero
	s.hero, s.panels, s.thumbs = hero, figure.Strip(f, hero), nil
	var items []dom.Element
	for at := range s.panels {
		thumb := dom.Make("button", "")
		thumb.Attr("type", "button")
		thumb.Set("className", "thumb")
		thumb.Set("id", fmt.Sprintf("thumb-%d", at+1))
		thumb.On("click", func(js.Value) { s.swap(at) })
		thumb.Add(thumbName(f, s.panels[at])) // also before it is drawn
		s.thumbs = append(s.thumbs, thumb)
		items = append(items, dom.Make("li", "").Add(thumb))
	}
	dom.ID("strip").Fill(items...)
	if changed {
		s.chosen()
	}
}

// thumbWords names a thumb: the short title, which can be seen, and the question.
// One for two panels has no letter of a run.
func thumbWords(f *sim.Frame, panel int) string {
	p := &f.Panels[panel]
	title, short := p.Title, p.Short
	if panel+1 < len(f.Panels) && f.Panels[panel+1].Beside {
		title, short = figure.WithoutLetter(title), figure.WithoutLetter(short)
	}
	if short == "" || short == title {
		return title
	}
	return fmt.Sprintf("%s: %s", short, title)
}

// swap makes the panel of a thumb the hero, at once. The focus stays in its place.
func (s *strip) swap(at int) {
	if !s.held().on {
		s.choose(s.panels[at])
		s.thumbs[min(at, len(s.thumbs)-1)].Focus()
	}
}

// choose makes a panel the hero.
func (s *strip) choose(panel int) {
	if f, _, ok := s.seen(); ok && panel < len(f.Panels) {
		s.fill(f, panel)
		s.draw()
	}
}

func (s *strip) draw() {
	f, _, ok := s.seen()
	if !ok {
		return
	}
	s.behind = 0
	for at := range s.thumbs {
		s.drawThumb(at, f)
	}
}

func (s *strip) drawThumb(at int, f *sim.Frame) {
	thumb, panel := s.thumbs[at], s.panels[at]
	if panel >= len(f.Panels) || !thumb.Seen() {
		return
	}
	held := s.held().on
	thumb.Flag("aria-disabled", held)
	if held {
		title := dom.Make("span", f.Panels[panel].Short)
		title.Set("className", "t")
		later := dom.Make("span", "after the run")
		later.Set("className", "later")
		thumb.Fill(title, later)
		return
	}
	l := s.look()
	pic := figure.Layout(f, figure.Options{Width: math.Round(thumb.Get("clientWidth").Float()), Height: math.Round(thumb.Get("clientHeight").Float()),
		Dark: l.dark, Hero: panel, Thumb: true, Text: thumbText})
	thumb.Set("innerHTML", string(figure.SVG(pic, f.Panels[panel].Title, "")))
	thumb.Get("firstElementChild").Call("setAttribute", "aria-hidden", "true") // it is named by words
	thumb.Add(thumbName(f, panel))
}

// thumbName is the name of a thumb, for those who do not see it.
func thumbName(f *sim.Frame, panel int) dom.Element {
	name := dom.Make("span", thumbWords(f, panel))
	name.Set("className", "unseen")
	return name
}

// thumbText is the size of a thumb's text, in CSS px.
const thumbText = 12
