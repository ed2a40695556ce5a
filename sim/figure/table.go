package figure

import (
	"math"

	"example.org/rote/sim"
)

// Table returns the marks of a panel as a table for people: the head and rows
// of cells, each row as long as the head. The columns of values and of ranges
// are there only where a mark has them. A raster has a row per cell. The ways of
// points are left out: they are as many rows as all steps have points.
func Table(p *sim.Panel) (head []string, rows [][]string) {
	var used [len(record{}.numbers)]bool
	var list []record
	each(p, false, func(r record) {
		list = append(list, r)
		for i, v := range r.numbers {
			used[i] = used[i] || !math.IsNaN(v)
		}
	})
	x, y := axis{name: or(p.X.Name, "x"), unit: p.X.Unit}, axis{name: or(p.Y.Name, "y"), unit: p.Y.Unit}
	names := [...]string{x.title(), y.title(), "Value", "From", "To"}
	head = []string{"Series"}
	for i, name := range names {
		if used[i] {
			head = append(head, name)
		}
	}
	for _, r := range list {
		row := []string{r.series}
		for i, v := range r.numbers {
			if used[i] {
				row = append(row, cellText(v))
			}
		}
		rows = append(rows, row)
	}
	return head, rows
}

func cellText(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return Number(v)
}

// A record is one row of a panel's data.
type record struct {
	series  string
	numbers [5]float64 // x, y, value, lo, hi; NaN if there is none
}

func newRecord(series string, x, y float64) record {
	return record{series, [5]float64{x, y, math.NaN(), math.NaN(), math.NaN()}}
}

// item returns the i-th number of a list, or NaN.
func item(list []float64, i int) float64 {
	if i < len(list) {
		return list[i]
	}
	return math.NaN()
}

// each calls f with the records of all marks of a panel: what matters most first,
// and the cells of the ground at last. The ways of points come only if asked for.
func each(p *sim.Panel, trails bool, f func(record)) {
	for i := range p.Points {
		eachPoint(&p.Points[i], f)
	}
	for i := range p.Bars {
		m := &p.Bars[i]
		eachPlace(seriesName(m.Name, m.Role, "bar"), m.X, m.Y, m.Lo, m.Hi, f)
	}
	for i := range p.Tiles {
		eachTile(&p.Tiles[i], f)
	}
	for i := range p.Lines {
		m := &p.Lines[i]
		if m.Trail && !trails {
			continue
		}
		eachPlace(seriesName(lineName(m), m.Role, "line"), m.X, m.Y, m.Lo, m.Hi, f)
	}
	for i := range p.Labels {
		f(newRecord(p.Labels[i].Text, p.Labels[i].X, p.Labels[i].Y))
	}
	for i := range p.Arrows {
		m := &p.Arrows[i]
		for k := range min(len(m.X), len(m.Y), len(m.DX), len(m.DY)) {
			f(newRecord(or(m.Name, "arrow")+" from", m.X[k], m.Y[k]))
			f(newRecord(or(m.Name, "arrow")+" to", m.X[k]+m.DX[k], m.Y[k]+m.DY[k]))
		}
	}
	for i := range p.Fields {
		eachCell(p, &p.Fields[i], f)
	}
}

// eachPlace gives the places of a series, with their ranges. Gaps are left out.
func eachPlace(series string, xs, ys, lo, hi []float64, f func(record)) {
	for k := range min(len(xs), len(ys)) {
		r := newRecord(series, xs[k], ys[k])
		r.numbers[3], r.numbers[4] = item(lo, k), item(hi, k)
		if finite(r.numbers[0]) && finite(r.numbers[1]) {
			f(r)
		}
	}
}

// eachCell gives the place of each cell of a raster, or its middle, as drawn.
func eachCell(p *sim.Panel, m *sim.Field, f func(record)) {
	if !isRaster(m) {
		return
	}
	x, y := axis{log: p.X.Log, to: float64(m.W)}, axis{log: p.Y.Log, to: float64(m.H)}
	x.lo, x.hi = x.scaled(m.X0), x.scaled(m.X1)
	y.lo, y.hi = y.scaled(m.Y0), y.scaled(m.Y1)
	for k := range m.W * m.H {
		r := newRecord(or(m.Name, "field"), x.value(float64(k%m.W)+0.5), y.value(float64(k/m.W)+0.5))
		if len(m.XS) == m.W {
			r.numbers[0] = m.XS[k%m.W]
		}
		if len(m.YS) == m.H {
			r.numbers[1] = m.YS[k/m.W]
		}
		r.numbers[2] = m.Values[k]
		f(r)
	}
}

func eachPoint(m *sim.Points, f func(record)) {
	for k := range min(len(m.X), len(m.Y)) {
		series := seriesName(m.Name, m.Role, "point")
		if role, _ := look(m, k); k < len(m.Roles) && role != m.Role {
			series += ", " + role.String()
		}
		r := newRecord(series, m.X[k], m.Y[k])
		r.numbers[2], r.numbers[3], r.numbers[4] = item(m.Values, k), item(m.Lo, k), item(m.Hi, k)
		if _, class := look(m, k); class > 0 && m.Values == nil {
			r.numbers[2] = float64(class)
		}
		f(r)
	}
}

// eachTile gives the text of a tile, or its number.
func eachTile(m *sim.Tiles, f func(record)) {
	for k := range tileCount(m) {
		series := or(m.Name, "tile") + " " + Number(float64(k))
		if k < len(m.Text) {
			series = m.Text[k]
		}
		r := newRecord(series, item(m.X, k), item(m.Y, k))
		r.numbers[2] = item(m.Values, k)
		f(r)
	}
}

// seriesName is the name of a series, or else its role, or what its marks are.
func seriesName(name string, role sim.Role, mark string) string {
	switch {
	case name != "":
		return name
	case role == sim.Plain:
		return mark
	}
	return roleName(role)
}

func roleName(r sim.Role) string {
	if r >= sim.Roles {
		r = sim.Plain
	}
	return r.String()
}
