package figure

import (
	"math"

	"example.org/rote/sim"
)

// scan finds the extent of the marks, on the scales of the axes.
func (c *chart) scan() {
	x, y := axis{log: c.panel.X.Log}, axis{log: c.panel.Y.Log}
	for i := range c.panel.Fields {
		m := &c.panel.Fields[i]
		c.xs.addAll(&x, []float64{m.X0, m.X1})
		c.ys.addAll(&y, []float64{m.Y0, m.Y1})
	}
	for i := range c.panel.Lines {
		m := &c.panel.Lines[i]
		c.xs.addAll(&x, m.X)
		c.ys.addAll(&y, m.Y)
		c.ys.addAll(&y, m.Lo)
		c.ys.addAll(&y, m.Hi)
	}
	for i := range c.panel.Arrows {
		c.scanArrows(&x, &y, &c.panel.Arrows[i])
	}
	for i := range c.panel.Points {
		m := &c.panel.Points[i]
		c.xs.addAll(&x, m.X)
		c.ys.addAll(&y, m.Y)
		c.ys.addAll(&y, m.Lo)
		c.ys.addAll(&y, m.Hi)
		c.xs.loose, c.ys.loose = true, true
	}
	c.scanBars(&x, &y)
	for i := range c.panel.Tiles {
		c.scanTiles(&x, &y, &c.panel.Tiles[i])
	}
	for i := range c.panel.Labels {
		c.xs.add(x.scaled(c.panel.Labels[i].X))
		c.ys.add(y.scaled(c.panel.Labels[i].Y))
	}
}

func (c *chart) scanArrows(x, y *axis, m *sim.Arrows) {
	n := min(len(m.X), len(m.Y), len(m.DX), len(m.DY))
	for i := range n {
		c.xs.add(x.scaled(m.X[i]))
		c.xs.add(x.scaled(m.X[i] + m.DX[i]))
		c.ys.add(y.scaled(m.Y[i]))
		c.ys.add(y.scaled(m.Y[i] + m.DY[i]))
	}
}

func (c *chart) scanBars(x, y *axis) {
	for i := range c.panel.Bars {
		m := &c.panel.Bars[i]
		half := m.Width / 2
		if !(half > 0) {
			half = 0.5 * spacing(m.X)
		}
		for _, v := range m.X {
			c.xs.add(x.scaled(v - half))
			c.xs.add(x.scaled(v))
			c.xs.add(x.scaled(v + half))
		}
		c.ys.add(y.scaled(m.Base))
		c.ys.addAll(y, m.Y)
		c.ys.addAll(y, m.Lo)
		c.ys.addAll(y, m.Hi)
	}
}

func (c *chart) scanTiles(x, y *axis, m *sim.Tiles) {
	half := m.Size / 2
	for i := range min(len(m.X), len(m.Y)) {
		c.xs.add(x.scaled(m.X[i] - half))
		c.xs.add(x.scaled(m.X[i] + half))
		c.ys.add(y.scaled(m.Y[i] - half))
		c.ys.add(y.scaled(m.Y[i] + half))
	}
}

// spacing returns the least distance of neighbours in a list, or 1.
func spacing(xs []float64) float64 {
	least := math.Inf(1)
	for i := 1; i < len(xs); i++ {
		if d := math.Abs(xs[i] - xs[i-1]); d > 0 {
			least = min(least, d)
		}
	}
	if finite(least) {
		return least
	}
	return 1
}

func wholeBars(bars []sim.Bars) bool {
	for i := range bars {
		for _, x := range bars[i].X {
			if x != math.Trunc(x) {
				return false
			}
		}
	}
	return true
}
