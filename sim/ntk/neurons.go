package ntk

import (
	"math"
	"slices"

	"example.org/rote/sim/sketch"
)

// seeNeurons takes in how far the neurons have come.
func (p *trainPicture) seeNeurons(s *train) {
	p.pairs.Clear()
	for i, n := range s.now.flips {
		p.flips[i] = float64(n) / float64(s.lab.m)
		p.pairs.To(s.now.moved[i], p.flips[i])
		if i%2 == 1 {
			p.pairs.Lift()
		}
	}
	p.farthest = max(p.farthest, sketch.Above(slices.Max(s.now.moved)))
	if p.flippest = 0.5; slices.Max(p.flips) > 0.5 {
		p.flippest = 1
	}
	p.change.see(s.net)
}

// shownNeurons is how many neurons the raster of changes has at most.
const shownNeurons = 64

// A change is a raster of the changes of the weights of the first neurons.
type change struct {
	columns  int
	values   []float64 // d×columns
	to, most float64   // right end, and the end of the colour scale
}

func newChange(n *network) change {
	columns := min(n.neurons(), shownNeurons)
	return change{columns: columns, values: make([]float64, columns*n.hidden.In), to: float64(columns) + 0.5, most: 0.1}
}

func (c *change) see(n *network) {
	for i := range c.values {
		neuron, k := i%c.columns, i/c.columns
		c.values[i] = n.weight(n.w, neuron, k) - n.weight(n.start, neuron, k)
		c.most = max(c.most, sketch.Above(math.Abs(c.values[i])))
	}
}
