package diffusion

import (
	"fmt"
	"math"
	"testing"
)

// The loss of the truth on fresh points is the mean variance of what a noised point
// may have been, by an integral over a grid that shares no code with the lab.
func TestLossOfTheTruth(t *testing.T) {
	want, rows := 0.0, 0.0
	for u := 0.005; u < 1; u += 0.01 {
		sigma := 0.05 * math.Pow(100, u)
		out := sigma * sigma * 1.58 * 1.58 / (sigma*sigma + 1.58*1.58)
		want += posteriorVariance(sigma) / out
		rows++
	}
	want /= rows
	sum := 0.0
	for seed := range 10 {
		run := finish(t, fmt.Sprintf("diffusion?view=network&n=512&width=2&train=25&seed=%d", seed+1))
		sum += fact(t, run.Frame(), "loss_true") / 10
	}
	near(t, "loss of the truth", sum, want, 0.02*want)
}

// posteriorVariance returns E Var(x₀|x₀+σz) for x₀ = ±1.5 + 0.5 z', by sums on a grid.
func posteriorVariance(sigma float64) float64 {
	total := 0.0
	const step = 0.02
	for x := -1.5 - 5*(sigma+0.5); x < 1.5+5*(sigma+0.5); x += step * (1 + sigma) {
		var p, m, s float64
		for x0 := -4.0; x0 < 4; x0 += step {
			prior := math.Exp(-2*(x0-1.5)*(x0-1.5)) + math.Exp(-2*(x0+1.5)*(x0+1.5))
			w := prior / 2 / math.Sqrt(math.Pi/2) * math.Exp(-(x-x0)*(x-x0)/(2*sigma*sigma)) / (sigma * math.Sqrt(2*math.Pi)) * step
			p, m, s = p+w, m+w*x0, s+w*x0*x0
		}
		if p > 1e-12 {
			total += (s - m*m/p) * step * (1 + sigma)
		}
	}
	return total
}

// Whoever knows one training point loses nothing, and with more points the copier
// loses less than the truth does: it is the exact minimizer on them.
func TestLossOfCopying(t *testing.T) {
	one := finish(t, "diffusion?view=network&n=1&width=2&train=25").Frame()
	if got := fact(t, one, "loss_copy"); got > 1e-25 {
		t.Errorf("copying one point loses %g", got)
	}
	before := 0.0
	for _, n := range []int{4, 16, 64, 256} {
		f := finish(t, fmt.Sprintf("diffusion?view=network&n=%d&width=2&train=25", n)).Frame()
		copying, truth := fact(t, f, "loss_copy"), fact(t, f, "loss_true")
		if !(copying > before && copying < truth) {
			t.Errorf("n = %d: copying loses %g, the truth %g, copying fewer points %g", n, copying, truth, before)
		}
		before = copying
	}
}

// A network that undercuts the truth does so before it copies.
func TestUndercutsFirst(t *testing.T) {
	for _, n := range []int{16, 32} {
		f := finish(t, fmt.Sprintf("diffusion?view=network&n=%d&train=800", n)).Frame()
		if pass, mem := fact(t, f, "tau_pass"), fact(t, f, "tau_mem"); !(pass < mem) {
			t.Errorf("n = %d: it undercuts the truth at step %g, and copies from step %g on", n, pass, mem)
		}
	}
}

// More noises per point cost as much more work and leave the points as they are.
func TestDraws(t *testing.T) {
	slices := func(draws int) (n int) {
		run := open(t, fmt.Sprintf("diffusion?view=network&n=8&width=4&train=25&draws=%d", draws))
		run.Seek(1, func() bool { n++; return false })
		return n
	}
	once, twice, four := slices(1), slices(2), slices(4)
	if twice-once != 25*slicesOfBatch || four-once != 3*25*slicesOfBatch {
		t.Errorf("1, 2 and 4 draws take %d, %d and %d slices", once, twice, four)
	}
}
