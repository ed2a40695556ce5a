package figure

import (
	"image/color"

	"example.org/rote/sim"
)

// tileStyle is how the frame and the text of a tile look.
func (c *chart) tileStyle(m *sim.Tiles, i int) Style {
	switch {
	case i < len(m.Classes):
		return c.theme.style(sim.Plain, m.Classes[i])
	case i < len(m.Roles):
		return c.theme.style(m.Roles[i], 0)
	}
	return c.theme.style(sim.Plain, 0)
}

// frameTile draws the frame: thin, or in the colour of a role, a class or a value,
// and one more around a tile that stands out.
func (c *chart) frameTile(m *sim.Tiles, i int, r rect) {
	frame := r.path(color.NRGBA{})
	frame.Stroke, frame.Width = c.theme.Grid, c.em
	switch {
	case i < len(m.Levels) && finite(m.Levels[i]):
		lo, hi := scaleRange(m.From, m.To, m.Levels, false)
		frame.Stroke, frame.Width = sequential((m.Levels[i]-lo)/(hi-lo)), 2.5*c.em
	case i < len(m.Classes) && m.Classes[i] > 0:
		frame.Stroke, frame.Width = c.tileStyle(m, i).Mark, 2.5*c.em
	case m.Classes == nil && i < len(m.Roles):
		style := c.tileStyle(m, i)
		frame.Stroke, frame.Width, frame.Dash = style.Mark, 2*c.em, scaled(style.Dash, c.em)
	}
	c.add(frame)
	if is(m.Outlined, i) {
		outer := r.grown(2 * c.em).path(color.NRGBA{})
		outer.Stroke, outer.Width = c.theme.Ink, 2*c.em
		c.add(outer)
	}
}

func is(list []bool, i int) bool { return i < len(list) && list[i] }

func (r rect) grown(by float64) rect { return rect{r.x - by, r.y - by, r.w + 2*by, r.h + 2*by} }

// markTile draws what lies on a tile: a veil, a rectangle, a stroke through it.
func (c *chart) markTile(m *sim.Tiles, i int, r rect) {
	if is(m.Faded, i) {
		c.fill(r, faint(c.ground(), 0.7))
	}
	if on, ok := tileRect(m, i, r); ok {
		p := on.path(color.NRGBA{})
		p.Stroke, p.Width = c.theme.Roles[sim.Copied].Mark, 2*c.em
		c.add(p)
	}
	if is(m.Struck, i) {
		c.line(r.x, r.bottom(), r.right(), r.y, 1.8*c.em, c.theme.Second)
	}
}

// tileRect returns where the rectangle of a tile lies in the picture, if it has
// one.
func tileRect(m *sim.Tiles, i int, r rect) (rect, bool) {
	if 4*i+3 >= len(m.Rects) || m.W < 1 || m.H < 1 {
		return rect{}, false
	}
	on, sx, sy := m.Rects[4*i:4*i+4], r.w/float64(m.W), r.h/float64(m.H)
	out := rect{r.x + sx*on[0], r.y + sy*on[1], sx * (on[2] - on[0]), sy * (on[3] - on[1])}
	return out, out.w > 0 && out.h > 0
}

// rowNames is the room for the names of the rows of a grid.
func (c *chart) rowNames(m *sim.Tiles) float64 {
	widest := 0.0
	for _, name := range m.Rows {
		widest = max(widest, textWidth(name, c.small(), false)+8*c.em)
	}
	return min(widest, 0.3*c.box.w)
}

// nameRows writes the names of the rows at their left.
func (c *chart) nameRows(m *sim.Tiles, g *tileGrid) {
	if m.X != nil || g.n == 0 {
		return
	}
	room := c.rowNames(m)
	for row, name := range m.Rows {
		if row*g.cols >= g.n {
			return
		}
		r := g.tile(row * g.cols)
		c.text(Text{X: c.box.x, Y: r.y + r.h/2 + 4*c.em, Text: cutText(name, room-4*c.em, c.small(), false), Size: c.small(), Colour: c.theme.Second})
	}
}
