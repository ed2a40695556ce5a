package figure

import (
	"bytes"
	"image"
	"image/png"
	"math/rand/v2"
	"testing"
)

// The library reads back what we write, from one pixel to several blocks.
func TestPNG(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, size := range []image.Point{{1, 1}, {3, 2}, {48, 48}, {200, 129}} {
		pix := make([]byte, 4*size.X*size.Y)
		for i := range pix {
			pix[i] = byte(rng.Uint32())
		}
		got, err := png.Decode(bytes.NewReader(appendPNG(nil, pix, size.X, size.Y)))
		if err != nil {
			t.Fatalf("%v: %v", size, err)
		}
		if raster, ok := got.(*image.NRGBA); !ok || !bytes.Equal(raster.Pix, pix) || raster.Rect.Size() != size {
			t.Errorf("%v: other pixels came back", size)
		}
	}
}
