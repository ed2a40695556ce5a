package ntk

import (
	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// Theory implements [sim.Theorist]: one weight per label, 2qd = m.
func (l *Lab) Theory(x, y *sim.Knob, fact string, p *sim.Panel) {
	line := sim.Line{Role: sim.Theory}
	switch {
	case l.view == "tangent" && fact == "q_half" && y == nil:
		line.Name = "m/2d, if features are in general position"
		line.X, line.Y = l.curve(x, "q")
	case l.view == "train" && (fact == "memorized" || fact == "best"):
		line.Name = "one weight per label: 2qd = m"
		line.X, line.Y = l.edge(x, y)
	}
	if line.X != nil {
		p.Line(line)
	}
}

// edge returns the line on which there is one weight per label, or nil.
func (l *Lab) edge(x, y *sim.Knob) (xs, ys []float64) {
	switch {
	case y == nil:
		if at := l.enough(x.Key, "", 0); at > 0 {
			return []float64{at, at}, []float64{0, 1}
		}
	case x.Key == "ratio" && y.Key != "q":
		return []float64{1, 1}, []float64{y.Min, y.Max}
	case y.Key == "ratio" && x.Key != "q":
		return []float64{x.Min, x.Max}, []float64{1, 1}
	default:
		return l.curve(x, y.Key)
	}
	return nil, nil
}

// theoryPoints is how many points a curve of a law has.
const theoryPoints = 60

// curve returns what the knob named y must be for one weight per label, over x,
// or nil if that says nothing.
func (l *Lab) curve(x *sim.Knob, y string) (xs, ys []float64) {
	if l.enough(y, x.Key, x.Max) == 0 {
		return nil, nil
	}
	low := max(x.Min, 1)
	for i := range theoryPoints {
		v := low * exact.Exp(float64(i)/(theoryPoints-1)*exact.Log(x.Max/low))
		xs, ys = append(xs, v), append(ys, l.enough(y, x.Key, v))
	}
	return xs, ys
}

// enough returns the value of the knob named key that gives one weight per label
// when the knob named other has value v and the rest stay as they are; 0 if there
// is none.
func (l *Lab) enough(key, other string, v float64) float64 {
	at := map[string]float64{"m": float64(l.m), "d": float64(l.d), "q": float64(l.q)}
	if _, ok := at[other]; other != "" && !ok {
		return 0
	}
	at[other] = v
	switch key {
	case "ratio":
		return 1
	case "q":
		return at["m"] / (2 * at["d"])
	case "m":
		return 2 * at["q"] * at["d"]
	case "d":
		if at["q"] > 0 {
			return at["m"] / (2 * at["q"])
		}
	}
	return 0
}
