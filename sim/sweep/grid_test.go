package sweep_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

func open(t *testing.T, address string) *sim.Run {
	t.Helper()
	r, repairs, err := sim.Open(labs, address)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("%s: repairs %q, error %v", address, repairs, err)
	}
	return r
}

func openGrid(t *testing.T, address string) *sweep.Grid {
	t.Helper()
	g, repairs, err := sweep.Open(labs, address)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("sweep %s: repairs %q, error %v", address, repairs, err)
	}
	return g
}

func TestRanges(t *testing.T) {
	for text, want := range map[string][]float64{
		"n=64..512*6":         {64, 97, 147, 223, 338, 512},
		"n=1..10*10":          {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
		"n=1..100*9":          {1, 2, 3, 6, 10, 18, 32, 56, 100},
		"n=5..80*5":           {5, 10, 20, 40, 80},
		"n=7,3,5":             {3, 5, 7},
		"n=100,2..8*3":        {2, 4, 8, 100},
		"n=1..2":              {1, 2},
		"steps=1..100*4":      {1, 34, 67, 100},
		"c=1e-6..0.01*9":      {1e-6, 3.16e-6, 1e-5, 3.16e-5, 1e-4, 3.16e-4, 1e-3, 3.16e-3, 0.01},
		"c=1e-6..1":           {1e-6, 1.58e-5, 2.51e-4, 3.98e-3, 0.0631, 1},
		"c=1/1024,0.5":        {1.0 / 1024, 0.5},
		"tol=0.1..0.2*3":      {0.1, 0.141, 0.2},
		"tol=0.10..0.1010*3":  {0.1, 0.100499, 0.101},
		"n=2000..2048*7":      {2000, 2008, 2016, 2024, 2032, 2040, 2048},
		"steps=10..20*5&n=20": {10, 13, 15, 18, 20},
	} {
		g := openGrid(t, "walk?"+text+"&fact=share")
		if !slices.EqualFunc(g.X.Values, want, func(a, b float64) bool { return math.Abs(a-b) <= 1e-12*b }) {
			t.Errorf("%s gives %v, want %v", text, g.X.Values, want)
		}
	}
}

// Everything wrong with a sweep is repaired, and the repair says what is allowed
// and what is used.
func TestRepairs(t *testing.T) {
	allowed := "; allowed is from..to*count or a list, within 1 to 2048; using "
	for _, row := range []struct{ query, want, repair string }{
		{"c=1e-6..1*3&n=2..8*2&fact=share", "c=1e-6..1*3&n=2..8*2&fact=share", ""},
		{"n=8..2*3&fact=share", "n=2..8*3&fact=share", "n = 8..2*3: it runs backwards" + allowed + "2..8*3."},
		{"n=0..4000*3&fact=share", "n=1..2048*3&fact=share", "n = 0..4000*3: 0 is out of range, 4000 is out of range" + allowed + "1..2048*3."},
		{"n=2..8*1&fact=share", "n=2..8*2&fact=share", "n = 2..8*1: a range has at least 2 values" + allowed + "2..8*2."},
		{"n=2..2000*999&fact=share", "n=2..2000*256&fact=share", "n = 2..2000*999: a range has at most 256 values" + allowed + "2..2000*256."},
		{"n=2..8*x&fact=share", "n=2..8*6&fact=share", "n = 2..8*x: x is not a count" + allowed + "2..8*6."},
		{"n=2..8*2.5&fact=share", "n=2..8*3&fact=share", "n = 2..8*2.5: 2.5 is not a count" + allowed + "2..8*3."},
		{"n=2..8*2,5&fact=share", "n=2,5,8&fact=share", ""},
		{"n=2..8*2,16..20*3&fact=share", "n=2,8,16,18,20&fact=share", ""},
		{"n=2..8*2,100&fact=share", "n=2,8,100&fact=share", ""},
		{"n=2..4*9&fact=share", "n=2..4*3&fact=share", "n = 2..4*9: there are not so many values" + allowed + "2..4*3."},
		{"n=2.5,4&fact=share", "n=3,4&fact=share", "n = 2.5,4: 2.5 is not a whole number" + allowed + "3,4."},
		{"n=2,4,4&fact=share", "n=2,4&fact=share", "n = 2,4,4: a value is repeated" + allowed + "2,4."},
		{"n=2,,4&fact=share", "n=2,4&fact=share", "n = 2,,4: (empty) is not a number" + allowed + "2,4."},
		{"n=2..8*2&c=0..1*3&fact=share", "n=2..8*2&c=1e-6..1*3&fact=share",
			"c = 0..1*3: a log scale does not hold 0; allowed is from..to*count or a list, within 0 to 10; using 1e-6..1*3."},
		{"c=x..1*3&n=2..8*2&fact=share", "n=2..8*2&fact=share",
			"c = x..1*3: x is not a number; allowed is from..to*count or a list, within 0 to 10; using the default 0."},
		{"c=1..1*3&n=2..8*2&fact=share", "c=1&n=2..8*2&fact=share",
			"c = 1..1*3: it is one value; allowed is from..to*count or a list, within 0 to 10; using 1 for all runs."},
		{"c=1..2*2&n=2..8*2&steps=3..5*3&fact=share", "c=1..2*2&n=2..8*2&steps=3..5*3&fact=share", ""},
		{"n=2..8*2", "n=2..8*2&fact=share", "fact is missing; using share."},
		{"n=2..8*2&fact=a%21b", "n=2..8*2&fact=share", "fact = a!b is not the key of a fact and is left out.|fact is missing; using share."},
		{"n=2..8*2&fact=share&seeds=0", "n=2..8*2&fact=share", "seeds = 0 is below 1; using 1."},
		{"n=2..8*2&fact=share&seeds=x", "n=2..8*2&fact=share", "seeds = x is not a number; allowed is 1 to 4096; using the default 1."},
		{"n=2..8*2&fact=share&seed=2147483647&seeds=3", "n=2..8*2&seed=2147483645&fact=share&seeds=3",
			"seed = 2147483647 leaves no room for 3 seeds; using 2147483645."},
		{"n=2..8*2&fact=share&seed=1..3", "n=2..8*2&fact=share", "seed = 1..3 is not a number; allowed is 1 to 2147483647; using the default 1."},
		{"view=map,count&n=2..8*2&fact=share", "n=2..8*2&view=map,count&fact=share", ""},
		{"both=on,off&fact=share", "both=on,off&fact=share", ""},
		{"view=MAP,Count&fact=share", "view=map,count&fact=share", "view = MAP,Count is read as map,count."},
		{"n=5;20;80&fact=SHARE", "n=5,20,80&fact=share", "fact = SHARE is read as share.|n = 5;20;80 is read as 5,20,80."},
		{"n=1.024..2.048*3&fact=share", "n=1024..2048*3&fact=share", "n = 1.024..2.048*3 is read as 1024..2048*3."},
		{"c=0.1..1&n=2..8&design=LHS×1,000&fact=share", "c=0.1..1&n=2..8&design=lhs*1000&fact=share", "design = LHS×1,000 is read as lhs*1,000."},
		{"view=map,nope&n=2..8*2&fact=share", "n=2..8*2&fact=share", "view = map,nope: nope is not a value of view, which is map or count; using map."},
		{"both=on,on&n=2,3&fact=share", "n=2,3&fact=share", "both = on,on: on is repeated; using on."},
		{"n,c=2:0.5,4:1/4&fact=share", "n,c=2:0.5,4:0.25&fact=share", ""},
		{"n,view=2:map,4:count&steps=2,3&fact=share", "steps=2,3&n,view=2:map,4:count&fact=share", ""},
		{"n,c=2:0.5,4&steps=2,3&fact=share", "n=2&c=0.5&steps=2,3&fact=share", "n,c = 2:0.5,4: 4 has 1 parts and not 2; using 2:0.5."},
		{"n,x=2:0.5,4:1&steps=2,3&fact=share", "steps=2,3&fact=share", "n,x = 2:0.5,4:1: x is not a knob of walk; it is left out."},
		{"n,n=2:2,4:4&steps=2,3&fact=share", "steps=2,3&fact=share", "n,n = 2:2,4:4: n is named twice; it is left out."},
		{"n,c=2:0.5,4:1&n=3&fact=share", "n,c=2:0.5,4:1&fact=share", "n = 3: it has a range already; it is left out."},
		{"n=3&n,c=2:0.5,4:1&steps=2,3&fact=share", "n=3&steps=2,3&fact=share", "n,c = 2:0.5,4:1: a knob in it has a value already; it is left out."},
		{"n=2,3&n,c=2:0.5,4:1&fact=share", "n=2,3&fact=share", "n,c = 2:0.5,4:1: a knob in it has a range already; it is left out."},
		{"n,pts=2:0.5,4:1&steps=2,3&fact=share", "steps=2,3&fact=share", "n,pts = 2:0.5,4:1: pts is a list of points, and cannot have a range; it is left out."},
		{"c=1e-6..1&n=2..8&design=lhs*9&fact=share", "c=1e-6..1&n=2..8&design=lhs*9&fact=share", ""},
		{"n=2..8*3&both=on,off&design=random*5&fact=share&seed=3&seeds=2", "n=2..8&both=on,off&design=random*5&seed=3&fact=share&seeds=2", ""},
		{"n=2..8*3&design=sobol*9&fact=share", "n=2..8*3&fact=share", "design = sobol*9 is none; allowed are lhs*N and random*N with N from 2 to 4096; it is left out."},
		{"n=2..8*3&design=lhs&fact=share", "n=2..8*3&fact=share", "design = lhs is none; allowed are lhs*N and random*N with N from 2 to 4096; it is left out."},
		{"steps=1..100*100&n=1..100*100&fact=share&seeds=9", "steps=1..100*64&n=1..100*64&fact=share",
			"A sweep of 90000 runs is too long; allowed are 4096; using 64×64 values with 1 seeds."},
		{"steps=1..64*64&n=1..32*32&fact=share&seeds=9", "steps=1..64*64&n=1..32*32&fact=share&seeds=2",
			"A sweep of 18432 runs is too long; allowed are 4096; using 64×32 values with 2 seeds."},
		{"n=2..8*2&fact=share&at=-1&foo=1..2", "n=2..8*2&fact=share",
			"at = -1 is below 0; using 0.|foo is not a knob of walk and is left out; allowed are view, n, steps, c, tol, both, pts, seed, at."},
		{"n=" + strings.Repeat("1,2,", 40) + "3..90*88&fact=share", "n=" + list(1, 64) + "&fact=share",
			"n = 1,2,1,2,1,2,1,2,1,2,1,2,…: a value is repeated, there are more than 64 values" + allowed + "64 values from 1 to 64."},
	} {
		g, repairs, err := sweep.Open(labs, "walk?"+row.query)
		if err != nil || sim.Query(g.Address()) != row.want || strings.Join(repairs, "|") != row.repair {
			t.Errorf("%s opens, error %v,\n%s, want\n%s, with\n%q, want\n%q", row.query, err, g.Address(), row.want, strings.Join(repairs, "|"), row.repair)
		}
		checkRepairs(t, repairs)
	}
}

func list(from, to int) string {
	var words []string
	for i := from; i <= to; i++ {
		words = append(words, fmt.Sprint(i))
	}
	return strings.Join(words, ",")
}

func TestErrors(t *testing.T) {
	for address, want := range map[string]string{
		"nope?n=1..5":      "lab nope: unknown; allowed is walk or other",
		"walk?n=5":         "no knob of walk has a range, such as n=1..2048*6",
		"walk?n=a..b":      "no knob of walk has a range, such as n=1..2048*6",
		"walk?view=1..5*3": "no knob of walk has a range, such as n=1..2048*6",
	} {
		if _, _, err := sweep.Open(labs, address); err == nil || err.Error() != want {
			t.Errorf("%s: error %v, want %s", address, err, want)
		}
	}
}

// The runs of a sweep are addresses of their own, all different, in canonical
// form, and what is not swept is shared.
func TestRuns(t *testing.T) {
	g := openGrid(t, "walk?steps=3&both=off&n=2..8*3&c=0.5,1&seed=5&at=2&fact=share&seeds=2")
	if g.Cells() != 6 || g.Runs() != 12 {
		t.Fatalf("%d cells, %d runs", g.Cells(), g.Runs())
	}
	var got []string
	for run := range g.Runs() {
		address := g.RunAddress(run)
		r := open(t, address)
		if again := r.Address() + "&at=" + r.At.Text(); again != address {
			t.Errorf("run %d is %s, canonical is %s", run, address, again)
		}
		got = append(got, address)
	}
	for i, want := range map[int]string{
		0:  "walk?n=2&steps=3&c=0.5&both=off&seed=5&at=2",
		1:  "walk?n=4&steps=3&c=0.5&both=off&seed=5&at=2",
		3:  "walk?n=2&steps=3&c=1&both=off&seed=5&at=2",
		11: "walk?n=8&steps=3&c=1&both=off&seed=6&at=2",
	} {
		if got[i] != want {
			t.Errorf("run %d is %s, want %s", i, got[i], want)
		}
	}
	slices.Sort(got)
	if len(slices.Compact(got)) != 12 {
		t.Errorf("the runs are %q", got)
	}
	if g := openGrid(t, "walk?n=2..8*3&fact=share"); g.RunAddress(2) != "walk?n=8" {
		t.Errorf("without at, run 2 is %s", g.RunAddress(2))
	}
}

// measure runs a sweep to its end, as Next says.
func measure(t *testing.T, g *sweep.Grid) (order []int) {
	t.Helper()
	for {
		run, ok := g.Next(func(int) bool { return false })
		if !ok {
			return order
		}
		order = append(order, run)
		r := open(t, g.RunAddress(run))
		r.Measure(nil)
		put(g, run, r.Frame().Find(g.Fact))
	}
}

func TestCells(t *testing.T) {
	g := openGrid(t, "walk?n=2..8*2&c=1,2,3&fact=share&seeds=3")
	if c := g.Cell(0, 0); c.Known != 0 || c.N != 0 || !math.IsNaN(c.Mean) {
		t.Errorf("an unknown cell is %+v", c)
	}
	const cells = 6
	put(g, 1, &sim.Fact{Value: 2})
	put(g, 1+cells, &sim.Fact{Value: 4})
	if c := g.Cell(1, 0); c != (sweep.Cell{Known: 2, N: 2, Mean: 3, Lo: 2, Hi: 4}) {
		t.Errorf("two of three seeds give %+v", c)
	}
	put(g, 1+2*cells, nil)
	if c := g.Cell(1, 0); c != (sweep.Cell{Known: 3, N: 2, Mean: 3, Lo: 2, Hi: 4}) {
		t.Errorf("with an absent fact the cell is %+v", c)
	}
	if v, known := g.Get(1 + 2*cells); !known || !math.IsNaN(v) {
		t.Errorf("an absent fact is %v, %v", v, known)
	}
	put(g, 0, &sim.Fact{Value: math.Inf(1)})
	if v, _ := g.Get(0); !math.IsNaN(v) {
		t.Errorf("an infinite fact is %v", v)
	}
	for _, v := range []float64{0.1, 0.1, 0.1} {
		put(g, 2, &sim.Fact{Value: v})
		put(g, 2+cells, &sim.Fact{Value: v})
		put(g, 2+2*cells, &sim.Fact{Value: v})
	}
	if c := g.Cell(0, 1); c.Mean != 0.1 {
		t.Errorf("the mean of equal numbers is %v", c.Mean)
	}
	if g.Known() != 7 {
		t.Errorf("%d runs are known, want 7", g.Known())
	}
	for _, row := range []struct {
		x, y float64
		want int
	}{{1, 0, 0}, {3.9, 0, 0}, {4.1, 1.6, 3}, {1e9, 9, 5}} {
		if got := g.At(row.x, row.y); got != row.want {
			t.Errorf("at %v, %v lies run %d, want %d", row.x, row.y, got, row.want)
		}
	}
}

// Any sweep's address opens the same sweep.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		span := func(name string, lo, hi float64, whole bool) string {
			number := func(part string) float64 {
				x := rapid.Float64Range(lo, hi).Draw(t, name+part)
				if whole {
					x = math.Round(x)
				}
				return x
			}
			if rapid.Bool().Draw(t, name+" list") {
				words := make([]string, rapid.IntRange(2, 9).Draw(t, name+" size"))
				for i := range words {
					words[i] = sim.FormatFloat(number(fmt.Sprint(i)))
				}
				return strings.Join(words, ",")
			}
			return fmt.Sprintf("%s..%s*%d", sim.FormatFloat(number(" lo")), sim.FormatFloat(number(" hi")), rapid.IntRange(2, 40).Draw(t, name+" n"))
		}
		g, _, err := sweep.Open(labs, "walk?steps=2..5*2&n="+span("n", 1, 2048, true)+"&c="+span("c", 1e-6, 10, false)+"&fact=share")
		if err != nil {
			return
		}
		again, repairs, err := sweep.Open(labs, g.Address())
		if err != nil || len(repairs) > 0 || again.Address() != g.Address() {
			t.Fatalf("%s opens with %q, %v as %s", g.Address(), repairs, err, again.Address())
		}
		for run := range g.Runs() {
			if g.RunAddress(run) != again.RunAddress(run) {
				t.Fatalf("%s: run %d is %s and %s", g.Address(), run, g.RunAddress(run), again.RunAddress(run))
			}
		}
	})
}
