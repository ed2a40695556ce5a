package density

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/sketch"
)

// An exactScene scores points of the plane by a closed form, one point a tick, over a map of
// the density. Live knobs begin the scores again.
//
// Invariant: scores of the first valid points are those of the present knobs, and rows of
// the map below row; ticked points have been seen.
type exactScene struct {
	lab    *Lab
	set    *set
	bell   bell
	others []float64 // distance to the closest other point
	terms  []float64

	goal   goal
	row    int // of the map, of both if a point is picked
	valid  int
	ticked int

	scores scores
	tally  tally
	view   exactPicture
}

func newExactScene(l *Lab, rng *rand.Rand) *exactScene {
	s := &exactScene{lab: l, set: newSet(l, rng), others: make([]float64, l.n), terms: make([]float64, 0, l.n), scores: newScores(l.n)}
	s.bell = newBell(s.set.x)
	s.view = exactPicture{maps: mapsOf(s.set), bins: sketch.Histogram{Left: sim.HeldOut, Right: sim.Train}}
	s.view.spots.place(s.set)
	s.goal = l.goal()
	s.restart()
	return s
}

// restart makes all that is known void. What has been seen is computed again.
func (s *exactScene) restart() {
	s.row, s.valid = 0, 0
	for i := range s.scores.m {
		s.scores.u[i], s.scores.v[i], s.scores.m[i] = math.NaN(), math.NaN(), math.NaN()
	}
	s.view.maps.first, s.view.maps.second = s.view.maps.first[:0], s.view.maps.second[:0]
	s.see()
}

// Step implements [sim.Scene].
func (s *exactScene) Step() sim.Pace {
	switch goal := s.lab.goal(); {
	case goal != s.goal:
		isSame := goal.pick == s.goal.pick && goal.band == s.goal.band
		if s.goal = goal; !isSame {
			s.restart()
		}
	case s.row < mapSide:
		s.paint()
	case s.valid < s.ticked:
		for range min(64, s.ticked-s.valid) {
			s.score()
		}
		s.see()
	case s.ticked < s.set.n:
		s.score()
		s.ticked++
		s.see()
		return sim.Tick
	default:
		return sim.Done
	}
	return sim.Busy
}

// score scores the next point.
func (s *exactScene) score() {
	i := s.valid
	x, y := float64(s.set.x[2*i]), float64(s.set.x[2*i+1])
	s.others[i] = s.alone(i, x, y)
	if s.lab.model == gaussModel {
		if !s.bell.isFlat() {
			s.scores.u[i] = s.bell.logDensity(x, y)
			s.scores.m[i] = bellScore(s.set.n, 2, s.bell.squared(x, y))
		}
	} else {
		others := kernelOthers(s.set.x, x, y, s.lab.band, i, s.terms)
		s.scores.m[i] = kernelScore(s.set.n, others)
		s.scores.u[i] = others - exact.Log(float64(s.set.n-1)) - s.width() + s.scores.m[i]
	}
	s.scores.v[i] = s.scores.u[i] - s.scores.m[i]
	s.valid++
}

// width returns the logarithm of the integral of the kernel.
func (s *exactScene) width() float64 { return logTau + 2*exact.Log(s.lab.band) }

// alone returns the distance from a point to the closest other one.
func (s *exactScene) alone(i int, x, y float64) float64 {
	least := math.Inf(1)
	for j := range s.set.n {
		if j != i {
			dx, dy := float64(s.set.x[2*j])-x, float64(s.set.x[2*j+1])-y
			least = min(least, float64(dx*dx)+float64(dy*dy))
		}
	}
	return math.Sqrt(least)
}

// paint makes the next row of the map, and of that without the point that is picked.
func (s *exactScene) paint() {
	m, i := &s.view.maps, s.lab.picked(s.set.n)
	for column := range mapSide {
		x, y := m.at(column), m.at(s.row)
		all := s.logDensity(x, y, -1)
		if i < 0 {
			m.first = append(m.first, all)
			continue
		}
		m.first, m.second = append(m.first, s.logDensity(x, y, i)), append(m.second, all)
	}
	if s.row++; s.row == mapSide {
		s.see()
	}
}

// logDensity returns the log-density at a place, by all points but one; a skip of -1 leaves
// none out.
func (s *exactScene) logDensity(x, y float64, skip int) float64 {
	if s.lab.model == gaussModel {
		b := s.bell
		if skip >= 0 {
			b = s.view.without
		}
		if b.isFlat() {
			return -leastShown
		}
		return max(b.logDensity(x, y), -leastShown)
	}
	n := s.set.n
	if skip >= 0 {
		n--
	}
	return max(kernelOthers(s.set.x, x, y, s.lab.band, skip, s.terms)-exact.Log(float64(n))-s.width(), -leastShown)
}

// leastShown keeps the numbers of a map where a colour can tell them apart.
const leastShown = 1000

// see brings the picture and the sums up to date.
func (s *exactScene) see() {
	s.tally = count(&s.scores, s.set, math.NaN(), s.others)
	s.view.see(s)
}

// Touch implements [sim.Toucher]: a press on a point leaves it out of the large map.
func (s *exactScene) Touch(t sim.Touch) {
	v := &s.view.spots
	if t.Kind != sim.Press || t.Panel > 1 || s.lab.view != scoresView {
		return
	}
	if i := nearestTo(v.xs, v.ys, t.X, t.Y, 2*s.view.maps.reach, 2*s.view.maps.reach); i >= 0 {
		s.lab.pickKnob.SetNumber(float64(i + 1))
	}
}
