//go:build slow

package diffusion

import (
	"fmt"
	"slices"
	"testing"
)

// B1: between learning and copying there is a window, and it widens with the
// number of training points: the median over three seeds of the step at which
// copying begins grows by more than 4 from 16 to 64 points (measured 11).
func TestWindowWidens(t *testing.T) {
	median := func(n, train int) float64 {
		var at []float64
		for seed := 1; seed <= 3; seed++ {
			f := finished(t, fmt.Sprintf("diffusion?view=network&n=%d&train=%d&seed=%d", n, train, seed))
			at = append(at, fact(t, f, "tau_mem"))
			if learned := fact(t, f, "tau_gen"); learned > at[seed-1] {
				t.Errorf("n = %d, seed %d: learned at %g, after copying begins at %g", n, seed, learned, at[seed-1])
			}
		}
		t.Logf("n = %d: copying begins at steps %.0f", n, at)
		slices.Sort(at)
		return at[1]
	}
	few, many := median(16, 400), median(64, 2400)
	if !(many/few > 4) {
		t.Errorf("copying begins at step %.0f for 16 points and %.0f for 64: a ratio of %.1f, want above 4", few, many, many/few)
	}
}

// B2: a wider network copies more. Measured over 5 seeds: .095, .350, .586.
func TestWidthCopies(t *testing.T) {
	before := -1.0
	for _, width := range []int{4, 16, 64} {
		e := fact(t, finished(t, fmt.Sprintf("diffusion?view=network&n=32&train=3200&width=%d", width)), "excess")
		t.Logf("width %d: excess %.3f", width, e)
		if !(e-before > 0.1) {
			t.Errorf("width %d has excess %.3f, the one before %.3f: want 0.1 more", width, e, before)
		}
		before = e
	}
}
