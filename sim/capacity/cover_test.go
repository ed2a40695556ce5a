package capacity

import (
	"fmt"
	"math"
	"testing"
)

// C16: the share of separable labelings is that of Cover's count, which is ½ at
// two labels per dimension.
func TestCover(t *testing.T) {
	for _, c := range []struct {
		d    int
		load float64
		law  float64
	}{{20, 2, 0.5}, {20, 2.2, 0.2712}, {5, 1.4, 0.8906}, {5, 1.8, 0.6367}, {5, 2.2, 0.3770}, {1, 2, 0.5}, {8, 0.5, 1}} {
		share, law := 0.0, 0.0
		const runs = 2
		for seed := 1; seed <= runs; seed++ {
			got := facts(t, fmt.Sprintf("capacity?view=cover&trials=200&d=%d&load=%g&seed=%d", c.d, c.load, seed), "separable", "cover")
			share, law = share+got[0]/runs, got[1]
		}
		if math.Abs(law-c.law) > 1e-4 {
			t.Errorf("d = %d, N/d = %g: the law is %g, want %g", c.d, c.load, law, c.law)
		}
		if sd := math.Sqrt(law * (1 - law) / (200 * runs)); math.Abs(share-law) > 3*sd+1e-9 {
			t.Errorf("d = %d, N/d = %g: measured %g, law %g ± %.2g", c.d, c.load, share, law, sd)
		}
	}
}

// A separating direction has a positive product with every point, and its margin
// is the distance that is drawn.
func TestCoverMargin(t *testing.T) {
	s := newCover(labAt("capacity?view=cover&d=6&load=1.5&trials=20"), random(4))
	seen := 0
	for !s.solver.Step() {
	}
	for s.trial < s.lab.trials {
		if s.solver.Separable() {
			seen++
			s.solver.Direction(s.view.v)
			length, least := norm(s.view.v), math.Inf(1)
			for i := range s.n {
				least = min(least, dot(s.view.v, s.signed[i*6:(i+1)*6])/length)
			}
			if math.Abs(least-s.margin()) > 1e-9 || least <= 0 {
				t.Errorf("trial %d: least product %g, margin %g", s.trial, least, s.margin())
			}
		} else if s.margin() != 0 {
			t.Errorf("trial %d: not separable, margin %g", s.trial, s.margin())
		}
		s.Step()
		for s.trial < s.lab.trials && !s.solver.Step() {
		}
	}
	if seen == 0 {
		t.Error("no labeling is separable")
	}
}
