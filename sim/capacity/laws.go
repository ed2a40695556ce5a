package capacity

import (
	"math"

	"example.org/rote/sim"
)

// labelsPerWeight is how many random labels a weight of a trained network holds,
// as measured here: the threshold of both depths, beside Cover's 2 for a single
// unit.
const labelsPerWeight = 1.9

// A law says which width N labels need.
type law struct {
	name  string
	width func(n float64) float64
}

// laws returns the laws for networks of so many hidden layers on d inputs.
func laws(layers string, d int) []law {
	k := float64(d)
	if layers == "2" {
		// P = w²+(d+3)w+1.
		half := (k + 3) / 2
		return []law{
			{"trained: N = 1.9 P", func(n float64) float64 { return math.Sqrt(float64(half*half)+max(0, n/labelsPerWeight-1)) - half }},
			{"construction: 2√N", func(n float64) float64 { return 2 * math.Sqrt(n) }},
			{"limit, counted in this lab: w²+2w+2 = N", func(n float64) float64 { return math.Sqrt(max(0, n-1)) - 1 }},
			{"limit, the paper: 2w²+w+2 = N", func(n float64) float64 { return (math.Sqrt(max(0, float64(8*n)-15)) - 1) / 4 }},
		}
	}
	// P = w(d+2)+1.
	return []law{
		{"trained: N = 1.9 P", func(n float64) float64 { return (n/labelsPerWeight - 1) / (k + 2) }},
		{"Bubeck: 4N/d", func(n float64) float64 { return 4 * math.Ceil(n/k) }},
		{"Baum: N/d threshold units", func(n float64) float64 { return math.Ceil(n / k) }},
		{"limit: w+2 = N", func(n float64) float64 { return n - 2 }},
	}
}

// lawLines returns the curves of the laws from n = lo to hi, on a log scale.
// Points without a width of at least 1/2 are left out.
func lawLines(layers string, d int, lo, hi float64) []sim.Line {
	var lines []sim.Line
	for i, l := range laws(layers, d) {
		line := sim.Line{Name: l.name, Role: sim.Theory, Class: uint8(i + 1)}
		for _, n := range logGrid(lo, hi) {
			if w := l.width(n); w >= 0.5 {
				line.X, line.Y = append(line.X, n), append(line.Y, w)
			}
		}
		lines = append(lines, line)
	}
	return lines
}
