package diffusion

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// Theory implements [sim.Theorist].
func (l *Lab) Theory(x, y *sim.Knob, fact string, p *sim.Panel) {
	switch {
	case fact == "copied" && y == nil:
		l.copiedTheory(x, p)
	case fact == "copied":
		l.halfTheory(x, y, p)
	case fact == "kl" && y != nil:
		valleyTheory(x, y, p)
	case fact == "half":
		l.collapseTheory(x, y, p)
	case (fact == "tau_mem" || fact == "tau_gen") && y == nil && x.Key == "n":
		proportion(x, p)
	case fact == "excess" && y != nil:
		l.beginningTheory(x, y, p)
	}
}

// theoryPoints is how many points a curve of a law has.
const theoryPoints = 60

// copiedTheory draws the law of the copied share over one strength, where it holds.
func (l *Lab) copiedTheory(x *sim.Knob, p *sim.Panel) {
	if x.Key != "c" && x.Key != "tau" && x.Key != "smin" {
		return
	}
	line := sim.Line{Name: "law for isolated points", Role: sim.Theory}
	for _, strength := range logGrid(lowest(x), x.Max, theoryPoints) {
		if y := l.with(x.Key, strength).lawful().copied(l.tol, math.Inf(1)); y == y {
			line.X, line.Y = append(line.X, strength), append(line.Y, y)
		}
	}
	if len(line.X) > 0 {
		p.Line(line)
	}
}

// lowest returns the least value above 0 of a knob on a log scale.
func lowest(k *sim.Knob) float64 {
	if k.Scale.Low > 0 {
		return k.Scale.Low
	}
	return max(k.Min, 1)
}

// halfTheory draws where half of the samples are copies: c or σ² at
// tol²/(2 ln 2), whatever the other knob is, unless that is a regularizer.
func (l *Lab) halfTheory(x, y *sim.Knob, p *sim.Panel) {
	bandwidth := l.tol / math.Sqrt(2*math.Ln2)
	at := map[string]float64{"c": bandwidth * bandwidth, "smin": bandwidth}
	if x.Key == "tau" || x.Key == "hs" || y.Key == "tau" || y.Key == "hs" {
		return
	}
	line := sim.Line{Name: "half are copies, for isolated points", Role: sim.Theory}
	switch {
	case at[x.Key] > 0 && at[y.Key] == 0 && y.Kind <= sim.FloatKind:
		line.X, line.Y = []float64{at[x.Key], at[x.Key]}, []float64{y.Min, y.Max}
	case at[y.Key] > 0 && at[x.Key] == 0 && x.Kind <= sim.FloatKind:
		line.X, line.Y = []float64{x.Min, x.Max}, []float64{at[y.Key], at[y.Key]}
	default:
		return
	}
	p.Line(line)
}

// valleyTheory draws the rules of thumb for the best strength at n points of the
// plane: √c = σ = 0.8 n^(-1/6), and τ = √n.
func valleyTheory(x, y *sim.Knob, p *sim.Panel) {
	strength, swapped := x, false
	if x.Key == "n" {
		strength, swapped = y, true
	} else if y.Key != "n" {
		return
	}
	var rule func(n float64) float64
	name := "rule of thumb "
	bandwidth := func(n float64) float64 { return 0.8 * exact.Exp(-exact.Log(n)/6) }
	switch strength.Key {
	case "c":
		name, rule = name+"√c = 0.8 n^(-1/6)", func(n float64) float64 { return bandwidth(n) * bandwidth(n) }
	case "smin":
		name, rule = name+"σ = 0.8 n^(-1/6)", bandwidth
	case "tau":
		name, rule = name+"τ = √n", math.Sqrt
	default:
		return
	}
	ns := logGrid(1, 2048, theoryPoints)
	ys := make([]float64, len(ns))
	for i, n := range ns {
		ys[i] = rule(n)
	}
	if swapped {
		ns, ys = ys, ns
	}
	p.Line(sim.Line{Name: name, Role: sim.Theory, X: ys, Y: ns})
}

// collapseTheory draws σ_C: over one knob the curve itself, over dimension and
// points the line on which it is 1, n = 2^(d/2).
func (l *Lab) collapseTheory(x, y *sim.Knob, p *sim.Panel) {
	line := sim.Line{Name: "law: σ = 1/√(n^(2/d)-1)", Role: sim.Theory}
	switch {
	case y == nil && x.Key == "d" && l.n > 1:
		for d := int(x.Min); d <= int(x.Max); d++ {
			line.X, line.Y = append(line.X, float64(d)), append(line.Y, collapseSigma(l.n, d))
		}
	case y == nil && x.Key == "n":
		for _, n := range logGrid(2, x.Max, theoryPoints) {
			line.X, line.Y = append(line.X, n), append(line.Y, collapseSigma(int(math.Round(n)), l.d))
		}
	case y != nil && x.Key == "d" && y.Key == "n":
		line.X, line.Y = evenCollapse()
		line.Name = "law, where σ is 1: n = 2^(d/2)"
	case y != nil && x.Key == "n" && y.Key == "d":
		line.Y, line.X = evenCollapse()
		line.Name = "law, where σ is 1: n = 2^(d/2)"
	default:
		return
	}
	p.Line(line)
}

func evenCollapse() (d, n []float64) {
	for k := 2.0; k <= 22; k++ {
		d, n = append(d, k), append(n, exact.Exp(k/2*math.Ln2))
	}
	return d, n
}

// copyingBegins are the training steps at which the excess of copies of the
// default network has risen above 0.1: medians of 5 seeds of this lab, by the
// number of training points. With 128 points most seeds do not reach it in 3200
// steps.
var copyingBegins = [...]struct{ points, step float64 }{{8, 40}, {16, 70}, {32, 316}, {64, 653}}

// proportion draws a line in proportion to the knob through the first point that is
// measured: what Bonnaire and others (2025), arXiv 2505.17638, find of the time until a
// network copies if it is so large that only the data limit it.
func proportion(x *sim.Knob, p *sim.Panel) {
	if len(p.Points) == 0 || len(p.Points[0].X) == 0 {
		return
	}
	x0, y0 := p.Points[0].X[0], p.Points[0].Y[0]
	line := sim.Line{Name: "in proportion to n", Role: sim.Theory}
	for _, n := range logGrid(lowest(x), x.Max, theoryPoints) {
		line.X, line.Y = append(line.X, n), append(line.Y, y0*n/x0)
	}
	p.Line(line)
}

// beginningTheory draws where copying begins as measured: there is no law of it.
func (l *Lab) beginningTheory(x, y *sim.Knob, p *sim.Panel) {
	if l.width != 64 || l.c != 0 {
		return
	}
	var n, step []float64
	for _, b := range copyingBegins {
		n, step = append(n, b.points), append(step, b.step)
	}
	line := sim.Line{Name: "excess 0.1, measured, median of 5 seeds", Role: sim.Control}
	switch {
	case x.Key == "train" && y.Key == "n":
		line.X, line.Y = step, n
	case x.Key == "n" && y.Key == "train":
		line.X, line.Y = n, step
	default:
		return
	}
	p.Line(line)
}
