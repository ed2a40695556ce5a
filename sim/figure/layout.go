package figure

import "example.org/rote/sim"

// Options say how large a picture is, and for whom.
type Options struct {
	Width, Height float64 // CSS pixels
	Dark          bool
	Only          int     // 0 shows all panels, i+1 shows panel i alone and large
	Text          float64 // base font size in px, 0 is 12; marks and strokes grow with it
}

// Layout turns a frame into a picture. It never panics, whatever f holds. The
// picture refers to f for [Picture.At]: lay out again when f has changed.
func Layout(f *sim.Frame, o Options) *Picture {
	return &Picture{Width: o.Width, Height: o.Height, Boxes: make([]Box, len(f.Panels)), frame: f}
}
