package figure

import (
	"image/color"
	"math"
	"slices"

	"example.org/rote/sim"
)

// maxCells bounds a raster: far above what a lab sends.
const maxCells = 1 << 20

// tint is how strong a flat patch is.
const tint = 0.12

// isRaster reports whether a field has all of its cells.
func isRaster(m *sim.Field) bool {
	return m.Scale != sim.Tint && m.W > 0 && m.H > 0 && m.W <= maxCells && m.H <= maxCells/m.W && len(m.Values) >= m.W*m.H
}

// fieldRect returns where a field lies, or false if the axes do not show it.
func fieldRect(m *sim.Field, x, y *axis) (rect, bool) {
	x0, x1, y0, y1 := x.at(m.X0), x.at(m.X1), y.at(m.Y0), y.at(m.Y1)
	r := rect{min(x0, x1), min(y0, y1), math.Abs(x1 - x0), math.Abs(y1 - y0)}
	return r, r.w > 0 && r.h > 0
}

func (c *chart) drawFields() {
	for i := range c.panel.Fields {
		m := &c.panel.Fields[i]
		r, ok := fieldRect(m, &c.x, &c.y)
		switch {
		case !ok:
		case m.Scale == sim.Tint:
			c.fill(r, faint(c.theme.style(m.Role, 0).Mark, tint))
		case isRaster(m) && hasPlaces(m):
			c.drawCells(m)
		case isRaster(m):
			c.drawRaster(m, r)
		}
	}
}

// drawRaster paints the cells so that row 0 of the picture is the top one.
func (c *chart) drawRaster(m *sim.Field, r rect) {
	colour := c.cellColour(m)
	flipX := (c.x.at(m.X1) < c.x.at(m.X0))
	flipY := (c.y.at(m.Y1) < c.y.at(m.Y0))
	pix := make([]byte, 0, 4*m.W*m.H)
	for row := range m.H {
		if flipY {
			row = m.H - 1 - row
		}
		for col := range m.W {
			if flipX {
				col = m.W - 1 - col
			}
			p := colour(m.Values[row*m.W+col])
			pix = append(pix, p.R, p.G, p.B, p.A)
		}
	}
	smooth := m.Scale != sim.Categorical && m.W >= 24 && m.H >= 24
	c.add(&Image{X: r.x, Y: r.y, Width: r.w, Height: r.h, W: m.W, H: m.H, Pix: pix, Smooth: smooth})
}

// borders returns the n+1 pixels between which n columns or rows lie. Places
// that are not n numbers on the axis count as none.
func borders(a *axis, from, to float64, places []float64, n int) []float64 {
	out := make([]float64, n+1)
	first, last := a.at(from), a.at(to)
	out[0], out[n] = first, last
	for i := 1; i < n; i++ {
		out[i] = first + float64(i)*(last-first)/float64(n)
	}
	if len(places) != n {
		return out
	}
	for i := 1; i < n; i++ {
		if middle := (a.at(places[i-1]) + a.at(places[i])) / 2; finite(middle) {
			out[i] = middle
		}
	}
	return out
}

// cellColour returns the colour scale of a field. A cell without a number is
// clear.
func (c *chart) cellColour(m *sim.Field) func(float64) color.NRGBA {
	if m.Scale == sim.Categorical {
		var pale [sim.MaxClass + 1]color.NRGBA
		for i := range c.theme.Classes {
			pale[i+1] = c.theme.pale(i + 1)
		}
		return func(v float64) color.NRGBA { return pale[classOf(v)] }
	}
	s := shadesOf(m)
	r := c.theme.ramp(m.Scale == sim.Diverging, c.isBackdrop())
	values := valueAxis(m)
	return func(v float64) color.NRGBA {
		if v = values.scaled(v); math.IsNaN(v) {
			return color.NRGBA{}
		}
		return r.at(s.share(v))
	}
}

// valueAxis is the scale on which the values of a field become colours.
func valueAxis(m *sim.Field) axis { return axis{log: m.Log && m.Scale == sim.Sequential} }

// classOf returns the class of a value of a categorical field, 0 for none.
func classOf(v float64) int {
	if !(v >= 1 && v < 1<<31) {
		return 0
	}
	return (int(v)-1)%sim.MaxClass + 1
}

// isBackdrop reports whether marks lie above rasters, which are pale then.
func (c *chart) isBackdrop() bool {
	return len(c.panel.Points)+len(c.panel.Lines)+len(c.panel.Arrows) > 0 && !c.isDiagram() &&
		slices.ContainsFunc(c.panel.Fields, func(m sim.Field) bool { return isRaster(&m) })
}

// fieldRange returns the ends of the colour scale, as they stand on the axis of
// the values.
func fieldRange(m *sim.Field) (lo, hi float64) {
	a := valueAxis(m)
	e := extent{lo: a.scaled(m.Lo), hi: a.scaled(m.Hi)}
	if !finite(m.Lo) || !finite(m.Hi) || m.Lo >= m.Hi || !finite(e.lo) {
		e = extent{}
		e.addAll(&a, m.Values)
	}
	if m.Scale == sim.Diverging {
		most := max(math.Abs(e.lo), math.Abs(e.hi))
		if most == 0 {
			most = 1
		}
		e.lo, e.hi = -most, most
	}
	return e.ends()
}
