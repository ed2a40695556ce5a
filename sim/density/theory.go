package density

import (
	"math"

	"example.org/rote/sim"
)

// Theory implements [sim.Theorist]: the mean score of a Gaussian over the number of points,
// and the most that a twin can score under a kernel estimate.
func (l *Lab) Theory(x, y *sim.Knob, fact string, p *sim.Panel) {
	switch {
	case !l.isPlane() || y != nil:
	case x.Key == "n" && fact == "mean" && l.model == gaussModel:
		line := sim.Line{Name: "5/n, for Gaussian data", Role: sim.Theory}
		for n := x.Min; n <= x.Max; n += 10 {
			line.X, line.Y = append(line.X, n), append(line.Y, 5/n)
		}
		p.Line(line)
	case x.Key == "band" && fact == "twin" && l.model == kernelModel && l.copies > 1:
		p.Line(sim.Line{Name: "log 2, the most for a twin", Role: sim.Theory, X: []float64{x.Min, x.Max}, Y: []float64{math.Ln2, math.Ln2}})
	}
}
