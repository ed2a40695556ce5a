package decoding

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/linalg"
)

// Points of the toy: two classes, each near a plane through the origin.
const (
	ideaPoints  = 30
	ideaNoise   = 0.05
	ideaReach   = 0.75 // of the points along their plane
	ideaClasses = 2
)

// A vec is a place in space: x and y on the ground, z up.
type vec [3]float64

func (a vec) dot(b vec) float64 {
	return float64(a[0]*b[0]) + float64(a[1]*b[1]) + float64(a[2]*b[2])
}

func (a vec) plus(c float64, b vec) vec {
	for i := range a {
		a[i] += float64(c * b[i])
	}
	return a
}

// trueAxes span the two planes in which the points are drawn.
var trueAxes = [ideaClasses][2]vec{
	{{-0.28, -0.96, 0}, {-0.84, 0.245, -0.484}}, // a ramp
	{{0.28, 0.96, 0}, {0, 0, 1}},                // a wall
}

// An ideaScene is the reader in space, where a subspace is a plane. All of it is drawn
// before the first step.
type ideaScene struct {
	lab     *Lab
	points  []vec
	right   []int // class of each point
	given   []int
	axes    [ideaClasses][2]vec // of the planes found
	swapped int
	ticked  bool
	live    live // that the picture is up to date with
	view    ideaPicture
}

// A pose is how the arrow and the camera stand.
type pose struct{ turn, az, el float64 }

func (l *Lab) pose() pose { return pose{l.turn, l.az, l.el} }

func newIdeaScene(l *Lab, rng *rand.Rand) *ideaScene {
	s := &ideaScene{lab: l, live: l.live()}
	for i := range ideaClasses * ideaPoints {
		class := i % ideaClasses
		u, v := ideaReach*(2*rng.Float64()-1), ideaReach*(2*rng.Float64()-1)
		p := vec{}.plus(u, trueAxes[class][0]).plus(v, trueAxes[class][1])
		for k := range p {
			p[k] += float64(ideaNoise * exact.Normal(rng))
		}
		given := class
		if rng.Float64() < l.c {
			given = rng.IntN(ideaClasses)
		}
		if given != class {
			s.swapped++
		}
		s.points, s.right, s.given = append(s.points, p), append(s.right, class), append(s.given, given)
	}
	for class := range s.axes {
		s.axes[class] = s.plane(class)
	}
	s.view.see(s)
	return s
}

// plane returns the two principal directions of the points labelled with a class.
func (s *ideaScene) plane(class int) (axes [2]vec) {
	var m [9]float64
	for i, p := range s.points {
		if s.given[i] != class {
			continue
		}
		for k, v := range p {
			addTimes(m[3*k:3*k+3], v, p[:])
		}
	}
	var e linalg.Eigen
	e.Reset(m[:], 3)
	for !e.Step(1000) {
	}
	copy(axes[0][:], e.Vector(0))
	copy(axes[1][:], e.Vector(1))
	return axes
}

// Step implements [sim.Scene]: the one tick is the picture.
func (s *ideaScene) Step() sim.Pace {
	now := s.lab.live()
	switch {
	case s.live != now:
		s.live = now
		s.view.see(s)
		return sim.Busy
	case !s.ticked:
		s.ticked = true
		return sim.Tick
	}
	return sim.Done
}

// arrow returns the direction of length 1 that the knobs ask for.
func (l *Lab) arrow() vec {
	sinAz, cosAz := exact.SinCos(l.az * math.Pi / 180)
	sinEl, cosEl := exact.SinCos(l.el * math.Pi / 180)
	return vec{float64(cosEl * cosAz), float64(cosEl * sinAz), sinEl}
}

// shadow returns the projection of h on the plane of a class.
func (s *ideaScene) shadow(h vec, class int) vec {
	a, b := s.axes[class][0], s.axes[class][1]
	return vec{}.plus(h.dot(a), a).plus(h.dot(b), b)
}

// Touch implements [sim.Toucher]: a press or a drag points the arrow there, on the side
// of the sphere that is seen.
func (s *ideaScene) Touch(t sim.Touch) {
	if t.Kind != sim.Press && t.Kind != sim.Drag {
		return
	}
	h := s.lab.camera().back(t.X, t.Y)
	s.lab.azKnob.SetNumber(math.Round(math.Atan2(h[1], h[0]) * 180 / math.Pi))
	s.lab.elKnob.SetNumber(math.Round(math.Asin(max(-1, min(1, h[2]))) * 180 / math.Pi))
}

// A camera looks from above at the origin, without perspective.
type camera struct{ right, up, near vec }

// lookDown is the sine and cosine of how far the camera looks down: 20 degrees.
const lookDownSin, lookDownCos = 0.3420201433256687, 0.9396926207859084

// aside is how many degrees the camera stands beside the angle of the knob: the arrow is
// seen from its side at first.
const aside = 80

func (l *Lab) camera() camera {
	sin, cos := exact.SinCos((l.turn - aside) * math.Pi / 180)
	return camera{
		right: vec{-sin, cos, 0},
		up:    vec{-float64(lookDownSin * cos), -float64(lookDownSin * sin), lookDownCos},
		near:  vec{float64(lookDownCos * cos), float64(lookDownCos * sin), lookDownSin},
	}
}

// see returns where a place is seen.
func (c camera) see(p vec) (x, y float64) { return p.dot(c.right), p.dot(c.up) }

// back returns the direction on the near half of the sphere of radius 1 that is seen at
// a place, or at the rim behind it.
func (c camera) back(x, y float64) vec {
	length := math.Sqrt(float64(x*x) + float64(y*y))
	if length > 1 {
		x, y, length = x/length, y/length, 1
	}
	depth := math.Sqrt(max(0, 1-float64(length*length)))
	return vec{}.plus(x, c.right).plus(y, c.up).plus(depth, c.near)
}
