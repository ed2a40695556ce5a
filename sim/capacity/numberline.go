package capacity

import "example.org/rote/sim"

// A numberLine is the picture of the points along the direction: their groups,
// and the ramps of the first layer.
type numberLine struct {
	feet, base []float64 // n, where the points stand
	brackets   curve     // below each group
	ends       curve     // of the groups
	ramps      curve
	newest     curve
}

// Heights in the picture of the line; ramps go from -1 to 1.
const (
	feetAt    = -1.75
	bracketAt = -1.4
)

func newNumberLine(s *snake) numberLine {
	g := len(s.used.groups)
	l := numberLine{feet: make([]float64, s.task.n), base: make([]float64, s.task.n), brackets: newCurve(5 * g),
		ends: newCurve(3*g + 3), ramps: newCurve(3 * g), newest: newCurve(4)}
	for i := range l.base {
		l.base[i] = feetAt
	}
	return l
}

func (l *numberLine) show(m *memory, stage, count int) {
	for place, i := range m.order {
		l.feet[i] = m.at[place]
	}
	l.brackets.Clear()
	l.ends.Clear()
	l.ends.upright(m.groups[0].lo)
	for i := range m.groups {
		l.group(m, &m.groups[i])
	}
	l.ramps.Clear()
	l.newest.Clear()
	switch {
	case stage == ramping:
		l.rise(m.groups[:count])
		l.follow(m, &m.groups[count-1])
	case stage > ramping:
		l.rise(m.groups)
	}
}

// rise draws the rising parts of ramps.
func (l *numberLine) rise(groups []group) {
	for _, g := range groups {
		l.ramps.To(g.lo, -1)
		l.ramps.To(g.hi, 1)
		l.ramps.Lift()
	}
}

// follow draws a whole ramp.
func (l *numberLine) follow(m *memory, g *group) {
	l.newest.To(m.groups[0].lo, -1)
	l.newest.To(g.lo, -1)
	l.newest.To(g.hi, 1)
	l.newest.To(m.groups[len(m.groups)-1].hi, 1)
}

// group draws the end and the bracket of a group that has points.
func (l *numberLine) group(m *memory, g *group) {
	l.ends.upright(g.hi)
	last := min(g.start+g.size, m.n) - 1
	if last < g.start {
		return
	}
	const tip = bracketAt - 0.12
	l.brackets.To(m.at[g.start], tip)
	l.brackets.To(m.at[g.start], bracketAt)
	l.brackets.To(m.at[last], bracketAt)
	l.brackets.To(m.at[last], tip)
	l.brackets.Lift()
}

func (c *curve) upright(x float64) {
	c.To(x, bracketAt)
	c.To(x, 1)
	c.Lift()
}

// lineAxis is the axis along the direction.
func lineAxis() sim.Axis { return sim.Axis{Name: "position on the line, u·x"} }

func (l *numberLine) draw(p *sim.Panel) {
	p.Axes(lineAxis(), sim.Axis{Name: "a ramp's value", Min: -2, Max: 1.2})
	p.Line(l.brackets.Line(sim.Line{Name: "groups"}))
	p.Line(l.ends.Line(sim.Line{Name: "their ends", Role: sim.Theory}))
	if len(l.ramps.X) > 0 {
		p.Line(l.ramps.Line(sim.Line{Name: "ramps", Class: 1}))
	}
	if len(l.newest.X) > 0 {
		p.Line(l.newest.Line(sim.Line{Name: "one ramp, everywhere", Class: 2}))
	}
	p.Point(sim.Points{Name: "points", Role: sim.Train, X: l.feet, Y: l.base})
}
