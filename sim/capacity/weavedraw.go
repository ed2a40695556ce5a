package capacity

import (
	"math"
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// zig draws a clipped zig-zag through its first columns, and its beads.
func (w *weave) zig(s *snake, m *memory, u *unit, columns int) {
	middle := w.row(u.place)
	for g := range columns {
		k := u.first + g
		w.bends(m, u, g)
		for _, t := range w.knots {
			z := clamp(u.edge[g] + float64(u.c[g]*(m.groups[k].ramp(t)+1)))
			w.growing.zigs.To(w.across(m, k, t), middle+float64(beadHeight*z))
		}
		if place := m.own(u, g); place < m.n {
			w.growing.bead(w.at[m.order[place]], middle, beadHeight, m.label(&s.task, place, u.out))
		}
	}
	w.growing.zigs.Lift()
}

// bends finds the places at which a clipped zig-zag bends in a group, as it is
// drawn: where it enters and leaves the band, and the points between.
func (w *weave) bends(m *memory, u *unit, g int) {
	group := &m.groups[u.first+g]
	list := curve{sketch.Trace{X: w.knots[:0]}}
	list.crossing(m, u, g, -1)
	list.crossing(m, u, g, 1)
	for _, t := range m.at[group.start : group.start+group.size] {
		if z := u.edge[g] + float64(u.c[g]*(group.ramp(t)+1)); math.Abs(z) < 1 {
			list.X = append(list.X, t)
		}
	}
	w.knots = append(list.X, group.lo, group.hi)
	slices.Sort(w.knots)
}

// height returns how high a number stands in the sum. What leaves its rows is drawn
// at their edge.
func (w *weave) height(y float64) float64 {
	half := 0.5 * float64(w.area)
	return w.ground() + min(half, max(-half, float64(w.scale*y)))
}

// finish marks what is complete: the path through the beads, and the labels that
// the network misses.
func (w *weave) finish(s *snake, m *memory) {
	w.path.Clear()
	w.missed.Clear()
	w.lo, w.hi = w.lo[:0], w.hi[:0]
	units := m.output(w.out)
	for place, i := range m.order {
		label := m.label(&s.task, place, w.out)
		w.path.To(w.at[i], w.row(units[m.owner[place]].place)+float64(beadHeight*label))
		answer := s.tally.answer(s, i, w.out)
		if math.Abs(answer-label) < onLabel {
			continue
		}
		if math.IsNaN(answer) {
			answer = label
		}
		y, to := w.ground()+float64(w.scale*label), w.height(answer)
		w.missed.To(w.at[i], y)
		w.lo, w.hi = append(w.lo, min(y, to)), append(w.hi, max(y, to))
	}
}

// ink returns the class of the zig-zags, which are dark while they are few.
func (w *weave) ink() uint8 {
	if w.rows > 12 {
		return 0
	}
	return sim.MaxClass
}

// thread is how the sum looks. Of very many labels it goes up and down in every
// pixel, and stays pale.
func (w *weave) thread(isComplete bool) sim.Line {
	line := sim.Line{Name: "their sum", Trail: len(w.at) > 150}
	if isComplete && !line.Trail {
		line.Role = sim.Copied
	}
	return line
}

func (w *weave) draw(p *sim.Panel, isComplete bool) {
	p.Axes(sim.Axis{Name: "groups of points along one line", Names: w.names[0]}, sim.Axis{Name: "zig-zags", Names: w.names[1]})
	for _, band := range w.bands {
		p.Field(band)
	}
	// Marks to come are there, empty, so that the picture keeps room for their names.
	path := w.path.Line(sim.Line{Name: "order of the labels", Role: sim.Copied, Trail: true})
	if !isComplete {
		path.X, path.Y = nil, nil
	}
	p.Line(path)
	p.Line(w.zigs.Line(sim.Line{Name: "zig-zags, clipped", Class: w.ink()}))
	p.Line(w.sum.Line(w.thread(isComplete)))
	p.Point(w.neurons.Points(sim.Points{Name: "neurons", Class: 1, Sizes: w.sizes[:len(w.neurons.X)]}))
	p.Point(w.beads.Points(sim.Points{Name: "labels", Role: sim.Train, Value: "label", Values: w.values, From: -1, To: 1, Sizes: w.sizes[:len(w.values)]}))
	if isComplete && len(w.missed.X) > 0 {
		missed := w.missed.Points(sim.Points{Name: "missed", Role: sim.HeldOut})
		missed.Lo, missed.Hi = w.lo, w.hi
		p.Point(missed)
	}
}
