package figure

import (
	"math"

	"example.org/rote/sim"
)

// drawOutside counts the points that a fixed view leaves out, and marks on the
// border of a map where they are.
func (c *chart) drawOutside() {
	ticks := &Path{Stroke: c.theme.Second, Width: 1.5 * c.em}
	count := 0
	for i := range c.panel.Points {
		if m := &c.panel.Points[i]; m.Counts == nil {
			count += c.outside(m, ticks)
		}
	}
	if count == 0 {
		return
	}
	if c.panel.Equal {
		c.add(ticks)
	}
	c.drawCorner(Number(float64(count)) + " more outside the picture")
}

// drawCorner writes a text in the first corner that is free, from the lower right
// one on.
func (c *chart) drawCorner(text string) {
	w, h := textWidth(text, c.small(), false)+8*c.em, 16*c.em
	left, right := c.box.x+4*c.em, c.box.right()-w-4*c.em
	top, bottom := c.box.y+4*c.em, c.box.bottom()-h-4*c.em
	for _, r := range [...]rect{{right, bottom, w, h}, {left, bottom, w, h}, {right, top, w, h}, {left, top, w, h}} {
		if left <= right && c.free(r) {
			c.taken = append(c.taken, r)
			c.text(Text{X: r.x + 4*c.em, Y: r.bottom() - 4*c.em, Text: text, Size: c.small(), Colour: c.theme.Second, Halo: c.ground()})
			return
		}
	}
}

// outside counts the points of a group beyond the box, and adds a tick for each.
func (c *chart) outside(m *sim.Points, ticks *Path) (count int) {
	for i := range min(len(m.X), len(m.Y)) {
		x, y := c.x.at(m.X[i]), c.y.at(m.Y[i])
		if !finite(x) || !finite(y) || c.box.holds(x, y, 1) {
			continue
		}
		count++
		mx, my := c.box.x+c.box.w/2, c.box.y+c.box.h/2
		share := min(c.box.w/2/math.Abs(x-mx), c.box.h/2/math.Abs(y-my))
		px, py := mx+share*(x-mx), my+share*(y-my)
		d := math.Hypot(x-mx, y-my)
		ticks.move(px, py)
		ticks.to(px-6*c.em*(x-mx)/d, py-6*c.em*(y-my)/d)
	}
	return count
}
