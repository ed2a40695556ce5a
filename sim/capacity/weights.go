package capacity

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/sketch"
)

// weights is the picture of the weights of the second layer, of the block and
// the output shown: a row is a zig-zag, a column a group.
type weights struct {
	p1, p2 int
	cells  []float64 // p2×p1, spread
	mark   sim.Label // the largest weight: of all, or of the zig-zag shown
}

func newWeights(s *snake) weights {
	most := 0
	for j := range s.plan.p1 {
		most = max(most, s.plan.p1[j]*s.plan.p2[j])
	}
	return weights{cells: make([]float64, most)}
}

func (w *weights) show(m *memory, shown, stage int) {
	first := shown - m.units[shown].place
	block := m.groups[m.units[shown].first].block
	w.p1, w.p2 = m.p1[block], m.p2[block]
	following := stage == drawing || stage == zigging
	most := -1.0
	for row := range w.p2 {
		for g, c := range m.units[first+row].c {
			w.cells[row*w.p1+g] = spread(c)
			if math.Abs(c) > most && (!following || first+row == shown) {
				most = math.Abs(c)
				w.mark = sim.Label{Text: sketch.Digits(most, 2), X: float64(g + 1), Y: float64(row + 1), Boxed: true}
			}
		}
	}
}

// spread returns ± log10(1+|z|), which shows large and small numbers together.
func spread(z float64) float64 { return math.Copysign(exact.Log(1+math.Abs(z))/math.Ln10, z) }

// unspread is its inverse.
func unspread(h float64) float64 { return math.Copysign(exact.Exp(math.Abs(h)*math.Ln10)-1, h) }

func (w *weights) draw(p *sim.Panel, stage int) {
	p.Axes(sim.Axis{Name: "group"}, sim.Axis{Name: "zig-zag; the largest weight is marked"})
	if stage < drawing {
		p.Empty = "The weights come with the zig-zags."
		return
	}
	right, top := float64(w.p1)+0.5, float64(w.p2)+0.5
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0.5, right, top, 0.5 // the first row is on top, as in both layers
	p.Field(sim.Field{Name: "± log₁₀(1+|C|)", Scale: sim.Diverging, W: w.p1, H: w.p2, Values: w.cells[:w.p1*w.p2],
		X0: 0.5, Y0: 0.5, X1: right, Y1: top})
	p.Label(w.mark)
}
