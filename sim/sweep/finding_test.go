package sweep_test

import (
	"fmt"
	"math"
	"testing"
	"unicode/utf8"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
	"example.org/rote/sim/sweep"
)

// askedGrid opens a grid that is proposed with words and an edge.
func askedGrid(t *testing.T, query, words string, edge float64) *sweep.Grid {
	t.Helper()
	info := sim.Info{Name: "walk", New: func() sim.Lab { return new(walk) },
		Sweeps: []sim.Sweep{{Question: "Where?", Address: "walk?" + query, Words: words, Edge: edge}}}
	g, repairs, err := sweep.Open([]sim.Info{info}, "walk?"+query)
	if err != nil || len(repairs) > 0 {
		t.Fatal(repairs, err)
	}
	return g
}

// fill puts the values of a function into all runs. NaN is no fact, and +Inf leaves
// the run unknown.
func fill(g *sweep.Grid, fact func(x, y float64, seed int) float64) {
	for run := range g.Runs() {
		cell := run % g.Cells()
		x, y := g.X.Values[cell%len(g.X.Values)], 0.0
		if g.Y.Knob != nil {
			y = g.Y.Values[cell/len(g.X.Values)]
		}
		switch v := fact(x, y, run/g.Cells()); {
		case math.IsNaN(v):
			put(g, run, nil)
		case !math.IsInf(v, 0):
			put(g, run, &sim.Fact{Value: v, Name: "Share near 0"})
		}
	}
}

// log10 is the position on a log axis.
func log10(x float64) float64 { return exact.Log(x) / math.Ln10 }

