package sweep_test

import (
	"math"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// Facts that are powers of the knob have its exponent, and of several seeds the mean of
// theirs with its standard error: of 2 and 1 that is 1.5 ± 0.5.
func TestPower(t *testing.T) {
	const query = "n=4..64*5&fact=near&seeds=2"
	info := sim.Info{Name: "walk", New: func() sim.Lab { return new(walk) },
		Sweeps: []sim.Sweep{{Question: "How fast?", Address: "walk?" + query, Power: true}}}
	for _, c := range []struct {
		fact func(x, y float64, seed int) float64
		want string
	}{
		{func(x, _ float64, _ int) float64 { return 3 * x * x }, "grows like n^2.00 ± 0.00."},
		{func(x, _ float64, seed int) float64 { return 5 * math.Pow(x, float64(2-seed)) }, "grows like n^1.50 ± 0.50."},
		{func(x, _ float64, seed int) float64 { return math.Pow(x, 0.5) / float64(1-seed) }, "grows like n^0.50."}, // the second seed is unknown
		{func(x, _ float64, _ int) float64 { return -x }, "from"},
	} {
		g, repairs, err := sweep.Open([]sim.Info{info}, "walk?"+query)
		if err != nil || len(repairs) > 0 {
			t.Fatal(repairs, err)
		}
		fill(g, c.fact)
		if got := g.Finding(); !strings.Contains(got, c.want) {
			t.Errorf("%q does not say %q", got, c.want)
		}
		if p := g.Frame().Panels[0]; !p.Y.Log {
			t.Error("the axis of the fact is not a log scale")
		}
	}
}
