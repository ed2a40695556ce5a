package figure

import (
	"math"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// Every mark that stands free is found at its own place.
func TestAtFindsMarks(t *testing.T) {
	f := &sim.Frame{}
	p := f.Panel("Reversed").Axes(sim.Axis{Name: "σ", Min: 10, Max: 1e-3, Log: true}, sim.Axis{Name: "r", Unit: "m", Max: 1})
	p.Line(sim.Line{Name: "law", X: []float64{10, 1, 0.1}, Y: []float64{0.9, 0.9, 0.9}})
	p.Point(sim.Points{Name: "sample", X: []float64{0.01, math.NaN(), 0.1}, Y: []float64{0.5, 0.5, 0.2}, Value: "age", Values: []float64{7, 8, 9}})
	p.Label(sim.Label{Text: "here", X: 1, Y: 0.1})
	p = f.Panel("Bars").Axes(sim.Axis{Name: "point"}, sim.Axis{Name: "share"})
	p.Bar(sim.Bars{Name: "now", X: []float64{0, 1, 2}, Y: []float64{3, 5, 4}})
	p = f.Panel("Raster").Axes(sim.Axis{Name: "x"}, sim.Axis{Name: "y"})
	p.Field(sim.Field{Name: "height", Unit: "cm", W: 2, H: 2, Values: []float64{1, 2, 3, 4}, X1: 4, Y1: 4})
	f.Panel("Words").Tile(sim.Tiles{Name: "word", N: 3, Text: []string{"a", "b", "c"}, Cols: 3, Values: []float64{1, 2, 3}})
	pic := Layout(f, Options{Width: 900, Height: 700})
	pixel := func(panel int, x, y float64) (float64, float64) {
		return pic.Boxes[panel].x.at(x), pic.Boxes[panel].y.at(y)
	}
	for _, row := range []struct {
		panel int
		x, y  float64
		want  sim.Pick
		text  string
	}{
		{0, 0.01, 0.5, sim.Pick{Layer: sim.PointLayer, Item: 0}, "sample 0: σ = 0.01, r = 0.5 m, age = 7"},
		{0, 0.1, 0.2, sim.Pick{Layer: sim.PointLayer, Item: 2}, "sample 2: σ = 0.1, r = 0.2 m, age = 9"},
		{0, 1, 0.9, sim.Pick{Layer: sim.LineLayer, Item: 1}, "law: σ = 1, r = 0.9 m"},
		{0, 1, 0.1, sim.Pick{Layer: sim.LabelLayer}, "here: σ = 1, r = 0.1 m"},
		{0, 0.002, 0.05, sim.Pick{}, ""},
		{1, 1, 2, sim.Pick{Layer: sim.BarLayer, Item: 1}, "now: point = 1, share = 5"},
		{2, 3, 1, sim.Pick{Layer: sim.FieldLayer, Item: 1}, "height = 2 cm"},
		{2, 1, 3, sim.Pick{Layer: sim.FieldLayer, Item: 2}, "height = 3 cm"},
	} {
		x, y := pixel(row.panel, row.x, row.y)
		hit, ok := pic.At(x, y)
		if !ok || hit.Panel != row.panel || hit.Pick != row.want || !strings.Contains(hit.Text, row.text) {
			t.Errorf("At(%v, %v) of panel %d = %+v, %v, want %+v %q", row.x, row.y, row.panel, hit, ok, row.want, row.text)
		}
		if math.Abs(hit.X-row.x) > 1e-9 || math.Abs(hit.Y-row.y) > 1e-9 {
			t.Errorf("At(%v, %v) gives the place %v, %v", row.x, row.y, hit.X, hit.Y)
		}
	}
	tile := pic.Boxes[3].grids[0].tile(1)
	if hit, ok := pic.At(tile.x+2, tile.y+2); !ok || hit.Pick != (sim.Pick{Layer: sim.TileLayer, Item: 1}) || hit.Text != "word 1: b, 2" {
		t.Errorf("tile: %+v, %v", hit, ok)
	}
	if _, ok := pic.At(-50, 10); ok {
		t.Error("a hit outside of the picture")
	}
}

func TestWithinStaysOnThePanel(t *testing.T) {
	pic := Layout(flow(), Options{Width: 640, Height: 480})
	x, y, ok := pic.Within(0, -1000, 1e6)
	left := pic.Boxes[0].x.lo // the map shows more than is asked for
	if !ok || left > -3 || math.Abs(x-left) > 1e-9 || math.Abs(y+3) > 1e-9 {
		t.Errorf("Within = %v, %v, %v, want the corner (%v, -3)", x, y, ok, left)
	}
	if _, _, ok := pic.Within(9, 0, 0); ok {
		t.Error("a place on a panel that is not there")
	}
}
