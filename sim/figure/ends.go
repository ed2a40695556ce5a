package figure

import (
	"image/color"
	"math"
	"sort"

	"example.org/rote/sim"
)

// An ending is a label at the end of a line: its name if there is room, and its
// last value if the line asks for it.
type ending struct {
	line   int
	name   string
	value  string
	colour color.NRGBA
	y      float64 // wanted, then given
}

// byPlace orders endings from top to bottom.
type byPlace []ending

func (e byPlace) Len() int           { return len(e) }
func (e byPlace) Less(i, j int) bool { return e[i].y < e[j].y }
func (e byPlace) Swap(i, j int)      { e[i], e[j] = e[j], e[i] }

// separator stands between a name and its value.
const separator = ": "

// last returns the index of the last point of a line that the axes show, or -1.
func (c *chart) last(m *sim.Line) int {
	for i := min(len(m.X), len(m.Y)) - 1; i >= 0; i-- {
		if finite(c.x.at(m.X[i])) && finite(c.y.at(m.Y[i])) {
			return i
		}
	}
	return -1
}

// upright reports whether a line stands on one x: it marks a place.
func upright(m *sim.Line) bool {
	n := min(len(m.X), len(m.Y))
	for i := range n {
		if m.X[i] != m.X[0] {
			return false
		}
	}
	return n > 1 && m.Y[0] != m.Y[n-1]
}

// named reports whether the name of a line stands at its end or in the legend.
// In a diagram that of an upright one does so, too: its top is among the cells.
func (c *chart) named(m *sim.Line) bool {
	return (m.Name != "" || m.Class > 0) && !m.Trail && (!upright(m) || c.isDiagram())
}

// lineName is a line's name, or that of its class.
func lineName(m *sim.Line) string {
	if m.Name == "" && m.Class > 0 {
		return className(int(m.Class-1)%sim.MaxClass + 1)
	}
	return m.Name
}

// namesFit reports whether the names of the lines have room at their ends, where
// no colour bar stands. On a map lines end anywhere, and come and go: their names
// would move it.
func (c *chart) namesFit() bool {
	if len(c.bars) > 0 || c.panel.Equal {
		return false
	}
	widest, n := 0.0, 0
	for i := range c.panel.Lines {
		if m := &c.panel.Lines[i]; c.named(m) {
			widest = max(widest, textWidth(lineName(m), c.small(), false))
			n++
		}
	}
	share := 0.4
	if c.room.h > 220*c.em {
		share = 0.32 // a row of the legend costs little here
	}
	return widest+c.valueWidth() <= share*c.room.w && float64(n)*c.endHeight() <= 0.5*c.room.h
}

// valueWidth is the room for any value of up to five characters, so that the
// chart keeps its width while values change.
func (c *chart) valueWidth() float64 { return textWidth(separator+"0.0000", c.small(), false) }

func (c *chart) endHeight() float64 { return 13 * c.em }

// lineKeys are the entries of lines in the legend.
func (c *chart) lineKeys() []key {
	if c.namesFit() {
		return nil
	}
	var out []key
	for i := range c.panel.Lines {
		if m := &c.panel.Lines[i]; c.named(m) {
			out = append(out, key{text: lineName(m), style: c.lineStyle(i), kind: lineKey, absent: c.last(m) < 0})
		}
	}
	return out
}

// maxEnds is how many lines are labelled at most.
const maxEnds = 24

// measureEnds collects the labels and makes room for them.
func (c *chart) measureEnds() {
	c.ends = nil
	if len(c.bars) > 0 {
		return
	}
	fit, widest := c.namesFit(), 0.0
	for i := range c.panel.Lines {
		m := &c.panel.Lines[i]
		if !c.named(m) || len(c.ends) == maxEnds {
			continue
		}
		e := ending{line: i, colour: c.theme.style(m.Role, m.Class).Text}
		if fit {
			e.name = lineName(m)
		}
		value := 0.0
		if k := c.last(m); k >= 0 && m.Last {
			e.value = Number(m.Y[k])
			value = max(c.valueWidth(), textWidth(separator+e.value, c.small(), false))
		}
		if e.name == "" && e.value == "" {
			continue
		}
		widest = max(widest, value+textWidth(e.name, c.small(), false))
		c.ends = append(c.ends, e)
	}
	if len(c.ends) > 0 {
		c.right = max(c.right, widest+8*c.em)
	}
}

func (c *chart) drawEnds() {
	c.drawUprights()
	ends := c.ends[:0]
	for _, e := range c.ends {
		m := &c.panel.Lines[e.line]
		if i := c.last(m); i >= 0 {
			e.y = min(c.box.bottom(), max(c.box.y, c.y.at(m.Y[i])))
			ends = append(ends, e)
		}
	}
	ends = ends[:min(len(ends), int(c.box.h/c.endHeight())+1)]
	spread(ends, c.endHeight(), c.box.y, c.box.bottom())
	for _, e := range ends {
		label := e.name + e.value
		if e.name != "" && e.value != "" {
			label = e.name + separator + e.value
		}
		label = cutText(label, c.right-2*c.em, c.small(), false)
		c.text(Text{X: c.box.right() + 6*c.em, Y: e.y + 3.8*c.em, Text: label, Size: c.small(), Colour: e.colour})
	}
}

// spread moves labels apart so that they are at least gap from each other,
// within lo to hi, in the order of the places they want.
func spread(ends []ending, gap, lo, hi float64) {
	sort.Stable(byPlace(ends))
	// Runs of labels that touch move as one, to the mean of their wishes.
	type run struct{ sum, n float64 }
	var runs []run
	first := func(r run) float64 {
		middle := r.sum / r.n
		half := gap * (r.n - 1) / 2
		return max(lo+half, min(hi-half, middle)) - half
	}
	for _, e := range ends {
		r := run{e.y, 1}
		for len(runs) > 0 {
			before := runs[len(runs)-1]
			if first(before)+gap*before.n <= first(r)+1e-9 {
				break
			}
			r = run{r.sum + before.sum, r.n + before.n}
			runs = runs[:len(runs)-1]
		}
		runs = append(runs, r)
	}
	i := 0
	for _, r := range runs {
		y := first(r)
		for range int(r.n) {
			ends[i].y = y
			y += gap
			i++
		}
	}
}

// drawUprights writes the name of each upright line beside its top.
func (c *chart) drawUprights() {
	for i := range c.panel.Lines {
		m := &c.panel.Lines[i]
		if m.Name == "" || m.Trail || !upright(m) || c.isDiagram() {
			continue
		}
		x := c.x.at(m.X[0])
		if math.IsNaN(x) || x < c.box.x-1 || x > c.box.right()+1 {
			continue
		}
		name := m.Name
		if m.Last {
			name += separator + Number(m.X[0])
		}
		c.annotate(name, x, c.box.y+12*c.em, c.theme.style(m.Role, m.Class).Text, false)
	}
}
