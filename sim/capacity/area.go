package capacity

import (
	"fmt"
	"math"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// An area is the picture of the points, and of the direction that makes them a
// line. Of more than two dimensions it shows the first two.
type area struct {
	isMap   bool   // the points lie in the plane
	isLine  bool   // or on a line
	name    string // of the upright axis
	half    float64
	x, y    []float64       // n
	labels  []float64       // n, of the output shown
	lo, hi  float64         // of the labels
	classes []uint8         // n, or nil
	signs   [2]sketch.Trace // the points of +1 and of -1, if all labels are such
	plane   []float64       // areaColumns×areaRows, what the network says
	next    []float64       // the same, of the tick to come
	rows    int             // so many of next are filled
	of      growth          // with what
	along   curve           // the direction
	feet    curve           // from each point to its foot
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
	}
	a.half *= 1.08
	a.label(t, 0)
	a.sort(t)
	a.name = "x₂"
	if t.d == 1 {
		a.name = "all points lie on one line"
	} else if t.d > 2 {
		a.name = fmt.Sprintf("x₂, of %d coordinates", t.d)
	}
	if a.isMap {
		a.plane, a.next = make([]float64, areaColumns*areaRows), make([]float64, areaColumns*areaRows)
	}
	if t.classes > 0 && t.classes <= sim.MaxClass {
		a.classes = make([]uint8, t.n)
		for i, class := range t.class {
			a.classes[i] = uint8(class + 1)
		}
	}
	return a
}

// label takes the labels of an output.
func (a *area) label(t *task, out int) {
	a.lo, a.hi = 0, 0
	for i := range a.labels {
		a.labels[i] = t.label(i)[out]
		a.lo, a.hi = min(a.lo, a.labels[i]), max(a.hi, a.labels[i])
	}
}

// sort fills the points by sign.
func (a *area) sort(t *task) {
	if t.classes > 0 || slices.ContainsFunc(t.y, func(y float64) bool { return math.Abs(y) != 1 }) {
		return
	}
	for i, y := range a.labels {
		side := &a.signs[0]
		if y < 0 {
			side = &a.signs[1]
		}
		side.To(a.x[i], a.y[i])
	}
}

// point shows a direction, of length 1.
func (a *area) point(t *task, u []float64) {
	a.along.Clear()
	a.feet.Clear()
	if a.isLine {
		return
	}
	reach := 2 * a.half
	if t.d > 2 {
		reach = a.half // so that its shadow ends on the map
	}
	a.along.To(-reach*u[0], -reach*u[1])
	a.along.To(reach*u[0], reach*u[1])
	if !a.isMap {
		return
	}
	for i := range t.n {
		foot := dot(u, t.point(i))
		a.feet.To(a.x[i], a.y[i])
		a.feet.To(foot*u[0], foot*u[1])
		a.feet.Lift()
	}
}

func (a *area) draw(p *sim.Panel, stage int) {
	p.Equal = true
	p.Axes(sim.Axis{Name: "x₁", Min: -a.half, Max: a.half}, sim.Axis{Name: a.name, Min: -a.half, Max: a.half})
	if stage == complete && a.isMap {
		p.Field(a.field())
	} else if len(a.feet.X) > 0 {
		p.Line(a.feet.Line(sim.Line{Name: "to the line", Trail: true}))
	}
	if len(a.along.X) > 0 {
		line := sim.Line{Name: "the line"}
		if !a.isMap {
			line.Name = "shadow of the line"
		}
		p.Line(a.along.Line(line))
	}
	a.points(p)
}

func (a *area) points(p *sim.Panel) {
	switch {
	case len(a.signs[0].X)+len(a.signs[1].X) > 0:
		drawSigns(p, &a.signs)
	case a.classes != nil:
		p.Point(sim.Points{Name: "points by class", X: a.x, Y: a.y, Classes: a.classes})
	default:
		p.Point(sim.Points{Name: "points", Role: sim.Train, X: a.x, Y: a.y, Value: "label", Values: a.labels})
	}
}

// drawSigns draws the points of +1 and those of -1.
func drawSigns(p *sim.Panel, signs *[2]sketch.Trace) {
	for side, name := range [...]string{"+1", "−1"} {
		if len(signs[side].X) > 0 {
			p.Point(signs[side].Points(sim.Points{Name: name, Class: uint8(1 + side)}))
		}
	}
}

// areaRows is how many rows of cells the picture of the plane has. It reaches over
// the sides of a wide map.
const (
	areaRows    = 96
	areaColumns = 216
)

// areaSlice is how many rows of it are filled in a slice.
const areaSlice = 6

// fill computes a slice of what the network says in the plane, and reports whether
// there was any. What is shown does not change.
func (a *area) fill(s *snake) bool {
	if w := &s.view.weave; a.of != w.of {
		a.of, a.rows = w.of, 0
		s.mean.of(&w.f)
	}
	if !a.isMap || a.rows == areaRows {
		return false
	}
	for range areaSlice {
		a.row(s, a.rows)
		a.rows++
	}
	return true
}

// row computes what the network says in a row, which is its function along the
// line: of numbers the mean over a cell, as the stripes are narrower.
func (a *area) row(s *snake, row int) {
	u, half := s.used.u, a.half/areaRows
	for col := range areaColumns {
		t := float64(a.middle(col, areaColumns)*u[0]) + float64(a.middle(row, areaRows)*u[1])
		cell := &a.next[row*areaColumns+col]
		if a.classes != nil {
			*cell = float64(s.task.winner(&s.view.weave.f, t, half) + 1)
		} else {
			*cell = s.mean.over(t-half, t+half)
		}
	}
}

// show shows what was computed.
func (a *area) show() { copy(a.plane, a.next) }

// winner returns the class, of at most MaxClass, that fills most of the line
// within half of t.
func (t *task) winner(f *curve, at, half float64) int {
	const samples = 9
	var votes [sim.MaxClass]int
	best := 0
	for i := range samples {
		class := t.nearest(f.at(at + float64(half*(2*float64(i)/(samples-1)-1))))
		votes[class]++
		if votes[class] > votes[best] {
			best = class
		}
	}
	return best
}

// middle returns the coordinate of the middle of cell i of n.
func (a *area) middle(i, n int) float64 { return a.half * float64(2*i+1-n) / areaRows }

// field paints it in the colours of the labels.
func (a *area) field() sim.Field {
	const share = float64(areaColumns) / areaRows
	f := sim.Field{W: areaColumns, H: areaRows, Values: a.plane, X0: -share * a.half, Y0: -a.half, X1: share * a.half, Y1: a.half, Lo: a.lo, Hi: a.hi}
	if a.classes != nil {
		f.Scale = sim.Categorical
	}
	return f
}
