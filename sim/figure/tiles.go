package figure

import (
	"math"

	"example.org/rote/sim"
)

// maxTiles is how many tiles of a group are shown at most.
const maxTiles = 4096

// tileCount returns how many tiles of a group are whole.
func tileCount(m *sim.Tiles) int {
	n := min(m.N, maxTiles)
	switch {
	case m.Text != nil:
		n = min(n, len(m.Text))
	case m.W < 1 || m.H < 1 || m.W > 4096 || m.H > 4096 || m.Depth != 1 && m.Depth != 3:
		return 0
	default:
		n = min(n, len(m.Pix)/(m.W*m.H*m.Depth))
	}
	if m.X != nil {
		n = min(n, len(m.X), len(m.Y))
	}
	return max(0, n)
}

// A tileGrid is where the tiles of one group lie.
type tileGrid struct {
	n, cols      int
	first        rect    // of the first tile
	stepX, stepY float64 // to the next
	values       bool    // there is room for them
}

// tile returns where tile i lies.
func (g *tileGrid) tile(i int) rect {
	r := g.first
	r.x += float64(i%g.cols) * g.stepX
	r.y += float64(i/g.cols) * g.stepY
	return r
}

// drawTiles draws all tiles, groups without positions below each other.
func (c *chart) drawTiles() {
	grids := c.grids()
	c.pic.Boxes[c.index].grids = grids
	for i := range c.panel.Tiles {
		m := &c.panel.Tiles[i]
		c.nameRows(m, &grids[i])
		for k := range tileCount(m) {
			r := grids[i].tileAt(m, &c.x, &c.y, k)
			if r.w > 0 && r.h > 0 && (m.X == nil || c.box.meets(r)) {
				c.drawTile(m, k, r, grids[i].values || m.X != nil)
			}
		}
	}
}

// tileAt returns where tile k lies: on the grid, or at its place on the axes.
func (g *tileGrid) tileAt(m *sim.Tiles, x, y *axis, k int) rect {
	if m.X == nil {
		return g.tile(k)
	}
	mx, my := x.at(m.X[k]), y.at(m.Y[k])
	w := math.Abs(x.at(m.X[k]+m.Size/2) - x.at(m.X[k]-m.Size/2))
	if !finite(mx) || !finite(my) || !finite(w) {
		return rect{}
	}
	h := 0.5 * w
	if m.Text == nil {
		h = w * float64(m.H) / float64(m.W)
	}
	return rect{mx - w/2, my - h/2, w, h}
}

// grids shares the box among the groups without positions by their rows.
func (c *chart) grids() []tileGrid {
	out := make([]tileGrid, len(c.panel.Tiles))
	weights, total := make([]float64, len(out)), 0.0
	for i := range out {
		if m := &c.panel.Tiles[i]; m.X == nil {
			weights[i] = float64(tileCount(m)) / float64(max(1, m.Cols))
			if m.Cols < 1 {
				weights[i] = math.Sqrt(float64(tileCount(m)))
			}
			total += weights[i]
		}
	}
	area := c.box
	for i := range out {
		area.h = c.box.h * weights[i] / max(total, 1e-9)
		out[i] = c.tileGrid(&c.panel.Tiles[i], area)
		area.y += area.h
	}
	return out
}

// tileGrid chooses the columns with the largest tiles, if the group does not.
func (c *chart) tileGrid(m *sim.Tiles, area rect) tileGrid {
	n := tileCount(m)
	best, score := tileGrid{cols: 1}, 0.0
	if n == 0 || m.X != nil {
		return best
	}
	from, to := 1, min(n, 128)
	if m.Cols > 0 {
		from, to = min(m.Cols, n), min(m.Cols, n)
	}
	for cols := from; cols <= to; cols++ {
		g := c.gridOf(m, area, n, cols)
		s := g.first.w
		if len(m.Values) >= n && !g.values {
			s /= 2
		}
		if s > 1.001*score {
			best, score = g, s
		}
	}
	return best
}

