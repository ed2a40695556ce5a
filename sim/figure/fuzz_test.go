package figure

import (
	"encoding/binary"
	"math"
	"testing"

	"example.org/rote/sim"
)

// FuzzLayout lays out whatever the codec can deliver: it must not panic, and
// the picture must be one that both painters can paint.
func FuzzLayout(f *testing.F) {
	for _, frame := range frames() {
		f.Add(sim.AppendFrame(nil, frame), 640.0, 480.0, 12.0, 0)
	}
	f.Fuzz(func(t *testing.T, data []byte, w, h, text float64, only int) {
		var frame sim.Frame
		if sim.DecodeFrame(data, &frame) != nil {
			return
		}
		paint(t, &frame, Options{Width: w, Height: h, Text: text, Only: only, Dark: len(data)%2 == 0})
	})
}

// paint uses all that the package does with a frame.
func paint(t *testing.T, f *sim.Frame, o Options) {
	p := Layout(f, o)
	for _, op := range p.Ops {
		sound(t, op)
	}
	for i := range 6 {
		for j := range 6 {
			p.At(p.Width*float64(i)/5, p.Height*float64(j)/5)
		}
	}
	if err := wellFormed(SVG(p, "t", f.Says)); err != nil {
		t.Error(err)
	}
	for i := range f.Panels {
		Table(&f.Panels[i])
		CSV("a", "1", 1, f, i)
	}
}

// sound checks an operation: finite where it has to be, lengths that agree.
func sound(t *testing.T, op Op) {
	switch op := op.(type) {
	case *Path:
		if len(op.X) != len(op.Y) || !finite(op.Width) {
			t.Errorf("path of %d and %d, width %v", len(op.X), len(op.Y), op.Width)
		}
		for i := range op.X {
			if math.IsInf(op.X[i], 0) || math.IsInf(op.Y[i], 0) {
				t.Fatalf("path goes to %v, %v", op.X[i], op.Y[i])
			}
		}
	case *Markers:
		if n := len(op.X); len(op.Y) != n || len(op.Style) != n || op.Fill != nil && len(op.Fill) != n || op.Scale != nil && len(op.Scale) != n {
			t.Error("markers of several lengths")
		}
	case *Text:
		if !finite(op.X) || !finite(op.Y) || !(op.Size > 0) {
			t.Errorf("text at %v, %v, size %v", op.X, op.Y, op.Size)
		}
	case *Image:
		if !finite(op.X) || !finite(op.Y) || !(op.Width > 0) || !(op.Height > 0) || len(op.Pix) != 4*op.W*op.H {
			t.Errorf("image at %v, %v of %v × %v with %d bytes for %d × %d", op.X, op.Y, op.Width, op.Height, len(op.Pix), op.W, op.H)
		}
	case *Clip:
		if !finite(op.X) || !finite(op.Y) || !finite(op.Width) || !finite(op.Height) {
			t.Errorf("clip %v", op)
		}
	}
}

// Bad numbers in every place of a good frame, one place after the other.
func TestBadNumbers(t *testing.T) {
	bad := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, -1, 1e308, -1e308, 5e-324}
	for _, frame := range frames() {
		data := sim.AppendFrame(nil, frame)
		for i := 0; i+8 <= len(data); i += 1 + len(data)/40 {
			broken := append([]byte(nil), data...)
			binary.LittleEndian.PutUint64(broken[i:], math.Float64bits(bad[i%len(bad)]))
			var f sim.Frame
			if sim.DecodeFrame(broken, &f) == nil {
				paint(t, &f, Options{Width: 500, Height: 400})
			}
		}
		for _, v := range bad {
			paint(t, frame, Options{Width: v, Height: 300, Text: v})
			paint(t, frame, Options{Width: 300, Height: v, Only: 1})
			f := sim.Frame{Panels: append([]sim.Panel(nil), frame.Panels...)}
			for i := range f.Panels {
				p := &f.Panels[i]
				p.X.Min, p.Y.Max, p.Span = v, v, v
			}
			paint(t, &f, Options{Width: 600, Height: 300})
		}
	}
}
