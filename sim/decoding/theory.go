package decoding

import "example.org/rote/sim"

// Theory implements [sim.Theorist]: the share of right labels, over c.
func (l *Lab) Theory(x, y *sim.Knob, fact string, p *sim.Panel) {
	if x.Key != "c" || y != nil {
		return
	}
	line := sim.Line{Role: sim.Theory, X: []float64{0, 1}}
	least := rightShare(1, l.classCount())
	switch fact {
	case "net", "masc", "label_right":
		line.Name, line.Y = "share of right labels: what copying a random neighbour of the class would score", []float64{1, least}
	case "changed":
		line.Name, line.Y = "c(K-1)/K, as a draw can hit the right label", []float64{0, 1 - least}
	default:
		return
	}
	p.Line(line)
}