func (c *chart) gridOf(m *sim.Tiles, area rect, n, cols int) tileGrid {
	rows := (n + cols - 1) / cols
	names := c.rowNames(m)
	area.x, area.w = area.x+names, area.w-names
	gap := min(6*c.em, 0.12*area.w/float64(cols))
	below := gap
	values := len(m.Values) >= n && c.valueTile(m, n) <= area.w/float64(cols)
	if values {
		below += 13 * c.em
	}
	w, h := (area.w+gap)/float64(cols)-gap, (area.h+gap)/float64(rows)-below
	if w <= 0 || h <= 0 {
		return tileGrid{cols: cols}
	}
	if m.Text != nil {
		w, h = min(w, c.textTile(m, n)), min(h, 22*c.em)
	} else {
		scale := min(w/float64(m.W), h/float64(m.H), 160*c.em/float64(m.W))
		if scale > 2 {
			scale = math.Floor(scale) // whole pixels are crisp
		}
		w, h = scale*float64(m.W), scale*float64(m.H)
	}
	g := tileGrid{n: n, cols: cols, first: rect{area.x + 1, area.y + 1, w, h}, stepX: w + gap, stepY: h + below, values: values}
	if values {
		g.stepX = max(g.stepX, c.valueTile(m, n))
		g.first.x += (g.stepX - gap - w) / 2
	}
	return g
}

// valueTile returns the width of a column that holds every value.
func (c *chart) valueTile(m *sim.Tiles, n int) float64 {
	widest := 0.0
	for _, v := range m.Values[:n] {
		widest = max(widest, textWidth(Number(v), c.small(), false))
	}
	return widest + 7*c.em
}

// textTile returns the width of a tile that holds every text.
func (c *chart) textTile(m *sim.Tiles, n int) float64 {
	widest := 0.0
	for _, s := range m.Text[:n] {
		widest = max(widest, textWidth(s, c.small(), false))
	}
	return widest + 10*c.em
}

func (c *chart) drawTile(m *sim.Tiles, i int, r rect, values bool) {
	style := c.tileStyle(m, i)
	if m.Text != nil {
		if size := c.tileText(m, r); size <= r.h { // a lower tile is a patch of its colour
			text := wholeWords(m.Text[i], r.w-4*c.em, size)
			c.text(Text{X: r.x + r.w/2, Y: r.y + r.h/2 + 0.36*size, Text: text, Size: size, Anchor: Middle, Colour: style.Text})
		}
	} else {
		c.add(tileImage(m, i, r))
	}
	c.markTile(m, i, r)
	c.frameTile(m, i, r)
	if values && i < len(m.Values) {
		c.text(Text{X: r.x + r.w/2, Y: r.bottom() + 12*c.em, Text: Number(m.Values[i]), Size: c.small(), Anchor: Middle, Colour: c.theme.Second})
	}
}

// tileText returns the size of the texts of tiles: the usual one in a grid, and at places
// as large as the tile and the widest text allow.
func (c *chart) tileText(m *sim.Tiles, r rect) float64 {
	if m.X == nil {
		return c.small()
	}
	widest := 1.0
	for _, s := range m.Text {
		widest = max(widest, textWidth(s, c.small(), false))
	}
	return c.small() * max(1, min(0.42*r.h/c.small(), (r.w-8*c.em)/widest))
}

func tileImage(m *sim.Tiles, i int, r rect) *Image {
	size := m.W * m.H * m.Depth
	src := m.Pix[i*size : (i+1)*size]
	pix := make([]byte, 0, 4*m.W*m.H)
	for k := 0; k < size; k += m.Depth {
		if m.Depth == 1 {
			pix = append(pix, src[k], src[k], src[k], 255)
		} else {
			pix = append(pix, src[k], src[k+1], src[k+2], 255)
		}
	}
	return &Image{X: r.x, Y: r.y, Width: r.w, Height: r.h, W: m.W, H: m.H, Pix: pix}
}
