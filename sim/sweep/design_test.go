package sweep_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// many are sweeps beyond two ranges of numbers.
var many = []string{
	"walk?steps=2&n=2..8*3&c=0.5,1&tol=0.1,0.5&both=on,off&fact=share", "walk?steps=2&both=off,on&fact=share,*", "walk?view=count&steps=1,2&n,c=2:0.5,8:1,9:2&fact=farthest&seeds=2",
	"walk?c=1e-6..1&n=2..2000&both=on,off&design=lhs*20&fact=share&every=3&seeds=2", "walk?tol=0.1..5&design=random*12&seed=7&fact=share", "walk?steps=2,3,5&n,c=2:0.5,8:1&both=on,off&design=random*9&fact=share",
}

// The files of all of them are read as they were written, in both formats, and their
// runs are different addresses in canonical form.
func TestManyRanges(t *testing.T) {
	for _, address := range many {
		g := measured(t, address, 2)
		if g.Address() != address {
			t.Errorf("%s is %s", address, g.Address())
		}
		want := g.File(sweep.CSV, sweep.Shard{})
		got, _, err := sweep.Read(labs, want)
		if err != nil || got.File(sweep.CSV, sweep.Shard{}) != want || got.Known() != g.Runs() {
			t.Fatalf("%s: %v:\n%s", address, err, want)
		}
		seen := map[string]bool{}
		for run := range g.Runs() {
			seen[g.RunAddress(run)] = true
			if r := open(t, g.RunAddress(run)); r.Address() != g.RunAddress(run) {
				t.Errorf("%s is %s", g.RunAddress(run), r.Address())
			}
		}
		if len(seen) != g.Runs() {
			t.Errorf("%s has %d different runs of %d", address, len(seen), g.Runs())
		}
		known := 0
		for i := range g.Slices() {
			view := g.Slice(i)
			known += view.Known()
			if f := view.Frame(); len(f.Panels) != 1 || !strings.HasSuffix(f.Says, ".") || strings.HasPrefix(f.Says, "So far") {
				t.Errorf("%s, %s: the frame is %+v", address, view.SliceName(), f)
			}
		}
		if known != g.Runs() {
			t.Errorf("the diagrams of %s have %d runs of %d", address, known, g.Runs())
		}
	}
}

// The runs of a diagram are those with its values.
func TestSlices(t *testing.T) {
	g := openGrid(t, many[0])
	if g.Slices() != 4 || g.Cells() != 24 || strings.Join(strings.Split(g.File(sweep.CSV, sweep.Shard{}), "\n")[1:2], "") != "n,c,tol,both,seed,share" {
		t.Errorf("%d diagrams, %d cells:\n%s", g.Slices(), g.Cells(), g.File(sweep.CSV, sweep.Shard{}))
	}
	view := g.Slice(3)
	if got := view.SliceName(); got != "tol = 0.5, both = off" {
		t.Errorf("the last one is %q", got)
	}
	if got := g.RunAddress(view.At(8, 1)); got != "walk?n=8&steps=2&c=1&both=off" {
		t.Errorf("its last run is %s", got)
	}
	order := measure(t, g)
	slices.Sort(order)
	if len(slices.Compact(order)) != g.Runs() {
		t.Errorf("%d of %d runs come", len(order), g.Runs())
	}
}

// A Latin hypercube has one point in each n-th of each range, and all designs of a seed
// are equal, also on other days: these were the first points when they were made.
func TestDesigns(t *testing.T) {
	const n = 50
	points := func(kind string, seed int) (c, steps []float64) {
		g := openGrid(t, fmt.Sprintf("walk?c=1e-6..1&steps=1..100&design=%s*%d&seed=%d&fact=share", kind, n, seed))
		for run := range g.Runs() {
			r := open(t, g.RunAddress(run))
			c, steps = append(c, r.Find("c").Number()), append(steps, r.Find("steps").Number())
		}
		return c, steps
	}
	for seed := 1; seed < 9; seed++ {
		c, steps := points("lhs", seed)
		slices.Sort(c)
		slices.Sort(steps)
		for i := range c {
			share := (math.Log10(c[i]) + 6) / 6 * n
			if share < float64(i)-1e-3 || share > float64(i+1)+1e-3 || steps[i] != float64(2*i+1) && steps[i] != float64(2*i+2) {
				t.Errorf("seed %d: point %d of c is %v, of steps %v", seed, i, c[i], steps[i])
			}
		}
	}
	a, _ := points("random", 1)
	b, _ := points("random", 1)
	other, _ := points("random", 2)
	if !slices.Equal(a, b) || slices.Equal(a, other) {
		t.Error("the seed does not make the design")
	}
	if _, repairs, _ := sweep.Open(labs, "walk?n=1,2&both=on,off&design=random*100&fact=share"); len(repairs) > 0 {
		t.Errorf("a design of few values: %q", repairs)
	}
	if g := openGrid(t, "walk?n=1,2&both=on,off&design=random*100&fact=share"); g.Runs() != 4 {
		t.Errorf("of 4 values there are %d", g.Runs())
	}
	first := openGrid(t, "walk?c=1e-6..1&n=2..2000&design=lhs*3&fact=share")
	var got []string
	for run := range first.Runs() {
		got = append(got, sim.Query(first.RunAddress(run)))
	}
	if want := goldenDesign; strings.Join(got, " ") != want {
		t.Errorf("the design is %q, want %q", strings.Join(got, " "), want)
	}
}

const goldenDesign = "n=16&c=0.0069852 n=59&c=0.0119156 n=1265&c=7.58671e-6"
