package figure

import (
	"math"
	"slices"
	"sort"

	"example.org/rote/sim"
)

// drawRings draws points that stand for several: rings whose area grows with the
// count.
func (c *chart) drawRings(group int) {
	m := &c.panel.Points[group]
	n := min(len(m.X), len(m.Y), len(m.Counts))
	style := Marker{Shape: Ring, Size: 2 * c.em, Stroke: c.theme.style(m.Role, m.Class).Mark, Width: 2.5 * c.em}
	if wide := c.width(m); wide > 0 {
		style.Width = min(style.Width, 0.2*wide)
		style.Size = (wide - style.Width) / ringRadius(1)
	}
	out := &Markers{Panel: c.index, Group: group, X: make([]float64, n), Y: make([]float64, n), Style: make([]uint8, n),
		Styles: []Marker{style}, Scale: make([]float64, n)}
	for i := range n {
		out.X[i], out.Y[i], out.Scale[i] = math.NaN(), math.NaN(), ringRadius(m.Counts[i])
		if m.Counts[i] > 0 {
			out.X[i], out.Y[i] = c.x.at(m.X[i]), c.y.at(m.Y[i])
		}
	}
	if n > 0 {
		c.add(out)
	}
}

// ringRadius is the radius of the ring of a count, in px at the usual font size.
func ringRadius(count int) float64 { return 4.5 + 1.35*math.Sqrt(float64(max(0, min(count, 1000)))) }

// maxBadges is how many rings have a badge at most: those of the largest counts.
const maxBadges = 60

// A badge is the count of a ring, and where the ring stands.
type badge struct {
	x, y, radius float64
	count        int
}

// byCount orders badges, the largest count first.
type byCount []badge

func (b byCount) Len() int           { return len(b) }
func (b byCount) Less(i, j int) bool { return b[i].count > b[j].count }
func (b byCount) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

// drawBadges writes the counts beside the rings, where they cover neither rings,
// points nor each other. A badge without such a place is left out.
func (c *chart) drawBadges() {
	for i := range c.panel.Points {
		m := &c.panel.Points[i]
		if m.Counts == nil {
			continue
		}
		badges := c.badges(m)
		mx, my := middle(badges)
		c.taken = append(c.taken, rings(badges, c.em)...)
		obstacles := append(c.trained(), c.taken...)
		for _, b := range badges[:min(len(badges), maxBadges)] {
			if r, ok := c.placeBadge(b, mx, my, obstacles); ok {
				c.drawBadge(b, r, m)
				obstacles = append(obstacles, r)
				c.taken = append(c.taken, r)
			}
		}
	}
}

// badges returns the rings that have one, the largest count first.
func (c *chart) badges(m *sim.Points) []badge {
	var out []badge
	for i := range min(len(m.X), len(m.Y), len(m.Counts)) {
		b := badge{c.x.at(m.X[i]), c.y.at(m.Y[i]), ringRadius(m.Counts[i]) * c.em, m.Counts[i]}
		if b.count > 1 && finite(b.x) && finite(b.y) && c.box.holds(b.x, b.y, 0) {
			out = append(out, b)
		}
	}
	sort.Stable(byCount(out))
	return out
}

func middle(badges []badge) (x, y float64) {
	for _, b := range badges {
		x += b.x / float64(len(badges))
		y += b.y / float64(len(badges))
	}
	return x, y
}

// rings returns the rooms of the rings, grown by slack.
func rings(badges []badge, slack float64) []rect {
	out := make([]rect, 0, len(badges))
	for _, b := range badges {
		r := b.radius + slack
		out = append(out, rect{b.x - r, b.y - r, 2 * r, 2 * r})
	}
	return out
}

// trained returns the rooms of training points, which badges do not hide.
func (c *chart) trained() (out []rect) {
	r := 4 * c.em
	for i := range c.panel.Points {
		m := &c.panel.Points[i]
		for k := 0; m.Role == sim.Train && m.Counts == nil && k < min(len(m.X), len(m.Y), maxObstacles); k++ {
			out = append(out, rect{c.x.at(m.X[k]) - r, c.y.at(m.Y[k]) - r, 2 * r, 2 * r})
		}
	}
	return out
}

// maxObstacles is how many points of a group badges look out for at most.
const maxObstacles = 256

// placeBadge tries ten distances and 24 directions, those away from the middle of
// all rings first, and takes the first that is free.
func (c *chart) placeBadge(b badge, mx, my float64, obstacles []rect) (rect, bool) {
	w, h := textWidth(badgeText(b.count), c.small(), true)+11*c.em, 17*c.em
	out := math.Atan2(b.y-my, b.x-mx)
	for step := range 10 {
		for turn := range 24 {
			angle := out + float64((turn+1)/2)*math.Pi/12*float64(1-2*(turn%2))
			away := b.radius + (1+5*float64(step))*c.em
			x, y := b.x+(away+w/2)*math.Cos(angle), b.y+(away+h/2)*math.Sin(angle)
			r := rect{x - w/2, y - h/2, w, h}
			if c.inBox(r) && !meetsAny(r, obstacles) {
				return r, true
			}
		}
	}
	return rect{}, false
}

func (c *chart) inBox(r rect) bool {
	return r.x >= c.box.x && r.right() <= c.box.right() && r.y >= c.box.y && r.bottom() <= c.box.bottom()
}

func meetsAny(r rect, others []rect) bool {
	return slices.ContainsFunc(others, r.meets)
}

func badgeText(count int) string { return "×" + Number(float64(count)) }

// drawBadge draws a pill with the count, and a line to its ring if it stands off.
func (c *chart) drawBadge(b badge, r rect, m *sim.Points) {
	style := c.theme.style(m.Role, m.Class)
	x, y := r.x+r.w/2, r.y+r.h/2
	if d := math.Hypot(x-b.x, y-b.y); d > b.radius+r.w/2+2*c.em {
		c.line(b.x+(x-b.x)*b.radius/d, b.y+(y-b.y)*b.radius/d, x, y, c.em, style.Mark)
	}
	p := pill(r)
	p.Fill, p.Stroke, p.Width = c.theme.Page, style.Mark, 1.2*c.em
	c.add(p)
	c.text(Text{X: x, Y: y + 4*c.em, Text: badgeText(b.count), Size: c.small(), Bold: true, Anchor: Middle, Colour: style.Text})
}

// pill is the outline of a rectangle with round ends.
func pill(r rect) *Path {
	p := &Path{Closed: true}
	radius := r.h / 2
	for end, x := range [...]float64{r.x + radius, r.right() - radius} {
		for k := range 9 {
			angle := math.Pi/2 + math.Pi*(float64(end)+float64(k)/8)
			p.to(x+radius*math.Cos(angle), r.y+radius+radius*math.Sin(angle))
		}
	}
	return p
}
