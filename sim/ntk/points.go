package ntk

import (
	"fmt"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A side is the points of one label on the map.
type side struct {
	points []int // indices
	x, y   []float64
	roles  []sim.Role
}

// newSides sorts the points by their label.
func newSides(s *train) (sides [2]side) {
	for i, label := range s.y {
		side := &sides[0]
		if label < 0 {
			side = &sides[1]
		}
		side.points = append(side.points, i)
		side.x, side.y = append(side.x, float64(s.x[i*s.lab.d])), append(side.y, float64(s.x[i*s.lab.d+1]))
		side.roles = append(side.roles, sim.HeldOut)
	}
	return sides
}

// see notes which points are remembered.
func (s *side) see(margin []float64) {
	for j, i := range s.points {
		s.roles[j] = sim.HeldOut
		if margin[i] > 0 {
			s.roles[j] = sim.Plain
		}
	}
}

// look shows the point that is picked.
func (s *train) look() {
	s.shown, s.picture.picked = s.lab.pick, ""
	if i := s.pointShown(); i >= 0 {
		s.picture.picked = fmt.Sprintf("%d: margin %s, %d of %d gates open", i+1, sketch.Short(s.now.margin[i]),
			s.now.gates[i], s.net.neurons())
	}
}

// pointShown returns the index of the point that is picked, or -1.
func (s *train) pointShown() int { return min(s.lab.pick, s.lab.m) - 1 }

// Touch implements [sim.Toucher]: it shows the point that is pressed.
func (s *train) Touch(t sim.Touch) {
	group := t.Pick.Group - firstSide
	if t.Kind != sim.Press || t.Panel != mapPanel || t.Pick.Layer != sim.PointLayer || group < 0 || group > 1 {
		return
	}
	if points := s.picture.sides[group].points; t.Pick.Item >= 0 && t.Pick.Item < len(points) {
		s.lab.pickKnob.SetNumber(float64(points[t.Pick.Item] + 1))
	}
}
