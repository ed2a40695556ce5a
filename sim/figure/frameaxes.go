package figure

import "math"

// drawTitles writes the panel's title, and below it what the y axis measures
// and the legend.
func (c *chart) drawTitles() {
	y := c.room.y
	for _, line := range c.titles {
		y += 16 * c.em
		c.text(Text{X: c.room.x, Y: y - 4*c.em, Text: line, Size: 13 * c.em, Bold: true, Colour: c.theme.Ink})
	}
	for i, row := range c.rows {
		x := c.room.x
		if c.inline && i == 0 {
			x += c.titleWidth() + c.keyGap()
		} else {
			y += 15 * c.em
		}
		c.drawRow(row, i, x, y-4*c.em)
	}
}

func (c *chart) titleWidth() float64 { return textWidth(c.titles[0], 13*c.em, true) }

// drawSentence says why there is nothing to be seen.
func (c *chart) drawSentence() {
	lines := wrapText(c.panel.Empty, min(0.9*c.room.w, 420*c.em), c.base(), false, 4)
	height := 17 * c.em
	lines = lines[:min(len(lines), int(c.box.h/height))]
	y := c.box.y + c.box.h/2 - float64(len(lines)-1)*height/2 + 4*c.em
	for _, line := range lines {
		c.text(Text{X: c.box.x + c.box.w/2, Y: y, Text: line, Size: c.base(), Anchor: Middle, Colour: c.theme.Second})
		y += height
	}
}

// drawGround paints what lies below the marks: the surface of a map, or thin
// lines at the labelled ticks.
func (c *chart) drawGround() {
	c.yTicks, c.xTicks = c.verticalTicks(&c.y), c.x.textTicks(c.small(), 10*c.em)
	if places, _ := c.places(); places != nil {
		c.xTicks = thinned(c.x.placeTicks(places), c.small(), 8*c.em)
	}
	if c.isDiagram() {
		return
	}
	if c.panel.Equal {
		c.fill(c.box, c.theme.Panel)
		return
	}
	grid := &Path{Stroke: c.theme.Grid, Width: max(1, 0.8*c.em)}
	for _, t := range c.yTicks {
		if t.label != "" && t.at < c.box.bottom()-1 {
			grid.move(c.box.x, t.at)
			grid.to(c.box.right(), t.at)
		}
	}
	c.add(grid)
}

// move begins a new piece.
func (p *Path) move(x, y float64) {
	if len(p.X) > 0 {
		p.to(math.NaN(), math.NaN())
	}
	p.to(x, y)
}

func (p *Path) to(x, y float64) { p.X, p.Y = append(p.X, x), append(p.Y, y) }

// drawAxes draws both axes with their ticks and labels.
func (c *chart) drawAxes() {
	hair := &Path{Stroke: c.theme.Hair, Width: max(1, 0.8*c.em)}
	if !c.panel.Equal {
		hair.move(c.box.x, c.box.y)
		hair.to(c.box.x, c.box.bottom())
		hair.to(c.box.right(), c.box.bottom())
	}
	c.drawTicksX(hair)
	c.drawTicksY(hair)
	if len(hair.X) > 0 {
		c.add(hair)
	}
	if c.showX && c.labels && c.x.name != "" {
		title := cutText(c.x.title(), c.room.w, c.small(), false)
		y := c.box.bottom() + 30*c.em
		if !c.ticksShown(&c.panel.X) {
			y -= 16 * c.em
		}
		x := c.inRoom(c.box.x+c.box.w/2, textWidth(title, c.small(), false)/2)
		c.text(Text{X: x, Y: y, Text: title, Size: c.small(), Anchor: Middle, Colour: c.theme.Second})
	}
}

// inRoom moves the middle of a text so that the text stays in the room.
func (c *chart) inRoom(x, half float64) float64 {
	return max(c.room.x+half, min(c.room.right()-half, x))
}

func (c *chart) drawTicksX(hair *Path) {
	if !c.ticksShown(&c.panel.X) {
		return
	}
	for _, t := range c.xTicks {
		long := 2 * c.em
		if t.label != "" {
			long = 4 * c.em
		}
		hair.move(t.at, c.box.bottom())
		hair.to(t.at, c.box.bottom()+long)
		if t.label == "" {
			continue
		}
		half := textWidth(t.label, c.small(), false) / 2
		c.text(Text{X: c.inRoom(t.at, half), Y: c.box.bottom() + 15*c.em, Text: t.label, Size: c.small(),
			Anchor: Middle, Colour: c.theme.Second})
	}
}

func (c *chart) drawTicksY(hair *Path) {
	if !c.ticksShown(&c.panel.Y) {
		return
	}
	for _, t := range c.yTicks {
		long := 2 * c.em
		if t.label != "" {
			long = 4 * c.em
		}
		hair.move(c.box.x, t.at)
		hair.to(c.box.x-long, t.at)
		if t.label == "" || c.left < 12*c.em {
			continue
		}
		c.text(Text{X: c.box.x - 7*c.em, Y: t.at + 3.8*c.em, Text: t.label, Size: c.small(), Anchor: End,
			Colour: c.theme.Second})
	}
}
