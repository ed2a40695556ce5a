package ntk

import (
	"math"

	"example.org/rote/sim/data"
)

// circleSteps is how many places on the circle the network is asked at.
const circleSteps = 180

// A circle is the answer around the circle: farther out is +1.
type circle struct {
	around       []float32 // (steps+1)×2
	unitX, unitY []float64 // steps+1
	x, y         []float64 // steps+1
}

func newCircle() circle {
	ring := data.Ring(circleSteps, 1)
	ring = append(ring, ring[0], ring[1])
	c := circle{around: narrow(ring), x: make([]float64, circleSteps+1), y: make([]float64, circleSteps+1)}
	for i := 0; i < len(ring); i += 2 {
		c.unitX, c.unitY = append(c.unitX, ring[i]), append(c.unitY, ring[i+1])
	}
	return c
}

// see asks the network around the circle, some places at a time.
func (c *circle) see(n *network) {
	most := 0.0
	for at := 0; at <= circleSteps; {
		to := min(at+len(n.h), circleSteps+1)
		for i, h := range n.answer(c.around[2*at : 2*to]) {
			c.x[at+i] = float64(h)
			most = max(most, math.Abs(float64(h)))
		}
		at = to
	}
	for i, h := range c.x {
		r := 1 + 0.4*h/max(most, 1e-30)
		c.x[i], c.y[i] = float64(r*c.unitX[i]), float64(r*c.unitY[i])
	}
}
