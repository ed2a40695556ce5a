package main

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"os"
	"testing"

	"github.com/dop251/goja"
)

// gifMaker runs the script that makes GIFs, with a function make(width, height, frames,
// comment) that returns a file. A frame is an array of pixels.
func gifMaker(t *testing.T) *goja.Runtime {
	t.Helper()
	source, err := os.ReadFile("../web/gif.js")
	if err != nil {
		t.Fatal(err)
	}
	vm := goja.New()
	const make = `function make(width, height, frames, comment) {
		frames = frames.map(f => new Uint8Array(f));
		const gif = new Gif(width, height, choose([[255, 255, 255], [200, 0, 0]], frames), comment);
		frames.forEach((f, i) => gif.add(f, 5 + i));
		return gif.finish().buffer;
	}`
	for _, s := range []string{string(source), make} {
		if _, err := vm.RunString(s); err != nil {
			t.Fatal(err)
		}
	}
	return vm
}

// What the script writes, another decoder reads: the frames as they were, also those that
// only say what has changed, the times, and a file that carries its comment.
func TestGIF(t *testing.T) {
	vm := gifMaker(t)
	const w, h, n = 160, 90, 3
	var frames []any
	var want []*image.RGBA
	for i := range n {
		m := testFrame(w, h, i)
		pixels := vm.NewArrayBuffer(bytes.Clone(m.Pix))
		frames, want = append(frames, pixels), append(want, m)
	}
	make, _ := goja.AssertFunction(vm.Get("make"))
	const comment = "http://example.org/toy/#n=3 Rote 0.9.0, é, and more than the 255 bytes that one block of a comment holds: " +
		"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789"
	file, err := make(goja.Undefined(), vm.ToValue(w), vm.ToValue(h), vm.NewArray(frames...), vm.ToValue(comment))
	if err != nil {
		t.Fatal(err)
	}
	data := file.Export().(goja.ArrayBuffer).Bytes()
	got, err := gif.DecodeAll(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Image) != n || got.LoopCount != 0 || got.Config.Width != w || got.Config.Height != h {
		t.Fatalf("%d frames, loop %d, %v", len(got.Image), got.LoopCount, got.Config)
	}
	if !bytes.Contains(data, []byte("http://example.org/toy/#n=3 Rote 0.9.0, ")) {
		t.Error("the comment is not there")
	}
	canvas := image.NewRGBA(image.Rect(0, 0, w, h))
	for i, frame := range got.Image {
		if got.Delay[i] != 5+i {
			t.Errorf("frame %d is seen for %d, want %d", i, got.Delay[i], 5+i)
		}
		over(canvas, frame)
		if x, y, far := farthest(canvas, want[i]); far > 8 {
			t.Errorf("frame %d: %v at %d,%d, want %v", i, canvas.At(x, y), x, y, want[i].At(x, y))
		}
	}
	if got.Image[2].Rect.Dx() >= w {
		t.Errorf("a frame of which a part has changed is %v", got.Image[2].Rect)
	}
}

// testFrame has noise, so that the compression begins anew, a gradient and a place that
// differs from frame to frame.
func testFrame(w, h, frame int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{255, 255, 255, 255}
			switch hash := (x*7919 + y*104729) ^ (x*y)<<3; {
			case frame > 0 && x > 20+10*frame && x < 40+10*frame && y > 30 && y < 60:
				c = color.RGBA{200, 0, 0, 255}
			case y > 70:
				c = color.RGBA{uint8(x), 0, 128, 255}
			case x > 80:
				c = color.RGBA{uint8(hash % 5 * 60), uint8(hash / 5 % 5 * 60), uint8(hash / 25 % 4 * 80), 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

// over draws a frame of a GIF over those before.
func over(canvas *image.RGBA, frame *image.Paletted) {
	for y := frame.Rect.Min.Y; y < frame.Rect.Max.Y; y++ {
		for x := frame.Rect.Min.X; x < frame.Rect.Max.X; x++ {
			if c := color.RGBAModel.Convert(frame.At(x, y)).(color.RGBA); c.A > 0 {
				canvas.SetRGBA(x, y, c)
			}
		}
	}
}

// farthest returns where two pictures differ most, and by how much in a channel.
func farthest(a, b *image.RGBA) (x, y, far int) {
	for i := range a.Pix {
		if d := max(int(a.Pix[i])-int(b.Pix[i]), int(b.Pix[i])-int(a.Pix[i])); d > far {
			x, y, far = i%a.Stride/4, i/a.Stride, d
		}
	}
	return x, y, far
}
