//go:build js

package main

import (
	"image/color"
	"math"

	"example.org/rote/sim/figure"
	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/text/v2"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
)

// A texts paints lines of text with hinted glyphs on whole pixels.
type texts struct {
	regular, bold *opentype.Font
	faces         map[faceKey]*text.GoXFace
}

type faceKey struct {
	bold bool
	size float64 // in device pixels, in quarters
}

func newTexts() *texts {
	return &texts{regular: parse(goregular.TTF), bold: parse(gobold.TTF), faces: map[faceKey]*text.GoXFace{}}
}

func parse(ttf []byte) *opentype.Font {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic("stage: " + err.Error()) // the font is part of the program
	}
	return f
}

func (t *texts) face(bold bool, size float64) *text.GoXFace {
	key := faceKey{bold, math.Round(4*size) / 4}
	if f := t.faces[key]; f != nil {
		return f
	}
	source := t.regular
	if bold {
		source = t.bold
	}
	f, err := opentype.NewFace(source, &opentype.FaceOptions{Size: key.size, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		panic("stage: " + err.Error()) // the options are valid for every size
	}
	if len(t.faces) > 40 {
		clear(t.faces)
	}
	t.faces[key] = text.NewGoXFace(f)
	return t.faces[key]
}

// draw paints a text: runs one after the other, over its halo.
func (t *texts) draw(target *ebiten.Image, op *figure.Text, scale float64) {
	runs := figure.Scripts(op.Text)
	width := 0.0
	for _, r := range runs {
		width += text.Advance(r.Text, t.face(op.Bold, r.Size(op.Size*scale)))
	}
	offset := -width * [...]float64{figure.Start: 0, figure.Middle: .5, figure.End: 1}[op.Anchor]
	if op.Halo.A > 0 {
		reach := math.Max(1, math.Round(1.5*scale))
		for _, d := range [...]point{{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-.7, -.7}, {.7, -.7}, {-.7, .7}, {.7, .7}} {
			t.runs(target, runs, op, offset, scale, point{d.x * reach, d.y * reach}, op.Halo)
		}
	}
	t.runs(target, runs, op, offset, scale, point{}, op.Colour)
}

func (t *texts) runs(target *ebiten.Image, runs []figure.Script, op *figure.Text, offset, scale float64, shift point, c color.NRGBA) {
	for _, r := range runs {
		f := t.face(op.Bold, r.Size(op.Size*scale))
		o := &text.DrawOptions{}
		o.GeoM.Translate(math.Round(offset), math.Round(-r.Rise(op.Size*scale))-math.Round(f.Metrics().HAscent))
		if op.Up {
			o.GeoM.Rotate(-math.Pi / 2)
		}
		o.GeoM.Translate(math.Round(op.X*scale)+shift.x, math.Round(op.Y*scale)+shift.y)
		o.ColorScale.ScaleWithColor(c)
		text.Draw(target, r.Text, f, o)
		offset += text.Advance(r.Text, f)
	}
}
