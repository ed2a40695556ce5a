package figure

import (
	"math"
	"slices"

	"example.org/rote/sim"
)

// A colourBar explains a colour scale at the right of a panel.
type colourBar struct {
	name      string
	y         axis // from lo to hi
	shades    shades
	ramp      *ramp
	diverging bool
	width     float64 // with its labels and gap
}

// maxBars is how many colour bars a panel has at most.
const maxBars = 2

// colourBars finds the scales of the panel that need one.
func (c *chart) colourBars() {
	c.bars = nil
	for i := range c.panel.Fields {
		if m := &c.panel.Fields[i]; isRaster(m) && m.Scale != sim.Categorical && m.Name != "" {
			s := shadesOf(m)
			diverging := m.Scale == sim.Diverging
			c.addBar(colourBar{name: (&axis{name: m.Name, unit: m.Unit}).title(), y: axis{lo: s.lo, hi: s.hi, log: valueAxis(m).log},
				shades: s, diverging: diverging, ramp: c.theme.ramp(diverging, c.isBackdrop())})
		}
	}
	for i := range c.panel.Points {
		if m := &c.panel.Points[i]; len(m.Values) > 0 && m.Value != "" && len(m.Values) >= min(len(m.X), len(m.Y)) {
			lo, hi := pointRange(m)
			diverging := m.Scale == sim.Diverging
			c.addBar(colourBar{name: m.Value, y: axis{lo: lo, hi: hi}, shades: shades{lo: lo, hi: hi}, diverging: diverging, ramp: c.theme.ramp(diverging, false)})
		}
	}
}

func (c *chart) addBar(b colourBar) {
	if len(c.bars) == maxBars || c.room.w < 150*c.em {
		return
	}
	b.y.from, b.y.to = 100*c.em, 0
	labels := b.edgeWidth(c)
	for _, t := range b.y.ticks(5) {
		labels = max(labels, textWidth(t.label, c.small(), false))
	}
	b.width = labels + 40*c.em
	c.bars = append(c.bars, b)
}

func (c *chart) drawColourBars() {
	x := c.box.right() + 12*c.em
	for i := range c.bars {
		c.drawColourBar(&c.bars[i], x)
		x += c.bars[i].width
	}
}

func (c *chart) drawColourBar(b *colourBar, x float64) {
	width := 9 * c.em
	c.drawRamp(b, x, width)
	marked, labels := c.drawEdges(b, x, width), b.edgeWidth(c)
	for _, t := range b.y.ticks(int(max(1, min(5, c.box.h/(30*c.em))))) {
		if slices.ContainsFunc(marked, func(y float64) bool { return math.Abs(y-t.at) < 12*c.em }) {
			continue
		}
		c.line(x+width, t.at, x+width+3*c.em, t.at, max(1, 0.8*c.em), c.theme.Hair)
		c.text(Text{X: x + width + 6*c.em, Y: t.at + 3.8*c.em, Text: t.label, Size: c.small(), Colour: c.theme.Second})
		labels = max(labels, textWidth(t.label, c.small(), false))
	}
	if b.diverging {
		c.line(x-2*c.em, b.y.at(0), x+width+3*c.em, b.y.at(0), 1.5*c.em, c.theme.Ink)
	}
	name := cutText(b.name, c.box.h, c.small(), false)
	c.text(Text{X: x + width + 19*c.em + labels, Y: c.box.y + c.box.h/2, Text: name, Size: c.small(), Anchor: Middle, Up: true,
		Colour: c.theme.Second})
}

// drawRamp paints the colours of a bar. An edge at its upper end has a patch of
// its own above it.
func (c *chart) drawRamp(b *colourBar, x, width float64) {
	const steps = 64
	pix := make([]byte, 0, 4*steps)
	for i := range steps {
		p := b.ramp.at(b.shades.share(b.y.hi - float64(i)/(steps-1)*(b.y.hi-b.y.lo)))
		pix = append(pix, p.R, p.G, p.B, p.A)
	}
	b.y.from, b.y.to = c.box.bottom(), c.box.y
	if b.shades.ends() {
		b.y.to += 12 * c.em
		c.fill(rect{x, c.box.y, width, 9 * c.em}, b.ramp.at(1))
	}
	c.add(&Image{X: x, Y: b.y.to, Width: width, Height: b.y.length(), W: 1, H: steps, Pix: pix})
}