// The facts of these grids are straight on the scale of the axis, so that the
// place of a crossing is known.
func TestFindings(t *testing.T) {
	const (
		logs   = "c=1e-6..1*7&n=4..64*3&fact=share" // c by decades, n = 4, 16, 64
		linear = "steps=10..70*7&n=4..64*3&fact=share"
		curve  = "c=1e-6..1*7&fact=share"
		upward = "n=4..64*3&c=1e-6..1*7&fact=share"
		half   = "Half are near at c = %s"
	)
	unknown := math.Inf(1)
	at := func(slope float64, place func(y float64) float64) func(x, y float64, seed int) float64 {
		return func(x, y float64, _ int) float64 { return 0.5 + slope*(log10(x)-place(y)) }
	}
	fixed := func(c float64) func(float64) float64 { return func(float64) float64 { return log10(c) } }
	for _, row := range []struct {
		name, query, words string
		edge               float64
		fact               func(x, y float64, seed int) float64
		want, note         string
	}{
		{"falling on a log axis", logs, half, 0.5, func(x, y float64, _ int) float64 { return at(-0.1, fixed(3e-4))(x, y, 0) + 0*y },
			"Half are near at c = 0.0003, whatever n.", "All rows are equal: n makes no difference here."},
		{"rising", logs, half, 0.5, func(x, y float64, _ int) float64 { return at(0.1+y/1000, fixed(2e-5))(x, y, 0) }, "Half are near at c = 2e−5, whatever n.", ""},
		{"along the second range", upward, half, 0.5, func(x, y float64, _ int) float64 { return at(0.1+x/1000, fixed(2e-5))(y, x, 0) },
			"Half are near at c = 2e−5, whatever n.", ""},
		{"on a linear axis", linear, "Half are near at steps = %s", 0.5, func(x, y float64, _ int) float64 { return 0.5 - (0.01+y/1e4)*(x-33) },
			"Half are near at steps = 33, whatever n.", ""},
		{"a curve", curve, half, 0.5, at(0.1, fixed(2e-5)), "Half are near at c = 2e−5.", ""},
		{"with a trend", logs, half, 0.5, at(-0.1, func(n float64) float64 { return log10(n/4) - 4 }),
			"Half are near from c = 0.0001 at n = 4 to c = 0.0016 at n = 64.", ""},
		{"without a trend", logs, half, 0.5, at(-0.1, func(n float64) float64 { return log10(map[float64]float64{4: 2e-4, 16: 0.05, 64: 1e-4}[n]) }),
			"Half are near between c = 0.0001 at n = 64 and c = 0.05 at n = 16.", ""},
		{"above everywhere", logs, half, 0.5, func(x, y float64, _ int) float64 { return 0.6 + x/100 + y/1000 },
			"Half are near nowhere in this range: the value stays above 0.5.", ""},
		{"below everywhere, in a curve", curve, half, 0.5, func(x, _ float64, _ int) float64 { return x / 100 },
			"Half are near nowhere in this range: the value stays below 0.5.", ""},
		{"in some rows", logs, half, 0.5, func(x, y float64, _ int) float64 {
			return map[bool]float64{true: 0.9, false: at(-0.1, fixed(3e-4))(x, y, 0)}[y == 64]
		}, "Half are near from c = 0.0003 at n = 4 to c = 1 or more at n = 64.", "The rows of n = 4 to 16 are equal."},
		{"between rows only", logs, half, 0.5, func(x, y float64, _ int) float64 { return 0.5 + 0.1*(log10(y)-log10(8)) + x/1e6 },
			"Half are near at n = 8, whatever c.", ""},
		{"a plateau of the edge", logs, "All are near at c = %s", 1, func(x, y float64, _ int) float64 { return min(1, 1+(0.1+y/1000)*(log10(x)+3)) },
			"All are near at c = 0.001, whatever n.", ""},
		{"a plateau that ends", logs, "All are near at c = %s", 1, func(x, y float64, _ int) float64 { return min(1, 1-(0.1+y/1000)*math.Round(log10(x)+3)) },
			"All are near at c = 0.001, whatever n.", ""},
		{"0.977 is not 1", curve, "All are near at c = %s", 1, func(x, _ float64, _ int) float64 { return map[bool]float64{true: 1, false: 0.977}[x > 0.5] },
			"All are near at c = 1.", ""},
		{"a plateau on the way", curve, half, 0.5, func(x, _ float64, _ int) float64 { return max(0.1, min(0.9, math.Round(log10(x)+3)*0.4/3+0.5)) },
			"Half are near at c = 0.001.", ""},
		{"touched", curve, half, 0.5, func(x, _ float64, _ int) float64 { return 0.5 + math.Abs(math.Round(log10(x))+3)/10 },
			"Half are near nowhere in this range: the value stays above 0.5.", ""},
		{"there and back", logs, half, 0.5, func(x, y float64, _ int) float64 { return 0.75 + y/1e4 - math.Abs(log10(x)+3)*(0.25+y/1e4) },
			"Half are near at c = 0.0001, and again at c = 0.01, whatever n.", ""},
		{"there and back in many words", logs, "Half of all of the many samples are far nearer to one point than to the others at c = %s", 0.5,
			func(x, y float64, _ int) float64 { return 0.75 + y/1e4 - math.Abs(log10(x)+3)*(0.25+y/1e4) },
			"Half of all of the many samples are far nearer to one point than to the others at c = 0.0001, whatever n.",
			"All rows come back to the other side."},
		{"beyond both ends", logs, half, 0.5, func(x, y float64, _ int) float64 {
			return map[float64]float64{4: 0.1, 16: 0.5 - 0.1*(log10(x)+3.5), 64: 0.9}[y]
		}, "Half are near from c = 1e−6 or less at n = 4 to c = 1 or more at n = 64.", ""},
		{"above in some rows, below in others", "n=4..64*3&c=1e-6..1*7&fact=share", half, 0.5, func(x, _ float64, _ int) float64 {
			return map[bool]float64{true: 0.9, false: 0.1}[x == 64]
		}, "Half are near at n = 32, whatever c.", "All rows are equal: c makes no difference here."},
		{"back in one row", logs, half, 0.5, func(x, y float64, _ int) float64 {
			if y == 64 && x == 1 {
				return 0.4
			}
			return at(0.1+y/1000, fixed(2e-5))(x, y, 0)
		}, "Half are near at c = 2e−5, whatever n.", ""},
		{"noise", curve, half, 0.5, func(x, _ float64, _ int) float64 {
			return map[float64]float64{1e-6: 0.9, 1e-5: 0.8, 1e-4: 0.45, 1e-3: 0.55, 0.01: 0.4, 0.1: 0.2, 1: 0.1}[x]
		}, "Half are near at c = 0.00039 (it wavers).", ""},
		{"missing cells", logs, half, 0.5, func(x, y float64, _ int) float64 {
			if y == 16 || x == 1e-4 || x == 1e-3 {
				return unknown
			}
			return at(-0.1-y/1000, fixed(3e-4))(x, y, 0)
		}, "So far, half are near at c = 0.0003, whatever n.", ""},
		{"nothing", logs, half, 0.5, func(float64, float64, int) float64 { return unknown }, "None of 21 runs is known yet.", ""},
		{"no such fact", logs, half, 0.5, func(float64, float64, int) float64 { return math.NaN() }, "None of 21 runs has the fact share.", ""},
		{"a fact that is absent on the way", curve, half, 0.5, func(x, _ float64, _ int) float64 {
			if x == 1e-3 {
				return math.NaN()
			}
			return at(-0.1, fixed(3e-4))(x, 0, 0)
		}, "Half are near at c = 0.0003.", ""},
		{"three seeds", logs + "&seeds=3", half, 0.5, func(x, y float64, seed int) float64 {
			return at(-0.1, fixed(3e-4*math.Pow(2, float64(seed-1))))(x, y, 0)
		}, "Half are near at c = 0.0003, whatever n (single seeds: 0.00015 to 0.0006).", "All rows are equal: n makes no difference here."},
		{"seeds and a trend", logs + "&seeds=3", half, 0.5, func(x, y float64, seed int) float64 {
			return at(-0.1, func(n float64) float64 { return log10(n/4) - 4 + math.Log10(2)*float64(seed-1) })(x, y, 0)
		}, "Half are near from c = 0.0001 at n = 4 to c = 0.0016 at n = 64 (seeds differ by up to a factor of 4).", ""},
		{"more than there is room for", logs + "&seeds=3", "Half of all of the samples are far nearer to one point at c = %s", 0.5, func(x, y float64, seed int) float64 {
			return at(-0.1, func(n float64) float64 { return log10(n/4) - 4 + math.Log10(2)*float64(seed-1) })(x, y, 0)
		}, "Half of all of the samples are far nearer to one point from c = 0.0001 at n = 4 to c = 0.0016 at n = 64.",
			"Seeds differ by up to a factor of 4."},
		{"seeds on a linear axis", linear + "&seeds=2", "Half are near at steps = %s", 0.5, func(x, y float64, seed int) float64 {
			return 0.5 - 0.01*(x-20-y/2-3*float64(seed))
		}, "Half are near from steps = 24 at n = 4 to steps = 54 at n = 64 (seeds differ by up to 3).", ""},
		{"a seed that stays away", curve + "&seeds=2", half, 0.5, func(x, _ float64, seed int) float64 {
			return at(-0.1, fixed(1e-4))(x, 0, 0) - 0.3*float64(seed)
		}, "Half are near at c = 3.2e−6 (single seeds: 0.0001 to 0.0001, none in 1 of 2).", ""},
		{"least", logs, "They are nearest at c = %s", math.Inf(-1), func(x, y float64, _ int) float64 { return 1 + y/100 + (log10(x)+2.1)*(log10(x)+2.1) },
			"They are nearest at c = 0.0079, whatever n.", ""},
		{"least of values over decades", curve, "They are nearest at c = %s", math.Inf(-1), func(x, _ float64, _ int) float64 {
			return math.Pow(10, (log10(x)+2.1)*(log10(x)+2.1))
		}, "They are nearest at c = 0.0079.", ""},
		{"least at an end", curve, "They are nearest at c = %s", math.Inf(-1), func(x, _ float64, _ int) float64 { return x }, "They are nearest at c = 1e−6 or less.", ""},
		{"greatest", curve, "They are farthest at c = %s", math.Inf(1), func(x, _ float64, _ int) float64 { return x }, "They are farthest at c = 1 or more.", ""},
		{"no least", curve, "They are nearest at c = %s", math.Inf(-1), func(float64, float64, int) float64 { return 1 },
			"They are nearest nowhere in this range: all values are equal.", ""},
		{"not asked", curve, "", 0, func(x, _ float64, _ int) float64 { return x }, "Share near 0: from 1e−6 at c = 1e−6 to 1 at c = 1.", ""},
		{"nearly 1", curve, "", 0, func(x, _ float64, _ int) float64 { return 0.99984 + x/1e9 }, "Share near 0: from 0.9998 at c = 1e−6 to 0.9998 at c = 1.", ""},
	} {
		g := askedGrid(t, row.query, row.words, row.edge)
		fill(g, row.fact)
		if got := g.Finding(); got != row.want || utf8.RuneCountInString(got) > 110 {
			t.Errorf("%s: it says %q, want %q", row.name, got, row.want)
		}
		if got := g.Note(); got != row.note {
			t.Errorf("%s: the note is %q, want %q", row.name, got, row.note)
		}
	}
}

