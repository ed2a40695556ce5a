package sketch_test

import (
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// rings returns how many rings of each name a panel has.
func rings(p *sim.Panel) map[string]int {
	out := map[string]int{}
	for _, m := range p.Points {
		for _, n := range m.Counts {
			out[m.Name] += n
		}
	}
	return out
}

// A ring follows its label: remembered, forgotten, remembered again.
func TestCoins(t *testing.T) {
	heads := []bool{true, false, true, false, false}
	c := sketch.NewCoins(heads, []float64{0, 1, 2, 3, 4}, make([]float64, 5))
	var p sim.Panel
	c.Draw(&p)
	if got := rings(&p); got["not remembered"]+got["the last remembered"] != 0 {
		t.Errorf("rings before anything is known: %v", got)
	}
	c.See(1, []float64{1, 1, -1, 0, 1})
	c.See(2, []float64{1, -1, 2, 0, 1})
	c.See(3, []float64{1, 1, 2, -1, 1})
	c.MarkLast(2)
	for i, want := range []string{"", "the last remembered", "the last remembered", "not remembered", ""} {
		for _, m := range p.Points[2:] {
			if (m.Counts[i] == 1) != (m.Name == want) {
				t.Errorf("label %d: %d rings for %q, want %q", i, m.Counts[i], m.Name, want)
			}
		}
	}
	if c.See(4, []float64{1, -1, 2, -1, 1}); rings(&p)["not remembered"] != 2 {
		t.Errorf("a label that was forgotten: %v", rings(&p))
	}
}

// The mark under the pointer, coin or ring, says which label it is.
func TestFind(t *testing.T) {
	c := sketch.NewCoins([]bool{true, false, true}, []float64{5, 6, 7}, make([]float64, 3))
	var p sim.Panel
	c.Draw(&p)
	for group, m := range p.Points {
		for item, x := range m.X {
			if got := c.Find(sim.Pick{Layer: sim.PointLayer, Group: group, Item: item}); got < 0 || c.X[got] != x {
				t.Errorf("item %d of group %d is label %d, want the one at %g", item, group, got, x)
			}
		}
		if got := c.Find(sim.Pick{Layer: sim.PointLayer, Group: group, Item: len(m.X)}); got >= 0 {
			t.Errorf("an item beyond group %d is label %d", group, got)
		}
	}
	for _, pick := range []sim.Pick{{}, {Layer: sim.LineLayer}, {Layer: sim.PointLayer, Group: 9}, {Layer: sim.PointLayer, Group: -1}} {
		if got := c.Find(pick); got >= 0 {
			t.Errorf("%v is label %d", pick, got)
		}
	}
}

// Coins and weights stand cell for cell, and the brackets count them.
func TestMemory(t *testing.T) {
	for _, c := range []struct {
		coins, weights int
		titles, below  string
		cells          int
	}{
		{256, 320, "256 coin flips, 320 weights", "256, 256, + 64", 320},
		{256, 128, "256 coin flips, 128 weights", "256, 128, 128 missing", 128},
		{100, 100, "100 coin flips, 100 weights", "100, 100", 100},
		{16, 5000, "16 coin flips, the first 2\u202f048 of 5\u202f000 weights", "16, 16, + 4\u202f984", 2048},
		{1, 1, "1 coin flip, 1 weight", "1, 1", 1},
	} {
		m := sketch.NewMemory(make([]bool, c.coins), c.weights, 1)
		m.See(1, make([]float64, c.coins), func(i int) float64 { return float64(i%3 - 1) })
		var p sim.Panel
		m.Draw(&p)
		var texts []string
		for _, label := range p.Labels {
			texts = append(texts, label.Text)
		}
		if got := strings.Join(texts, ", "); got != c.titles+", "+c.below {
			t.Errorf("%d coins, %d weights: labels are %q", c.coins, c.weights, got)
		}
		cells := map[[2]float64]int{}
		for _, m := range []sim.Points{p.Points[1], p.Points[len(p.Points)-1]} {
			for i := range m.X {
				cells[[2]float64{m.X[i], m.Y[i]}]++
				if m.X[i] < p.X.Min || m.X[i] > p.X.Max || m.Y[i] > p.Y.Min || m.Y[i] < p.Y.Max {
					t.Fatalf("%d coins, %d weights: a mark at (%g, %g) is outside", c.coins, c.weights, m.X[i], m.Y[i])
				}
			}
		}
		if len(cells) != c.coins+c.cells {
			t.Errorf("%d coins, %d weights: %d different cells", c.coins, c.weights, len(cells))
		}
	}
}

// A weight is as large as its change, in the colour of its sign.
func TestMemoryOfWeights(t *testing.T) {
	m := sketch.NewMemory(make([]bool, 4), 3, 1)
	var p sim.Panel
	if m.Draw(&p); p.Points[len(p.Points)-1].Values != nil {
		t.Error("weights have changed before anything is known")
	}
	changes := []float64{-0.5, 0, 0.25}
	m.See(1, make([]float64, 4), func(i int) float64 { return changes[i] })
	p = sim.Panel{}
	m.Draw(&p)
	got := p.Points[len(p.Points)-1]
	if got.Values[0] != -0.5 || got.Scale != sim.Diverging || got.Sizes[1] != 0 || got.Sizes[0] != 2*got.Sizes[2] {
		t.Errorf("changes %v, sizes %v", got.Values, got.Sizes)
	}
}
