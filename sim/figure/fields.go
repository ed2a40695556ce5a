package figure

import (
	"image/color"
	"math"

	"example.org/rote/sim"
)

// maxCells bounds a raster: far above what a lab sends.
const maxCells = 1 << 20

// isRaster tells whether a field has all of its cells.
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
			c.drawTint(m, r)
		case isRaster(m):
			c.drawRaster(m, r)
		}
	}
}

func (c *chart) drawTint(m *sim.Field, r rect) {
	style := c.theme.style(m.Role, 0)
	c.fill(r, faint(style.Mark, 0.12))
	if textWidth(m.Name, c.small(), false) < r.w-4*c.em {
		c.text(Text{X: r.x + r.w/2, Y: max(r.y, c.box.y) + 13*c.em, Text: m.Name, Size: c.small(), Anchor: Middle, Colour: style.Text})
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

// cellColour returns the colour scale of a field. A cell without a number is
// clear.
func (c *chart) cellColour(m *sim.Field) func(float64) color.NRGBA {
	if m.Scale == sim.Categorical {
		var pale [sim.MaxClass + 1]color.NRGBA
		for i := range c.theme.Classes {
			pale[i+1] = mix(c.theme.Page, c.theme.Classes[i].Mark, 0.22)
		}
		return func(v float64) color.NRGBA { return pale[classOf(v)] }
	}
	lo, hi := fieldRange(m)
	r := c.theme.ramp(m.Scale == sim.Diverging, c.isBackdrop())
	scale := 1 / (hi - lo)
	return func(v float64) color.NRGBA {
		if math.IsNaN(v) {
			return color.NRGBA{}
		}
		return r.at((v - lo) * scale)
	}
}

// classOf returns the class of a value of a categorical field, 0 for none.
func classOf(v float64) int {
	if !(v >= 1 && v < 1<<31) {
		return 0
	}
	return (int(v)-1)%sim.MaxClass + 1
}

// isBackdrop tells whether marks lie above the fields.
func (c *chart) isBackdrop() bool {
	return len(c.panel.Points)+len(c.panel.Lines)+len(c.panel.Arrows) > 0
}

// fieldRange returns the values at the ends of the colour scale.
func fieldRange(m *sim.Field) (lo, hi float64) {
	e := extent{lo: m.Lo, hi: m.Hi}
	if !finite(m.Lo) || !finite(m.Hi) || m.Lo >= m.Hi {
		e = extent{}
		for _, v := range m.Values {
			e.add(v)
		}
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
