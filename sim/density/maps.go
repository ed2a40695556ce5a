package density

import "math"

// mapSide is how many cells a map of the plane has on a side.
const mapSide = 48

// Maps are the log-densities over the plane: of the model that sees all points, or, if a
// point is picked, of one that has not seen it and of one that has.
type maps struct {
	reach      float64   // half the side
	places     []float32 // mapSide²×2
	first      []float64 // mapSide²: by all points, or without the one that is picked
	second     []float64 // mapSide²: with it
	version    mapVersion
	room, more []float64
}

// A mapVersion says what the maps were made of.
type mapVersion struct{ epoch, pick int }

func newMaps(s *scene) maps {
	if !s.set.isPlane() {
		return maps{}
	}
	return mapsOf(s.set)
}

// mapsOf returns empty maps that have room for all points.
func mapsOf(points *set) maps {
	m := maps{reach: 3.6, version: mapVersion{pick: -2}}
	for _, v := range points.x {
		m.reach = max(m.reach, 1.1*math.Abs(float64(v)))
	}
	for row := range mapSide {
		for column := range mapSide {
			m.places = append(m.places, float32(m.at(column)), float32(m.at(row)))
		}
	}
	cells := mapSide * mapSide
	m.room, m.more = make([]float64, cells), make([]float64, cells)
	m.first, m.second = make([]float64, 0, cells), make([]float64, 0, cells)
	return m
}

// at returns the middle of a column or row.
func (m *maps) at(i int) float64 { return m.reach * (2*(float64(i)+0.5)/mapSide - 1) }

// update makes the maps again where a checkpoint, or another point, asks for it.
func (s *scene) update() bool {
	for s.set.isPlane() && s.history.last() != nil {
		want := mapVersion{int(s.history.last().epoch), s.lab.picked(s.set.n)}
		if s.maps.version == want {
			break
		}
		without, with := s.full, (*learner)(nil)
		if want.pick >= 0 {
			without, with = s.apart(want.pick)
		}
		if !s.paint(s.maps.room, without) || !s.paint(s.maps.more, with) {
			return false
		}
		s.maps.take(want, without, with)
		s.view.see(s)
	}
	return !s.over
}

// paint writes the log-density of a model over the plane.
func (s *scene) paint(out []float64, m *learner) bool {
	return m == nil || m.dropped || s.examiner.examine(out, nil, m.w, s.maps.places, true, s.did)
}

// take shows what has been painted.
func (m *maps) take(v mapVersion, without, with *learner) {
	m.first, m.second, m.version = m.first[:0], m.second[:0], v
	if without != nil && !without.dropped && isFinite(m.room) {
		m.first = append(m.first, m.room...)
	}
	if with != nil && !with.dropped && isFinite(m.more) {
		m.second = append(m.second, m.more...)
	}
}

// apart returns a model that has not seen a point, and one that has.
func (s *scene) apart(i int) (without, with *learner) {
	fold := s.cuts[0][i]
	return s.models[fold], s.models[(fold+1)%s.lab.folds]
}
