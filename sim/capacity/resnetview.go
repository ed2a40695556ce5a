package capacity

import (
	"fmt"
	"math"

	"example.org/rote/sim"
)

// A resnetView holds what the frames of a resnet borrow: it is filled when a
// tick is announced, so that Draw only lends.
type resnetView struct {
	isMap   bool
	name    string     // of the upright axis of the map
	lo, hi  [2]float64 // of the map, with the places to come
	x, y    []float64  // n, the points
	classes []uint8    // n, from 1
	moved   arrows
	edges   curve     // in the plane: of the strip of the block
	place   []float64 // n, v·h
	level   []float64 // n, the class from 1
	stretch []sim.Field
	answers curve      // of the last block, class by class
	ends    [2]float64 // of the axis along v
	read    bool       // the last block is there
	facts   ladderFacts
	says    string
	counts  string // what the number counts
	try     sim.Try
}

type arrows struct{ x, y, dx, dy []float64 }

func newResnetView(r *residual) resnetView {
	n, d := r.now.n, r.now.d
	v := resnetView{isMap: d == 2, name: "x₂", x: make([]float64, n), y: make([]float64, n), classes: make([]uint8, n),
		edges: newCurve(6), place: make([]float64, n), level: make([]float64, n), answers: newCurve(5 * r.now.classes)}
	for i, class := range r.now.class {
		v.classes[i], v.level[i] = uint8(class+1), float64(class+1)
	}
	v.moved = arrows{make([]float64, 0, d), make([]float64, 0, d), make([]float64, 0, d), make([]float64, 0, d)}
	v.frame(r)
	switch {
	case d == 1:
		v.name, v.lo[1], v.hi[1] = "all points lie on one line", -1, 1
	case d > 2:
		v.name = fmt.Sprintf("x₂, of %d coordinates", d)
	}
	v.ends = [2]float64{r.centre(0) - float64(1.7*r.half), r.centre(r.now.classes-1) + float64(1.7*r.half)}
	for class := range r.now.classes {
		v.answers.trapezoid(r, class)
		at := r.centre(class)
		v.stretch = append(v.stretch, sim.Field{Scale: sim.Tint, W: 1, H: 1, Role: sim.Theory,
			X0: at - r.half, X1: at + r.half, Y0: float64(class) + 0.6, Y1: float64(class) + 1.4})
	}
	return v
}

// frame finds the ends of the map: the points now, and where they will be.
func (v *resnetView) frame(r *residual) {
	v.lo, v.hi = [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	for i, class := range r.now.class {
		for k := range min(2, r.now.d) {
			from := r.now.point(i)[k]
			to := from + float64(float64(class)*r.step()*r.v[k])
			v.lo[k], v.hi[k] = min(v.lo[k], from-0.5, to-0.5), max(v.hi[k], from+0.5, to+0.5)
		}
	}
}

// trapezoid draws what the last block says of a class.
func (c *curve) trapezoid(r *residual, class int) {
	at, half, ramp := r.centre(class), r.half, r.ramp()
	c.To(at-half-ramp, 0)
	c.To(at-half, 1)
	c.To(at+half, 1)
	c.To(at+half+ramp, 0)
	c.Lift()
}

// show fills the view with the present tick.
func (v *resnetView) show(s *resnet) {
	r, block := s.net, s.moving()
	v.edges.Clear()
	m := &v.moved
	m.x, m.y, m.dx, m.dy = m.x[:0], m.y[:0], m.dx[:0], m.dy[:0]
	if block != nil && v.isMap {
		v.edges.across(&block.plane, -block.least/2, v.hi[0]-v.lo[0]+v.hi[1]-v.lo[1])
		v.edges.across(&block.plane, block.least/2, v.hi[0]-v.lo[0]+v.hi[1]-v.lo[1])
	}
	if block != nil {
		for _, i := range block.group {
			x, y := v.x[i], v.y[i]
			v.put(r, i)
			m.x, m.y, m.dx, m.dy = append(m.x, x), append(m.y, y), append(m.dx, v.x[i]-x), append(m.dy, v.y[i]-y)
		}
	}
	for i := range r.now.n {
		v.put(r, i)
	}
	v.read = s.isComplete()
	v.measure(s)
	v.says, v.counts = s.tell(), s.counts()
}

func (v *resnetView) put(r *residual, i int) {
	h := r.now.point(i)
	v.x[i], v.place[i] = h[0], dot(r.v, h)
	if r.now.d > 1 {
		v.y[i] = h[1]
	}
}

func (v *resnetView) measure(s *resnet) {
	size := s.net.size()
	v.facts = ladderFacts{size, float64(s.units()), math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	if !s.isComplete() {
		return
	}
	v.facts.fit, v.facts.wrong = s.net.errors()
	v.facts.most = size.most
	if len(s.net.blocks) > 0 {
		v.facts.distance = size.least
	}
}

func (s *resnet) Draw(f *sim.Frame) {
	v := &s.view
	f.Of, f.Unit, f.Says, f.Headline = s.of(), "block", v.says, sim.Headline{Fact: "units", Words: v.counts}
	v.drawMap(panel(f, "Where does each class go?", "The points"))
	v.drawPlaces(panel(f, "Has each class a place of its own?", "Where they go"))
	v.drawAnswers(panel(f, "What does the last block read off?", "The last block"))
	v.facts.list(f, s.net.size().units+4*s.net.now.classes)
	if s.isComplete() {
		f.Try = v.try
	}
}

// drawMap draws the points. Pictures are wide: the coordinate that takes more room
// lies across.
func (v *resnetView) drawMap(p *sim.Panel) {
	p.Equal = true
	p.Axes(sim.Axis{Name: "x₁", Min: v.lo[0], Max: v.hi[0]}, sim.Axis{Name: v.name, Min: v.lo[1], Max: v.hi[1]})
	strip := v.edges.Line(sim.Line{Name: "strip of this block", Role: sim.Copied})
	m := &v.moved
	moved := sim.Arrows{Name: "moved by this block", Role: sim.Copied, X: m.x, Y: m.y, DX: m.dx, DY: m.dy}
	points := sim.Points{Name: "points by class", X: v.x, Y: v.y, Classes: v.classes}
	if v.hi[1]-v.lo[1] > v.hi[0]-v.lo[0] {
		p.X, p.Y = p.Y, p.X
		strip.X, strip.Y = strip.Y, strip.X
		moved.X, moved.Y, moved.DX, moved.DY = moved.Y, moved.X, moved.DY, moved.DX
		points.X, points.Y = points.Y, points.X
	}
	p.Line(strip)
	p.Arrow(moved)
	p.Point(points)
}

func (v *resnetView) placeAxis() sim.Axis {
	return sim.Axis{Name: "position along the direction in which points move", Min: v.ends[0], Max: v.ends[1]}
}

func (v *resnetView) drawPlaces(p *sim.Panel) {
	p.Axes(v.placeAxis(), sim.Axis{Name: "class", Min: 0.4, Max: float64(len(v.stretch)) + 0.6})
	for _, f := range v.stretch {
		p.Field(f)
	}
	p.Point(sim.Points{Name: "points by class", X: v.place, Y: v.level, Classes: v.classes})
}

func (v *resnetView) drawAnswers(p *sim.Panel) {
	p.Axes(v.placeAxis(), sim.Axis{Name: "answer for a class", Min: 0, Max: 1.1})
	if !v.read {
		p.Empty = "The last block comes after the others."
		return
	}
	p.Line(v.answers.Line(sim.Line{Name: "1 at the points of a class", Role: sim.Copied}))
}
