package diffusion

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// Where a law is told, runs agree with it; where it fails, none is told.
func TestLawHoldsWhereItIsTold(t *testing.T) {
	for _, c := range []struct {
		address string
		told    bool
	}{
		{"diffusion?tau=0.5&steps=80", true},
		{"diffusion?tau=0.9&steps=80", false},         // .205 are copied, 1-τ is .10
		{"diffusion?tau=0.95&steps=80", false},        // .174, .05
		{"diffusion?tau=0.3&tol=0.1&steps=80", false}, // .766, .70
		{"diffusion?data=gauss4&n=64&tau=0.5&steps=80", true},
		{"diffusion?smin=0.1&steps=40", true},
		{"diffusion?n=2048&c=0.01&smin=1e-6&steps=30", false}, // .07, .005
		{"diffusion?n=2048&c=1e-4&smin=1e-6&steps=30", false}, // .477, .393
		{"diffusion?smin=1&tol=0.5&n=700&steps=10", false},
		{"diffusion?n=80&c=1e-3&smin=1e-6&steps=40", true},
		{"diffusion?data=cross&smin=0.3&tol=0.3&steps=40", true},
		{"diffusion?process=VP&c=10&n=1&start=exact&smin=1e-6&tol=0.5&steps=40", false},
		{"diffusion?sampler=euler&steps=40&smin=0.01", false}, // .505, .393
		{"diffusion?sampler=ddim&steps=8&smin=0.01", false},   // .193, .393
		{"diffusion?sampler=ddim&steps=200&smin=0.01", true},
		{"diffusion?sampler=em&steps=30&smin=0.01", false}, // .275, .393
		{"diffusion?steps=8&tol=1e-4&smin=1e-6", false},    // .453, 1
	} {
		samples := map[bool]int{true: 1000, false: 10}[c.told]
		f := finished(t, fmt.Sprintf("%s&p=%d", c.address, samples))
		law, told := f.Value("copied_law")
		if told != c.told {
			t.Errorf("%s: a law is told: %t, want %t", c.address, told, c.told)
		}
		if got := fact(t, f, "copied"); told && math.Abs(got-law) > 0.06 {
			t.Errorf("%s: copied %.3f, law %.3f", c.address, got, law)
		}
	}
}

// The curve of the law stands at the run where one is told, and nowhere else.
func TestLawCurve(t *testing.T) {
	for _, c := range []struct {
		address string
		to      float64 // the largest strength with a law; 0: there is no curve
	}{
		{"diffusion?tau=0.9&steps=24", mostDamping},
		{"diffusion?n=80&c=0.01&smin=1e-6&steps=30&p=10", 3.9e-3},
		{"diffusion?smin=1&tol=0.5&n=700&p=30&steps=10", 0},
	} {
		p := finished(t, c.address).Panels[4]
		last := 0.0
		for _, line := range p.Lines {
			for i, y := range line.Y {
				if y == y {
					last = line.X[i]
				}
			}
		}
		if last > c.to || last < c.to/1.3 {
			t.Errorf("%s: the law is drawn up to %g, want %g", c.address, last, c.to)
		}
	}
	var p sim.Panel
	r := open(t, "diffusion")
	r.Theory(r.Find("tau"), nil, "copied", &p)
	if x := p.Lines[0].X; x[len(x)-1] > mostDamping {
		t.Errorf("a sweep has the law up to τ = %g", x[len(x)-1])
	}
}

// What the flow leaves around a lone point is σ₀v/v₀ wide: near √c only where the
// noise is added and c is small.
func TestLeftAroundALonePoint(t *testing.T) {
	for _, c := range []struct {
		address string
		want    float64 // by hand: of VP with c = 10, v = (11σ²+10)^(1/22)
	}{
		{"diffusion?n=1&start=exact&p=1000&smin=1e-6&c=0.01", 0.1},
		{"diffusion?n=1&start=exact&p=1000&smin=1e-6&c=10", math.Sqrt(10) * 4.63655 / math.Sqrt(4.63655*4.63655+10)},
		{"diffusion?n=1&start=exact&p=1000&smin=1e-6&c=10&process=VP", 1.86653 * math.Pow(10/(11*1.86653*1.86653+10), 1./22)},
	} {
		f := finished(t, c.address)
		distance := fact(t, f, "radius") * fact(t, f, "sigma")
		if math.Abs(distance/meanRadius(2)/c.want-1) > 0.05 {
			t.Errorf("%s: samples are %.3f away, want about √(π/2)·%.3f", c.address, distance, c.want)
		}
		law := f.Panels[1].Lines[1].Y
		if got := law[len(law)-1] / meanRadius(2); math.Abs(got/c.want-1) > 1e-3 {
			t.Errorf("%s: the law ends at √(π/2)·%.4f, want %.4f", c.address, got, c.want)
		}
		if strings.Contains(f.Says, "√c") || !strings.Contains(f.Says, "no") && fact(t, f, "copied") < 0.1 && strings.Contains(f.Says, "every sample") {
			t.Errorf("%s says %q", c.address, f.Says)
		}
	}
}

// Sentences that say of all samples what holds for some.
func TestNotAll(t *testing.T) {
	for _, c := range []struct{ address, never string }{
		{"diffusion?data=cross&start=square&tau=4.5&steps=60", "nothing moves"}, // the spread goes from 1.72 to .70
		{"diffusion?view=ucurve&n=4&sweep=tau&shown=10", "nothing moves"},
		{"diffusion?process=VP&c=10&smin=1e-6&p=500&steps=60", "3.16"},
		{"diffusion?n=1&process=VP&c=10&smin=1e-6&steps=24", "every sample"}, // none is
		{"diffusion?n=1&smin=1&steps=24", "every sample"},
		{"diffusion?view=conditional&n=1&c=10", "all 200"},
		{"diffusion?view=conditional&n=300&hy=0.001&seed=4", "all 200"}, // they copy two points
	} {
		if f := finished(t, c.address); strings.Contains(f.Says, c.never) || strings.Contains(f.Says, strings.ToUpper(c.never[:1])+c.never[1:]) {
			t.Errorf("%s says %q", c.address, f.Says)
		}
	}
	moved := finished(t, "diffusion?data=cross&start=square&tau=4.5&steps=60")
	if got := fact(t, moved, "spread"); math.Abs(got-0.70) > 0.01 {
		t.Errorf("the spread is %g", got)
	}
}

// A divergence is never below 0, though an average of few points can be.
func TestKLIsNotNegative(t *testing.T) {
	d := divergence{i: 4, sum: -0.4, squares: 0.2}
	near(t, "KL", d.value(), 0, 0)
	near(t, "its standard error", d.room(), 0.1, 1e-12)
}
