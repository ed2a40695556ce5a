package figure

import (
	"math"
	"slices"

	"example.org/rote/sim"
)

// shades give each value its place on a ramp. All numbers are on the scale of
// the values.
type shades struct {
	lo, hi float64
	edges  []float64 // within lo to hi: the colours jump there
}

// jump is the share of the ramp that is left out at an edge, so that values on
// both sides of it can be told apart.
const jump = 0.2

// maxEdges is how many edges a scale shows.
const maxEdges = 3

func shadesOf(m *sim.Field) (s shades) {
	s.lo, s.hi = fieldRange(m)
	if m.Scale != sim.Sequential {
		return s
	}
	a := valueAxis(m)
	for _, edge := range m.Edges[:min(len(m.Edges), maxEdges)] {
		if e := a.scaled(edge); e >= s.lo && e <= s.hi && s.lo < s.hi {
			s.edges = append(s.edges, e)
		}
	}
	return s
}

// share returns the place of a value on the ramp, 0 to 1. A value on an edge is
// above it, unless nothing lies below.
func (s shades) share(v float64) float64 {
	out := (v - s.lo) / (s.hi - s.lo) * (1 - jump*float64(len(s.edges)))
	for _, e := range s.edges {
		if v > e || v == e && e > s.lo {
			out += jump
		}
	}
	return out
}

// ends reports whether the highest value is an edge: its colour has no length on
// the scale.
func (s shades) ends() bool { return slices.Contains(s.edges, s.hi) }

// drawEdges marks the edges on a colour bar and writes their values. It returns
// their pixels.
func (c *chart) drawEdges(b *colourBar, x, width float64) (marked []float64) {
	for _, e := range b.shades.edges {
		y := b.y.from + (e-b.y.lo)/(b.y.hi-b.y.lo)*(b.y.to-b.y.from)
		c.line(x-4*c.em, y, x+width+4*c.em, y, 2*c.em, c.theme.Ink)
		c.text(Text{X: x + width + 6*c.em, Y: y + 3.8*c.em, Text: b.edgeText(e), Size: c.small(), Bold: true, Colour: c.theme.Ink})
		marked = append(marked, y)
	}
	return marked
}

func (b *colourBar) edgeText(e float64) string {
	if b.y.log {
		e = math.Pow(10, e)
	}
	return Number(e)
}

// edgeWidth is the room that the values of the edges need.
func (b *colourBar) edgeWidth(c *chart) (width float64) {
	for _, e := range b.shades.edges {
		width = max(width, textWidth(b.edgeText(e), c.small(), true))
	}
	return width
}
