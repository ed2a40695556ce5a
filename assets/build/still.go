package main

import (
	"encoding/json"
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

// The sizes of the stills.
var (
	startSize = figure.Options{Width: 800, Height: 440, Alone: true}
	halfSize  = figure.Options{Width: 480, Height: 300, Alone: true}
)

// A drawing is what stills are made from: SVG.
type drawing struct {
	Start, Half drawn
	Ticks       int
}

type drawn struct{ Light, Dark string }

// stills draws the pictures of a run at its start and adds them to the site. The run is
// not walked again while the program of the labs is the same.
func (w *workshop) stills(run *sim.Run) (s stills, err error) {
	data, err := w.cache.get(func() ([]byte, error) { return json.Marshal(draw(run)) },
		w.site[w.parts.Lab], []byte(run.Info.Name), fmt.Append(nil, startSize, halfSize))
	if err != nil {
		return s, err
	}
	var d drawing
	if err := json.Unmarshal(data, &d); err != nil {
		return s, err
	}
	return stills{w.picture(d.Start, run.Info.Name, startSize), w.picture(d.Half, run.Info.Name+"-half", halfSize), d.Ticks}, nil
}

func draw(run *sim.Run) (d drawing) {
	d.Start = both(run, startSize)
	run.Finish()
	d.Ticks = run.Ticks() / 2
	run.Reset()
	run.Seek(d.Ticks, nil)
	d.Half = both(run, halfSize)
	return d
}

// both draws what a run shows, in both themes.
func both(run *sim.Run, o figure.Options) drawn {
	svg := func(dark bool) string {
		o.Dark = dark
		return string(figure.SVG(figure.Layout(run.Frame(), o), run.Info.Title, run.Frame().Says))
	}
	return drawn{svg(false), svg(true)}
}

func (w *workshop) picture(d drawn, name string, o figure.Options) picture {
	return picture{Light: w.site.addHashed(name+"-light.svg", []byte(d.Light)), Dark: w.site.addHashed(name+"-dark.svg", []byte(d.Dark)),
		Width: o.Width, Height: o.Height}
}
