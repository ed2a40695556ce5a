package figure

import (
	"image/color"
	"math"

	"example.org/rote/sim"
)

// ages are the parts of a trail: how many steps back each begins, from the oldest
// on, and how strong it is.
var ages = [...]struct {
	from  int
	share float64
}{{math.MaxInt, 0.3}, {40, 0.55}, {14, 0.9}}

// drawTrail draws the ways of points. Those that are still going grow paler with
// age; those that are over have one tone.
func (c *chart) drawTrail(m *sim.Line) {
	mark := c.theme.style(m.Role, m.Class).Mark
	if m.Role != sim.Plain {
		p := &Path{Stroke: faint(mark, 0.62), Width: 1.1 * c.em}
		c.trace(p, m.X, m.Y)
		c.add(p)
		return
	}
	for k, age := range ages {
		to := 0
		if k+1 < len(ages) {
			to = ages[k+1].from
		}
		p := &Path{Stroke: faint(c.trailColour(m), age.share), Width: 1.5 * c.em}
		for start, end := range pieces(m) {
			from := start + max(0, end-start-1-age.from)
			c.way(p, m, from, min(end, max(from, end-to)))
		}
		if len(p.X) > 0 {
			c.add(p)
		}
	}
}

func (c *chart) trailColour(m *sim.Line) color.NRGBA {
	if m.Role == sim.Plain {
		return c.theme.Second
	}
	return c.theme.style(m.Role, m.Class).Mark
}

// pieces visits the pieces of a line, [from, to), which NaN separates.
func pieces(m *sim.Line) func(yield func(from, to int) bool) {
	return func(yield func(from, to int) bool) {
		n := min(len(m.X), len(m.Y))
		from := 0
		for i := 0; i <= n; i++ {
			if i < n && !math.IsNaN(m.X[i]) && !math.IsNaN(m.Y[i]) {
				continue
			}
			if i > from && !yield(from, i) {
				return
			}
			from = i + 1
		}
	}
}

// way appends a part of a piece, without steps that cannot be told apart.
func (c *chart) way(p *Path, m *sim.Line, from, to int) {
	if to-from < 2 {
		return
	}
	x, y := c.x.at(m.X[from]), c.y.at(m.Y[from])
	p.move(x, y)
	for i := from + 1; i < to; i++ {
		nx, ny := c.x.at(m.X[i]), c.y.at(m.Y[i])
		if math.Abs(nx-x)+math.Abs(ny-y) >= 1 || i == to-1 {
			p.to(nx, ny)
			x, y = nx, ny
		}
	}
}
