package figure

import (
	"image/color"

	"example.org/rote/sim"
)

// A Theme is the one table of colours, shapes and dashes.
type Theme struct {
	Page, Panel color.NRGBA // backgrounds
	Ink, Second color.NRGBA // text, and text of less weight
	Hair        color.NRGBA // axes
	Grid        color.NRGBA // lines across a panel, below all marks
	Roles       [sim.Roles]Style
	Classes     [sim.MaxClass]Style // class c is at c-1
	Neutral     color.NRGBA         // middle of the diverging scale
}

// A Style is how the marks of a role or class look. Lengths are for a base font
// size of 12 px.
type Style struct {
	Mark  color.NRGBA // of points, lines and bars: 3:1 on both backgrounds
	Text  color.NRGBA // of labels: 4.5:1
	Shape Shape
	Width float64   // of lines
	Dash  []float64 // as in [Path]
}

// ThemeOf returns the light or the dark theme.
func ThemeOf(dark bool) Theme { return Theme{} }
