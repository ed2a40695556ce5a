package figure

import (
	"image/color"
	"slices"
)

// layRows breaks the title of the y axis and the legend into rows.
func (c *chart) layRows() {
	var all []key
	if c.showY && !c.blank() {
		all = append(all, key{text: c.y.title()})
	}
	all = append(append(all, c.legend...), c.lineKeys()...)
	full := c.pack(all)
	c.rows, c.keyRows = c.pack(slices.DeleteFunc(all, func(k key) bool { return k.absent })), len(full)
	c.inline = len(c.titles) == 1 && len(full) == 1 && c.titleWidth()+c.keyGap()+c.rowWidth(full[0]) <= c.room.w
}

func (c *chart) rowWidth(row []key) float64 {
	sum := 0.0
	for _, k := range row {
		sum += k.width + c.keyGap()
	}
	return sum
}

// pack breaks entries into rows. What does not fit into them is left out.
func (c *chart) pack(list []key) (rows [][]key) {
	for _, k := range list {
		k.text = cutText(k.text, c.room.w-c.swatch(k.kind), c.small(), false)
		k.width = c.swatch(k.kind) + textWidth(k.text, c.small(), false)
		last := len(rows) - 1
		switch {
		case k.text == "":
		case last >= 0 && c.rowWidth(rows[last])+k.width <= c.room.w:
			rows[last] = append(rows[last], k)
		case len(rows) < c.maxRows:
			rows = append(rows, []key{k})
		}
	}
	return rows
}

func (c *chart) keyGap() float64 { return 12 * c.em }

// swatch is the room for the mark of an entry.
func (c *chart) swatch(kind keyKind) float64 {
	return [...]float64{titleKey: 0, lineKey: 22, pointKey: 12, barKey: 14, outlineKey: 14, classKey: 12, tintKey: 14}[kind] * c.em
}

func (c *chart) drawRow(row []key, index int, x, y float64) {
	for i, k := range row {
		colour := c.theme.Second
		if index > 0 || i > 0 || k.kind != titleKey {
			c.drawSwatch(k, x, y-4*c.em)
			colour = c.theme.Ink
		}
		c.text(Text{X: x + c.swatch(k.kind), Y: y, Text: k.text, Size: c.small(), Colour: colour})
		x += k.width + c.keyGap()
	}
}

func (c *chart) drawSwatch(k key, x, y float64) {
	em := c.em
	switch k.kind {
	case lineKey:
		c.add(&Path{X: []float64{x, x + 17*em}, Y: []float64{y, y}, Stroke: k.style.Mark,
			Width: k.style.Width * em, Dash: scaled(k.style.Dash, em)})
	case pointKey, classKey:
		c.add(&Markers{Panel: c.index, Group: -1, X: []float64{x + 4*em}, Y: []float64{y}, Style: []uint8{0},
			Styles: []Marker{c.marker(k.style)}})
	case barKey:
		c.fill(rect{x, y - 4*em, 9 * em, 9 * em}, k.style.Mark)
	case outlineKey, tintKey:
		p := rect{x, y - 4*em, 9 * em, 9 * em}.path(color.NRGBA{})
		if k.kind == tintKey {
			p.Fill = faint(k.style.Mark, tint)
		}
		p.Stroke, p.Width = k.style.Mark, 1.5*em
		c.add(p)
	}
}

// scaled returns the lengths times the factor.
func scaled(lengths []float64, factor float64) []float64 {
	if factor == 1 {
		return lengths
	}
	out := make([]float64, len(lengths))
	for i, l := range lengths {
		out[i] = l * factor
	}
	return out
}
