package figure

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"testing"

	"example.org/rote/sim"
)

// FuzzLayout lays out whatever the codec can deliver: it must not panic, and
// the picture must be one that both painters can paint.
func FuzzLayout(f *testing.F) {
	for seed := range uint64(8) {
		frame := wild(rand.New(rand.NewPCG(seed, 1)), 2)
		f.Add(sim.AppendFrame(nil, frame), 640.0, 480.0, 12.0, int(seed%3))
	}
	f.Fuzz(func(t *testing.T, data []byte, w, h, text float64, only int) {
		var frame sim.Frame
		if sim.DecodeFrame(data, &frame) != nil {
			return
		}
		paint(t, &frame, Options{Width: w, Height: h, Text: text, Hero: only, Alone: only%2 == 0, Thumb: only%3 == 0, Head: only%5 == 0, Foot: "foot", Dark: len(data)%2 == 0})
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
		CSV("a", "1", "", 1, f, i)
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
			paint(t, frame, Options{Width: 300, Height: v, Alone: true})
			f := sim.Frame{Panels: append([]sim.Panel(nil), frame.Panels...)}
			for i := range f.Panels {
				p := &f.Panels[i]
				p.X.Min, p.Y.Max, p.Span = v, v, v
			}
			paint(t, &f, Options{Width: 600, Height: 300})
		}
	}
}

func TestWildFrames(t *testing.T) {
	for seed := range uint64(600) {
		rng := rand.New(rand.NewPCG(seed, 2))
		f := wild(rng, 6)
		paint(t, f, Options{Width: 900 * rng.Float64(), Height: 900 * rng.Float64(), Hero: rng.IntN(4), Alone: rng.IntN(2) == 0, Thumb: rng.IntN(4) == 0, Head: rng.IntN(2) == 0, Text: float64(rng.IntN(30))})
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// wild returns a frame with all kinds of marks, lists of up to n items of
// lengths that disagree, and numbers of all kinds.
func wild(rng *rand.Rand, n int) *sim.Frame {
	f := &sim.Frame{Says: word(rng)}
	for range 1 + rng.IntN(3) {
		p := f.Panel(word(rng)).Axes(wildAxis(rng), wildAxis(rng))
		p.Equal, p.Span = rng.IntN(3) == 0, number(rng)
		list := func() []float64 { return numbers(rng, n) }
		role := func() sim.Role { return sim.Role(rng.IntN(8)) }
		roles := func() []sim.Role { return []sim.Role{role(), role()}[:rng.IntN(3)] }
		classes := []uint8{uint8(rng.Uint32()), 3, 0}[:rng.IntN(4)]
		for range rng.IntN(3) {
			p.Field(sim.Field{Name: word(rng), W: rng.IntN(4) - 1, H: rng.IntN(4), Values: list(), X0: number(rng), X1: number(rng), Y0: number(rng),
				Y1: number(rng), XS: list(), YS: list(), Log: rng.IntN(2) == 0, Lo: number(rng), Hi: number(rng), Scale: sim.Colours(rng.IntN(6)), Role: role()})
			p.Line(sim.Line{Name: word(rng), Role: role(), Class: uint8(rng.IntN(20)), X: list(), Y: list(), Lo: list(), Hi: list(), Trail: rng.IntN(4) == 0})
			p.Arrow(sim.Arrows{Name: word(rng), X: list(), Y: list(), DX: list(), DY: list(), Role: role()})
			p.Point(sim.Points{Name: word(rng), Role: role(), X: list(), Y: list(), Values: list(), Sizes: list(), Lo: list(), Hi: list(),
				Roles: roles(), Classes: classes})
			p.Bar(sim.Bars{Name: word(rng), Role: role(), X: list(), Y: list(), Roles: roles(), Base: number(rng), Width: number(rng), Lo: list(), Hi: list()})
			p.Label(sim.Label{Text: word(rng), X: number(rng), Y: number(rng), Role: role(), Boxed: rng.IntN(2) == 0})
		}
		if rng.IntN(2) == 0 {
			p.Tile(sim.Tiles{N: rng.IntN(9) - 1, W: rng.IntN(3), H: rng.IntN(3), Depth: rng.IntN(4), Pix: make([]byte, rng.IntN(40)), Cols: rng.IntN(5) - 1,
				Roles: roles(), Values: list(), Size: number(rng), Outlined: []bool{true}})
			p.Tile(sim.Tiles{N: 3, Text: []string{word(rng), word(rng), word(rng)}[:rng.IntN(4)], X: list(), Y: list(), Size: number(rng)})
		}
	}
	return f
}

func wildAxis(rng *rand.Rand) sim.Axis {
	return sim.Axis{Name: word(rng), Unit: word(rng), Min: number(rng), Max: number(rng), Log: rng.IntN(2) == 0}
}

func word(rng *rand.Rand) string {
	return [...]string{"", "a", "\xff\x00", "a question that is rather long, is it not?", "漢字漢字漢字漢字"}[rng.IntN(5)]
}

func number(rng *rand.Rand) float64 {
	if rng.IntN(2) == 0 {
		return rng.NormFloat64()
	}
	bad := [...]float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, 1e308, -1e308, 5e-324, 1, 1 + 1e-16, 100, 1e-12}
	return bad[rng.IntN(len(bad))]
}

func numbers(rng *rand.Rand, n int) []float64 {
	out := make([]float64, rng.IntN(n+1))
	for i := range out {
		out[i] = number(rng)
	}
	return out
}
