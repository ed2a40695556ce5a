package main

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"example.org/rote/sim/figure"
)

// Faces are the fonts of a canvas by weight and size.
type faces struct {
	regular, bold *opentype.Font
	made          map[faceKey]font.Face
}

type faceKey struct {
	bold bool
	size float64 // px
}

func newFaces() faces {
	return faces{parseFont(goregular.TTF), parseFont(gobold.TTF), map[faceKey]font.Face{}}
}

func parseFont(ttf []byte) *opentype.Font {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic("rote: " + err.Error()) // the font is part of the program
	}
	return f
}

func (f faces) face(bold bool, size float64) font.Face {
	key := faceKey{bold, size}
	if f.made[key] != nil {
		return f.made[key]
	}
	source := f.regular
	if bold {
		source = f.bold
	}
	face, err := opentype.NewFace(source, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		panic("rote: " + err.Error()) // the options are valid for every size
	}
	f.made[key] = face
	return face
}

// text paints one line over its halo.
func (c *canvas) text(t *figure.Text) {
	size, width := t.Size*c.scale, 0.0
	parts := figure.Scripts(t.Text)
	for _, part := range parts {
		width += advance(c.faces.face(t.Bold, part.Size(size)), part.Text)
	}
	along := -width * [...]float64{figure.Start: 0, figure.Middle: .5, figure.End: 1}[t.Anchor]
	for _, part := range parts {
		face := c.faces.face(t.Bold, part.Size(size))
		glyphs, origin := written(face, part.Text, t.Up)
		x, y := t.X*c.scale+along, t.Y*c.scale-part.Rise(size)
		if t.Up {
			x, y = t.X*c.scale-part.Rise(size), t.Y*c.scale-along
		}
		at := image.Pt(int(math.Round(x)), int(math.Round(y))).Sub(origin)
		if t.Halo.A > 0 {
			c.halo(glyphs, at, t.Halo)
		}
		c.stamp(glyphs, at, t.Colour)
		along += advance(face, part.Text)
	}
}

func advance(face font.Face, s string) float64 {
	return float64(font.MeasureString(face, s)) / 64
}

// written returns a line of text as a mask, and where in it the line begins. Up, it is
// turned to be read from bottom to top.
func written(face font.Face, s string, up bool) (mask *image.Alpha, origin image.Point) {
	m := face.Metrics()
	const margin = 2
	ascent, width := m.Ascent.Ceil()+margin, font.MeasureString(face, s).Ceil()+2*margin
	mask = image.NewAlpha(image.Rect(0, 0, width, ascent+m.Descent.Ceil()+margin))
	d := font.Drawer{Dst: mask, Src: image.Opaque, Face: face, Dot: fixed.P(margin, ascent)}
	d.DrawString(s)
	if !up {
		return mask, image.Pt(margin, ascent)
	}
	turned := image.NewAlpha(image.Rect(0, 0, mask.Rect.Dy(), mask.Rect.Dx()))
	for y := range mask.Rect.Dy() {
		for x := range mask.Rect.Dx() {
			turned.SetAlpha(y, mask.Rect.Dx()-1-x, mask.AlphaAt(x, y))
		}
	}
	return turned, image.Pt(ascent, mask.Rect.Dx()-margin)
}

// stamp paints a mask in a colour.
func (c *canvas) stamp(mask *image.Alpha, at image.Point, colour color.NRGBA) {
	draw.DrawMask(c.seen, mask.Rect.Add(at), image.NewUniform(colour), image.Point{}, mask, image.Point{}, draw.Over)
}

// halo paints a mask around its place.
func (c *canvas) halo(mask *image.Alpha, at image.Point, colour color.NRGBA) {
	reach := 1.5 * c.scale
	for k := range 12 {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / 12)
		c.stamp(mask, at.Add(image.Pt(int(math.Round(reach*cos)), int(math.Round(reach*sin)))), colour)
	}
}
