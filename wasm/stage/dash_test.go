package main

import (
	"math"
	"math/rand/v2"
	"testing"
)

// onLength is how much of the first s of a line a pattern leaves on, by whole
// rounds and what is left of the last.
func onLength(s float64, pattern []float64) float64 {
	if len(pattern)%2 == 1 { // on and off change places in the second round
		pattern = append(append([]float64(nil), pattern...), pattern...)
	}
	round, on := 0., 0.
	for i, l := range pattern {
		round += l
		if i%2 == 0 {
			on += l
		}
	}
	sum := math.Floor(s/round) * on
	s = math.Mod(s, round)
	for i, l := range pattern {
		if i%2 == 0 {
			sum += max(0, min(s, l))
		}
		s -= l
	}
	return sum
}

var patterns = [][]float64{{6, 3}, {7, 3, 1.5, 3}, {1.75, 2.75}, {5}, {4, 1, 2}, {0, 5}, {5, 0}, {3, 0, 0, 2}, {1e6, 1}, {3, math.Inf(1)}}

// The pieces add up to what the pattern leaves on, and each point of them lies at
// a length of the line that is on: the pattern goes on round bends.
func TestDashes(t *testing.T) {
	for _, pattern := range patterns {
		for seed := range uint64(40) {
			rng := rand.New(rand.NewPCG(seed, 6))
			pts := []point{{0, 0}}
			for range 1 + rng.IntN(12) {
				last := pts[len(pts)-1]
				pts = append(pts, point{last.x + .01 + 9*rng.Float64(), last.y + 9*rng.NormFloat64()})
			}
			checkDashes(t, pts, pattern)
		}
	}
}

func checkDashes(t *testing.T, pts []point, pattern []float64) {
	t.Helper()
	painted, pieces := 0., 0
	dashes(pts, pattern, func(d []point) {
		pieces++
		painted += length(d)
		for i := 1; i < len(d); i++ {
			from, to := lengthAt(pts, d[i-1].x), lengthAt(pts, d[i].x)
			if on := onLength(to, pattern) - onLength(from, pattern); math.Abs(on-(to-from)) > 2*nearly {
				t.Errorf("pattern %v: from %v to %v is a piece, and %v of it is on", pattern, from, to, on)
			}
		}
	})
	want := length(pts)
	if math.IsInf(total(pattern), 1) {
		want = min(want, pattern[0])
	} else {
		want = onLength(want, pattern)
	}
	// A piece may lose an end that is nearly nothing.
	if math.Abs(painted-want) > 2*nearly*float64(pieces+1) {
		t.Errorf("pattern %v: %v of %v is painted, want %v", pattern, painted, length(pts), want)
	}
}

// lengthAt is how long a line that goes to the right is up to x.
func lengthAt(pts []point, x float64) float64 {
	sum := 0.
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		sum += distance(a, b) * min(1, max(0, (x-a.x)/(b.x-a.x)))
	}
	return sum
}

// Patterns that say nothing draw a whole line, and end.
func TestDashesWithoutPattern(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, dash := range [][]float64{nil, {}, {0, 0}, {nan}, {4, nan}, {-5, -1}, {.1, .1}, {-inf, .5}} {
		if got := scaled(dash, 1); got != nil {
			t.Errorf("%v makes the pattern %v", dash, got)
		}
	}
	if got := scaled([]float64{-2, 3}, 2); len(got) != 2 || got[0] != 0 || got[1] != 6 {
		t.Errorf("lengths below 0 become %v, want [0 6]", got)
	}
	pieces := 0
	dashes([]point{{-far, 0}, {far, 0}}, []float64{1, 1}, func([]point) { pieces++ })
	if pieces != 1 {
		t.Errorf("a line of 100,000 dashes has %d pieces, want 1", pieces)
	}
}
