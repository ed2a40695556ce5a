package density

import "example.org/rote/sim"

// Touch implements [sim.Toucher]: a press on a point shows it. In the plane the maps are
// then those of a model that did not see it, and of one that did.
func (s *scene) Touch(t sim.Touch) {
	if t.Kind != sim.Press || !s.view.ready {
		return
	}
	if i := s.touched(t); i >= 0 {
		s.lab.pickKnob.SetNumber(float64(i + 1))
	}
}

// touched returns the point at a place, or -1.
func (s *scene) touched(t sim.Touch) int {
	p := &s.view
	const sheetPanel, risePanel = 4, 5
	switch s.lab.view {
	case neighboursView:
		switch {
		case t.Panel == 0 && s.hasSamples:
			return nearestTo(p.close.x, p.close.y, t.X, t.Y, p.close.reach, p.close.most)
		case t.Panel == 1 && t.Pick.Layer == sim.TileLayer:
			return item(p.rows.ids, t.Pick.Item/(2+shownSamples))
		}
	case latentView:
		if t.Panel == 0 {
			return nearestTo(p.map2.x, p.map2.y, t.X, t.Y, 2*p.map2.reach, 2*p.map2.reach)
		}
	default:
		switch {
		case s.set.isPlane() && (t.Panel == 0 || t.Panel == sheetPanel):
			return nearestTo(p.plane.xs, p.plane.ys, t.X, t.Y, 2*s.maps.reach, 2*s.maps.reach)
		case t.Panel == 0, s.set.isPlane() && t.Panel == risePanel:
			return p.rise.at(t.X, t.Y)
		case t.Panel == sheetPanel && t.Pick.Layer == sim.TileLayer:
			return item(p.sheet.order, t.Pick.Item)
		}
	}
	return -1
}

func item(list []int, i int) int {
	if i < 0 || i >= len(list) {
		return -1
	}
	return list[i]
}
