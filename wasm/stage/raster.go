//go:build js

package main

import (
	"bytes"

	"example.org/rote/sim/figure"
	"github.com/hajimehoshi/ebiten/v2"
)

// Rasters keeps the images of a picture, in their order, and uploads only those
// that have changed since the last one.
type rasters struct {
	kept []raster
	next int
}

type raster struct {
	image *ebiten.Image // with a border of one pixel that repeats the edge
	pix   []byte
}

func (r *rasters) begin() { r.next = 0 }

// draw paints an image into its rectangle. The border lets the linear filter
// reach the edge without fading.
func (r *rasters) draw(target *ebiten.Image, op *figure.Image, scale float64) {
	if op.W < 1 || op.H < 1 || len(op.Pix) != 4*op.W*op.H {
		return
	}
	clipped := target.SubImage(pixels(op.X, op.Y, op.Width, op.Height, scale).Intersect(target.Bounds())).(*ebiten.Image)
	cellW, cellH := op.Width*scale/float64(op.W), op.Height*scale/float64(op.H)
	options := &ebiten.DrawImageOptions{Filter: ebiten.FilterNearest}
	if op.Smooth {
		options.Filter = ebiten.FilterLinear
	}
	options.GeoM.Scale(cellW, cellH)
	options.GeoM.Translate(op.X*scale-cellW, op.Y*scale-cellH)
	clipped.DrawImage(r.image(op), options)
}

func (r *rasters) image(op *figure.Image) *ebiten.Image {
	if r.next == len(r.kept) {
		r.kept = append(r.kept, raster{})
	}
	k := &r.kept[r.next]
	r.next++
	if k.image == nil || k.image.Bounds().Dx() != op.W+2 || k.image.Bounds().Dy() != op.H+2 {
		if k.image != nil {
			k.image.Deallocate()
		}
		*k = raster{image: ebiten.NewImage(op.W+2, op.H+2)}
	}
	if !bytes.Equal(k.pix, op.Pix) {
		k.pix = append(k.pix[:0], op.Pix...)
		k.image.WritePixels(bordered(op))
	}
	return k.image
}

// bordered returns the pixels with premultiplied alpha and a border of one pixel
// that repeats the edge.
func bordered(op *figure.Image) []byte {
	out := make([]byte, 0, 4*(op.W+2)*(op.H+2))
	for y := -1; y <= op.H; y++ {
		for x := -1; x <= op.W; x++ {
			i := 4 * (min(max(y, 0), op.H-1)*op.W + min(max(x, 0), op.W-1))
			a := int(op.Pix[i+3])
			for c := range 3 {
				out = append(out, byte((int(op.Pix[i+c])*a+127)/255))
			}
			out = append(out, byte(a))
		}
	}
	return out
}
