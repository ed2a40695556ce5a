package diffusion

import (
	"math"
	"math/rand/v2"
	"testing"
)

func near(t *testing.T, name string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Abs(want)+1e-300) {
		t.Errorf("%s: got %.17g, want %.17g, relative difference %.1e, allowed %.0e", name, got, want,
			math.Abs(got-want)/math.Abs(want), tolerance)
	}
}

// shift adds an offset to every number.
func shift(x []float64, by float64) []float64 {
	out := make([]float64, len(x))
	for i := range x {
		out[i] = x[i] + by
	}
	return out
}

// TestScore is claim A1: against 120 digits.
func TestScore(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	cloud3 := normals(3*40, rng)
	pair := []float64{-1, 0.25, 1, -0.25}
	cases := []struct {
		name  string
		d     int
		x, at []float64
		sigma float64

		cancels float64 // size of pulls that cancel
	}{
		{"paper, wide", 2, authors[:], []float64{0.3, -0.4}, 4.6, 0},
		{"paper, middle", 2, authors[:], []float64{0.3, -0.4}, 0.3, 0},
		{"paper, narrow", 2, authors[:], []float64{0.3, -0.4}, 0.01, 0},
		{"paper, σ 1e-6 between the points", 2, authors[:], []float64{0.3, -0.4}, 1e-6, 0},
		{"paper, σ 1e-6 at a point", 2, authors[:], []float64{authors[0] + 1e-6, authors[1] - 3e-7}, 1e-6, 0},
		{"paper, far away", 2, authors[:], []float64{1000, -300}, 1, 0},
		{"paper, far away and narrow", 2, authors[:], []float64{1000, -300}, 1e-6, 0},
		{"pair, tied far away", 2, pair, []float64{250, 1000}, 0.5, 0},
		{"pair, tied far away, narrow", 2, pair, []float64{250, 1000}, 1e-3, 0},
		{"pair, nearly tied", 2, pair, []float64{1e-5, 0}, 0.003, 1},
		{"pair, σ 1e-6, nearly tied", 2, pair, []float64{1e-13, 4e-13}, 1e-6, 1},
		{"paper, offset 1e6", 2, shift(authors[:], 1e6), []float64{1e6 + 0.3, 1e6 - 0.4}, 0.1, 0},
		{"paper, offset 1e6, σ 1e-6", 2, shift(authors[:], 1e6), []float64{1e6 + 0.3, 1e6 - 0.4}, 1e-6, 0},
		{"one point", 2, []float64{0.5, 0.5}, []float64{3, -2}, 0.2, 0},
		{"twins", 2, []float64{0, 0, 0, 0, 1, 1}, []float64{0.2, 0.5}, 0.4, 0},
		{"line", 1, []float64{-1, 0.1, 2}, []float64{0.7}, 0.5, 0},
		{"space", 3, cloud3, []float64{0.1, 0.2, -1}, 0.4, 0},
		{"space, σ 1e-6", 3, cloud3, []float64{0.1, 0.2, -1}, 1e-6, 0},
		{"space, offset 1e6", 3, shift(cloud3, -1e6), []float64{-1e6, -1e6 + 0.2, -1e6 - 1}, 0.4, 0},
	}
	const tolerance = 1e-10
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			want := oracle{c.d, c.x, c.at, c.sigma}.answer()
			m, v := newMixture(c.d, c.x), make([]float64, c.d)
			logS := m.at(v, c.at, c.sigma)
			near(t, "log S", logS, want.logS, tolerance)
			near(t, "log density", m.logDensity(logS, c.sigma), want.logDensity, tolerance)
			// Where pulls from several sides cancel, V is relative to their length.
			length := math.Max(math.Sqrt(dot(want.v, want.v)), 1e-3*c.cancels)
			for j := range v {
				if math.Abs(v[j]-want.v[j]) > tolerance*length {
					t.Errorf("V[%d]: got %.17g, want %.17g", j, v[j], want.v[j])
				}
			}
			for i, w := range want.w {
				if w > 1e-12 {
					near(t, "weight", m.weight(i), w, tolerance)
				}
			}
			_, div := newPull(m, 0).divergence(v, c.at, c.sigma)
			if math.Abs(div-want.div) > tolerance*(math.Abs(want.div)+float64(c.d)) {
				t.Errorf("divergence: got %.17g, want %.17g", div, want.div)
			}
		})
	}
}

