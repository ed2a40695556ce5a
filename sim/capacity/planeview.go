package capacity

import (
	"example.org/rote/sim"
	"example.org/rote/sim/nn"
	"example.org/rote/sim/sketch"
)

// A planeView is what a network in training says over the plane, computed row by
// row at some of the checkpoints. It is empty in other dimensions.
type planeView struct {
	isMap        bool
	grid         []float32 // planeColumns×planeRows×2
	values, next []float64 // planeColumns×planeRows: shown, and being computed
	rows         int       // of next
	wanted       int       // the step of next, from 1 on, or 0
	known        bool      // there are values
	pass         *nn.Pass
	sides        [2]sketch.Trace // points with label +1 and -1
}

const (
	planeRows    = 48
	planeColumns = 108 // over the sides of a wide map
	planeHalf    = 2.2 // rows cover ±planeHalf; the points lie on a circle of radius √2
	planeEvery   = 100 // steps from one picture to the next
)

func newPlaneView(s *train) planeView {
	if s.lab.d != 2 {
		return planeView{}
	}
	const cells = planeColumns * planeRows
	v := planeView{isMap: true, grid: make([]float32, 2*cells), values: make([]float64, cells), next: make([]float64, cells),
		pass: nn.NewPass(s.net, planeColumns)}
	middle := func(i, n int) float32 { return float32(planeHalf * float64(2*i+1-n) / planeRows) }
	for i := range cells {
		v.grid[2*i], v.grid[2*i+1] = middle(i%planeColumns, planeColumns), middle(i/planeColumns, planeRows)
	}
	for i, y := range s.y {
		side := &v.sides[0]
		if y < 0 {
			side = &v.sides[1]
		}
		side.To(float64(s.x[2*i]), float64(s.x[2*i+1]))
	}
	return v
}

// work computes a slice of the picture, if one is due, and reports whether there
// was any.
func (v *planeView) work(s *train) bool {
	if !v.isMap || !s.ended && s.updates%planeEvery > 0 {
		return false
	}
	if v.wanted != s.updates+1 {
		v.wanted, v.rows = s.updates+1, 0
	}
	if v.rows == planeRows {
		return false
	}
	for cost := 0; v.rows < planeRows && cost < trainSlice; cost += planeColumns * s.net.Flops() {
		from := v.rows * planeColumns
		for i, f := range v.pass.Forward(s.W, v.grid[2*from:2*(from+planeColumns)]) {
			v.next[from+i] = float64(f)
		}
		v.rows++
	}
	if v.rows == planeRows {
		v.values, v.next, v.known = v.next, v.values, true
	}
	return true
}

func (v *planeView) draw(p *sim.Panel) {
	p.Equal = true
	p.Axes(sim.Axis{Name: "x₁", Min: -planeHalf, Max: planeHalf}, sim.Axis{Name: "x₂", Min: -planeHalf, Max: planeHalf})
	if v.known {
		const across = planeHalf * planeColumns / planeRows
		p.Field(sim.Field{Name: "f(x)", W: planeColumns, H: planeRows, Values: v.values, X0: -across, Y0: -planeHalf,
			X1: across, Y1: planeHalf, Scale: sim.Diverging})
	}
	drawSigns(p, &v.sides)
}
