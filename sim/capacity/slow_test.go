//go:build slow

package capacity

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
	"testing"

	"example.org/rote/sim"
)

func median(x []float64) float64 { return slices.Sorted(slices.Values(x))[len(x)/2] }

// C10: choosing among 32 directions makes the largest weight much smaller.
func TestChoosingTheDirection(t *testing.T) {
	var one, best []float64
	for seed := 1; seed <= 5; seed++ {
		address := fmt.Sprintf("capacity?n=1000&d=8&labels=sign&seed=%d", seed)
		one = append(one, facts(t, address+"&dirs=1", "cmax")...)
		best = append(best, facts(t, address, "cmax")...)
	}
	t.Logf("median weights %.2g of one, %.2g of 32 directions: ratio %.1f", median(one), median(best), median(one)/median(best))
	if median(one) < 4*median(best) {
		t.Errorf("median weights %.2g of one, %.2g of 32 directions", median(one), median(best))
	}
}

// A cell is a width of the diagram of training: shares, means over seeds.
type cell struct{ width, at1000, end float64 }

// cells trains around the threshold of N labels in 8 dimensions.
func cells(t *testing.T, depth, n int, seeds []int) []cell {
	t.Helper()
	c := 0.48 * float64(n) / 8
	if depth == 2 {
		c = math.Sqrt(float64(n)/1.7+25) - 5
	}
	var out []cell
	for _, f := range []float64{.5, .65, .8, .9, 1, 1.1, 1.25, 1.5} {
		w := max(2, math.Round(c*f))
		if len(out) > 0 && out[len(out)-1].width == w {
			continue
		}
		out = append(out, cell{width: w})
	}
	var all sync.WaitGroup
	limit := make(chan bool, runtime.NumCPU())
	shares := make([][2]float64, len(out)*len(seeds))
	for i := range shares {
		all.Add(1)
		go func() {
			defer all.Done()
			limit <- true
			address := fmt.Sprintf("capacity?view=train&n=%d&d=8&depth=%d&width=%g&seed=%d", n, depth, out[i/len(seeds)].width, seeds[i%len(seeds)])
			run, _, _ := sim.Open([]sim.Info{Info()}, address)
			run.Finish()
			shares[i][0], _ = run.Frame().Value("at1000")
			shares[i][1], _ = run.Frame().Value("memorized")
			<-limit
		}()
	}
	all.Wait()
	for i, s := range shares {
		out[i/len(seeds)].at1000 += s[0] / float64(len(seeds))
		out[i/len(seeds)].end += s[1] / float64(len(seeds))
	}
	return out
}

// threshold returns the width at which a share reaches a level, between the
// first width that does and the one before.
func threshold(t *testing.T, list []cell, level float64, share func(cell) float64) float64 {
	t.Helper()
	for i, c := range list {
		if share(c) < level {
			continue
		}
		if i == 0 {
			return c.width
		}
		before := list[i-1]
		return before.width + (level-share(before))/(share(c)-share(before))*(c.width-before.width)
	}
	t.Fatalf("no width reaches %g: %v", level, list)
	return 0
}

// slope fits a line to logarithms.
func slope(x, y []float64) float64 {
	var sx, sy, sxx, sxy float64
	for i := range x {
		a, b := math.Log(x[i]), math.Log(y[i])
		sx, sy, sxx, sxy = sx+a, sy+b, sxx+a*a, sxy+a*b
	}
	n := float64(len(x))
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}

// C17, C17b, C18, C19: the phase diagram of training. One hidden layer needs
// about N/d neurons, two need a width of a smaller power of N, and both hold
// about 1.9 labels for each weight.
func TestTrainedCapacity(t *testing.T) {
	for _, seeds := range [][]int{{1, 2, 3}, {101, 102, 103}} {
		var slopes [3]float64
		for depth := 1; depth <= 2; depth++ {
			var ns, w90 []float64
			for _, n := range []int{128, 192, 256, 384, 512} {
				list := cells(t, depth, n, seeds)
				ns = append(ns, float64(n))
				w90 = append(w90, threshold(t, list, 0.9, func(c cell) float64 { return c.at1000 }))
				if n < 256 {
					continue
				}
				w99 := threshold(t, list, 0.99, func(c cell) float64 { return c.end })
				params := w99*10 + 1
				if depth == 2 {
					params = w99*w99 + 11*w99 + 1
				}
				per, constant := float64(n)/params, w99*8/float64(n)
				t.Logf("seeds %v, depth %d, N = %d: 90%% width after 1000 steps %.1f, 99%% width %.1f, %.2f labels per weight",
					seeds, depth, n, w90[len(w90)-1], w99, per)
				if depth == 1 && (constant < .36 || constant > .56) {
					t.Errorf("N = %d: w99·d/N = %.3f, want .36 to .56", n, constant)
				}
				if n >= 384 && (per < 1.4 || per > 2.4) {
					t.Errorf("depth %d, N = %d: %.2f labels per weight, want 1.4 to 2.4", depth, n, per)
				}
			}
			slopes[depth] = slope(ns, w90)
		}
		t.Logf("seeds %v: slopes %.3f and %.3f", seeds, slopes[1], slopes[2])
		if slopes[1] < .72 || slopes[1] > 1.08 || slopes[2] < .40 || slopes[2] > .66 || slopes[1]-slopes[2] < .2 {
			t.Errorf("slopes %.3f and %.3f, want .72 to 1.08, .40 to .66, .2 apart", slopes[1], slopes[2])
		}
	}
}
