package figure

import (
	"math"
	"slices"
	"testing"

	"example.org/rote/sim"
)

// uneven is a raster of three columns at 1, 10 and 1000 on a log axis, and two
// rows at 1 and 4 on a linear one; one cell is blank, and the values span
// decades.
func uneven() *sim.Frame {
	f := &sim.Frame{}
	p := f.Panel("Cells").Axes(sim.Axis{Name: "n", Min: 0.1, Max: 1e4, Log: true}, sim.Axis{Name: "k", Min: 0, Max: 6})
	p.Field(sim.Field{Name: "size", W: 3, H: 2, Values: []float64{1, 100, 1e4, math.NaN(), 10, 0}, XS: []float64{1, 10, 1000}, YS: []float64{1, 4},
		X0: 0.1, X1: 1e4, Y0: 0, Y1: 6, Log: true})
	return f
}

func TestCellsHavePlaces(t *testing.T) {
	f := uneven()
	pic := Layout(f, Options{Width: 600, Height: 400})
	x, y := pic.Boxes[0].x, pic.Boxes[0].y
	for _, row := range []struct {
		x, y float64
		want int
	}{
		{0.2, 0.1, 0}, {3, 2.4, 0}, {3.3, 2.4, 1}, {99, 1, 1}, {101, 1, 2}, {9e3, 1, 2}, // borders at √10 and 100
		{1, 2.6, 3}, {10, 5.9, 4}, {1000, 3, 5}, // border at 2.5
	} {
		hit, _ := pic.At(x.at(row.x), y.at(row.y))
		if want := (sim.Pick{Layer: sim.FieldLayer, Item: row.want}); hit.Pick != want {
			t.Errorf("at %v, %v lies %+v, want cell %d", row.x, row.y, hit.Pick, row.want)
		}
	}
	_, rows := Table(&f.Panels[0])
	var places []string
	for _, r := range rows {
		places = append(places, r[1]+" "+r[2])
	}
	if want := []string{"1 1", "10 1", "1\u202f000 1", "1 4", "10 4", "1\u202f000 4"}; !slices.Equal(places, want) {
		t.Errorf("the table's places are %q, want %q", places, want)
	}
}

// The colours of a Log field are equally far apart for equal ratios; what has no
// logarithm, or no number, is blank.
func TestLogColours(t *testing.T) {
	f := uneven()
	pic := Layout(f, Options{Width: 600, Height: 400})
	seen := 0
	for _, op := range pic.Ops {
		p, ok := op.(*Path)
		if !ok || p.Fill.A == 0 || !p.Closed {
			continue
		}
		seen++
		for i := range p.X {
			if p.X[i] != math.Trunc(p.X[i]) || p.Y[i] != math.Trunc(p.Y[i]) {
				t.Errorf("a cell ends at %v, %v: neighbours would leave a seam", p.X[i], p.Y[i])
			}
		}
	}
	if seen != 4 {
		t.Errorf("%d cells are painted, want 4 of 6", seen)
	}
	c := &chart{painter: newPainter(f, Options{Width: 600, Height: 400}), panel: &f.Panels[0]}
	colour := c.cellColour(&f.Panels[0].Fields[0])
	r := c.theme.ramp(false, false)
	for v, share := range map[float64]float64{1: 0, 10: 0.25, 100: 0.5, 1e4: 1} {
		if got := colour(v); got != r.at(share) {
			t.Errorf("%v has the colour %v, want that at %v of the scale", v, got, share)
		}
	}
}

// asked is a diagram of 3×2 shares, in which 1 is asked for.
func asked(values ...float64) *sim.Frame {
	f := &sim.Frame{}
	p := f.Panel("Cells").Axes(sim.Axis{Name: "n", Min: 0.5, Max: 8, Log: true}, sim.Axis{Name: "k", Min: 0, Max: 2})
	p.Field(sim.Field{Name: "share", W: 3, H: 2, Values: values, XS: []float64{1, 2, 4}, YS: []float64{0.5, 1.5}, X0: 0.5, X1: 8, Y0: 0, Y1: 2,
		Hi: 1, Edges: []float64{1}})
	return f
}

// sized returns the texts of a picture that are written in a size.
func sized(p *Picture, size float64) (out []string) {
	for _, op := range p.Ops {
		if t, ok := op.(*Text); ok && t.Size == size {
			out = append(out, t.Text)
		}
	}
	return out
}

