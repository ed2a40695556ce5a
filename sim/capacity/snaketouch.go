package capacity

import (
	"math"

	"example.org/rote/sim"
)

// Touch lets a drag on the plane turn the line, and Remove gives it back to the
// search. A press on the picture of a zig-zag shows the one that catches the
// next point.
func (s *snake) Touch(t sim.Touch) {
	switch {
	case s.refuse != "" || t.Kind == sim.Release:
	case t.Panel == areaPanel && s.task.d == 2:
		s.turn(t)
	case t.Panel == zigPanel && t.Kind == sim.Press && s.search.done():
		s.lab.knobs.Find("unit").SetNumber(float64(s.catcher(t.X) + 1))
	}
}

func (s *snake) turn(t sim.Touch) {
	degrees := -1.0
	if t.Kind != sim.Remove {
		degrees = math.Round(10*math.Atan2(t.Y, t.X)*180/math.Pi) / 10
		if degrees < 0 {
			degrees += 180
		}
	}
	s.lab.knobs.Find("angle").SetNumber(degrees)
}

// catcher returns the unit of the output shown that owns the point next to a
// place on the line.
func (s *snake) catcher(x float64) int {
	m, near := s.used, 0
	for place := range m.n {
		if math.Abs(m.at[place]-x) < math.Abs(m.at[near]-x) {
			near = place
		}
	}
	return s.output()*len(m.output(0)) + m.owner[near]
}
