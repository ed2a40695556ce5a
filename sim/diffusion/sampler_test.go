package diffusion

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// fly carries samples, n×d, through the schedule and returns where they end.
func fly(kernel string, p *pull, plan schedule, start []float64, rng *rand.Rand) []float64 {
	d := p.mix.d
	x := slices.Clone(start)
	s := newSampler(kernel, p, plan, len(x)/d, rng)
	for k := range plan.steps() {
		for i := range len(x) / d {
			s.step(x[i*d:(i+1)*d], x[i*d:(i+1)*d], i, k)
		}
	}
	return x
}

// distances returns how far the rows of x and y, n×2, are apart, sorted.
func distancesOf(x, y []float64) []float64 {
	out := make([]float64, len(x)/2)
	for i := range out {
		out[i] = math.Hypot(x[2*i]-y[2*i], x[2*i+1]-y[2*i+1])
	}
	slices.Sort(out)
	return out
}

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 7)) }

func prior(n int, sigma float64, rng *rand.Rand) []float64 {
	x := normals(n, rng)
	for i := range x {
		x[i] *= sigma
	}
	return x
}

// refined are the settings of claim A2.
var refined = []struct {
	name, process string
	steps         int
	stop, c, tau  float64
	share         float64 // of the samples; the others are at an edge
	tolerance     float64
}{
	{"plain", "VE", 100, 1e-3, 0, 0, 0.99, 1e-6},
	{"VP", "VP", 100, 1e-3, 0, 0, 0.99, 1e-6},
	{"Tikhonov", "VE", 400, 1e-6, 0.01, 0, 0.99, 1e-6},
	{"Tikhonov, VP", "VP", 400, 1e-6, 0.01, 0, 0.99, 1e-6},
	{"damping", "VE", 400, 1e-3, 0, 0.5, 0.9, 1e-5},
}

// TestRefinement is claim A2: more steps end at the same places. Samples on the
// edge of a basin may swap; at most one in a hundred does. Samples that are just
// captured, or just not, by the damping are as sensitive.
func TestRefinement(t *testing.T) {
	for _, c := range refined {
		t.Run(c.name, func(t *testing.T) {
			p := newPull(newMixture(2, authors[:]), c.tau)
			from := startNoise(c.process)
			start := prior(2*100, from, seeded(1))
			coarse := fly(rk4, p, newSchedule(from, c.stop, c.steps, c.c, c.process), start, nil)
			fine := fly(rk4, p, newSchedule(from, c.stop, 3200, c.c, c.process), start, nil)
			if apart := quantile(distancesOf(coarse, fine), c.share); apart > c.tolerance {
				t.Errorf("%d and 3200 steps end %.1e apart, allowed %.0e", c.steps, apart, c.tolerance)
			}
		})
	}
}

// TestKernels checks order and bias of every kernel against a fine run: the
// table of measured errors of the schedule ln σ.
func TestKernels(t *testing.T) {
	const from, to, n = 4.63655, 1e-3, 200
	p := newPull(newMixture(2, authors[:]), 0)
	start := prior(2*n, from, seeded(2))
	exact := fly(rk4, p, newSchedule(from, to, 800, 0, "VE"), start, nil)
	median := func(kernel string, steps int) float64 {
		return quantile(distancesOf(fly(kernel, p, newSchedule(from, to, steps, 0, "VE"), start, nil), exact), 0.5)
	}
	for _, c := range []struct {
		kernel          string
		steps           int
		below, low, top float64 // error at steps, and its ratio to that of twice as many
	}{
		{rk4, 24, 2e-5, 8, 40}, {twoM, 64, 1e-4, 2.5, 7}, {heun, 32, 2e-4, 2.5, 7}, {ddim, 64, 1e-3, 1.6, 2.6}, {euler, 64, 2e-3, 1.4, 2.6},
	} {
		error1, error2 := median(c.kernel, c.steps), median(c.kernel, 2*c.steps)
		if error1 > c.below || error1/error2 < c.low || error1/error2 > c.top {
			t.Errorf("%s: median error %.1e at %d steps, %.1e at twice as many: want below %.0e and a ratio from %g to %g",
				c.kernel, error1, c.steps, error2, c.below, c.low, c.top)
		}
	}
}

