package figure

import (
	"image/color"
	"math"
)

// maxLabels bounds the labels that look out for each other.
const maxLabels = 80

func (c *chart) drawLabels() {
	for i := range c.panel.Labels {
		m := &c.panel.Labels[i]
		x, y := c.x.at(m.X), c.y.at(m.Y)
		if math.IsNaN(x) || math.IsNaN(y) || !c.box.holds(x, y, 1) {
			continue
		}
		c.annotate(m.Text, x, y, c.theme.style(m.Role, 0).Text, m.Boxed)
	}
}

// holds reports whether a point lies in r grown by slack.
func (r rect) holds(x, y, slack float64) bool {
	return x >= r.x-slack && x <= r.right()+slack && y >= r.y-slack && y <= r.bottom()+slack
}

func (r rect) meets(s rect) bool {
	return r.x < s.right() && s.x < r.right() && r.y < s.bottom() && s.y < r.bottom()
}

// annotate writes a text beside a place, on the side where it stays in the box
// and off other labels.
func (c *chart) annotate(text string, x, y float64, colour color.NRGBA, boxed bool) {
	text = cutText(text, c.box.w-12*c.em, c.small(), false)
	if text == "" {
		return
	}
	r := c.placeLabel(x, y, textWidth(text, c.small(), false)+6*c.em, 15*c.em)
	t := Text{X: r.x + 3*c.em, Y: r.bottom() - 4*c.em, Text: text, Size: c.small(), Colour: colour, Halo: c.ground()}
	if boxed {
		p := r.path(c.theme.Page)
		p.Stroke, p.Width = colour, c.em
		c.add(p)
		t.Halo.A = 0
	}
	if len(c.taken) < maxLabels {
		c.taken = append(c.taken, r)
	}
	c.text(t)
}

// ground is the colour behind the marks.
func (c *chart) ground() color.NRGBA {
	if c.panel.Equal {
		return c.theme.Panel
	}
	return c.pic.Background
}

// placeLabel returns a rectangle of the given size beside a place: the first
// of some that is free, moved into the box.
func (c *chart) placeLabel(x, y, w, h float64) rect {
	near := 4 * c.em
	var first rect
	for i := range 12 {
		r := rect{x + near, y - h/2, w, h}
		if i%2 == 1 {
			r.x = x - near - w
		}
		r.y += h * [...]float64{0, -1, 1, -2, 2, 3}[i/2]
		if c.box.w >= w {
			r.x = min(r.x, c.box.right()-w)
			r.x = max(r.x, c.box.x)
		}
		r.y = max(c.box.y, min(r.y, c.box.bottom()-h))
		if i == 0 {
			first = r
		}
		if c.free(r) {
			return r
		}
	}
	return first
}

func (c *chart) free(r rect) bool {
	for _, other := range c.taken {
		if r.meets(other) {
			return false
		}
	}
	return true
}