// What is nearly 1 is written and coloured otherwise than 1 if that is asked for,
// the colour bar has a mark there, and the ticks stand at the places.
func TestEdgeOfADiagram(t *testing.T) {
	pic := Layout(asked(0.9996, 1, 0, 0.977, 0.5, math.NaN()), Options{Width: 600, Height: 400})
	if got := sized(pic, 12); !slices.Equal(got, []string{"0.9996", "1", "0", "0.977", "0.5"}) {
		t.Errorf("the cells say %q", got)
	}
	small := sized(pic, 11)
	for _, tick := range []string{"1", "2", "4", "0.5", "1.5", "0.0", "0.2"} {
		if !slices.Contains(small, tick) {
			t.Errorf("no tick says %s: %q", tick, small)
		}
	}
	bold := slices.ContainsFunc(pic.Ops, func(op Op) bool {
		text, ok := op.(*Text)
		return ok && text.Bold && text.Text == "1" && text.Size == 11
	})
	if !bold {
		t.Error("the edge is not written at the colour bar")
	}
	s := shades{lo: 0, hi: 1, edges: []float64{1}}
	for name, vision := range visions {
		if d := ciede2000(seen(sequential(s.share(0.9999)), vision), seen(sequential(s.share(1)), vision)); d < 8 {
			t.Errorf("0.9999 and 1 are %.1f apart in colour in %s vision, want 8", d, name)
		}
	}
	s = shades{lo: 0, hi: 1, edges: []float64{0.5}}
	for _, v := range []float64{0, 0.2, 0.4999, 0.5, 1} {
		want := v * (1 - jump)
		if v >= 0.5 {
			want += jump
		}
		if got := s.share(v); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v has the share %v, want %v", v, got, want)
		}
	}
	if s = (shades{lo: 0, hi: 1, edges: []float64{0}}); s.share(0) != 0 || s.share(1e-9) < jump {
		t.Error("an edge at the low end is not told from what lies above it")
	}
}

// A value stands beside a line that goes through its cell.
func TestValuesStandClearOfLines(t *testing.T) {
	for _, line := range []sim.Line{{X: []float64{2, 2}, Y: []float64{0, 2}}, {X: []float64{0.5, 8}, Y: []float64{1.5, 1.5}}} {
		f := asked(0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
		f.Panels[0].Line(line)
		pic := Layout(f, Options{Width: 600, Height: 400})
		c := &chart{painter: newPainter(f, Options{}), panel: &f.Panels[0], x: pic.Boxes[0].x, y: pic.Boxes[0].y}
		for _, op := range pic.Ops {
			if text, ok := op.(*Text); ok && text.Size == 12 {
				w := textWidth(text.Text, 12, false)
				if c.goesThrough(&line, rect{text.X - w/2, text.Y - 9, w, 9}) {
					t.Errorf("the line goes through %s", text.Text)
				}
			}
		}
	}
}

// Places that are no places leave equal cells.
func TestBordersOfBadPlaces(t *testing.T) {
	a := axis{lo: 0, hi: 4, from: 0, to: 400}
	for _, places := range [][]float64{nil, {1}, {math.NaN(), 1, 2, math.Inf(1)}} {
		got := borders(&a, 0, 4, places, 4)
		if got[0] != 0 || got[4] != 400 || slices.ContainsFunc(got, func(x float64) bool { return !finite(x) }) {
			t.Errorf("places %v give borders %v", places, got)
		}
	}
}

// In a diagram the cells have the full colours also below a law, which has an
// outline and is named in the legend: at its end stands the colour bar.
func TestDiagramKeepsItsColours(t *testing.T) {
	f := uneven()
	f.Panels[0].Line(sim.Line{Name: "law, for few points", Role: sim.Theory, X: []float64{1, 1000}, Y: []float64{1, 5}})
	pic := Layout(f, Options{Width: 600, Height: 400})
	outlined, named, bright := false, false, false
	for i, op := range pic.Ops {
		switch op := op.(type) {
		case *Path:
			if next, ok := pic.Ops[min(i+1, len(pic.Ops)-1)].(*Path); ok && len(op.X) > 0 && len(next.Dash) > 0 && op.Width > next.Width {
				outlined = true
			}
			bright = bright || op.Fill == sequential(1)
		case *Text:
			named = named || op.Text == "law, for few points"
		}
	}
	if !outlined || !named || !bright {
		t.Errorf("the law has an outline: %v, a name: %v; the greatest value has the last colour: %v", outlined, named, bright)
	}
}
