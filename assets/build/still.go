package main

import (
	"fmt"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
)

// Stills are the pictures of a lab's default run: its first panel at the start,
// where the stage will be, and half-way on its card, which tempts and does not
// tell.
type stills struct {
	Start, Half picture
	Ticks       int // until half-way
}

// A picture is a still for both themes, by the names of its files.
type picture struct {
	Root, Light, Dark string
	Width, Height     float64 // CSS pixels
}

// At returns the picture as a page refers to it from which root leads to the top
// of the site.
func (p picture) At(root string) picture {
	p.Root = root
	return p
}

// stills draws the pictures of a run at its start and adds them to the site.
func (w *workshop) stills(run *sim.Run) (s stills) {
	s.Start = w.picture(run, run.Info.Name, figure.Options{Width: 800, Height: 440, Alone: true})
	run.Finish()
	end := run.Ticks()
	run.Reset()
	s.Ticks = end / 2
	run.Seek(s.Ticks, nil)
	s.Half = w.picture(run, run.Info.Name+"-half", figure.Options{Width: 480, Height: 300, Alone: true})
	return s
}

func (w *workshop) picture(run *sim.Run, name string, o figure.Options) picture {
	draw := func(theme string) string {
		svg := figure.SVG(figure.Layout(run.Frame(), o), run.Info.Title, run.Frame().Says)
		return w.site.addHashed(fmt.Sprintf("%s-%s.svg", name, theme), svg)
	}
	p := picture{Width: o.Width, Height: o.Height}
	p.Light = draw("light")
	o.Dark = true
	p.Dark = draw("dark")
	return p
}
