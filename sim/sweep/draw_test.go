package sweep_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
)

// lawful is the walk with a law and proposed sweeps.
type lawful struct{ walk }

func (*lawful) Theory(x, y *sim.Knob, fact string, p *sim.Panel) {
	if fact == "share" && y == nil {
		p.Line(sim.Line{Name: "a law, for few", Role: sim.Theory, X: []float64{1, 2048}, Y: []float64{0, 1}})
		p.Line(sim.Line{Name: "elsewhere", Role: sim.Theory, X: []float64{1000, 2048}, Y: []float64{0, 1}})
	}
	if fact == "share" && y != nil {
		p.Line(sim.Line{Name: "a border", Role: sim.Theory, X: []float64{x.Min, x.Max}, Y: []float64{3, 3}})
		p.Line(sim.Line{Name: "a border elsewhere", Role: sim.Theory, X: []float64{x.Min, x.Max}, Y: []float64{y.Max, y.Max}})
	}
}

func lawfulGrid(t *testing.T, query string) *sweep.Grid {
	t.Helper()
	info := sim.Info{Name: "walk", New: func() sim.Lab { return new(lawful) },
		Sweeps: []sim.Sweep{{Question: "Where do walkers go?", Address: "walk?c=1e-3..1*4&n=2,4,8&steps=3&fact=share"}}}
	g, repairs, err := sweep.Open([]sim.Info{info}, "walk?"+query)
	if err != nil || len(repairs) > 0 {
		t.Fatal(repairs, err)
	}
	return g
}

func TestDiagram(t *testing.T) {
	g := lawfulGrid(t, "steps=3&c=1e-3..1*4&n=2,4,8&fact=share&seeds=2")
	f := g.Frame()
	p := &f.Panels[0]
	if p.Title != "Where do walkers go?" || f.Says != "None of 24 runs is known yet." || len(p.Fields) != 1 || !math.IsNaN(p.Fields[0].Values[11]) || len(p.Lines) != 1 {
		t.Errorf("before it begins: %q, %q, %+v", p.Title, f.Says, p)
	}
	put(g, 0, &sim.Fact{Value: 1, Name: "Share near 0"})
	put(g, 12, &sim.Fact{Value: 0.5})
	put(g, 5, &sim.Fact{Value: 0.25})
	put(g, 6, nil)
	f = g.Frame()
	p = &f.Panels[0]
	m := p.Fields[0]
	nan := math.NaN()
	want := []float64{0.75, nan, nan, nan, nan, 0.25, nan, nan, nan, nan, nan, nan}
	same := func(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }
	if !slices.EqualFunc(m.Values, want, same) || m.W != 4 || m.H != 3 || m.Name != "Share near 0, mean of 2 seeds" || m.Lo != 0 || m.Hi != 1 {
		t.Errorf("the field is %+v", m)
	}
	if !slices.Equal(m.XS, []float64{1e-3, 0.01, 0.1, 1}) || !slices.Equal(m.YS, []float64{2, 4, 8}) {
		t.Errorf("its places are %v and %v", m.XS, m.YS)
	}
	if lo, hi := 1e-3/math.Sqrt(10), math.Sqrt(10); math.Abs(p.X.Min-lo) > 1e-12 || math.Abs(p.X.Max-hi) > 1e-12 || !p.X.Log || p.X.Name != "Drift, c" {
		t.Errorf("the x axis is %+v, want from %v to %v", p.X, lo, hi)
	}
	if len(p.Points) != 1 || p.Points[0].Name != "not defined" || p.Points[0].X[0] != 0.1 || p.Points[0].Y[0] != 4 {
		t.Errorf("the absent fact is shown as %+v", p.Points)
	}
	if says := "So far, share near 0: from 0.25 at c = 0.01, n = 4 to 1 at c = 0.001, n = 2, and not defined in 1."; f.Says != says {
		t.Errorf("it says %q, want %q", f.Says, says)
	}
	if f.Step != 4 || f.Of != 24 {
		t.Errorf("step %d of %d", f.Step, f.Of)
	}
}

func TestColoursOfADiagram(t *testing.T) {
	for _, row := range []struct {
		values []float64
		want   sim.Field
	}{
		{[]float64{0, 0.6}, sim.Field{Hi: 1}},
		{[]float64{0, 0.2}, sim.Field{}},
		{[]float64{-1, 3}, sim.Field{Scale: sim.Diverging}},
		{[]float64{1, 99}, sim.Field{}},
		{[]float64{1, 101}, sim.Field{Log: true}},
		{[]float64{0, 101}, sim.Field{}},
	} {
		g := openGrid(t, "walk?n=2..8*2&c=1..2*2&fact=share")
		for i, v := range row.values {
			put(g, i, &sim.Fact{Value: v})
		}
		m := g.Frame().Panels[0].Fields[0]
		if m.Scale != row.want.Scale || m.Lo != row.want.Lo || m.Hi != row.want.Hi || m.Log != row.want.Log {
			t.Errorf("values %v get the scale %d from %v to %v, log %v", row.values, m.Scale, m.Lo, m.Hi, m.Log)
		}
	}
}

