//go:build js

package main

import (
	_ "embed"
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
	shader   *ebiten.Shader
	points   []point
	texts    *texts
	rasters  rasters

	screen, target *ebiten.Image // target is the screen or a clipped part of it
}

//go:embed cover.go
var coverSource string

// fragmentSource gives func cover what the corners of a mesh say.
const fragmentSource = `
func Fragment(_ vec4, at vec2, ink vec4, brush vec4) vec4 {
	return vec4(ink.rgb, 1) * ink.a * cover(at.x, at.y, brush.x, brush.y, brush.z, brush.w)
}
`

func newPainter() painter {
	shader, err := ebiten.NewShader([]byte(coverSource + fragmentSource))
	if err != nil {
		panic("stage: " + err.Error()) // the shader is part of the program
	}
	return painter{shader: shader, texts: newTexts()}
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
			p.mesh.markers(op, x, y, scale)
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
		p.vertices = append(p.vertices, ebiten.Vertex{DstX: v.x, DstY: v.y, SrcX: v.u, SrcY: v.v,
			ColorR: v.r, ColorG: v.g, ColorB: v.b, ColorA: v.a,
			Custom0: v.w, Custom1: v.h, Custom2: v.round, Custom3: v.line})
	}
	p.target.DrawTrianglesShader32(p.vertices, p.mesh.indices, p.shader, nil)
	p.mesh.reset()
}

// ring paints a circle around the mark that the keyboard has chosen.
func (p *painter) ring(screen *ebiten.Image, x, y float64, dark bool) {
	accent := color.NRGBA{0x0B, 0x5C, 0xAD, 0xFF}
	if dark {
		accent = color.NRGBA{0x7C, 0xC4, 0xFF, 0xFF}
	}
	p.target = screen
	p.mesh.shape(figure.Ring, point{x, y}, 11, 3, inkOf(accent))
	p.flush()
}
