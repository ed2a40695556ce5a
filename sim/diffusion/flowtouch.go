package diffusion

import (
	"math"
	"strings"

	"example.org/rote/sim"
)

// Touch lets a press on a sample watch it. In the visitor's own data every press
// places a training point, a drag moves one, and Remove takes it away.
func (s *flow) Touch(t sim.Touch) {
	if t.Panel != mapPanel {
		return
	}
	onPoint := t.Pick.Layer == sim.PointLayer
	switch {
	case s.lab.data != yours:
		if onPoint && t.Pick.Group == sampleGroup && t.Kind == sim.Press {
			s.lab.knobs.Find("track").SetNumber(float64(t.Pick.Item))
		}
	case onPoint && (t.Pick.Group == trainGroup || t.Pick.Group == ringGroup) && !s.isEmpty():
		s.touchPoint(t)
	case t.Kind == sim.Press:
		s.lab.setPoints(append(s.lab.pts[:len(s.lab.pts):len(s.lab.pts)], t.X, t.Y))
	}
}

// touchPoint moves or removes a training point, and all that coincide with it.
func (s *flow) touchPoint(t sim.Touch) {
	if t.Pick.Item < 0 || 2*t.Pick.Item >= len(s.points) || (t.Kind != sim.Drag && t.Kind != sim.Remove) {
		return
	}
	x, y := s.points[2*t.Pick.Item], s.points[2*t.Pick.Item+1]
	var pts []float64
	for i := 0; i < len(s.lab.pts); i += 2 {
		switch {
		case s.lab.pts[i] != x || s.lab.pts[i+1] != y:
			pts = append(pts, s.lab.pts[i], s.lab.pts[i+1])
		case t.Kind == sim.Drag:
			pts = append(pts, t.X, t.Y)
		}
	}
	s.lab.setPoints(pts)
}

// setPoints writes the points into the knob, with three decimals, which keeps
// addresses short.
func (l *Lab) setPoints(pts []float64) {
	words := make([]string, len(pts))
	for i, x := range pts {
		words[i] = sim.FormatFloat(math.Round(x*1000)/1000 + 0)
	}
	l.knobs.Find("pts").Set(strings.Join(words, ","))
}
