package diffusion

import (
	"math"
	"testing"
)

// A probabilityFlow is the original ODE in t: dx/dt = f - g²s/2, with the score
// of the noised mixture, by formulas and arithmetic of its own.
type probabilityFlow struct {
	vp     bool
	x      []float64 // n×2
	c, tau float64
}

// noise returns α, σ² and g² at t, and f over x.
func (f probabilityFlow) noise(t float64) (alpha, square, g2, drift float64) {
	if f.vp {
		beta, integral := 0.001+2.999*t, 0.001*t+2.999*t*t/2
		return math.Exp(-integral / 2), -math.Expm1(-integral), beta, -beta / 2
	}
	return 1, math.Expm1(2*t*math.Ln10) / (2 * math.Ln10), math.Exp(2 * t * math.Ln10), 0
}

func (f probabilityFlow) slope(t, x, y float64) (dx, dy float64) {
	alpha, square, g2, drift := f.noise(t)
	least := math.Inf(1)
	for i := 0; i < len(f.x); i += 2 {
		least = math.Min(least, math.Pow(x-alpha*f.x[i], 2)+math.Pow(y-alpha*f.x[i+1], 2))
	}
	var s, mx, my float64
	for i := 0; i < len(f.x); i += 2 {
		r := math.Pow(x-alpha*f.x[i], 2) + math.Pow(y-alpha*f.x[i+1], 2)
		e := math.Exp((least - r) / (2 * square))
		s, mx, my = s+e, mx+e*f.x[i], my+e*f.x[i+1]
	}
	scale := g2 / 2 / (square + f.c)
	if f.tau > 0 {
		scale *= math.Min(1, s*math.Exp(-least/(2*square))/f.tau)
	}
	return drift*x - scale*(alpha*mx/s-x), drift*y - scale*(alpha*my/s-y)
}

// solve integrates from t = 1 down to t = end by Fehlberg's pair of orders 4 and
// 5, with the given tolerance of one step.
func (f probabilityFlow) solve(x, y, end, tolerance float64) (float64, float64) {
	t, h := 1.0, -1e-3
	for t > end {
		h = math.Max(h, end-t)
		nx, ny, err := f.fehlberg(t, x, y, h)
		if err <= tolerance {
			t, x, y = t+h, nx, ny
		}
		h *= math.Min(4, math.Max(0.2, 0.9*math.Pow(tolerance/math.Max(err, 1e-300), 0.2)))
	}
	return x, y
}

func (f probabilityFlow) fehlberg(t, x, y, h float64) (nx, ny, err float64) {
	var kx, ky [6]float64
	nodes := [6]float64{0, 1. / 4, 3. / 8, 12. / 13, 1, 1. / 2}
	rows := [6][5]float64{{}, {1. / 4}, {3. / 32, 9. / 32}, {1932. / 2197, -7200. / 2197, 7296. / 2197},
		{439. / 216, -8, 3680. / 513, -845. / 4104}, {-8. / 27, 2, -3544. / 2565, 1859. / 4104, -11. / 40}}
	five := [6]float64{16. / 135, 0, 6656. / 12825, 28561. / 56430, -9. / 50, 2. / 55}
	four := [6]float64{25. / 216, 0, 1408. / 2565, 2197. / 4104, -1. / 5, 0}
	for i := range kx {
		ax, ay := x, y
		for j := range i {
			ax, ay = ax+h*rows[i][j]*kx[j], ay+h*rows[i][j]*ky[j]
		}
		kx[i], ky[i] = f.slope(t+nodes[i]*h, ax, ay)
	}
	nx, ny = x, y
	var ex, ey float64
	for i := range kx {
		nx, ny = nx+h*five[i]*kx[i], ny+h*five[i]*ky[i]
		ex, ey = ex+h*(five[i]-four[i])*kx[i], ey+h*(five[i]-four[i])*ky[i]
	}
	return nx, ny, math.Hypot(ex, ey)
}

// timeOf returns the t at which σ/α is the given noise.
func (f probabilityFlow) timeOf(sigma float64) float64 {
	low, high := 0.0, 1.0
	for range 200 {
		t := (low + high) / 2
		alpha, square, _, _ := f.noise(t)
		if math.Sqrt(square)/alpha < sigma {
			low = t
		} else {
			high = t
		}
	}
	return low
}

// TestIndependentSolver is claim A2 against the ODE in t: other variables, other
// time, other step control.
func TestIndependentSolver(t *testing.T) {
	for _, c := range []struct {
		name, process string
		stop, c, tau  float64
		steps         int
		tolerance     float64
	}{
		{"VE", "VE", 0.01, 0, 0, 160, 2e-6},
		{"VP", "VP", 0.01, 0, 0, 160, 2e-6},
		{"VE, c", "VE", 0.01, 0.03, 0, 400, 2e-6},
		{"VP, c", "VP", 0.01, 0.03, 0, 400, 2e-6},
		{"VE, τ", "VE", 0.01, 0, 0.5, 400, 2e-5},
	} {
		t.Run(c.name, func(t *testing.T) {
			from := startNoise(c.process)
			start := prior(2*40, from, seeded(6))
			got := fly(rk4, newPull(newMixture(2, authors[:]), c.tau), newSchedule(from, c.stop, c.steps, c.c, c.process), start, nil)
			f := probabilityFlow{c.process == "VP", authors[:], c.c, c.tau}
			first, _, _, _ := f.noise(1)
			end := f.timeOf(c.stop)
			last, _, _, _ := f.noise(end)
			want := make([]float64, len(start))
			for i := 0; i < len(start); i += 2 {
				x, y := f.solve(first*start[i], first*start[i+1], end, 1e-11)
				want[i], want[i+1] = x/last, y/last
			}
			if apart := quantile(distancesOf(got, want), 0.97); apart > c.tolerance {
				t.Errorf("ends are %.1e apart, allowed %.0e", apart, c.tolerance)
			}
		})
	}
}

// TestStartNoise checks σ and α at t = 1.
func TestStartNoise(t *testing.T) {
	for process, want := range map[string]float64{"VE": 4.63655, "VP": 0.881465 / 0.472248} {
		near(t, process, startNoise(process), want, 2e-6)
		alpha, square, _, _ := probabilityFlow{vp: process == "VP"}.noise(1)
		near(t, process, startNoise(process), math.Sqrt(square)/alpha, 1e-13)
	}
}
