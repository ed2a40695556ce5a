package ntk

import (
	"math"
	"slices"
)

// seeNeurons takes in how far the neurons have come.
func (p *trainPicture) seeNeurons(s *train) {
	for i, n := range s.now.flips {
		p.flips[i] = float64(n) / float64(s.lab.m)
		at := i/2*3 + i%2
		p.pairX[at], p.pairY[at] = s.now.moved[i], p.flips[i]
	}
	for at := 2; at < len(p.pairX); at += 3 {
		p.pairX[at], p.pairY[at] = math.NaN(), math.NaN()
	}
	p.farthest = max(p.farthest, roundUp(slices.Max(s.now.moved)))
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
		c.most = max(c.most, roundUp(math.Abs(c.values[i])))
	}
}
