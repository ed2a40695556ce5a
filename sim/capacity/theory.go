package capacity

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// Theory implements [sim.Theorist].
func (l *Lab) Theory(x, y *sim.Knob, fact string, p *sim.Panel) {
	switch l.view {
	case "snake":
		l.snakeTheory(x, y, p)
	case "cover":
		l.coverTheory(x, y, fact, p)
	case "train":
		l.trainTheory(x, y, fact, p)
	case "sgd":
		l.sgdTheory(x, y, fact, p)
	}
}

// snakeTheory draws the width from which on the construction holds n labels.
func (l *Lab) snakeTheory(x, y *sim.Knob, p *sim.Panel) {
	line := sim.Line{Name: "2√N, with equal widths", Role: sim.Theory}
	for _, n := range logGrid(4, 1024) {
		line.X, line.Y = append(line.X, n), append(line.Y, 2*math.Sqrt(n))
	}
	between(x, y, "n", "w1", line, p)
}

// coverTheory draws Cover's count over the load, or where it is ½.
func (l *Lab) coverTheory(x, y *sim.Knob, fact string, p *sim.Panel) {
	switch {
	case fact != "separable":
	case y == nil && x.Key == "load":
		line := sim.Line{Name: "Cover's count", Role: sim.Theory}
		for n := max(1, (l.d+1)/2); n <= 4*l.d; n++ {
			line.X, line.Y = append(line.X, float64(n)/float64(l.d)), append(line.Y, nn.Cover(n, l.d))
		}
		p.Line(line)
	default:
		half := sim.Line{Name: "half are separable: N = 2d", Role: sim.Theory, X: []float64{2, 2}, Y: []float64{1, 64}}
		between(x, y, "load", "d", half, p)
	}
}

// trainTheory draws the laws of the width, or marks the width of this many
// labels.
func (l *Lab) trainTheory(x, y *sim.Knob, fact string, p *sim.Panel) {
	switch {
	case fact == "bits" && y == nil:
		p.Level(sim.Line{Name: "facts in language models: 2 bits for each weight", Role: sim.Theory}, bitsPerWeight, x.Min, x.Max)
	case fact != "memorized" && fact != "at1000" && fact != "best":
	case y == nil && x.Key == "width":
		w := laws(l.depth, l.d)[0].width(float64(l.held()))
		p.Line(sim.Line{Name: "N = 1.9 P, at width", Role: sim.Theory, X: []float64{w, w}, Y: []float64{0, 1}})
	default:
		for _, line := range lawLines(l.depth, l.d, 4, 1024) {
			between(x, y, "n", "width", line, p)
		}
	}
}

// sgdTheory draws the powers of the push through the risks of this run.
func (l *Lab) sgdTheory(x, y *sim.Knob, fact string, p *sim.Panel) {
	at := l.pushed
	if at.rho == 0 || y != nil || x.Key != "rho" {
		return
	}
	square := sim.Line{Name: "ρ², through this run", Role: sim.Theory}
	fourth := sim.Line{Name: "ρ⁴, through the unseen push alone", Role: sim.Theory}
	for _, rho := range logGrid(x.Min, x.Max) {
		r := rho / at.rho * (rho / at.rho)
		square.X, square.Y = append(square.X, rho), append(square.Y, at.risk*r)
		fourth.X, fourth.Y = append(fourth.X, rho), append(fourth.Y, at.perp*r*r)
	}
	if fact == "risk0" || fact == "risk" {
		p.Line(square)
	}
	if fact == "risk_perp" || fact == "risk" {
		p.Line(fourth)
	}
}

// between adds a line over the knobs a and b to a diagram of these, whichever of
// them is across.
func between(x, y *sim.Knob, a, b string, line sim.Line, p *sim.Panel) {
	switch {
	case y == nil:
	case x.Key == a && y.Key == b:
		p.Line(line)
	case x.Key == b && y.Key == a:
		line.X, line.Y = line.Y, line.X
		p.Line(line)
	}
}

// gridPoints is how many pieces the curve of a law has.
const gridPoints = 60

// logGrid returns values from lo to hi, evenly on a log scale.
func logGrid(lo, hi float64) []float64 {
	out := make([]float64, gridPoints+1)
	for i := range out {
		out[i] = lo * exact.Exp(exact.Log(hi/lo)*float64(i)/gridPoints)
	}
	return out
}
