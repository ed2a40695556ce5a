package ntk

import (
	"math"
	"testing"

	"example.org/rote/sim"
)

// The laws are drawn where they say something, and not elsewhere.
func TestTheory(t *testing.T) {
	for _, c := range []struct {
		address, x, y, fact string
		at, want            float64 // a point of the curve; 0 at: no curve
	}{
		{"ntk", "ratio", "", "best", 1, 0},
		{"ntk", "ratio", "m", "best", 1, 16},
		{"ntk", "d", "ratio", "memorized", 2, 1},
		{"ntk", "m", "q", "best", 1024, 32},
		{"ntk", "q", "m", "best", 128, 4096},
		{"ntk", "d", "q", "best", 64, 2},
		{"ntk", "q", "d", "best", 128, 1},
		{"ntk?q=4", "m", "d", "best", 1024, 128},
		{"ntk", "q", "", "best", 8, 0},
		{"ntk", "m", "d", "best", 0, 0},
		{"ntk", "b", "lr", "move", 0, 0},
		{"ntk", "b", "lr", "best", 0, 0},
		{"ntk", "ratio", "q", "best", 0, 0},
		{"ntk", "m", "", "first", 0, 0},
		{"ntk?view=tangent", "m", "", "q_half", 1024, 32},
		{"ntk?view=tangent", "d", "", "q_half", 2, 64},
		{"ntk?view=tangent", "trials", "", "q_half", 0, 0},
		{"ntk?view=tangent", "m", "d", "q_half", 0, 0},
	} {
		run := opened(t, c.address)
		var p sim.Panel
		run.Theory(run.Find(c.x), run.Find(c.y), c.fact, &p)
		if c.at == 0 {
			if len(p.Lines) > 0 {
				t.Errorf("%s over %s and %s of %s: there is a law %q", c.fact, c.x, c.y, c.address, p.Lines[0].Name)
			}
			continue
		}
		if len(p.Lines) != 1 || p.Lines[0].Name == "" || p.Lines[0].Role != sim.Theory || !passes(p.Lines[0], c.at, c.want) {
			t.Errorf("%s over %s and %s of %s: the law is %v, want (%g, %g) on it", c.fact, c.x, c.y, c.address, p.Lines, c.at, c.want)
		}
	}
}

func passes(m sim.Line, x, y float64) bool {
	for i := range m.X {
		if math.Abs(m.X[i]-x) < 1e-9*x && math.Abs(m.Y[i]-y) < 1e-9*(1+y) {
			return true
		}
	}
	return false
}
