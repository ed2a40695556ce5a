package sim

import (
	"fmt"
	"math"
	"strings"
)

// Frame describes what is known: one panel with a diagram or a curve, and the
// law of the lab, if it knows one. It shares the ranges with the sweep.
func (s *Sweep) Frame() *Frame {
	f := &Frame{Step: s.Known(), Of: s.Runs(), Says: s.says()}
	p := f.Panel(s.Title()).Axes(s.X.axis(), s.Y.axis())
	p.Empty = "No run is known yet."
	if s.Y.Knob == nil {
		p.Y = Axis{Name: s.factName(), Unit: s.fact.Unit}
		s.drawCurve(p)
	} else {
		s.drawDiagram(p)
	}
	marks := len(p.Lines)
	s.Base.Theory(s.X.Knob, s.Y.Knob, s.Fact, p)
	if s.Y.Knob == nil {
		for i := marks; i < len(p.Lines); i++ {
			p.Lines[i] = s.X.cut(p.Lines[i])
		}
	}
	return f
}

// Title says what the diagram shows: the question of the proposed sweep that it
// is, or what is measured against what.
func (s *Sweep) Title() string {
	switch {
	case s.proposed.Name != "":
		return s.proposed.Name
	case s.Y.Knob == nil:
		return fmt.Sprintf("%s against %s", s.factName(), s.X.Knob.Label)
	}
	return fmt.Sprintf("%s against %s and %s", s.factName(), s.X.Knob.Label, s.Y.Knob.Label)
}

// axis is the axis of a range, with half a cell beyond both ends.
func (r Range) axis() Axis {
	if r.Knob == nil {
		return Axis{}
	}
	n := len(r.Values)
	return Axis{Name: r.Knob.Label, Min: r.beyond(0, 1), Max: r.beyond(n-1, n-2), Log: r.Knob.Scale.Log}
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

func (s *Sweep) drawDiagram(p *Panel) {
	field := Field{Name: s.factName(), Unit: s.fact.Unit, W: s.X.size(), H: s.Y.size(), XS: s.X.Values, YS: s.Y.Values,
		X0: p.X.Min, X1: p.X.Max, Y0: p.Y.Min, Y1: p.Y.Max}
	if s.Seeds > 1 {
		field.Name += fmt.Sprintf(", mean of %d seeds", s.Seeds)
	}
	none := Points{Name: "not defined", Role: Control}
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := range s.Cells() {
		col, row, _ := s.place(i)
		c := s.Cell(col, row)
		field.Values = append(field.Values, c.Mean)
		switch {
		case c.N > 0:
			lo, hi = min(lo, c.Mean), max(hi, c.Mean)
		case c.Known > 0:
			none.X, none.Y = append(none.X, s.X.Values[col]), append(none.Y, s.Y.Values[row])
		}
	}
	if lo <= hi {
		field.colour(lo, hi)
	}
	p.Field(field) // blank cells, too: the picture keeps its layout while it fills
	if len(none.X) > 0 {
		p.Point(none)
	}
}

// colour chooses the colour scale for means from lo to hi: shares from 0 to 1, a
// marked zero between negative and positive ones, and the logarithm over more
// than two decades.
func (m *Field) colour(lo, hi float64) {
	switch {
	case lo < 0 && hi > 0:
		m.Scale = Diverging
	case m.Unit == "" && lo >= 0 && hi > 0.5 && hi <= 1:
		m.Lo, m.Hi = 0, 1
	case lo > 0 && hi > 100*lo:
		m.Log = true
	}
}

func (s *Sweep) drawCurve(p *Panel) {
	line := Line{Name: "measured"}
	var points Points
	lo, hi := math.Inf(1), math.Inf(-1)
	for col, x := range s.X.Values {
		c := s.Cell(col, 0)
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
	if s.Seeds > 1 {
		line.Name = fmt.Sprintf("mean and range of %d seeds", s.Seeds)
	} else {
		line.Lo, line.Hi = nil, nil
	}
	p.Y.Log = lo > 0 && hi > 100*lo
	p.Line(line)
	p.Point(points)
}

// cut returns the part of a law's curve over the range.
func (r Range) cut(m Line) Line {
	a := r.axis()
	out := Line{Name: m.Name, Role: m.Role, Class: m.Class}
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
func (r Range) cross(m Line, i int, x float64, out *Line) {
	x0, x1 := r.scaled(m.X[i-1]), r.scaled(m.X[i])
	if share := (r.scaled(x) - x0) / (x1 - x0); share > 0 && share < 1 {
		out.X, out.Y = append(out.X, x), append(out.Y, m.Y[i-1]+share*(m.Y[i]-m.Y[i-1]))
	}
}

// says is the sentence of the diagram, and how to read it.
func (s *Sweep) says() string {
	n, absent := s.Known(), 0
	least, most := -1, -1
	for i, f := range s.found {
		switch {
		case f.known && math.IsNaN(f.value):
			absent++
		case f.known:
			if least < 0 || f.value < s.found[least].value {
				least = i
			}
			if most < 0 || f.value > s.found[most].value {
				most = i
			}
		}
	}
	text := fmt.Sprintf("%d of %d runs are known.", n, s.Runs())
	switch {
	case n == 0:
		return fmt.Sprintf("None of %d runs is known yet.", s.Runs())
	case least < 0:
		return text + fmt.Sprintf(" None of them has the fact %s.", s.Fact)
	case s.found[least].value == s.found[most].value:
		text += fmt.Sprintf(" %s is %s in all of them", s.factName(), s.measured(least))
	default:
		text += fmt.Sprintf(" %s goes from %s at %s to %s at %s", s.factName(), s.measured(least), s.where(least), s.measured(most), s.where(most))
	}
	if absent > 0 {
		text += fmt.Sprintf(", and is not defined in %d", absent)
	}
	return strings.TrimSpace(text + ". " + s.proposed.Note)
}

// measured writes the value of a run for people.
func (s *Sweep) measured(run int) string {
	return strings.TrimSpace(FormatFloat(round(s.found[run].value, 'e', 2)) + " " + s.fact.Unit)
}

// where names the cell of a run.
func (s *Sweep) where(run int) string {
	col, row, _ := s.place(run)
	text := s.X.key() + " = " + FormatFloat(s.X.Values[col])
	if s.Y.Knob != nil {
		text += ", " + s.Y.key() + " = " + FormatFloat(s.Y.Values[row])
	}
	return text
}
