package sweep_test

import (
	"math"
	"slices"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// grid is a sweep of 8×8 cells, and step a fact that falls from 1 to 0 along a
// slanted line, as memorization does.
const grid = "walk?n=2..2000*8&c=1e-6..1*8&fact=share"

func step(col, row int) float64 { return 1 / (1 + math.Exp(3*float64(col+row-7))) }

// After the coarse grid, the cells at the transition come first: half of all
// cells are enough to know every cell in which the fact is between 0.1 and 0.9.
func TestTransitionComesFirst(t *testing.T) {
	g := openGrid(t, grid)
	var order []int
	for range g.Cells() {
		run, ok := g.Next(func(int) bool { return false })
		if !ok {
			t.Fatal("there is no next run")
		}
		order = append(order, run)
		put(g, run, &sim.Fact{Value: step(run%8, run/8)})
	}
	if _, ok := g.Next(func(int) bool { return false }); ok {
		t.Error("there is a run after the last")
	}
	last := 0
	for i, run := range order {
		if v := step(run%8, run/8); v > 0.1 && v < 0.9 {
			last = i
		}
	}
	if last >= 40 {
		t.Errorf("the transition is known after %d of 64 cells, want at most 40; order %v", last+1, order)
	}
	for i, run := range order[:16] {
		if !slices.Contains([]int{0, 2, 4, 7}, run%8) || !slices.Contains([]int{0, 2, 4, 7}, run/8) {
			t.Errorf("run %d, of the coarse grid, is %d", i, run)
		}
	}
	slices.Sort(order)
	for i, run := range order {
		if i != run {
			t.Fatalf("the runs are %v", order)
		}
	}
}

// Equal results give equal choices, in whatever order they came.
func TestOrderIsAFunctionOfWhatIsKnown(t *testing.T) {
	a, b := openGrid(t, grid), openGrid(t, grid)
	known := []int{0, 7, 56, 63, 9, 30, 44, 12}
	for i := range known {
		put(a, known[i], &sim.Fact{Value: step(known[i]%8, known[i]/8)})
		j := known[len(known)-1-i]
		put(b, j, &sim.Fact{Value: step(j%8, j/8)})
	}
	for range 50 {
		none := func(int) bool { return false }
		runA, _ := a.Next(none)
		runB, _ := b.Next(none)
		if runA != runB {
			t.Fatalf("equal results lead to %d and %d", runA, runB)
		}
		put(a, runA, nil)
		put(b, runB, nil)
	}
}

// What is skipped does not come, and nothing else is lost.
func TestNextSkips(t *testing.T) {
	g := openGrid(t, "walk?n=1..100*5&c=1e-3..1*4&fact=share&seeds=3")
	shard := sweep.Shard{Index: 1, Of: 4}
	var got []int
	for {
		run, ok := g.Next(func(run int) bool { return !shard.Has(g, run) })
		if !ok {
			break
		}
		got = append(got, run)
		put(g, run, &sim.Fact{Value: 1})
	}
	slices.Sort(got)
	if want := shard.Runs(g); !slices.Equal(got, want) || len(got) != 15 {
		t.Errorf("shard %v has runs %v, want %v", shard, got, want)
	}
}

// A fact that is there on one side only changes, too; and with one value of y
// the order works as well.
func TestOrderOfACurve(t *testing.T) {
	g := openGrid(t, "walk?n=1..1000*33&fact=share")
	var order []int
	for range 16 {
		run, _ := g.Next(func(int) bool { return false })
		order = append(order, run)
		if run < 18 {
			put(g, run, nil)
		} else {
			put(g, run, &sim.Fact{Value: 0.5})
		}
	}
	if !slices.Contains(order, 17) || !slices.Contains(order, 18) {
		t.Errorf("16 of 33 runs are %v, without the border between 17 and 18", order)
	}
}

// Later seeds begin where the fact changes.
func TestSeedsComeLast(t *testing.T) {
	g := openGrid(t, grid+"&seeds=2")
	for i := range 64 {
		run, _ := g.Next(func(int) bool { return false })
		if run >= 64 {
			t.Fatalf("run %d, with the second seed, comes after %d of 64", run, i)
		}
		put(g, run, &sim.Fact{Value: step(run%8, run/8)})
	}
	for range 8 {
		run, _ := g.Next(func(int) bool { return false })
		if run < 64 {
			t.Fatalf("run %d is known", run)
		}
		if col, row := run%64%8, run%64/8; col+row < 5 || col+row > 9 {
			t.Errorf("of the second seed, cell %d, %d comes early, far from the transition", col, row)
		}
		put(g, run, &sim.Fact{Value: step(run%64%8, run%64/8)})
	}
}

// Every shard has as many runs as any other, but for one, and together they are
// all.
func TestShards(t *testing.T) {
	g := openGrid(t, "walk?n=1..100*7&c=1e-3..1*5&fact=share&seeds=2")
	for _, of := range []int{1, 2, 3, 5, 7, 10, 35, 69, 70} {
		var all []int
		for i := range of {
			runs := sweep.Shard{Index: i, Of: of}.Runs(g)
			if n := len(runs); n < 70/of || n > 70/of+1 {
				t.Errorf("shard %d/%d has %d of 70 runs", i, of, n)
			}
			all = append(all, runs...)
		}
		slices.Sort(all)
		if len(all) != 70 || len(slices.Compact(all)) != 70 {
			t.Errorf("%d shards have the runs %v", of, all)
		}
	}
	// No shard gets one column only: its runs would cost more than others.
	for i := range 7 {
		columns := map[int]bool{}
		for _, run := range (sweep.Shard{Index: i, Of: 7}).Runs(g) {
			columns[run%7] = true
		}
		if len(columns) < 5 {
			t.Errorf("shard %d/7 has runs of %d columns only", i, len(columns))
		}
	}
	for text, want := range map[string]string{"0/4": "0/4", "3/4": "3/4", "0/1": "0/1"} {
		if p, err := sweep.ParseShard(text); err != nil || p.String() != want {
			t.Errorf("%s is %v, %v", text, p, err)
		}
	}
	for _, text := range []string{"", "4/4", "-1/4", "1", "1/0", "a/b", "0/9999", "1/4/2"} {
		if _, err := sweep.ParseShard(text); err == nil {
			t.Errorf("%q is a shard", text)
		}
	}
}