// The law of a curve is cut to the range, on the scale of the axis.
func TestCurve(t *testing.T) {
	g := lawfulGrid(t, "n=4..64*3&fact=share&seeds=2")
	if title := g.Frame().Panels[0].Title; title != "share against Walkers" {
		t.Errorf("the title is %q", title)
	}
	for run, v := range []float64{0.5, 0.25, 1, 0.7, 0.25} {
		put(g, run, &sim.Fact{Value: v, Name: "Share near 0"})
	}
	f := g.Frame()
	p := &f.Panels[0]
	line := p.Lines[0]
	if !slices.Equal(line.X, []float64{4, 16, 64}) || !slices.Equal(line.Y, []float64{0.6, 0.25, 1}) ||
		!slices.Equal(line.Lo, []float64{0.5, 0.25, 1}) || !slices.Equal(line.Hi, []float64{0.7, 0.25, 1}) {
		t.Errorf("the curve is %+v", line)
	}
	if line.Name != "mean and range of 2 seeds" || p.Y.Name != "Share near 0" {
		t.Errorf("the curve is called %q over %q", line.Name, p.Y.Name)
	}
	law := p.Lines[1]
	if !slices.Equal(law.X, []float64{2, 128}) || math.Abs(law.Y[0]-1.0/11) > 1e-12 || math.Abs(law.Y[1]-7.0/11) > 1e-12 {
		t.Errorf("the law over n = 2 to 128 is %v, %v, want 1/11 and 7/11", law.X, law.Y)
	}
	if len(p.Lines) != 2 {
		t.Errorf("a law that holds elsewhere is drawn: %+v", p.Lines[2:])
	}
	if !strings.HasSuffix(f.Says, "share near 0: from 0.25 at n = 16 to 1 at n = 64.") {
		t.Errorf("it says %q", f.Says)
	}
}

// A sweep that is run to its end, as the command line and the page do it.
func TestWholeSweep(t *testing.T) {
	g := openGrid(t, "walk?steps=2&tol=0.1..2*4&n=3,9&fact=share&seeds=2")
	if order := measure(t, g); len(order) != 16 || g.Known() != 16 {
		t.Fatalf("the order is %v", order)
	}
	r := open(t, g.RunAddress(13))
	r.Finish()
	want, _ := r.Frame().Value("share")
	if got, _ := g.Get(13); got != want {
		t.Errorf("run 13 has %v, its address %v", got, want)
	}
}

// The axis of a curve holds its band and what is asked for, whatever the means do,
// and a place of which one value is known has its whisker.
func TestCurveHoldsItsBand(t *testing.T) {
	for _, row := range []struct {
		means, half float64
		edge        float64
	}{{0.5, 0.4, 0.9}, {0.5, 0, 0.5}, {50, 49, 0.1}, {1e-3, 9e-4, 1}, {-3, 2, 4}} {
		g := askedGrid(t, "n=4..64*3&fact=share&seeds=2", "Half are near at n = %s", row.edge)
		fill(g, func(x, _ float64, seed int) float64 {
			if x > 5 {
				return math.Inf(1)
			}
			return row.means + row.half*float64(2*seed-1)
		})
		f := g.Frame()
		p := &f.Panels[0]
		lo, hi := min(row.means-row.half, row.edge), max(row.means+row.half, row.edge)
		pic := figure.Layout(f, figure.Options{Width: 600, Height: 400})
		box := pic.Boxes[0]
		_, top, _ := pic.Within(0, box.X, box.Y)
		_, bottom, _ := pic.Within(0, box.X, box.Y+box.Height)
		if slack := 1e-9 * max(hi, -lo); bottom > lo+slack || top < hi-slack {
			t.Errorf("%+v: the axis goes from %g to %g, the band from %g to %g", row, bottom, top, lo, hi)
		}
		if w := p.Points[0]; len(w.Lo) != 1 || w.Lo[0] != row.means-row.half || w.Hi[0] != row.means+row.half {
			t.Errorf("%+v: the whisker is %v to %v", row, w.Lo, w.Hi)
		}
	}
}

// The edge is on the colour scale and marked, and a curve has a line there.
func TestEdgeInThePicture(t *testing.T) {
	for _, row := range []struct {
		values []float64
		edge   float64
		want   sim.Field
	}{
		{[]float64{0.1, 0.6}, 0.9, sim.Field{Hi: 1, Edges: []float64{0.9}}},
		{[]float64{0.004, 1}, 0.5, sim.Field{Hi: 1, Edges: []float64{0.5}}},
		{[]float64{2, 3}, 5, sim.Field{Lo: 2, Hi: 5, Edges: []float64{5}}},
		{[]float64{-1, 3}, 1, sim.Field{Lo: -1, Hi: 3, Edges: []float64{1}}},
		{[]float64{-1, 3}, 0, sim.Field{Scale: sim.Diverging}},
		{[]float64{1, 3}, 200, sim.Field{Lo: 1, Hi: 200, Log: true, Edges: []float64{200}}},
		{[]float64{2, 3}, math.Inf(-1), sim.Field{}},
	} {
		g := askedGrid(t, "n=2..8*2&c=1..2*2&fact=share", "Half are near at n = %s", row.edge)
		for i, v := range row.values {
			put(g, i, &sim.Fact{Value: v})
		}
		m := g.Frame().Panels[0].Fields[0]
		if m.Scale != row.want.Scale || m.Lo != row.want.Lo || m.Hi != row.want.Hi || m.Log != row.want.Log || !slices.Equal(m.Edges, row.want.Edges) {
			t.Errorf("values %v with the edge %g get the scale %d from %v to %v, log %v, edges %v", row.values, row.edge, m.Scale, m.Lo, m.Hi, m.Log, m.Edges)
		}
	}
}
