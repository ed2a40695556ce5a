package figure

import (
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// two returns a frame of two panels, of which the second stands beside the first.
func two(a, b sim.Panel) *sim.Frame {
	b.Beside = true
	return &sim.Frame{Panels: []sim.Panel{a, b}}
}

func dots(x, y float64, values ...float64) sim.Panel {
	return sim.Panel{Title: "A: Where?", X: sim.Axis{Name: "x"}, Y: sim.Axis{Name: "y"},
		Points: []sim.Points{{X: []float64{0, x}, Y: []float64{0, y}, Values: values, Value: "v"}}}
}

// Panels beside each other have boxes of one size, side by side where there is room
// and else above each other, and axes with one range.
func TestBeside(t *testing.T) {
	f := two(dots(1, 2), dots(10, 20))
	for _, c := range []struct{ w, h float64 }{{1200, 500}, {390, 600}} {
		p := Layout(f, Options{Width: c.w, Height: c.h, Alone: true})
		a, b := p.Boxes[0], p.Boxes[1]
		if a.Width <= 0 || a.Width != b.Width || a.Height != b.Height {
			t.Errorf("%v: boxes of %g×%g and %g×%g", c, a.Width, a.Height, b.Width, b.Height)
		}
		if sideways := a.Y == b.Y && a.X+a.Width < b.X; sideways != (c.w > c.h) {
			t.Errorf("%v: boxes at %g, %g and %g, %g", c, a.X, a.Y, b.X, b.Y)
		}
		if a.x.lo != b.x.lo || a.x.hi != b.x.hi || a.y.lo != b.y.lo || a.y.hi != b.y.hi || a.x.hi < 10 || a.y.hi < 20 {
			t.Errorf("%v: ranges %g..%g, %g..%g and %g..%g, %g..%g", c, a.x.lo, a.x.hi, a.y.lo, a.y.hi, b.x.lo, b.x.hi, b.y.lo, b.y.hi)
		}
	}
}

// Colours mean the same in both. A range that is asked for holds both.
func TestBesideScales(t *testing.T) {
	a, b := dots(1, 1, 2, 3), dots(1, 1, 5, 90)
	a.X.Min, a.X.Max, b.X.Min, b.X.Max = 0, 5, -2, 3
	a.Y.Min, a.Y.Max, b.Y.Min, b.Y.Max = 9, 1, 7, -1
	field := sim.Field{W: 2, H: 1, X1: 1, Y1: 1}
	field.Values = []float64{1, 2}
	a.Fields = []sim.Field{field}
	field.Lo, field.Hi = -5, 1.5
	b.Fields = []sim.Field{field}
	f, _ := together(two(a, b))
	for i := range f.Panels {
		p := &f.Panels[i]
		if p.X.Min != -2 || p.X.Max != 5 || p.Y.Min != 9 || p.Y.Max != -1 {
			t.Errorf("panel %d: axes %v, %v", i, p.X, p.Y)
		}
		if m := p.Points[0]; m.From != 2 || m.To != 90 {
			t.Errorf("panel %d: colours from %g to %g", i, m.From, m.To)
		}
		if m := p.Fields[0]; m.Lo != -5 || m.Hi != 2 {
			t.Errorf("panel %d: field from %g to %g", i, m.Lo, m.Hi)
		}
	}
}

func rise(name string, role sim.Role, to float64) sim.Line {
	return sim.Line{Name: name, Role: role, X: []float64{0, 1}, Y: []float64{0, to}}
}

// Panels of nothing but lines are laid over each other: with letters and last values
// at the ends, B dashed, and a law of both once.
func TestBesideLines(t *testing.T) {
	a := sim.Panel{Title: "A: How near?", Lines: []sim.Line{rise("near", sim.Copied, 1), rise("law", sim.Theory, 3)}}
	b := sim.Panel{Title: "B: How near?", Lines: []sim.Line{rise("near", sim.Copied, 2), rise("law", sim.Theory, 3)}}
	f := two(a, b)
	p := Layout(f, Options{Width: 600, Height: 300, Alone: true})
	if p.Boxes[1].Width != 0 {
		t.Error("B has a box of its own")
	}
	var texts []string
	dashed := 0
	for _, op := range p.Ops {
		switch op := op.(type) {
		case *Text:
			texts = append(texts, op.Text)
		case *Path:
			if slices.Equal(op.Dash, secondDash[0]) {
				dashed++
			}
		}
	}
	for _, want := range []string{"How near?", "A: 1", "B: 2", "law"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not among %q", want, texts)
		}
	}
	if n := strings.Count(strings.Join(texts, "|"), "law"); n != 1 || dashed != 1 {
		t.Errorf("the law stands there %d times, %d lines are dashed", n, dashed)
	}
	if hit, ok := p.At(p.Boxes[0].X+p.Boxes[0].Width, p.Boxes[0].y.at(2)); !ok || !strings.Contains(hit.Text, "B") {
		t.Errorf("the end of B says %q", hit.Text)
	}
	if len(f.Panels[0].Lines) != 2 || f.Panels[0].Lines[0].Name != "near" {
		t.Error("the frame was changed")
	}
}

// Panels that measure different things keep their own axes; the strip has one place
// for two.
func TestBesideOthers(t *testing.T) {
	a, b := dots(1, 1), dots(50, 50)
	b.X.Name = "other"
	f := two(a, b)
	f.Panels = append(f.Panels, two(dots(1, 1), dots(1, 1)).Panels...)
	p := Layout(f, Options{Width: 1200, Height: 800})
	if p.Boxes[0].x.hi == p.Boxes[1].x.hi {
		t.Error("axes of different names have one range")
	}
	if got := Strip(f, 1); !slices.Equal(got, []int{2}) || First(f, 3) != 2 || First(f, 0) != 0 {
		t.Errorf("the strip has %v", got)
	}
	for i := range p.Boxes {
		if p.Boxes[i].Width <= 0 {
			t.Errorf("panel %d is not shown", i)
		}
	}
}

// The head of a file has the number and the sentence of both.
func TestHeadOfTwo(t *testing.T) {
	f := two(dots(1, 1), dots(1, 1))
	f.Facts = []sim.Fact{{Key: "n", Value: 0.5}, {Key: "b.n", Value: 0.25}}
	f.Sides = []sim.Side{{Says: "Half.", Headline: sim.Headline{Fact: "n", Of: 8, Words: "of 8"}}, {Says: "A quarter.", Headline: sim.Headline{Fact: "b.n", Of: 8, Words: "of 8"}}}
	svg := string(SVG(Layout(f, Options{Width: 900, Height: 600, Head: true}), "", ""))
	for _, want := range []string{">4<", ">2<", "Half.", "A quarter."} {
		if !strings.Contains(svg, want) {
			t.Errorf("%q is missing", want)
		}
	}
}
