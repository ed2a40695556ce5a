package figure

import "math"

// equalise makes one unit equally long on both axes: a hero shows more of the map
// than is asked for, to fill its room; a thumb becomes narrower. Of a raster alone
// there is no more: it stands in the middle.
func (c *chart) equalise() {
	scale := min(c.box.w/c.x.span(), c.box.h/c.y.span())
	if !finite(scale) || scale <= 0 || c.x.log || c.y.log {
		return
	}
	least := 1.0
	switch {
	case c.isMatrix():
		least = 0
	case c.thumb:
		least = 0.5
	}
	room := c.box.w
	c.box.w = c.x.widen(c.box.w, scale, least)
	c.box.h = c.y.widen(c.box.h, scale, least)
	if !c.thumb {
		c.box.x += (room - c.box.w) / 2
	}
}

// isMatrix reports whether a panel has rasters and no other marks.
func (c *chart) isMatrix() bool {
	p := c.panel
	return len(p.Fields) > 0 && len(p.Lines)+len(p.Arrows)+len(p.Points)+len(p.Bars)+len(p.Tiles)+len(p.Labels) == 0
}

// widen returns the pixels for the axis at the scale, of the length at hand. It
// widens the range if less than the given share would be used.
func (a *axis) widen(length, scale, least float64) float64 {
	if used := a.span() * scale; used >= least*length {
		return used
	}
	half := least * length / scale / 2
	middle := (a.lo + a.hi) / 2
	if math.Abs(middle)+half > huge || narrow(middle-half, middle+half) {
		return length
	}
	if a.lo > a.hi {
		half = -half
	}
	a.lo, a.hi = middle-half, middle+half
	return least * length
}
