//go:build js

package main

import (
	"image"
	"image/color"
	"math"

	"example.org/rote/sim/figure"
	"github.com/hajimehoshi/ebiten/v2"
)

// A painter paints pictures. Lines, areas and marks are collected into one mesh
// until a text, an image or a clip comes between.
type painter struct {
	mesh     mesh
	vertices []ebiten.Vertex
	white    *ebiten.Image
	points   []point
	stamps   stamps
	texts    *texts
	rasters  rasters

	screen, target *ebiten.Image // target is the screen or a clipped part of it
}

func newPainter() painter {
	// The border keeps the filter from reading beyond the one white pixel.
	padded := ebiten.NewImage(3, 3)
	padded.Fill(color.White)
	white := padded.SubImage(image.Rect(1, 1, 2, 2)).(*ebiten.Image)
	return painter{white: white, stamps: stamps{}, texts: newTexts()}
}

// paint paints a picture at a scale of device pixels for each of its own. where
// says where marks are at this moment.
func (p *painter) paint(screen *ebiten.Image, pic *figure.Picture, scale float64, where func(place, *figure.Markers) (x, y []float64)) {
	p.screen, p.target = screen, screen
	screen.Fill(pic.Background)
	p.rasters.begin()
	counts := map[place]int{}
	for _, op := range pic.Ops {
		switch op := op.(type) {
		case *figure.Path:
			p.points = p.mesh.path(op, scale, p.points)
		case *figure.Markers:
			group := place{op.Panel, op.Group, 0}
			x, y := where(place{op.Panel, op.Group, counts[group]}, op)
			counts[group]++
			p.mesh.markers(op, x, y, scale, p.stamps)
		case *figure.Text:
			p.flush()
			p.texts.draw(p.target, op, scale)
		case *figure.Image:
			p.flush()
			p.rasters.draw(p.target, op, scale)
		case *figure.Clip:
			p.flush()
			p.clip(op, scale)
		}
	}
	p.flush()
}

func (p *painter) clip(op *figure.Clip, scale float64) {
	p.target = p.screen
	if op.Width > 0 {
		p.target = p.screen.SubImage(pixels(op.X, op.Y, op.Width, op.Height, scale)).(*ebiten.Image)
	}
}

// pixels returns the whole pixels that a rectangle covers.
func pixels(x, y, width, height, scale float64) image.Rectangle {
	return image.Rect(int(math.Floor(x*scale)), int(math.Floor(y*scale)),
		int(math.Ceil((x+width)*scale)), int(math.Ceil((y+height)*scale)))
}

// flush paints the mesh that has been collected.
func (p *painter) flush() {
	if len(p.mesh.indices) == 0 {
		return
	}
	p.vertices = p.vertices[:0]
	for _, v := range p.mesh.vertices {
		p.vertices = append(p.vertices, ebiten.Vertex{DstX: v.x, DstY: v.y, SrcX: 1, SrcY: 1,
			ColorR: v.r, ColorG: v.g, ColorB: v.b, ColorA: v.a})
	}
	p.target.DrawTriangles32(p.vertices, p.mesh.indices, p.white, &ebiten.DrawTrianglesOptions{
		ColorScaleMode: ebiten.ColorScaleModeStraightAlpha})
	p.mesh.reset()
}

// ring paints a circle around the mark that the keyboard has chosen.
func (p *painter) ring(screen *ebiten.Image, x, y float64, dark bool) {
	accent := color.NRGBA{0x0B, 0x5C, 0xAD, 0xFF}
	if dark {
		accent = color.NRGBA{0x7C, 0xC4, 0xFF, 0xFF}
	}
	p.target = screen
	outline := polygon(32, 11, 0)
	for i := range outline {
		outline[i] = outline[i].plus(point{x, y})
	}
	newPen(&p.mesh, inkOf(accent), 3).loop(outline)
	p.flush()
}
