package capacity

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// onLabel is how near to its label an answer counts as right.
const onLabel = 1e-3

// said is what a network says of the points: answers that are right, and others.
// Answers that are not finite are left out.
type said struct{ right, others sketch.Trace }

func newSaid(n int) said { return said{sketch.NewTrace(n), sketch.NewTrace(n)} }

func (a *said) clear() {
	a.right.Clear()
	a.others.Clear()
}

func (a *said) add(x, answer float64, isRight bool) {
	switch {
	case math.IsNaN(answer) || math.IsInf(answer, 0):
	case isRight:
		a.right.To(x, answer)
	default:
		a.others.To(x, answer)
	}
}

func (a *said) draw(p *sim.Panel) {
	if len(a.others.X) > 0 {
		p.Point(a.others.Points(sim.Points{Name: "other answers"}))
	}
	if len(a.right.X) > 0 {
		p.Point(a.right.Points(sim.Points{Name: "answers on the label", Role: sim.Copied}))
	}
}