// TestDampedKernels checks that all deterministic kernels come near to the same
// damped flow. Only rk4 and heun are of more than first order in the damping.
func TestDampedKernels(t *testing.T) {
	const from, to = 4.63655, 1e-2
	p := newPull(newMixture(2, authors[:]), 3)
	start := prior(2*100, from, seeded(3))
	exact := fly(rk4, p, newSchedule(from, to, 800, 0, "VE"), start, nil)
	median := func(kernel string, steps int) float64 {
		return quantile(distancesOf(fly(kernel, p, newSchedule(from, to, steps, 0, "VE"), start, nil), exact), 0.5)
	}
	for _, c := range []struct {
		kernel     string
		below, low float64
	}{{rk4, 3e-5, 3}, {heun, 1e-3, 3}, {twoM, 5e-2, 1.6}, {ddim, 5e-2, 1.6}, {euler, 1e-1, 1.6}} {
		error1, error2 := median(c.kernel, 100), median(c.kernel, 200)
		if error1 > c.below || error1/error2 < c.low {
			t.Errorf("%s: median error %.1e at 100 steps, %.1e at 200: want below %.0e and a ratio above %g",
				c.kernel, error1, error2, c.below, c.low)
		}
	}
}

// TestSymmetry is claim A16.
func TestSymmetry(t *testing.T) {
	for _, kernel := range []string{rk4, twoM, heun, ddim, euler} {
		p := newPull(newMixture(2, []float64{-1, 0, 1, 0}), 0)
		end := fly(kernel, p, newSchedule(4.63655, 1e-3, 160, 0, "VE"), []float64{0, 2.1}, nil)
		if end[0] != 0 || math.Abs(end[1]) > 1e-3 {
			t.Errorf("%s: two points from (0, 2.1) end at %v, want the midpoint, with x exactly 0", kernel, end)
		}
	}
}

// TestOnePoint is claim A17: one point, exactly, at any number of steps.
func TestOnePoint(t *testing.T) {
	x, start := []float64{0.5, -2}, []float64{3, 7}
	for _, kernel := range []string{ddim, rk4, twoM, heun} {
		for _, steps := range []int{1, 2, 8, 50} {
			end := fly(kernel, newPull(newMixture(2, x), 0), newSchedule(4, 1e-3, steps, 0, "VE"), start, nil)
			for j := range end {
				near(t, kernel, end[j]-x[j], (start[j]-x[j])*1e-3/4, 1e-12)
			}
		}
	}
}

// TestStrongTikhonov flies the last levels, where ln v stands still to the last
// bit.
func TestStrongTikhonov(t *testing.T) {
	for _, kernel := range kernels {
		p := newPull(newMixture(2, authors[:]), 0)
		end := fly(kernel, p, newSchedule(4.63655, 1e-6, 160, 10, "VP"), prior(20, 4.6, seeded(4)), seeded(4))
		for _, x := range end {
			if math.IsNaN(x) || math.Abs(x) > 50 {
				t.Fatalf("%s: c = 10 ends at %v", kernel, end)
			}
		}
	}
}

// TestAncestralRadius checks the last radius, which is right at any number of
// steps, and that of Euler-Maruyama, which is not.
func TestAncestralRadius(t *testing.T) {
	const from, to, n = 4.63655, 1e-2, 600
	p := newPull(newMixture(2, authors[:]), 0)
	radius := func(kernel string, steps int) float64 {
		rng := seeded(5)
		end := fly(kernel, p, newSchedule(from, to, steps, 0, "VE"), prior(2*n, from, rng), rng)
		sum := 0.0
		for i := range n {
			_, r, _ := nearest(authors[:], end[2*i:2*i+2])
			sum += r / to
		}
		return sum / n
	}
	for _, c := range []struct {
		kernel          string
		steps           int
		want, tolerance float64
	}{
		{ancestral, 8, 1.2533, 0.09}, {ancestral, 64, 1.2533, 0.09}, {em, 16, 1.84, 0.15}, {em, 128, 1.31, 0.1},
	} {
		if got := radius(c.kernel, c.steps); math.Abs(got-c.want) > c.tolerance {
			t.Errorf("%s, %d steps: mean radius %.3f, want %g ± %g", c.kernel, c.steps, got, c.want, c.tolerance)
		}
	}
}
