package dejavu

import "example.org/rote/sim"

// Theory implements [sim.Theorist]: the most that can be named without memory over the share
// of habitats, and that the difference is 0 without.
func (l *Lab) Theory(x, _ *sim.Knob, fact string, p *sim.Panel) {
	switch {
	case fact == "reference" && x.Key == "rho":
		p.Line(sim.Line{Name: "most without memory: ρ + (1-ρ)/classes", Role: sim.Theory, X: []float64{0, 0.9},
			Y: []float64{ceiling(0, l.classes), ceiling(0.9, l.classes)}})
		p.Level(sim.Line{Name: "chance", Role: sim.Theory}, 1/float64(l.classes), x.Min, x.Max)
	case fact == "score" || fact == "score_top":
		p.Level(sim.Line{Name: "no memory", Role: sim.Theory}, 0, x.Min, x.Max)
	}
}
