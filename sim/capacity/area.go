package capacity

import (
	"math"

	"example.org/rote/sim"
)

// An area is the picture of the points, and of the direction that makes them a
// line. Of more than two dimensions it shows the first two.
type area struct {
	isMap   bool // the points lie in the plane
	isLine  bool // or on a line
	half    float64
	x, y    []float64 // n
	labels  []float64 // n, of the first output
	lo, hi  float64   // of the labels
	classes []uint8   // n, or nil
	plane   []float64 // areaSide×areaSide, what the network says
	along   curve     // the direction
	feet    curve     // from each point to its foot
}

func newArea(t *task) area {
	a := area{isMap: t.d == 2, isLine: t.d == 1, x: make([]float64, t.n), y: make([]float64, t.n), labels: make([]float64, t.n),
		along: newCurve(2), feet: newCurve(3 * t.n)}
	for i := range t.n {
		a.x[i] = t.point(i)[0]
		if t.d > 1 {
			a.y[i] = t.point(i)[1]
		}
		a.half = max(a.half, math.Abs(a.x[i]), math.Abs(a.y[i]))
		a.labels[i] = t.label(i)[0]
		a.lo, a.hi = min(a.lo, a.labels[i]), max(a.hi, a.labels[i])
	}
	a.half *= 1.08
	if a.isMap {
		a.plane = make([]float64, areaSide*areaSide)
	}
	if t.classes > 0 && t.classes <= sim.MaxClass {
		a.classes = make([]uint8, t.n)
		for i, class := range t.class {
			a.classes[i] = uint8(class + 1)
		}
	}
	return a
}

// show takes the direction of a network.
func (a *area) show(t *task, m *memory) {
	a.along.clear()
	a.feet.clear()
	if a.isLine {
		return
	}
	reach := 2 * a.half
	a.along.to(-reach*m.u[0], -reach*m.u[1])
	a.along.to(reach*m.u[0], reach*m.u[1])
	if !a.isMap {
		return
	}
	for i, foot := range m.foot {
		a.feet.to(a.x[i], a.y[i])
		a.feet.to(foot*m.u[0], foot*m.u[1])
		a.feet.lift()
	}
}

func (a *area) draw(p *sim.Panel, stage int) {
	p.Equal, p.Span = true, 2
	p.Axes(sim.Axis{Name: "x₁", Min: -a.half, Max: a.half}, sim.Axis{Name: "x₂", Min: -a.half, Max: a.half})
	if a.isLine {
		p.Y = sim.Axis{Name: "one dimension: all points lie on this line", Min: -a.half, Max: a.half}
	}
	if stage == complete && a.isMap {
		p.Field(a.field())
	} else if len(a.feet.x) > 0 {
		p.Line(sim.Line{X: a.feet.x, Y: a.feet.y, Trail: true})
	}
	if len(a.along.x) > 0 {
		p.Line(sim.Line{Role: sim.Theory, X: a.along.x, Y: a.along.y})
	}
	p.Point(a.points())
}

func (a *area) points() sim.Points {
	m := sim.Points{Name: "points by label", Role: sim.Train, X: a.x, Y: a.y}
	if a.classes != nil {
		m.Name, m.Role, m.Classes = "points by class", sim.Plain, a.classes
	} else {
		m.Value, m.Values = "label", a.labels
	}
	return m
}

// areaSide is how many cells a side of the picture of the plane has.
const areaSide = 96

// fill computes what the network says in the plane, which is its function along
// the line: of numbers the mean over a cell, as the stripes are narrower.
func (a *area) fill(s *snake, f *curve) {
	if !a.isMap {
		return
	}
	s.mean.of(f)
	u, half := s.used.u, a.half/areaSide
	for row := range areaSide {
		for col := range areaSide {
			t := float64(a.middle(col)*u[0]) + float64(a.middle(row)*u[1]) + s.used.shift
			cell := &a.plane[row*areaSide+col]
			if s.task.classes > 0 {
				*cell = float64(s.task.nearest(f.at(t)) + 1)
			} else {
				*cell = s.mean.over(t-half, t+half)
			}
		}
	}
}

// middle returns the coordinate of the middle of a cell.
func (a *area) middle(i int) float64 { return a.half * (float64(2*i+1)/areaSide - 1) }

// field paints it in the colours of the labels.
func (a *area) field() sim.Field {
	f := sim.Field{W: areaSide, H: areaSide, Values: a.plane, X0: -a.half, Y0: -a.half, X1: a.half, Y1: a.half, Lo: a.lo, Hi: a.hi}
	if a.classes != nil {
		f.Scale = sim.Categorical
	}
	return f
}
