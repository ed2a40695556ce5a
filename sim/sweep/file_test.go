package sweep_test

import (
	"encoding/csv"
	"math"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

func TestFile(t *testing.T) {
	g := openGrid(t, "walk?steps=2&n=2..8*3&c=0.5,1/3&seed=4&fact=share&seeds=2")
	put(g, 0, &sim.Fact{Value: 0.30000000000000004, Name: "Share near 0", Unit: "m"})
	put(g, 4, nil)
	put(g, 11, &sim.Fact{Value: -1e-300})
	want := `# rote sweep: walk?steps=2&n=2..8*3&c=0.3333333333333333,0.5&seed=4&fact=share&seeds=2
# made by: Rote 1
# made by: Rote 2
# name of share: Share near 0
# unit of share: m
n,c,seed,share
2,0.3333333333333333,4,0.30000000000000004
4,0.5,4,
8,0.5,5,-1e-300
`
	g.MadeBy("Rote 2")
	g.MadeBy("Rote 1")
	g.MadeBy("Rote 2")
	text := g.File(sweep.CSV, sweep.Shard{})
	if text != want {
		t.Errorf("the file is\n%s\nwant\n%s", text, want)
	}
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comment = '#'
	if records, err := reader.ReadAll(); err != nil || len(records) != 4 {
		t.Errorf("the file is no CSV: %v, %v", records, err)
	}
	for _, text := range []string{text, strings.ReplaceAll(text, "\n", "\r\n"), text + "8,0.5,4,0.2"} {
		got, shard, err := sweep.Read(labs, text)
		if err != nil || shard.Of > 1 || got.File(sweep.CSV, shard) != want || got.Known() != 3 {
			t.Errorf("%q reads with %v, %v as %q", text, shard, err, got.File(sweep.CSV, shard))
		}
	}
	if line := "# shard: 1/3\n"; !strings.Contains(g.File(sweep.CSV, sweep.Shard{Index: 1, Of: 3}), line) {
		t.Errorf("the head of a shard lacks %q", line)
	}
}

// Every bit of a value is kept.
func TestFileKeepsBits(t *testing.T) {
	g := openGrid(t, "walk?n=1..7*7&fact=share")
	values := []float64{math.Pi, 5e-324, math.MaxFloat64, -math.Pi * 1e-200, 1e21, 123456789012345680, 1.0 / 3}
	for i, v := range values {
		put(g, i, &sim.Fact{Value: v})
	}
	got, _, err := sweep.Read(labs, g.File(sweep.CSV, sweep.Shard{}))
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range values {
		if x, _ := got.Get(i); math.Float64bits(x) != math.Float64bits(v) {
			t.Errorf("%v is read as %v", v, x)
		}
	}
}

func TestFileFaults(t *testing.T) {
	head := "# rote sweep: walk?n=2..8*3&fact=share&seeds=2\n"
	body := head + "n,seed,fact,value\n"
	for text, want := range map[string]string{
		"":                       "its head is missing",
		"a,b\n":                  "begins with",
		"# rote sweep: walk\n":   "no knob of walk has a range",
		"# rote sweep: no?n=1\n": "lab no: unknown",
		"# rote sweep: walk?n=8..2*3&fact=share\n":              "it runs backwards",
		head + "x,seed,fact,value\n":                            "the columns are",
		head + "# shard: 3/3\n":                                 "shard 3/3 is none",
		body + "2,1,share\n":                                    "line 3: 2,1,share has 3 fields; want 4",
		body + "3,1,share,0.5\n":                                "is not a run of this sweep",
		body + "2,3,share,0.5\n":                                "is not a run of this sweep",
		body + "2,1,other,0.5\n":                                "is not a run of this sweep",
		body + "2,1,share,x\n":                                  "value x is not a number",
		body + "2,1,share,NaN\n":                                "value NaN is not a number",
		body + "2,1,share,1/2\n":                                "value 1/2 is not a number",
		body + "2,1,share,0,5\n":                                "line 3: 2,1,share,0,5 has 5 fields; want 4",
		body + "2;1;share;0,5\n":                                "line 3: 2;1;share;0,5 has 2 fields; want 4",
		body + "2,1,share,1\n2,1,share,2\n":                     "line 4: 2,1,share,2 contradicts an earlier row",
		body + "2,1,share,\n2,1,share,2\n":                      "contradicts an earlier row",
		body + "# rote sweep: walk?n=2..8*3&fact=share\n":       "line 3: it is the head of another sweep, walk?n=2..8*3&fact=share",
		body + "# shard: 0/6\n":                                 "line 3: it holds shard 0/6, and 0/1 before",
		head + "# shard: 0/6\nn,seed,fact,value\n8,1,share,1\n": "8,1,share,1 does not belong to shard 0/6",
	} {
		if _, _, err := sweep.Read(labs, text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q reads with error %v, want %q", text, err, want)
		}
	}
	for _, good := range []string{head, body, body + body, body + "2,1,share,1\n" + body, body + "2,1,share,1\n2,1,share,1\n", body + "# a remark\n2,1,share,\n2,1,share,\n"} {
		if _, _, err := sweep.Read(labs, good); err != nil {
			t.Errorf("%q: %v", good, err)
		}
	}
}
