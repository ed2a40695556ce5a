package main

import (
	"example.org/rote/sim"
	"example.org/rote/sim/figure"
)

// writePreview writes the picture that stands for a link to the run.
func (c command) writePreview(o order, run *sim.Run) error {
	const width, height, scale = 1200, 630, 2
	word, question := run.Info.Word, run.Info.Question
	if o.heading != "" {
		word, question = "", o.heading
	}
	pic := figure.Preview(run.Frame(), word, question, figure.Options{Width: width / scale, Height: height / scale})
	png, err := paintPNG(pic, scale)
	if err != nil {
		return err
	}
	return c.write(card(o.preview), png)
}
