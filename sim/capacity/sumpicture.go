package capacity

import (
	"math"

	"example.org/rote/sim"
)

// A sumPicture shows what the zig-zags added so far say, beside the labels.
type sumPicture struct {
	f       curve
	x       []float64 // n
	labels  []float64 // n
	answers said
	right   int     // answers on their labels
	reach   float64 // of the axis
}

// onLabel is how near to its label an answer counts as right.
const onLabel = 1e-3

func newSumPicture(s *snake) sumPicture {
	n, reach := s.task.n, 2.2
	if !s.lab.alternate {
		reach = 3.2 // every second group will be off by 2
	}
	return sumPicture{reach: reach, f: newCurve(s.used.knotsOf()), x: make([]float64, n), labels: make([]float64, n),
		answers: newSaid(n)}
}

// place takes the positions and the labels of an output.
func (v *sumPicture) place(t *task, m *memory, out int) {
	for place, i := range m.order {
		v.x[i], v.labels[i] = m.at[place], t.label(i)[out]
	}
}

// show takes the sum of the zig-zags added so far.
func (v *sumPicture) show(s *snake) {
	m, out := s.used, s.output()
	v.right = 0
	v.answers.clear()
	for i, y := range v.labels {
		answer, role := s.tally.answer(s, i, out), sim.Plain
		if math.Abs(answer-y) < onLabel {
			role = sim.Copied
			v.right++
		}
		v.answers.add(v.x[i], answer, role)
	}
	v.f.sum(m, m.output(out)[:s.tally.added(m, out)], s.tally.off(m, out))
}

func (v *sumPicture) draw(p *sim.Panel, view *snakeView) {
	p.ShareX = true
	p.Axes(lineAxis(), sim.Axis{Name: "label and sum", Min: -v.reach, Max: v.reach})
	if !view.begun {
		p.Empty = "The labels follow with the first direction."
		return
	}
	if view.stage >= adding {
		p.Line(v.f.Line(sim.Line{}))
	}
	p.Point(sim.Points{Name: "labels", Role: sim.Train, X: v.x, Y: v.labels})
	if view.stage >= adding {
		p.Point(v.answers.points("sum"))
	}
}