// TestRegularizedScore is claim A1 for Tikhonov's and the damped score.
func TestRegularizedScore(t *testing.T) {
	at, v := []float64{0.9, -1.4}, make([]float64, 2)
	for _, sigma := range []float64{2, 0.3, 0.1} {
		want := oracle{2, authors[:], at, sigma}.answer()
		for _, c := range []float64{1e-6, 0.01, 3} {
			plan := newSchedule(sigma, sigma/2, 1, c, "VE")
			near(t, "σ²/(σ²+c)", plan.tikhonov(0), sigma*sigma/(sigma*sigma+c), 1e-14)
		}
		for _, tau := range []float64{0.02, 1, 5} {
			p := newPull(newMixture(2, authors[:]), tau)
			a, div := p.divergence(v, at, sigma)
			s := math.Exp(want.logS)
			near(t, "damping", a, math.Min(1, s/tau), 1e-12)
			wantDiv := a * want.div
			if s < tau {
				wantDiv += a * dot(want.v, want.v) / (sigma * sigma)
			}
			near(t, "damped divergence", div, wantDiv, 1e-10)
		}
	}
}

// TestDivergenceIsTheSlope checks the divergence against differences of the
// pull.
func TestDivergenceIsTheSlope(t *testing.T) {
	const h = 1e-5
	for _, tau := range []float64{0, 4} {
		p := newPull(newMixture(2, authors[:]), tau)
		for _, at := range [][]float64{{0.3, -0.2}, {2, 2}, {-1, 0.5}} {
			_, div := p.divergence(make([]float64, 2), at, 0.5)
			sum := 0.0
			for j := range at {
				sum += (pullAt(p, at, j, h) - pullAt(p, at, j, -h)) / (2 * h)
			}
			if math.Abs(sum-div) > 1e-6*(1+math.Abs(div)) {
				t.Errorf("τ = %g at %v: divergence %g, by differences %g", tau, at, div, sum)
			}
		}
	}
}

func pullAt(p *pull, at []float64, j int, h float64) float64 {
	x, v := append([]float64(nil), at...), make([]float64, len(at))
	x[j] += h
	a, _ := p.at(v, x, 0.5)
	return a * v[j]
}

// TestCosts checks the prior weights: a cost is a point that is rarer.
func TestCosts(t *testing.T) {
	m := newMixture(1, []float64{-1, 1})
	m.cost = []float64{0, math.Log(3)}
	v := make([]float64, 1)
	m.at(v, []float64{0}, 0.7)
	near(t, "weight", m.weight(1), 0.25, 1e-14)
	near(t, "V", v[0], -0.5, 1e-14)
	m.cost = []float64{800, 0}
	m.at(v, []float64{-1}, 0.7)
	near(t, "V", v[0], 2, 1e-14)
}

// TestSmoothing checks the smoothed barycentre against its definition.
func TestSmoothing(t *testing.T) {
	p := newPull(newMixture(2, authors[:]), 0)
	p.smooth(0.3, rand.New(rand.NewPCG(1, 1)))
	x, v, one := []float64{0.2, 0.1}, make([]float64, 2), make([]float64, 2)
	p.at(v, x, 0.2)
	want := [2]float64{}
	for j := 0; j < len(p.offset); j += 2 {
		y := []float64{x[0] + p.offset[j], x[1] + p.offset[j+1]}
		p.mix.at(one, y, 0.2)
		want[0] += (y[0] + one[0]) / smoothings
		want[1] += (y[1] + one[1]) / smoothings
	}
	near(t, "M", x[0]+v[0], want[0], 1e-12)
	near(t, "M", x[1]+v[1], want[1], 1e-12)
}
