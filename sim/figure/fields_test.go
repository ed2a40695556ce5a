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
	if want := []string{"1 1", "10 1", "1,000 1", "1 4", "10 4", "1,000 4"}; !slices.Equal(places, want) {
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
