package ntk

import (
	"math"

	"example.org/rote/sim/data"
	"example.org/rote/sim/sketch"
)

// circleSteps is how many places on the circle the network is asked at.
const circleSteps = 180

// A circle is the answer around the circle: farther out is +1.
type circle struct {
	around       []float32 // (steps+1)×2
	h            []float64 // steps+1, of the network
	unit, answer sketch.Trace
}

func newCircle() circle {
	ring := data.Ring(circleSteps, 1)
	ring = append(ring, ring[0], ring[1])
	c := circle{around: narrow(ring), h: make([]float64, circleSteps+1), answer: sketch.NewTrace(circleSteps + 1)}
	for i := 0; i < len(ring); i += 2 {
		c.unit.To(ring[i], ring[i+1])
	}
	return c
}

// see asks the network around the circle, some places at a time.
func (c *circle) see(n *network) {
	most := 0.0
	for at := 0; at <= circleSteps; {
		to := min(at+len(n.h), circleSteps+1)
		for i, h := range n.answer(c.around[2*at : 2*to]) {
			c.h[at+i] = float64(h)
			most = max(most, math.Abs(float64(h)))
		}
		at = to
	}
	c.answer.Clear()
	for i, h := range c.h {
		r := 1 + 0.4*h/max(most, 1e-30)
		c.answer.To(float64(r*c.unit.X[i]), float64(r*c.unit.Y[i]))
	}
}
