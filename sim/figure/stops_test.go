package figure

import (
	"testing"

	"example.org/rote/sim"
)

// A keyboard reaches what can be seen, and nothing else: not a point outside the
// picture, not a ring that counts nothing, not the key.
func TestStops(t *testing.T) {
	f := &sim.Frame{}
	p := f.Panel("Where?").Axes(sim.Axis{Min: 0, Max: 1}, sim.Axis{Min: 0, Max: 1})
	p.Point(sim.Points{Name: "sample", X: []float64{.2, 5, .8}, Y: []float64{.2, 5, .9}})
	p.Point(sim.Points{Name: "copies", X: []float64{.5, .6}, Y: []float64{.5, .6}, Counts: []int{0, 3}})
	p.Bar(sim.Bars{X: []float64{.5}, Y: []float64{.4}})
	pic := Layout(f, Options{Width: 400, Height: 300, Alone: true})
	xs, ys := pic.Stops()
	if len(xs) != 4 {
		t.Fatalf("%d stops at %v, %v, want 4", len(xs), xs, ys)
	}
	for i := range xs {
		if hit, ok := pic.At(xs[i], ys[i]); !ok || hit.Pick.Layer == sim.NoLayer {
			t.Errorf("stop %d hits nothing", i)
		}
	}
}

// While a question is open, a picture has no theory, and hits mean the same marks.
func TestUntold(t *testing.T) {
	f := &sim.Frame{}
	p := f.Panel("How near?").Axes(sim.Axis{Min: 0, Max: 1}, sim.Axis{Min: 0, Max: 1})
	p.Lens = sim.Lens{X: .5, Y: .5, Radius: .1}
	p.Point(sim.Points{Role: sim.Theory, X: []float64{.1}, Y: []float64{.1}})
	p.Point(sim.Points{X: []float64{.9}, Y: []float64{.9}})
	p.Line(sim.Line{Role: sim.Theory, Name: "law", X: []float64{0, 1}, Y: []float64{0, 1}})
	pic := Layout(f, Options{Width: 400, Height: 300, Alone: true, Untold: true})
	xs, ys := pic.Stops()
	if len(xs) != 1 {
		t.Fatalf("%d stops, want the one point that is no theory", len(xs))
	}
	if hit, _ := pic.At(xs[0], ys[0]); hit.Pick.Group != 1 {
		t.Errorf("the hit is %+v, want group 1", hit.Pick)
	}
	for _, op := range pic.Ops {
		if text, ok := op.(*Text); ok && text.Text == "law" {
			t.Error("the law is named")
		}
	}
	if len(f.Panels[0].Lines[0].X) == 0 || f.Panels[0].Lens == (sim.Lens{}) {
		t.Error("the frame itself was changed")
	}
}
