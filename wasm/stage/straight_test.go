package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// No point of a line is farther than slack from what is left of it, in its order.
func TestStraightenedStaysNear(t *testing.T) {
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 6))
		pts := wander(rng, 60, []float64{.02, .3, 3}[seed%3], []float64{.05, .4, 3.1}[seed/3%3], 64)
		kept := straightened(slices.Clone(pts))
		at := 1
		for i, p := range pts {
			for at < len(kept)-1 && reach(p, kept[at-1], kept[at]) > slack+1e-9 && slices.Contains(pts[:i+1], kept[at]) {
				at++
			}
			if d := reach(p, kept[at-1], kept[at]); d > slack+1e-9 {
				t.Fatalf("seed %d: point %d is %v off", seed, i, d)
			}
		}
		if kept[0] != pts[0] || kept[len(kept)-1] != pts[len(pts)-1] {
			t.Errorf("seed %d: the ends have moved", seed)
		}
	}
}

// Straight lines need two points, there and back three, and a circle so many that
// chords stay within slack of it: each spans at most √(8·slack·radius).
func TestStraightenedIsShort(t *testing.T) {
	var level, back []point
	for i := range 100 {
		level = append(level, point{float64(i), 7})
		back = append(back, point{50 - math.Abs(float64(i-50)), 7})
	}
	circle := polygon(1000, 50, 0)
	for _, c := range []struct {
		name      string
		pts       []point
		low, high int
	}{
		{"level", level, 2, 2},
		{"back", back, 3, 3},
		{"corner", []point{{0, 0}, {9, 0}, {9, 9}}, 3, 3},
		{"circle", circle, 50, 75},
	} {
		if n := len(straightened(c.pts)); n < c.low || n > c.high {
			t.Errorf("%s: %d points are left, want %d to %d", c.name, n, c.low, c.high)
		}
	}
}
