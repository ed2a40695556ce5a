package main

import (
	"fmt"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
)

// Stills are the pictures of a lab at the end of its default run. The whole
// figure stands where the stage will be; the card shows the first panel alone,
// on the home page and where there is little room.
type stills struct{ Full, Card picture }

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

// finished returns the default run of a lab at its end.
func (w *workshop) finished(info sim.Info) (*sim.Run, error) {
	run, _, err := sim.Open(w.labs, info.Name)
	if err != nil {
		return nil, err
	}
	run.Finish()
	return run, nil
}

// stills draws the pictures of a finished run and adds them to the site.
func (w *workshop) stills(run *sim.Run) stills {
	return stills{
		Full: w.picture(run, run.Info.Name, figure.Options{Width: 640, Height: 540}),
		Card: w.picture(run, run.Info.Name+"-card", figure.Options{Width: 360, Height: 320, Alone: true}),
	}
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
