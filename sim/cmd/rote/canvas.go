package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/vector"

	"example.org/rote/sim/figure"
)

// A canvas paints pictures of sim/figure as rasters.
type canvas struct {
	img    *image.RGBA
	seen   *image.RGBA // the part of img that is not clipped
	scale  float64     // pixels for one of the picture's
	vector vector.Rasterizer
	faces  faces
}

// paintPNG returns a picture as PNG, with scale pixels for each of its own.
func paintPNG(p *figure.Picture, scale float64) ([]byte, error) {
	box := image.Rect(0, 0, int(math.Round(p.Width*scale)), int(math.Round(p.Height*scale)))
	c := &canvas{img: image.NewRGBA(box), scale: scale, faces: newFaces()}
	c.seen = c.img
	draw.Draw(c.img, box, image.NewUniform(p.Background), image.Point{}, draw.Src)
	for _, op := range p.Ops {
		c.paint(op)
	}
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, c.img)
	return b.Bytes(), err
}

func (c *canvas) paint(op figure.Op) {
	switch op := op.(type) {
	case *figure.Path:
		c.path(op)
	case *figure.Markers:
		c.markers(op)
	case *figure.Text:
		c.text(op)
	case *figure.Image:
		c.image(op)
	case *figure.Clip:
		c.seen = c.img
		if op.Width > 0 {
			c.seen = c.img.SubImage(c.box(op.X, op.Y, op.Width, op.Height)).(*image.RGBA)
		}
	}
}

// box returns the pixels of a rectangle.
func (c *canvas) box(x, y, width, height float64) image.Rectangle {
	at := func(v float64) int { return int(math.Round(v * c.scale)) }
	return image.Rect(at(x), at(y), at(x+width), at(y+height))
}

// path fills and strokes the pieces of a path.
func (c *canvas) path(p *figure.Path) {
	lines := c.pieces(p.X, p.Y)
	c.fill(lines, p.Fill)
	if p.Stroke.A == 0 || p.Width <= 0 {
		return
	}
	var outline [][]point
	for _, line := range lines {
		if p.Closed {
			line = append(line, line[0])
		}
		for _, piece := range dashed(line, p.Dash, c.scale) {
			outline = append(outline, stroked(piece, p.Width*c.scale)...)
		}
	}
	c.fill(outline, p.Stroke)
}

// pieces returns the lines between the NaN of a path, in pixels.
func (c *canvas) pieces(xs, ys []float64) (lines [][]point) {
	begun := false
	for i := range min(len(xs), len(ys)) {
		if math.IsNaN(xs[i]) || math.IsNaN(ys[i]) {
			begun = false
			continue
		}
		if !begun {
			lines, begun = append(lines, nil), true
		}
		last := &lines[len(lines)-1]
		*last = append(*last, point{xs[i] * c.scale, ys[i] * c.scale})
	}
	return lines
}

// fill paints what polygons cover; those that turn alike may lie over one another.
func (c *canvas) fill(polygons [][]point, colour color.NRGBA) {
	box := bounds(polygons).Intersect(c.seen.Bounds())
	if colour.A == 0 || box.Empty() {
		return
	}
	c.vector.Reset(box.Dx(), box.Dy())
	for _, polygon := range polygons {
		for i, p := range polygon {
			x, y := float32(p.x-float64(box.Min.X)), float32(p.y-float64(box.Min.Y))
			if i == 0 {
				c.vector.MoveTo(x, y)
			} else {
				c.vector.LineTo(x, y)
			}
		}
		c.vector.ClosePath()
	}
	c.vector.Draw(c.seen, box, image.NewUniform(colour), image.Point{})
}

// markers paints one mark after the other, style by style.
func (c *canvas) markers(m *figure.Markers) {
	for k, style := range m.Styles {
		for i := range min(len(m.X), len(m.Y), len(m.Style)) {
			if int(m.Style[i]) == k && !math.IsNaN(m.X[i]+m.Y[i]) {
				c.marker(m, i, style)
			}
		}
	}
}

func (c *canvas) marker(m *figure.Markers, i int, style figure.Marker) {
	size, fill := style.Size, style.Fill
	if i < len(m.Scale) {
		size *= m.Scale[i]
	}
	if i < len(m.Fill) && fill.A > 0 {
		fill = m.Fill[i]
	}
	xs, ys := figure.Outline(style.Shape, m.X[i], m.Y[i], size)
	if xs == nil {
		xs, ys = circle(m.X[i], m.Y[i], size/2)
	}
	c.path(&figure.Path{X: xs, Y: ys, Closed: style.Shape != figure.Cross, Fill: fill, Stroke: style.Stroke, Width: style.Width})
}

// image paints a raster into its rectangle.
func (c *canvas) image(op *figure.Image) {
	if op.W < 1 || op.H < 1 || len(op.Pix) < 4*op.W*op.H {
		return
	}
	var by draw.Interpolator = draw.NearestNeighbor
	if op.Smooth {
		by = draw.BiLinear
	}
	source := &image.NRGBA{Pix: op.Pix, Stride: 4 * op.W, Rect: image.Rect(0, 0, op.W, op.H)}
	by.Scale(c.seen, c.box(op.X, op.Y, op.Width, op.Height), source, source.Rect, draw.Over, nil)
}
