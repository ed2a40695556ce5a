package capacity

import (
	"math"

	"example.org/rote/sim"
)

// weights is the picture of the weights of the second layer.
type weights struct {
	unit   []float64  // from 1
	most   []float64  // max|C| of each unit
	roles  []sim.Role // of each unit: the one shown stands out
	top    float64    // of the axis
	cells  []float64  // p2×p1 of the block and output shown, spread
	p1, p2 int
}

func newWeights(s *snake) weights {
	n := len(s.used.units)
	w := weights{unit: make([]float64, n), most: make([]float64, n), roles: make([]sim.Role, n)}
	for i := range w.unit {
		w.unit[i] = float64(i + 1)
	}
	for j := range s.plan.p1 {
		w.cells = make([]float64, max(len(w.cells), s.plan.p1[j]*s.plan.p2[j]))
	}
	return w
}

func (w *weights) show(m *memory, shown, stage int) {
	w.top = 10
	for w.top < m.most {
		w.top *= 10
	}
	for i := range m.units {
		w.most[i], w.roles[i] = largest(m.units[i].c), sim.Plain
	}
	if stage == zigging || stage == adding {
		w.roles[shown] = sim.Control
	}
	first := shown - m.units[shown].place
	block := m.groups[m.units[shown].first].block
	w.p1, w.p2 = m.p1[block], m.p2[block]
	for row := range w.p2 {
		for g, c := range m.units[first+row].c {
			w.cells[row*w.p1+g] = spread(c)
		}
	}
}

func largest(c []float64) float64 {
	most := 0.0
	for _, v := range c {
		most = max(most, math.Abs(v))
	}
	return most
}

// spread returns ± log10(1+|z|), which shows large and small numbers together.
func spread(z float64) float64 { return math.Copysign(sim.Log(1+math.Abs(z))/math.Ln10, z) }

// unspread is its inverse.
func unspread(h float64) float64 { return math.Copysign(sim.Exp(math.Abs(h)*math.Ln10)-1, h) }

func (w *weights) draw(f *sim.Frame, begun bool) {
	const empty = "The weights follow with the first direction."
	p := f.Panel(mostTitle)
	p.Axes(sim.Axis{Name: "zig-zag", Min: 0.5, Max: float64(len(w.unit)) + 0.5},
		sim.Axis{Name: "largest |C|", Min: 1, Max: max(10, w.top), Log: true})
	if p.Empty = empty; begun {
		p.Bar(sim.Bars{Name: "largest |C|", X: w.unit, Y: w.most, Roles: w.roles, Base: 1})
	}
	p = f.Panel(matrixTitle)
	p.Axes(sim.Axis{Name: "group", Min: 0.5, Max: float64(w.p1) + 0.5}, sim.Axis{Name: "zig-zag", Min: 0.5, Max: float64(w.p2) + 0.5})
	if p.Empty = empty; begun {
		p.Field(sim.Field{Name: "± log₁₀(1+|C|)", Scale: sim.Diverging, W: w.p1, H: w.p2, Values: w.cells[:w.p1*w.p2],
			X0: 0.5, Y0: 0.5, X1: float64(w.p1) + 0.5, Y1: float64(w.p2) + 0.5})
	}
}
