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
	f := &sim.Frame{Step: g.Known(), Of: g.Runs(), Says: g.says()}
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
	case g.proposed.Name != "":
		return g.proposed.Name
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
	return sim.Axis{Name: r.Knob.Label, Min: r.beyond(0, 1), Max: r.beyond(n-1, n-2), Log: r.Knob.Scale.Log}
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

func (g *Grid) drawDiagram(p *sim.Panel) {
	field := sim.Field{Name: g.factName(), Unit: g.fact.Unit, W: g.X.size(), H: g.Y.size(), XS: g.X.Values, YS: g.Y.Values,
		X0: p.X.Min, X1: p.X.Max, Y0: p.Y.Min, Y1: p.Y.Max}
	if g.Seeds > 1 {
		field.Name += fmt.Sprintf(", mean of %d seeds", g.Seeds)
	}
	none := sim.Points{Name: "not defined", Role: sim.Control}
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := range g.Cells() {
		col, row, _ := g.place(i)
		c := g.Cell(col, row)
		field.Values = append(field.Values, c.Mean)
		switch {
		case c.N > 0:
			lo, hi = min(lo, c.Mean), max(hi, c.Mean)
		case c.Known > 0:
			none.X, none.Y = append(none.X, g.X.Values[col]), append(none.Y, g.Y.Values[row])
		}
	}
	if lo <= hi {
		colour(&field, lo, hi)
	}
	p.Field(field) // blank cells, too: the picture keeps its layout while it fills
	if len(none.X) > 0 {
		p.Point(none)
	}
}

// colour chooses the colour scale for means from lo to hi: shares from 0 to 1, a
// marked zero between negative and positive ones, and the logarithm over more
// than two decades.
func colour(m *sim.Field, lo, hi float64) {
	switch {
	case lo < 0 && hi > 0:
		m.Scale = sim.Diverging
	case m.Unit == "" && lo >= 0 && hi > 0.5 && hi <= 1:
		m.Lo, m.Hi = 0, 1
	case lo > 0 && hi > 100*lo:
		m.Log = true
	}
}

func (g *Grid) drawCurve(p *sim.Panel) {
	line := sim.Line{Name: "measured"}
	var points sim.Points
	lo, hi := math.Inf(1), math.Inf(-1)
	for col, x := range g.X.Values {
		c := g.Cell(col, 0)
		line.X, line.Y = append(line.X, x), append(line.Y, c.Mean)
		line.Lo, line.Hi = append(line.Lo, c.Lo), append(line.Hi, c.Hi)
		if c.N > 0 {
			points.X, points.Y = append(points.X, x), append(points.Y, c.Mean)
			lo, hi = min(lo, c.Lo), max(hi, c.Hi)
		}
	}
	if len(points.X) == 0 {
		return
	}
	if g.Seeds > 1 {
		line.Name = fmt.Sprintf("mean and range of %d seeds", g.Seeds)
	} else {
		line.Lo, line.Hi = nil, nil
	}
	p.Y.Log = lo > 0 && hi > 100*lo
	p.Line(line)
	p.Point(points)
}

// cut returns the part of a law's curve over the range.
func (r Range) cut(m sim.Line) sim.Line {
	a := r.axis()
	out := sim.Line{Name: m.Name, Role: m.Role, Class: m.Class}
	for i := range min(len(m.X), len(m.Y)) {
		if i > 0 {
			r.cross(m, i, min(a.Max, max(a.Min, m.X[i-1])), &out)
			r.cross(m, i, min(a.Max, max(a.Min, m.X[i])), &out)
		}
		if x := m.X[i]; x >= a.Min && x <= a.Max {
			out.X, out.Y = append(out.X, x), append(out.Y, m.Y[i])
		}
	}
	return out
}

// cross appends the point at x of the piece of m that ends at point i, if it
// lies inside of the piece.
func (r Range) cross(m sim.Line, i int, x float64, out *sim.Line) {
	x0, x1 := r.scaled(m.X[i-1]), r.scaled(m.X[i])
	if share := (r.scaled(x) - x0) / (x1 - x0); share > 0 && share < 1 {
		out.X, out.Y = append(out.X, x), append(out.Y, m.Y[i-1]+share*(m.Y[i]-m.Y[i-1]))
	}
}

// says is the sentence of the diagram, and how to read it.
func (g *Grid) says() string {
	n, absent := g.Known(), 0
	least, most := -1, -1
	for i, f := range g.found {
		switch {
		case f.known && math.IsNaN(f.value):
			absent++
		case f.known:
			if least < 0 || f.value < g.found[least].value {
				least = i
			}
			if most < 0 || f.value > g.found[most].value {
				most = i
			}
		}
	}
	text := fmt.Sprintf("%d of %d runs are known.", n, g.Runs())
	switch {
	case n == 0:
		return fmt.Sprintf("None of %d runs is known yet.", g.Runs())
	case least < 0:
		return text + fmt.Sprintf(" None of them has the fact %s.", g.Fact)
	case g.found[least].value == g.found[most].value:
		text += fmt.Sprintf(" %s is %s in all of them", g.factName(), g.measured(least))
	default:
		text += fmt.Sprintf(" %s goes from %s at %s to %s at %s", g.factName(), g.measured(least), g.where(least), g.measured(most), g.where(most))
	}
	if absent > 0 {
		text += fmt.Sprintf(", and is not defined in %d", absent)
	}
	return strings.TrimSpace(text + ". " + g.proposed.Note)
}

// measured writes the value of a run for people.
func (g *Grid) measured(run int) string {
	return strings.TrimSpace(sim.FormatFloat(round(g.found[run].value, 'e', 2)) + " " + g.fact.Unit)
}

// where names the cell of a run.
func (g *Grid) where(run int) string {
	col, row, _ := g.place(run)
	text := g.X.key() + " = " + sim.FormatFloat(g.X.Values[col])
	if g.Y.Knob != nil {
		text += ", " + g.Y.key() + " = " + sim.FormatFloat(g.Y.Values[row])
	}
	return text
}
