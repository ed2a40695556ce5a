package main

import (
	"bytes"
	"fmt"
	"math"

	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
)

// How large the diagrams of a sweep are, in pixels, and how many of them a picture has
// at most.
const (
	sweepWidth, sweepHeight = 1100, 760
	mostDiagrams            = 36
)

// drawSweep draws the diagram of a sweep as SVG, or small ones for each combination of
// values of the ranges beyond the second.
func drawSweep(s *sweep.Grid) []byte {
	if s.Slices() == 1 {
		f := s.Frame()
		pic := figure.Layout(f, figure.Options{Width: sweepWidth, Height: sweepHeight, Head: true, Foot: s.Address()})
		return figure.SVG(pic, s.Title(), f.Says+" "+s.Address())
	}
	n := min(s.Slices(), mostDiagrams)
	cols := int(math.Ceil(math.Sqrt(float64(n))))
	rows := (n + cols - 1) / cols
	const width, height = 640, 480
	var all []byte
	var sheet figure.Picture
	for i := range n {
		view := s.Slice(i)
		f := view.Frame()
		pic := figure.Layout(f, figure.Options{Width: width, Height: height, Head: true, Foot: view.SliceName()})
		sheet.Background = pic.Background
		place := fmt.Sprintf("<svg x=\"%d\" y=\"%d\" width=\"", i%cols*width, i/cols*height)
		all = append(all, bytes.Replace(figure.SVG(pic, view.SliceName(), f.Says), []byte(pictureHead), []byte(place), 1)...)
	}
	sheet.Width, sheet.Height = float64(cols*width), float64(rows*height)
	says := fmt.Sprintf("%d of %d diagrams. %s", n, s.Slices(), s.Address())
	outer, _ := bytes.CutSuffix(figure.SVG(&sheet, s.Title(), says), []byte("</svg>\n"))
	return append(append(outer, all...), "</svg>\n"...)
}
