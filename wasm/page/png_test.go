package page

import (
	"bytes"
	"image"
	"image/png"
	"testing"
)

func TestPictureCarriesText(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	out := withText(b.Bytes(), "Source", "/diffusion/#n=16")
	if !bytes.Contains(out, []byte("tEXtSource\x00/diffusion/#n=16")) {
		t.Error("the text is not in the picture")
	}
	if m, err := png.Decode(bytes.NewReader(out)); err != nil || m.Bounds().Dx() != 3 { // the decoder checks sums
		t.Errorf("the picture does not decode: %v", err)
	}
	if got := withText([]byte("no picture"), "a", "b"); string(got) != "no picture" {
		t.Errorf("data that is no picture became %q", got)
	}
}
