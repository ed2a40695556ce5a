package sweep_test

import (
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// FuzzOpen opens any text as the query of a sweep: what comes out is in
// range and bounded, and its address opens the same sweep.
func FuzzOpen(f *testing.F) {
	for _, query := range []string{
		"n=64..512*6&c=1e-6..1*8&fact=share&seeds=3", "n=1,2,3", "n=8..2*0&c=0..0", "c=1/0..NaN*1e9", "n=..", "n=1...5*2",
		"tol=1e-4..1e-4*9&n=1..2048*256&steps=1..9", "n=1,,2..3*2,x", "n=1..2&seeds=1e9&seed=2147483647", "n=1..2&fact=", "c=5e-324..1e-323*9",
		"n=1..2&n=2..3", "both=on,off&view=map,count&fact=*", "n,c=1:2,3:4&both=on,off&every=2", "n,n=1:1,2:2&n,=1:,2:", "n,both=2:on,3:off&n=2,3", "n=1..9&c=1e-6..1&tol=0.1,1&both=on,off&design=lhs*9&seed=4",
		"n=1,2&design=random*4096&seeds=9&every=1", "n=1,2&c=1,2&tol=1,2&steps=1,2&both=on,off&view=map,count&n,c=1:2,3:4", "steps=1..100*100&n=1..2048*256&seeds=4096", "n=" + strings.Repeat("1,", 2000) + "9",
	} {
		f.Add(query)
	}
	f.Fuzz(func(t *testing.T, query string) {
		g, repairs, err := sweep.Open(labs, "walk?"+query)
		checkRepairs(t, repairs)
		if err != nil {
			return
		}
		if n := g.Runs(); n < 2 || n > sweep.MaxRuns {
			t.Fatalf("%q has %d runs", query, n)
		}
		for _, r := range g.Ranges() {
			for i, x := range r.Values {
				if r.IsNumbers() && !(x >= r.Knob.Min && x <= r.Knob.Max) || i > 0 && x <= r.Values[i-1] || r.IsNumbers() && r.Knob.Scale.Log && x <= 0 {
					t.Fatalf("%q: values of %s are %v", query, r.Knob.Key, r.Values)
				}
			}
		}
		checkFile(t, g)
		if len(g.Address()) > sim.MaxAddress {
			return // numbers that are written longer than they came
		}
		again, repairs, err := sweep.Open(labs, g.Address())
		if err != nil || len(repairs) > 0 || again.Address() != g.Address() || again.RunAddress(again.Runs()-1) != g.RunAddress(g.Runs()-1) {
			t.Fatalf("%q: %s opens with %q, %v", query, g.Address(), repairs, err)
		}
	})
}

// checkFile writes two results of a sweep, and reads them.
func checkFile(t *testing.T, g *sweep.Grid) {
	t.Helper()
	put(g, g.Runs()-1, &sim.Fact{Value: 0.25})
	put(g, 0, nil)
	if f := g.Frame(); len(f.Panels) != 1 || !strings.HasSuffix(f.Says, ".") {
		t.Fatalf("the frame is %+v", f)
	}
	text := g.File(sweep.CSV, sweep.Shard{})
	if len(g.Address()) > sim.MaxAddress {
		return
	}
	again, shard, err := sweep.Read(labs, text)
	if err != nil || again.File(sweep.CSV, shard) != text {
		t.Fatalf("%s\nreads with %v", text, err)
	}
}

// FuzzRead reads any text as a sweep's file: it is refused, or what was
// read is written and read as the same.
func FuzzRead(f *testing.F) {
	head := "# rote sweep: walk?n=2..8*3&c=1,2&fact=share&seeds=2\n"
	for _, text := range []string{"", head, head + "n,c,seed,fact,value\n2,1,1,share,0.5\n8,2,2,share,\n# name: x\n4,", head + "# shard: 0/2\nn,c,seed,fact,value\n",
		"\ufeff\"" + strings.TrimSpace(head) + "\",,,\r\n# name: \x1b[31m,,,\r\nn;c;seed;fact;value\r\n2,00E+00;1,0;1;share;5,0E-1\r\n\"8\";2;2;share;;;\r\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		g, shard, err := sweep.Read(labs, text)
		if err != nil {
			return
		}
		first := g.File(sweep.CSV, shard)
		again, _, err := sweep.Read(labs, first)
		if err != nil || again.File(sweep.CSV, shard) != first {
			t.Fatalf("%q is written as %q, which reads with %v", text, first, err)
		}
	})
}

// FuzzParseShard reads any text as a shard: it is refused by a sentence that
// repeats it, or it is written and read as the same, and its runs are a fair part
// of a sweep.
func FuzzParseShard(f *testing.F) {
	for _, text := range []string{"", "/", "0/1", "3/4", "4/4", "-1/4", "+1/04", "0/0", "1/2/3", " 1/2", "0/4096", "0/99999", "1e0/2", "99999999999999999999/2"} {
		f.Add(text)
	}
	g, _, err := sweep.Open(labs, "walk?n=1..9*9&c=1,2,3&fact=share&seeds=5")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		shard, err := sweep.ParseShard(text)
		if err != nil {
			if shard != (sweep.Shard{}) || !strings.Contains(err.Error(), sim.Quote(text)) || !strings.Contains(err.Error(), "allowed is") {
				t.Fatalf("%q: %v, %v", text, shard, err)
			}
			return
		}
		if again, err := sweep.ParseShard(shard.String()); err != nil || again != shard {
			t.Fatalf("%q is written as %v, which reads as %v, %v", text, shard, again, err)
		}
		least := g.Runs() / shard.Of
		if n := len(shard.Runs(g)); n < least || n > least+1 {
			t.Fatalf("%q has %d of %d runs", text, n, g.Runs())
		}
	})
}

func checkRepairs(t *testing.T, repairs []string) {
	t.Helper()
	for _, repair := range repairs {
		if !strings.HasSuffix(repair, ".") || strings.ContainsAny(repair, "\x00\n\r") || len(repair) > 500 {
			t.Errorf("repair %q is no short sentence", repair)
		}
	}
}
