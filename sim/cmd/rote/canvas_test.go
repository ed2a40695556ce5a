package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"example.org/rote/sim/figure"
)

// Each operation paints where it should, and only there.
func TestCanvas(t *testing.T) {
	red, green, blue := color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 128, 0, 255}, color.NRGBA{0, 0, 255, 255}
	p := &figure.Picture{Width: 100, Height: 50, Background: color.NRGBA{255, 255, 255, 255}, Ops: []figure.Op{
		&figure.Path{X: []float64{0, 10, 10, 0, math.NaN(), 20, 30, 30, 20}, Y: []float64{0, 0, 10, 10, 0, 0, 0, 10, 10}, Closed: true, Fill: red},
		&figure.Path{X: []float64{0, 40, 40}, Y: []float64{20, 20, 48}, Stroke: blue, Width: 4},
		&figure.Path{X: []float64{0, 40}, Y: []float64{30, 30}, Stroke: green, Width: 4, Dash: []float64{10, 10}},
		&figure.Markers{X: []float64{60, math.NaN()}, Y: []float64{10, 10}, Style: []uint8{0, 0}, Styles: []figure.Marker{{Shape: figure.Ring, Size: 16, Fill: red, Stroke: blue, Width: 4}}},
		&figure.Clip{X: 80, Y: 0, Width: 5, Height: 50},
		&figure.Path{X: []float64{70, 100, 100, 70}, Y: []float64{0, 0, 20, 20}, Closed: true, Fill: green},
		&figure.Clip{},
		&figure.Image{X: 60, Y: 30, Width: 20, Height: 10, W: 2, H: 1, Pix: []byte{255, 0, 0, 255, 0, 0, 255, 255}},
		&figure.Path{X: []float64{90, 98, 98, 90}, Y: []float64{30, 30, 38, 38}, Closed: true, Fill: color.NRGBA{0, 0, 255, 128}},
	}}
	data, err := paintPNG(p, 2)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil || img.Bounds() != image.Rect(0, 0, 200, 100) {
		t.Fatalf("%v: %v", err, img.Bounds())
	}
	white := color.NRGBA{255, 255, 255, 255}
	for _, c := range []struct {
		x, y int
		want color.NRGBA
	}{
		{5, 5, red}, {15, 5, white}, {25, 5, red}, {5, 15, white}, // two pieces
		{20, 20, blue}, {20, 23, white}, {40, 45, blue}, {41, 19, blue}, {45, 20, white}, // a corner
		{5, 30, green}, {15, 30, white}, {25, 30, green}, {35, 30, white}, // dashes
		{60, 10, red}, {68, 10, blue}, {71, 10, white}, // a ring, and what is NaN
		{82, 5, green}, {78, 5, white}, {88, 5, white}, {82, 25, white}, // a clip
		{62, 35, red}, {78, 35, blue}, {62, 42, white}, // an image
		{94, 34, color.NRGBA{127, 127, 255, 255}}, // half of a colour
	} {
		if got := color.NRGBAModel.Convert(img.At(2*c.x, 2*c.y)).(color.NRGBA); got != c.want {
			t.Errorf("at (%d, %d): got %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

// A text begins, is centred or ends at its place, also upwards.
func TestCanvasText(t *testing.T) {
	box := func(text figure.Text) image.Rectangle {
		text.X, text.Y, text.Size, text.Text, text.Colour = 50, 50, 10, "HH10⁻³", color.NRGBA{A: 255}
		data, err := paintPNG(&figure.Picture{Width: 100, Height: 100, Background: color.NRGBA{255, 255, 255, 255}, Ops: []figure.Op{&text}}, 1)
		if err != nil {
			t.Fatal(err)
		}
		img, _ := png.Decode(bytes.NewReader(data))
		var box image.Rectangle
		for y := range 100 {
			for x := range 100 {
				if r, _, _, _ := img.At(x, y).RGBA(); r < 0xFFFF {
					box = box.Union(image.Rect(x, y, x+1, y+1))
				}
			}
		}
		return box
	}
	near := func(got, want int) bool { return got-want <= 1 && want-got <= 1 }
	start, middle, end, up := box(figure.Text{}), box(figure.Text{Anchor: figure.Middle}), box(figure.Text{Anchor: figure.End}), box(figure.Text{Up: true})
	width, height := start.Dx(), start.Dy()
	if !near(start.Min.X, 51) || !near(start.Max.Y, 50) || width < 25 || height < 7 {
		t.Errorf("the text is at %v", start)
	}
	if !near(middle.Min.X+middle.Max.X, 100) || !near(end.Max.X, 49) || !near(end.Dx(), width) {
		t.Errorf("centred it is at %v, at its end at %v", middle, end)
	}
	if !near(up.Max.X, 50) || !near(up.Max.Y, 49) || !near(up.Dy(), width) || !near(up.Dx(), height) {
		t.Errorf("upwards it is at %v, along at %v", up, start)
	}
	if halo := box(figure.Text{Halo: color.NRGBA{A: 255}}); halo.Dx() < width+2 || halo.Dy() < height+2 {
		t.Errorf("with a halo it is at %v", halo)
	}
}

// A preview is a PNG that takes the place of no other file.
func TestPreview(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.png")
	if code, stdout, stderr := call("run", "-steps", "2", "-preview", file, "diffusion?steps=10"); code != 0 || stdout != "" {
		t.Fatalf("exit %d: %s%s", code, stdout, stderr)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width != 1200 || config.Height != 630 {
		t.Errorf("%v: %+v", err, config)
	}
	if code, stdout, _ := call("run", "-steps", "2", "-preview", "-", "diffusion?steps=10"); code != 0 || stdout != string(data) {
		t.Errorf("exit %d: standard output gets another picture", code)
	}
	os.WriteFile(file, []byte("mine"), 0o644)
	if code, _, _ := call("run", "-steps", "2", "-preview", file, "diffusion?steps=10"); code != 1 {
		t.Errorf("exit %d: another file was replaced", code)
	}
}
