package figure

import (
	"image/color"
	"math"
	"slices"

	"example.org/rote/sim"
)

// isDiagram reports whether a field is the subject of its panel: its cells are
// results with places of their own. It has its full colours, ticks at its
// places, and lines above it have an outline.
func (c *chart) isDiagram() bool { return slices.ContainsFunc(c.panel.Fields, isCells) }

// isCells reports whether the cells of a field have places of their own.
func isCells(m sim.Field) bool { return isRaster(&m) && hasPlaces(&m) }

func hasPlaces(m *sim.Field) bool { return m.XS != nil || m.YS != nil }

// places returns the places of the columns and of the rows of a diagram, nil where
// they have none.
func (c *chart) places() (xs, ys []float64) {
	i := slices.IndexFunc(c.panel.Fields, isCells)
	if i < 0 {
		return nil, nil
	}
	m := &c.panel.Fields[i]
	if len(m.XS) == m.W {
		xs = m.XS
	}
	if len(m.YS) == m.H {
		ys = m.YS
	}
	return xs, ys
}

// placeTicks returns a tick at each of some values on the axis.
func (a *axis) placeTicks(places []float64) (out []tick) {
	for _, v := range places {
		if at := a.at(v); finite(at) {
			out = append(out, tick{at, Number(v)})
		}
	}
	return out
}

// stacked drops labels of ticks above each other until they are gap apart.
func stacked(ticks []tick, gap float64) []tick {
	last := math.Inf(1)
	for i := range ticks {
		if math.Abs(ticks[i].at-last) < gap {
			ticks[i].label = ""
		} else {
			last = ticks[i].at
		}
	}
	return ticks
}

// A cell is one value of a diagram and its rectangle.
type cell struct {
	rect
	value float64
}

// cells returns the cells of a diagram, each as a rectangle of whole pixels: large
// ones with a gap between neighbours, small ones without a seam.
func (c *chart) cells(m *sim.Field) []cell {
	out := make([]cell, m.W*m.H)
	xs, ys := borders(&c.x, m.X0, m.X1, m.XS, m.W), borders(&c.y, m.Y0, m.Y1, m.YS, m.H)
	least := math.Inf(1)
	for k := range out {
		x, y := math.Round(xs[k%m.W]), math.Round(ys[k/m.W])
		w, h := math.Round(xs[k%m.W+1])-x, math.Round(ys[k/m.W+1])-y
		out[k] = cell{rect{min(x, x+w), min(y, y+h), math.Abs(w), math.Abs(h)}, m.Values[k]}
		least = min(least, math.Abs(w), math.Abs(h))
	}
	if least < 16*c.em {
		return out
	}
	for k := range out {
		r := &out[k].rect
		*r = rect{r.x + 1, r.y + 1, r.w - 2, r.h - 2}
	}
	return out
}

// drawCells paints the cells of a diagram. Blank ones have an outline.
func (c *chart) drawCells(m *sim.Field) {
	colour := c.cellColour(m)
	for _, cell := range c.cells(m) {
		if fill := colour(cell.value); fill.A > 0 {
			c.fill(cell.rect, fill)
			continue
		}
		p := rect{cell.x + 0.5, cell.y + 0.5, cell.w - 1, cell.h - 1}.path(color.NRGBA{})
		p.Stroke, p.Width = c.theme.Grid, 1
		c.add(p)
	}
}

// drawCellValues writes the value of each cell into it, if all have room.
func (c *chart) drawCellValues() {
	if c.thumb {
		return
	}
	for i := range c.panel.Fields {
		if m := &c.panel.Fields[i]; isCells(*m) && m.Scale != sim.Categorical {
			c.writeCells(m)
		}
	}
}

func (c *chart) writeCells(m *sim.Field) {
	cells, size := c.cells(m), c.base()
	for _, cell := range cells {
		if !finite(cell.x+cell.w+cell.y+cell.h) || finite(cell.value) && (cell.h < size+4*c.em || textWidth(Number(cell.value), size, false) > cell.w-2*c.em) {
			return
		}
	}
	colour := c.cellColour(m)
	for _, cell := range cells {
		if fill := colour(cell.value); fill.A > 0 && finite(cell.value) {
			text := Number(cell.value)
			x, y := c.clear(cell.rect, textWidth(text, size, false), size)
			c.text(Text{X: x, Y: y + 0.35*size, Text: text, Size: size, Anchor: Middle, Colour: onto(fill), Halo: fill})
		}
	}
}

// clear returns the middle of a text in a cell: that of the cell, or a place beside
// it where no line goes through the text.
func (c *chart) clear(cell rect, w, h float64) (x, y float64) {
	x, y = cell.x+cell.w/2, cell.y+cell.h/2
	for _, side := range [...][2]float64{{0, 0}, {0, -1}, {0, 1}, {1, 0}, {-1, 0}} {
		at := rect{x + side[0]*max(0, (cell.w-w)/2-3*c.em) - w/2, y + side[1]*(cell.h-1.4*h)/4 - h/2, w, h}
		if !slices.ContainsFunc(c.panel.Lines, func(m sim.Line) bool { return c.goesThrough(&m, at) }) {
			return at.x + w/2, at.y + h/2
		}
	}
	return x, y
}

// goesThrough reports whether a line meets a rectangle: whether a piece of it,
// cut to the width of the rectangle, is neither above nor below.
func (c *chart) goesThrough(m *sim.Line, r rect) bool {
	for i := 1; i < min(len(m.X), len(m.Y)); i++ {
		x0, y0, x1, y1 := c.x.at(m.X[i-1]), c.y.at(m.Y[i-1]), c.x.at(m.X[i]), c.y.at(m.Y[i])
		if !(max(x0, x1) >= r.x && min(x0, x1) <= r.right()) {
			continue
		}
		if x0 != x1 {
			slope, from, to := (y1-y0)/(x1-x0), max(r.x, min(x0, x1)), min(r.right(), max(x0, x1))
			y0, y1 = y0+slope*(from-x0), y0+slope*(to-x0)
		}
		if max(y0, y1) >= r.y && min(y0, y1) <= r.bottom() {
			return true
		}
	}
	return false
}

// onto returns black or white, whichever is easier to read on a colour.
func onto(c color.NRGBA) color.NRGBA {
	if luminance(c) > 0.179 {
		return color.NRGBA{A: 255}
	}
	return rgb(0xFFFFFF)
}

// luminance is the relative luminance of a colour, as in WCAG 2.
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x > 0.04045 {
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return x / 12.92
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
