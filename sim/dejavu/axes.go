package dejavu

import (
	"math"

	"example.org/rote/sim/linalg"
)

// Axes are the two principal axes of the public embeddings of both networks.
type axes struct {
	made version
	of   [2]plane
}

// A plane is two axes through the mean of the public embeddings, and where these lie on it.
type plane struct {
	mean   []float64
	axis   [2][]float64
	places [2][]float64 // x and y of each public picture
}

// at returns where an embedding lies.
func (p *plane) at(x []float32) (place [2]float64) {
	for i, axis := range p.axis {
		for j, v := range x {
			place[i] += float64(axis[j] * (float64(v) - p.mean[j]))
		}
	}
	return place
}

// wantsAxes reports whether the map is to be made.
func (s *scene) wantsAxes() bool {
	return s.last() != nil && s.lab.view == mapView && (s.axes.of[0].mean == nil || s.axes.made != s.version())
}

// findAxes makes the map of both networks.
func (s *scene) findAxes() bool {
	want := s.version()
	for i := range s.distinct() {
		d := s.models[i].net.Layers[want.layer].Out
		if !s.axes.of[i].fit(s.seen[i].public[want.layer], d, s.did) {
			return false
		}
	}
	if s.lab.isCopy() {
		s.axes.of[1] = s.axes.of[0]
	}
	s.axes.made = want
	s.view.see(s)
	return true
}

// fit finds the axes of the embeddings x, d numbers each. It does not change the plane
// before it has found them.
func (p *plane) fit(x []float32, d int, did meter) bool {
	f, ok := featuresOf(x, d, did)
	if !ok {
		return false
	}
	next := plane{mean: f.mean}
	covariance, row := make([]float64, d*d), make([]float64, d)
	for i := range len(x) / d {
		for j, v := range x[i*d : (i+1)*d] {
			row[j] = float64(v) - f.mean[j]
		}
		for j, v := range row {
			addScaled(covariance[j*d:(j+1)*d], row, v)
		}
		if !did(8 * d * d) {
			return false
		}
	}
	var eigen linalg.Eigen
	for eigen.Reset(covariance, d); !eigen.Step(sliceWork / 4); {
		if !did(sliceWork) {
			return false
		}
	}
	for i := range next.axis {
		next.axis[i] = upright(eigen.Vector(i))
	}
	if !next.placeAll(x, did) {
		return false
	}
	*p = next
	return did(sliceWork)
}

// placeAll finds the places of the embeddings x.
func (p *plane) placeAll(x []float32, did meter) bool {
	d := len(p.mean)
	for i := range len(x) / d {
		place := p.at(x[i*d : (i+1)*d])
		p.places[0], p.places[1] = append(p.places[0], place[0]), append(p.places[1], place[1])
		if !did(16 * d) {
			return false
		}
	}
	return true
}

// upright returns the axis with its largest component positive.
func upright(axis []float64) []float64 {
	largest := 0.0
	for _, v := range axis {
		if math.Abs(v) > math.Abs(largest) {
			largest = v
		}
	}
	out := append([]float64(nil), axis...)
	for i := range out {
		if largest < 0 {
			out[i] = -out[i]
		}
	}
	return out
}
