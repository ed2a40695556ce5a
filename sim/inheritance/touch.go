package inheritance

import "example.org/rote/sim"

// Touch implements [sim.Toucher]: a press on a string, a dot or a name chooses that pair, one
// on borrowed words the pair from which they stem, and one on a word of the source how many
// words may be read.
func (s *scene) Touch(t sim.Touch) {
	if t.Kind != sim.Press {
		return
	}
	if s.lab.view == prefixView && t.Panel == 0 {
		s.touchSource(t)
		return
	}
	if i := s.touched(t); i >= 0 {
		s.lab.pickKnob.SetNumber(float64(i + 1))
		if s.lab.view == groupsView {
			s.lab.viewKnob.Set(pairView)
		}
	}
}

// touchSource sets how many words may be read.
func (s *scene) touchSource(t sim.Touch) {
	if word := int(t.X + 0.5); !s.lab.isLeft() && t.X > -0.5 && word < len(s.view.half.grid.pair.source) {
		s.lab.cutKnob.SetNumber(float64(word + 1))
	}
}

// touched returns the pair at a place, or -1.
func (s *scene) touched(t sim.Touch) int {
	v, onTile := &s.view, t.Pick.Layer == sim.TileLayer
	const choice, shared, mapChoice, prefixChoice = 2, 3, 3, 4
	switch view := s.lab.view; {
	case view == groupsView && t.Panel == 0 && !s.lab.isLeft():
		return v.strands.at(t.X, t.Y)
	case view == pairView && t.Panel == 0 && !s.lab.isLeft():
		return v.grid.at(t.X, t.Y)
	case view == pairView && t.Panel == shared && onTile:
		return item(v.contacts.shared, t.Pick.Item)
	case view == mapView && t.Panel == 0 && s.lab.isLeft():
		return v.scatter.at(t.X, t.Y)
	case onTile && (view == pairView && t.Panel == choice || view == prefixView && t.Panel == prefixChoice || view == mapView && t.Panel == mapChoice):
		return item(v.contacts.pairs, t.Pick.Item)
	}
	return -1
}

func item(list []int, i int) int {
	if i < 0 || i >= len(list) {
		return -1
	}
	return list[i]
}
