package ntk

import (
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// A neuronPicture shows how far each neuron has come, and how many of its gates
// have flipped on the way. A line joins the two of a pair.
type neuronPicture struct {
	moved     []float64 // 2q, in lengths of a neuron at the start
	flips     []float64 // 2q, share of the points
	pairs     sketch.Trace
	far, most float64 // ends of the axes
}

func newNeuronPicture(neurons int) neuronPicture {
	return neuronPicture{flips: make([]float64, neurons), pairs: sketch.NewTrace(3 * neurons / 2), far: 0.1}
}

func (v *neuronPicture) see(r *reading) {
	v.moved = r.moved
	v.pairs.Clear()
	for i, n := range r.flips {
		v.flips[i] = float64(n) / float64(len(r.margin))
		v.pairs.To(v.moved[i], v.flips[i])
		if i%2 == 1 {
			v.pairs.Lift()
		}
	}
	v.far = max(v.far, sketch.Above(slices.Max(v.moved)))
	if v.most = 0.5; slices.Max(v.flips) > 0.5 {
		v.most = 1
	}
}

func (v *neuronPicture) draw(p *sim.Panel) {
	p.Axes(sim.Axis{Name: "distance moved, over the length at the start", Min: 0, Max: v.far},
		sim.Axis{Name: "share of gates flipped", Min: 0, Max: v.most})
	p.Line(v.pairs.Line(sim.Line{}))
	p.Point(sim.Points{Name: "neuron, joined to its mirror image", X: v.moved, Y: v.flips})
}
