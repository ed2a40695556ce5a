package sweep

import (
	"fmt"
	"slices"

	"example.org/rote/sim"
)

// hasRange reports whether a range of a knob was read.
func (g *Grid) hasRange(k *sim.Knob) bool {
	return slices.ContainsFunc(g.Rest, func(r Range) bool { return slices.Contains(r.knobs, k) })
}

// sweep takes a range that was read, and the repair that it needed.
func (g *Grid) sweep(r Range, repair string) string {
	given := func(k *sim.Knob) bool { return k.Text() != k.DefaultText() }
	switch {
	case len(r.Values) == 0:
	case slices.ContainsFunc(r.knobs, g.hasRange):
		return fmt.Sprintf("%s = %s: a knob in it has a range already; it is left out.", r.key(), sim.Quote(r.Text))
	case slices.ContainsFunc(r.knobs, given):
		return fmt.Sprintf("%s = %s: a knob in it has a value already; it is left out.", r.key(), sim.Quote(r.Text))
	case len(r.Values) == 1:
		r.set(0)
	case len(g.Rest) == maxRanges:
		r.set(0)
		return fmt.Sprintf("%s = %s is one range too many; allowed are %d; using %s.", r.key(), sim.Quote(r.Text), maxRanges, r.Written(0))
	default:
		g.Rest = append(g.Rest, r)
	}
	return repair
}

// arrange puts numbers across and upward, before words and tuples, and draws the points
// of a design.
func (g *Grid) arrange() {
	slices.SortStableFunc(g.Rest, func(a, b Range) int {
		switch {
		case a.isList() == b.isList():
			return 0
		case b.isList():
			return -1
		}
		return 1
	})
	if g.design.points > 0 {
		g.draw(g.Rest)
		return
	}
	g.X, g.Rest = g.Rest[0], g.Rest[1:]
	if len(g.Rest) > 0 {
		g.Y, g.Rest = g.Rest[0], g.Rest[1:]
	}
}
