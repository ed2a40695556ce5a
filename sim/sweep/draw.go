package sweep

import (
	"fmt"
	"math"
	"strings"

	"example.org/rote/sim"
)

// Frame describes what is known: one panel with a diagram or a curve, and the
// law of the lab, if it knows one. It shares the ranges with the sweep.
func (g *Grid) Frame() *sim.Frame {
	f := &sim.Frame{Step: g.Known(), Of: g.Runs(), Says: g.Finding()}
	g.headline(f)
	p := f.Panel(g.Title()).Axes(g.X.axis(), g.Y.axis())
	p.Empty = "No run is known yet."
	if g.Y.Knob == nil {
		p.Y = sim.Axis{Name: g.factName(), Unit: g.fact.Unit}
		g.drawCurve(p)
	} else {
		g.drawDiagram(p)
	}
	marks := len(p.Lines)
	g.Base.Theory(g.X.Knob, g.Y.Knob, g.Fact, p)
	if g.Y.Knob == nil {
		for i := marks; i < len(p.Lines); i++ {
			p.Lines[i] = g.X.cut(p.Lines[i])
		}
	}
	return f
}

// Title says what the diagram shows: the question of the proposed sweep that it
// is, or what is measured against what.
func (g *Grid) Title() string {
	switch {
	case g.proposed.Question != "":
		return g.proposed.Question
	case g.Y.Knob == nil:
		return fmt.Sprintf("%s against %s", g.factName(), g.X.Knob.Label)
	}
	return fmt.Sprintf("%s against %s and %s", g.factName(), g.X.Knob.Label, g.Y.Knob.Label)
}

// axis is the axis of a range, with half a cell beyond both ends.
func (r Range) axis() sim.Axis {
	if r.Knob == nil {
		return sim.Axis{}
	}
	n := len(r.Values)
	return sim.Axis{Name: r.name(), Min: r.beyond(0, 1), Max: r.beyond(n-1, n-2), Log: r.Knob.Scale.Log}
}

// name is what people call the knob, and its key, by which sentences name it.
func (r Range) name() string {
	if strings.HasSuffix(r.Knob.Label, " "+r.key()) || r.Knob.Label == r.key() {
		return r.Knob.Label
	}
	return r.Knob.Label + ", " + r.key()
}

// beyond returns the outer border of the cell of value i, whose other border
// lies midway to value j.
func (r Range) beyond(i, j int) float64 {
	x, y := r.Values[i], r.Values[j]
	if r.Knob.Scale.Log {
		return x * math.Sqrt(x/y)
	}
	return x + (x-y)/2
}
