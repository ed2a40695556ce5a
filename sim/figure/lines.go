package figure

import (
	"image/color"
	"math"

	"example.org/rote/sim"
)

func (c *chart) drawLines() {
	for i := range c.panel.Lines {
		c.drawBand(&c.panel.Lines[i])
	}
	for i := range c.panel.Lines {
		c.drawLine(i)
	}
}

func (c *chart) drawLine(i int) {
	m := &c.panel.Lines[i]
	if m.Trail {
		c.drawTrail(m)
		return
	}
	style := c.lineStyle(i)
	p := &Path{Stroke: style.Mark, Width: style.Width * c.em, Dash: scaled(style.Dash, c.em)}
	c.trace(p, m.X, m.Y)
	if len(p.X) == 0 {
		return
	}
	if c.isDiagram() {
		c.add(&Path{X: p.X, Y: p.Y, Stroke: faint(c.theme.Page, 0.7), Width: p.Width + 3*c.em})
	}
	c.add(p)
}

// trace appends the pixels of a line, without points that cannot be told from
// the last.
func (c *chart) trace(p *Path, xs, ys []float64) {
	n := min(len(xs), len(ys))
	p.X, p.Y = make([]float64, 0, n), make([]float64, 0, n)
	lastX, lastY := math.NaN(), math.NaN()
	for i := range n {
		x, y := c.x.at(xs[i]), c.y.at(ys[i])
		if math.IsNaN(x) || math.IsNaN(y) {
			x, y = math.NaN(), math.NaN()
		}
		if math.Abs(x-lastX)+math.Abs(y-lastY) < 0.25 && i < n-1 {
			continue
		}
		p.to(x, y)
		lastX, lastY = x, y
	}
}

// drawBand fills the band around a line, piece by piece.
func (c *chart) drawBand(m *sim.Line) {
	n := min(len(m.X), len(m.Lo), len(m.Hi))
	fill := faint(c.theme.style(m.Role, m.Class).Mark, 0.12)
	start := 0
	for i := 0; i <= n; i++ {
		if i < n && finite(c.x.at(m.X[i])) && finite(c.y.at(m.Hi[i])) {
			continue
		}
		if i-start > 1 {
			c.add(c.band(m, start, i, fill))
		}
		start = i + 1
	}
}

// band is the outline of the band over [from, to): there on top, back below. On
// a log axis it reaches down to the edge where its low end is not above 0.
func (c *chart) band(m *sim.Line, from, to int, fill color.NRGBA) *Path {
	p := &Path{Closed: true, Fill: fill}
	for i := from; i < to; i++ {
		p.to(c.x.at(m.X[i]), c.y.at(m.Hi[i]))
	}
	for i := to - 1; i >= from; i-- {
		y := c.y.at(m.Lo[i])
		if math.IsNaN(y) {
			y = c.y.from
		}
		p.to(c.x.at(m.X[i]), y)
	}
	return p
}

// drawArrows draws shafts and open heads of one group as one path.
func (c *chart) drawArrows() {
	for i := range c.panel.Arrows {
		m := &c.panel.Arrows[i]
		p := &Path{Stroke: c.theme.style(m.Role, 0).Mark, Width: 1.2 * c.em}
		for k := range min(len(m.X), len(m.Y), len(m.DX), len(m.DY)) {
			x0, y0 := c.x.at(m.X[k]), c.y.at(m.Y[k])
			x1, y1 := c.x.at(m.X[k]+m.DX[k]), c.y.at(m.Y[k]+m.DY[k])
			if finite(x0) && finite(y0) && finite(x1) && finite(y1) {
				p.arrow(x0, y0, x1, y1, 4.5*c.em)
			}
		}
		if len(p.X) > 0 {
			c.add(p)
		}
	}
}

func (p *Path) arrow(x0, y0, x1, y1, head float64) {
	length := math.Hypot(x1-x0, y1-y0)
	if length < 0.5 {
		return
	}
	head = min(head, 0.4*length)
	ux, uy := head*(x1-x0)/length, head*(y1-y0)/length
	p.move(x0, y0)
	p.to(x1, y1)
	p.move(x1-ux-0.55*uy, y1-uy+0.55*ux)
	p.to(x1, y1)
	p.to(x1-ux+0.55*uy, y1-uy-0.55*ux)
}
