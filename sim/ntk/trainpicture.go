package ntk

import (
	"fmt"
	"math"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/data"
)

// A trainPicture is what the panels lend to a frame.
type trainPicture struct {
	epochs, share []float64 // one for each reading so far
	reach         float64   // of the epoch axis
	ends          [2]float64
	half          [2]float64
	margins       histogram
	flips         []float64 // 2q, share of points
	pairX, pairY  []float64 // 3q, joins the neurons of a pair
	farthest      float64   // of the axis of ways, rising
	flippest      float64   // of the axis of flips
	change        change
	perLabel, top [1]float64

	sides  [2]side // of label +1 and -1
	circle circle  // for d = 2

	corner, enough upright // where hinge stops pushing, and one weight per label

	otherX, otherY                 []float64 // other runs
	says, allAt, undecided, picked string
}

// A side is the points of one label on the map.
type side struct {
	points []int // indices
	x, y   []float64
	roles  []sim.Role
}

// circleSteps is how many places on the circle the network is asked at.
const circleSteps = 180

// A circle is the answer around the circle: farther out is +1.
type circle struct {
	around       []float32 // (steps+1)×2
	unitX, unitY []float64 // steps+1
	x, y         []float64 // steps+1
}

func newTrainPicture(s *train) trainPicture {
	neurons := s.net.neurons()
	p := trainPicture{epochs: make([]float64, 0, s.lab.epochs+1), share: make([]float64, 0, s.lab.epochs+1),
		half: [2]float64{0.5, 0.5}, flips: make([]float64, neurons),
		pairX: make([]float64, 3*neurons/2), pairY: make([]float64, 3*neurons/2), perLabel: [1]float64{s.lab.perLabel()}}
	p.enough, p.farthest, p.change = newUpright(1, 0.7), 0.1, newChange(s.net)
	p.otherX, p.otherY = measured()
	for i := range s.y {
		side := &p.sides[0]
		if s.y[i] < 0 {
			side = &p.sides[1]
		}
		side.points = append(side.points, i)
		side.x, side.y = append(side.x, float64(s.x[i*s.lab.d])), append(side.y, float64(s.x[i*s.lab.d+1]))
		side.roles = append(side.roles, sim.HeldOut)
	}
	if s.lab.d <= 3 {
		p.circle = newCircle()
	}
	return p
}

func newCircle() circle {
	ring := data.Ring(circleSteps, 1)
	ring = append(ring, ring[0], ring[1])
	c := circle{around: narrow(ring), x: make([]float64, circleSteps+1), y: make([]float64, circleSteps+1)}
	for i := 0; i < len(ring); i += 2 {
		c.unitX, c.unitY = append(c.unitX, ring[i]), append(c.unitY, ring[i+1])
	}
	return c
}

// see brings the picture up to date with the reading of an epoch.
func (p *trainPicture) see(s *train) {
	p.epochs, p.share = append(p.epochs, float64(s.epoch)), append(p.share, s.memorized())
	p.reach = min(roundUp(max(10, float64(s.epoch))), float64(s.lab.epochs))
	p.ends = [2]float64{0, p.reach}
	p.margins.fill(s.now.margin)
	p.corner = newUpright(1, p.margins.highest)
	p.top[0] = s.best
	p.seeNeurons(s)
	for i := range p.sides {
		for j, point := range p.sides[i].points {
			p.sides[i].roles[j] = sim.HeldOut
			if s.now.margin[point] > 0 {
				p.sides[i].roles[j] = sim.Plain
			}
		}
	}
	if s.lab.d == 2 {
		p.circle.see(s.net)
	}
	p.tell(s)
	s.look()
}

func (p *trainPicture) seeNeurons(s *train) {
	for i, n := range s.now.flips {
		p.flips[i] = float64(n) / float64(s.lab.m)
		at := i/2*3 + i%2
		p.pairX[at], p.pairY[at] = s.now.moved[i], p.flips[i]
	}
	for at := 2; at < len(p.pairX); at += 3 {
		p.pairX[at], p.pairY[at] = math.NaN(), math.NaN()
	}
	p.farthest = max(p.farthest, roundUp(slices.Max(s.now.moved)))
	if p.flippest = 0.5; slices.Max(p.flips) > 0.5 {
		p.flippest = 1
	}
	p.change.see(s.net)
}

// shownNeurons is how many neurons the raster of changes has at most.
const shownNeurons = 64

// A change is a raster of the changes of the weights of the first neurons.
type change struct {
	columns  int
	values   []float64 // d×columns
	to, most float64   // right end, and the end of the colour scale
}

func newChange(n *network) change {
	columns := min(n.neurons(), shownNeurons)
	return change{columns: columns, values: make([]float64, columns*n.hidden.In), to: float64(columns) + 0.5, most: 0.1}
}

func (c *change) see(n *network) {
	for i := range c.values {
		neuron, k := i%c.columns, i/c.columns
		c.values[i] = n.weight(n.w, neuron, k) - n.weight(n.start, neuron, k)
		c.most = max(c.most, roundUp(math.Abs(c.values[i])))
	}
}

// see asks the network around the circle, some places at a time.
func (c *circle) see(n *network) {
	most := 0.0
	for at := 0; at <= circleSteps; {
		to := min(at+len(n.h), circleSteps+1)
		for i, h := range n.answer(c.around[2*at : 2*to]) {
			c.x[at+i] = float64(h)
			most = max(most, math.Abs(float64(h)))
		}
		at = to
	}
	for i, h := range c.x {
		r := 1 + 0.4*h/max(most, 1e-30)
		c.x[i], c.y[i] = float64(r*c.unitX[i]), float64(r*c.unitY[i])
	}
}

// look shows the point that is picked.
func (s *train) look() {
	s.shown, s.picture.picked = s.lab.pick, ""
	if i := s.pointShown(); i >= 0 {
		s.picture.picked = fmt.Sprintf("%d: margin %s, %d of %d gates open", i+1, short(s.now.margin[i]),
			s.now.gates[i], s.net.neurons())
	}
}

// pointShown returns the index of the point that is picked, or -1.
func (s *train) pointShown() int { return min(s.lab.pick, s.lab.m) - 1 }

// touch shows the point that is pressed.
func (s *train) touch(t sim.Touch) {
	group := t.Pick.Group - firstSide
	if t.Kind != sim.Press || t.Panel != mapPanel || t.Pick.Layer != sim.PointLayer || group < 0 || group > 1 {
		return
	}
	if points := s.picture.sides[group].points; t.Pick.Item >= 0 && t.Pick.Item < len(points) {
		s.lab.knobs.Find("pick").SetNumber(float64(points[t.Pick.Item] + 1))
	}
}
