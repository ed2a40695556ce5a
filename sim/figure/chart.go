package figure

import (
	"math"

	"example.org/rote/sim"
)

// A chart is one panel on its way into the picture: scan, measure, place, draw.
type chart struct {
	*painter
	theme Theme // of the panel
	index int
	panel *sim.Panel
	room  rect
	thumb bool

	xs, ys extent // of the marks, where an axis fits them
	x, y   axis

	titles         []string
	legend         []key
	rows           [][]key // of the legend, from the left end of the y axis' title on
	keyRows        int     // for so many there is room
	inline         bool    // the first row stands beside the title
	ends           []ending
	bars           []colourBar
	showY, showX   bool // titles of the axes
	labels         bool // of the ticks
	maxRows        int  // of the legend
	head, foot     float64
	left, right    float64 // margins
	box            rect
	xTicks, yTicks []tick
	taken          []rect // by labels
}

// isGrid reports whether the panel holds nothing but grids of tiles.
func (c *chart) isGrid() bool {
	p := c.panel
	if len(p.Fields)+len(p.Lines)+len(p.Arrows)+len(p.Points)+len(p.Bars)+len(p.Labels) > 0 {
		return false
	}
	for i := range p.Tiles {
		if p.Tiles[i].X != nil {
			return false
		}
	}
	return len(p.Tiles) > 0
}

// blank reports whether the panel has no axes.
func (c *chart) blank() bool { return c.panel.IsEmpty() || c.isGrid() }

// measure finds the margins that titles, labels and legends need.
func (c *chart) measure() {
	c.x = newAxis(&c.panel.X, c.xs, false)
	c.y = newAxis(&c.panel.Y, c.ys, !c.panel.Equal)
	c.x.whole = len(c.panel.Bars) > 0 && wholeBars(c.panel.Bars)
	c.legend = c.keys()
	c.colourBars()
	c.measureHeight()
	c.y.from, c.y.to = c.room.bottom()-c.foot, c.room.y+c.head
	c.measureWidth()
}

// measureHeight gives up titles, legend and labels, in this order, until the
// marks have room.
func (c *chart) measureHeight() {
	if c.thumb {
		c.measureThumb()
		return
	}
	lines := 2
	c.maxRows = 3
	c.showX, c.showY, c.labels = true, true, true
	for attempt := 0; ; attempt++ {
		c.titles = wrapText(c.panel.Title, c.room.w, 13*c.em, true, lines)
		c.layRows()
		c.head, c.foot = c.heights()
		if attempt == 4 || c.room.h-c.head-c.foot >= [...]float64{84, 64, 48, 30}[attempt]*c.em {
			return
		}
		switch attempt {
		case 0:
			c.showX, c.maxRows = false, 2
		case 1:
			lines, c.maxRows = 1, 1
		case 2:
			c.showY, c.legend = false, nil
		case 3:
			c.labels = false
		}
	}
}

// measureThumb leaves the short title and the marks.
func (c *chart) measureThumb() {
	title := c.panel.Title
	if c.panel.Short != "" {
		title = c.panel.Short
	}
	c.titles = []string{cutText(title, c.room.w, 13*c.em, true)}
	c.legend, c.rows, c.keyRows, c.showX, c.showY, c.labels = nil, nil, 0, false, false, false
	c.head, c.foot = c.heights()
}

func (c *chart) heights() (head, foot float64) {
	head = float64(len(c.titles))*16*c.em + float64(c.keyRows)*15*c.em + 6*c.em
	if c.inline {
		head -= 15 * c.em
	}
	if c.blank() {
		return head, 0
	}
	if !c.labels {
		return head, 5 * c.em
	}
	if c.bleeds() {
		return head, 0
	}
	foot = 18 * c.em
	if c.showX && c.x.name != "" {
		foot += 15 * c.em
	}
	return head, foot
}

func (c *chart) measureWidth() {
	if c.blank() {
		return
	}
	c.left, c.right = 6*c.em, 12*c.em
	if c.bleeds() {
		c.left, c.right = 0, 0
	}
	if c.thumb {
		c.left, c.right, c.bars = 2*c.em, 4*c.em, nil
		return
	}
	if c.ticksShown(&c.panel.Y) {
		c.left = 0
		for _, t := range c.verticalTicks(&c.y) {
			c.left = max(c.left, textWidth(t.label, c.small(), false))
		}
		// Steps keep the chart still while labels come and go.
		c.left = math.Ceil((c.left+9*c.em)/(8*c.em)) * 8 * c.em
	}
	c.measureEnds()
	for i := range c.bars {
		c.right = max(c.right, 14*c.em)
		c.right += c.bars[i].width
	}
	if c.left+c.right > 0.7*c.room.w {
		c.left, c.right, c.bars, c.ends = min(c.left, 0.3*c.room.w), 12*c.em, nil, nil
	}
}

// bleeds reports whether the panel is a map without axes that stands alone: it
// fills the picture to its edges.
func (c *chart) bleeds() bool {
	p := c.panel
	return c.alone && !c.thumb && p.Equal && p.X.Name == "" && p.Y.Name == "" && !c.blank()
}

// ticksShown reports whether an axis has labels: that of a map without a name has
// none.
func (c *chart) ticksShown(a *sim.Axis) bool {
	return c.labels && (!c.panel.Equal || a.Name != "")
}

// verticalTicks returns ticks for labels above each other.
func (c *chart) verticalTicks(a *axis) []tick {
	if _, places := c.places(); places != nil {
		return stacked(a.placeTicks(places), 15*c.em)
	}
	most := int(min(9, max(1, a.length()/(26*c.em))))
	return a.ticks(most)
}

// place fixes the box and the pixels of both axes.
func (c *chart) place() {
	if c.blank() {
		c.left, c.right = 0, 0
	}
	c.box = rect{c.room.x + c.left, c.room.y + c.head, c.room.w - c.left - c.right, c.room.h - c.head - c.foot}
	if c.bleeds() {
		c.box.x -= c.edge()
		c.box.w += 2 * c.edge()
		c.box.h += c.edge()
	}
	if c.panel.Equal && !c.blank() {
		c.equalise()
	}
	c.x.from, c.x.to = c.box.x, c.box.right()
	c.y.from, c.y.to = c.box.bottom(), c.box.y
	if c.box.w < 10*c.em || c.box.h < 8*c.em {
		c.box = rect{}
		return
	}
	b := &c.pic.Boxes[c.index]
	b.X, b.Y, b.Width, b.Height = c.box.x, c.box.y, c.box.w, c.box.h
	if !c.blank() {
		b.x, b.y = c.x, c.y
	}
}

func (c *chart) draw() {
	c.drawTitles()
	if c.box.w == 0 {
		return
	}
	switch {
	case c.panel.IsEmpty():
		c.drawSentence()
		return
	case c.isGrid():
		c.drawTiles()
		return
	}
	c.drawGround()
	c.clip(c.box, 0)
	c.drawFields()
	c.drawLines()
	if !c.thumb { // where they are too short to point
		c.drawArrows()
	}
	c.unclip()
	c.clip(c.box, 5*c.em)
	c.drawPoints()
	c.unclip()
	c.clip(c.box, 0)
	c.drawBars()
	c.unclip()
	c.drawTiles()
	c.drawCellValues()
	c.drawAxes()
	if c.thumb {
		return
	}
	c.drawColourBars()
	c.drawLens()
	c.drawOutside()
	c.drawBadges()
	c.drawEnds()
	c.drawLabels()
}
