package sweep

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"example.org/rote/sim"
)

// Frame describes what is known: one panel with a diagram or a curve, and the
// law of the lab, if it knows one. It shares the ranges with the sweep.
func (g *Grid) Frame() *sim.Frame {
	f := &sim.Frame{Step: g.Known(), Of: g.seen(), Says: g.Finding()}
	defer g.setSlice(g.slice)()
	g.headline(f)
	p := f.Panel(g.Title()).Axes(g.X.axis(), g.Y.axis())
	p.Empty = "No run is known yet."
	switch {
	case g.design.points > 0:
		g.drawDesign(p)
		return f
	case g.Y.Knob == nil:
		p.Y = sim.Axis{Name: factName(g.fact()), Unit: g.fact().Unit}
		g.drawCurve(p)
	default:
		g.drawDiagram(p)
	}
	marks := len(p.Lines)
	g.Base.Theory(g.X.Knob, g.Y.Knob, g.Fact, p)
	if g.Y.Knob == nil {
		for i := marks; i < len(p.Lines); i++ {
			p.Lines[i] = g.X.cut(p.Lines[i])
		}
	}
	laws := slices.DeleteFunc(p.Lines[marks:], func(m sim.Line) bool { return !comesIn(m, p.X, p.Y) })
	p.Lines = p.Lines[:marks+len(laws)]
	return f
}

// comesIn reports whether a piece of a line may be seen within the axes. An axis
// without a range shows all.
func comesIn(m sim.Line, x, y sim.Axis) bool {
	within := func(a, b float64, axis sim.Axis) bool {
		return axis.Min == axis.Max || max(a, b) >= axis.Min && min(a, b) <= axis.Max
	}
	for i := 1; i < min(len(m.X), len(m.Y)); i++ {
		if within(m.X[i-1], m.X[i], x) && within(m.Y[i-1], m.Y[i], y) {
			return true
		}
	}
	return false
}

// Title says what the diagram shows: the question of the proposed sweep that it
// is, or what is measured against what.
func (g *Grid) Title() string {
	switch {
	case g.proposed.Question != "":
		return g.proposed.Question
	case g.design.points > 0:
		return fmt.Sprintf("%s at the points of a design", factName(g.fact()))
	case g.Y.Knob == nil:
		return fmt.Sprintf("%s against %s", factName(g.fact()), g.X.Knob.Label)
	}
	return fmt.Sprintf("%s against %s and %s", factName(g.fact()), g.X.Knob.Label, g.Y.Knob.Label)
}

// axis is the axis of a range, with half a cell beyond both ends.
func (r Range) axis() sim.Axis {
	if r.Knob == nil {
		return sim.Axis{}
	}
	n := len(r.Values)
	if r.isList() {
		a := sim.Axis{Name: r.name()}
		for i := range n {
			a.Names = append(a.Names, r.Written(i))
		}
		return a
	}
	return sim.Axis{Name: r.name(), Min: r.beyond(0, 1), Max: r.beyond(n-1, n-2), Log: r.Knob.Scale.Log}
}

// name is what people call the knob, and its key, by which sentences name it.
func (r Range) name() string {
	words := strings.Fields(r.Knob.Label)
	if len(words) > 0 && strings.EqualFold(words[len(words)-1], r.key()) {
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