// A grid that nobody has proposed is asked what the proposal about its fact asks,
// along the same knob or across.
func TestOwnSweepsAreAsked(t *testing.T) {
	info := sim.Info{Name: "walk", New: func() sim.Lab { return new(walk) }, Sweeps: []sim.Sweep{
		{Question: "Others?", Address: "walk?c=1e-6..1*7&fact=other", Words: "Others are near at c = %s", Edge: 0.2},
		{Question: "Where?", Address: "walk?c=1e-6..1*7&n=4..64*3&fact=share", Words: "Half are near at c = %s", Edge: 0.5}}}
	for query, want := range map[string]string{
		"c=1e-4..1*5&fact=share":            "Half are near at c = 0.01.",
		"n=4..64*3&c=1e-4..1*5&fact=share":  "Half are near at c = 0.01, whatever n.",
		"tol=0.001..1*4&fact=share":         "Half are near at tol = 0.01.",
		"tol=0.001..1*4&fact=mean":          "Share near 0: from 0.3 at tol = 1 to 0.6 at tol = 0.001.",
		"tol=0.001..1*4&n=2..8*2&fact=mean": "Share near 0: from 0.3 at tol = 1, n = 2 to 0.6 at tol = 0.001, n = 2.",
	} {
		g, repairs, err := sweep.Open([]sim.Info{info}, "walk?"+query)
		if err != nil || len(repairs) > 0 {
			t.Fatal(repairs, err)
		}
		fill(g, func(x, y float64, _ int) float64 {
			if g.X.Knob.Key == "n" {
				x = y
			}
			return math.Round(1000*(0.5-0.1*(log10(x)+2))) / 1000
		})
		if got := g.Finding(); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}

// The headline is the number of the finding.
func TestHeadline(t *testing.T) {
	g := askedGrid(t, "c=1e-6..1*7&n=4..64*3&fact=share", "Half are near at c = %s", 0.5)
	check := func(value float64, words string) {
		t.Helper()
		f := g.Frame()
		if got, ok := f.Value(f.Headline.Fact); !ok || got != value || f.Headline.Words != words {
			t.Errorf("the headline is %g %q, want %g %q", got, f.Headline.Words, value, words)
		}
		if f.Says != g.Finding() {
			t.Errorf("the frame says %q, the finding is %q", f.Says, g.Finding())
		}
	}
	check(0, "of 21 runs are known")
	fill(g, func(x, y float64, _ int) float64 { return 0.5 - (0.1+y/1000)*(log10(x)-log10(3e-4)) })
	check(3e-4, "is the c where half are near")
	g = askedGrid(t, "c=1e-6..1*7&n=4..64*3&fact=share", "Half are near at c = %s", 0.5)
	fill(g, func(x, y float64, _ int) float64 { return 0.5 - 0.1*(log10(x)-log10(y/4)+4) })
	check(1.6e-3, "is the c at n = 64; at n = 4 it is 0.0001")
	g = askedGrid(t, "c=1e-6..1*7&fact=share", "", 0)
	fill(g, func(x, _ float64, _ int) float64 { return x })
	check(1, "is the most, at c = 1")
	g = askedGrid(t, "c=1e-6..1*7&n=4..64*2&fact=share", "Half are near at c = %s", 0.5)
	fill(g, func(x, y float64, _ int) float64 { return map[float64]float64{4: 0.5 - 0.1*(log10(x)+4.5), 64: 0.9}[y] })
	check(1, "or more is the c at n = 64")
}

// Noise that does not reach over a cell leaves the finding as it is.
func TestFindingUnderNoise(t *testing.T) {
	for trial := range 50 {
		g := askedGrid(t, "c=1e-6..1*7&n=4..64*5&fact=share", "Half are near at c = %s", 0.5)
		fill(g, func(x, y float64, _ int) float64 {
			wave := math.Sin(float64(trial)+1000*log10(x)+y) * 0.04
			return max(0, min(1, 0.5-0.2*(log10(x)+3.5)+wave))
		})
		text := g.Finding()
		var c float64
		if _, err := fmt.Sscanf(text, "Half are near at c = %g, whatever n.", &c); err != nil || c < 2e-4 || c > 5e-4 {
			t.Errorf("trial %d: %q, want a place about 0.00032, whatever n", trial, text)
		}
	}
}
