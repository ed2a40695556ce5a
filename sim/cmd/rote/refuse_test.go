package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/rote/sim/catalog"
)

// A sweep in which anything is wrong is refused before it makes a file, with what it
// would be: nobody waits days for other runs than asked for.
func TestSweepRefusesOtherRuns(t *testing.T) {
	t.Chdir(t.TempDir())
	for query, want := range map[string]string{
		"n=5..1*2&fact=copied":                              "n = 5..1*2: it runs backwards",
		"n=1..2000*31623&c=0..1*31623&fact=copied":          "a range has at most 256 values",
		"n=1..2000*100&c=1e-6..1*100&fact=copied":           "A sweep of 10000 runs is too long; allowed are 4096",
		"n=1..64*64&fact=copied&seeds=65":                   "A sweep of 4160 runs is too long",
		"n=1,2&fact=copied&seeds=1e9":                       "seeds = 1e9 is above 4096",
		"n=1,2&fact=copied&seeds=0":                         "seeds = 0 is below 1",
		"n=1,2&fact=copied&stpes=9":                         "stpes is not a knob",
		"n=1,2&fact=copied&steps=5000":                      "steps = 5000 is above",
		"n=1,2&fact=copied&view=nope":                       "view = nope is not one of",
		"n=1,2&data=ring,nope&fact=copied":                  "nope is not a value of data",
		"n=1,2&design=sobol*9&fact=copied":                  "allowed are lhs*N and random*N",
		"n,c=1:0.1,2&fact=copied":                           "2 has 1 parts and not 2",
		"n=1,9999&fact=copied":                              "9999 is out of range",
		"n=1,2":                                             "fact is missing",
		"n=1,2&fact=no!such":                                "is not the key of a fact",
		"n=1,2&fact=copied&seed=2147483647&seeds=3":         "leaves no room for 3 seeds",
		"n=1,2&fact=nosuch":                                 "no run of this sweep has the fact nosuch; allowed is sigma, copied,",
		"n=1,2&fact=half":                                   "no run of this sweep has the fact half",
		"n=1,2&fact=kl":                                     "no run of this sweep has the fact kl",
		"view=times&d=2,4&fact=copied":                      "no run of this sweep has the fact copied; allowed is sigma_c, sigma_s, half",
		"n=1,2&fact=copied&" + strings.Repeat("c=1&", 2000): "longer than 4096 bytes",
	} {
		code, stdout, stderr := call("sweep", "-o", "x.csv", "diffusion?p=2&"+query)
		if _, err := os.Stat("x.csv"); code != 2 || stdout != "" || !strings.Contains(stderr, want) || err == nil {
			t.Errorf("%s: exit %d: %q%q, want %q", query, code, stdout, stderr, want)
		}
	}
}

// A fact that only some runs have is one, also if the first has it not.
func TestSweepOfARareFact(t *testing.T) {
	for _, address := range []string{"capacity?view=train&n=256&d=2&train=300&depth=2&width=4..64*2&fact=first", "ntk?view=tangent&m=64,128&trials=2&fact=q_all", "diffusion?data=gauss4&measure=on&p=50&steps=10&n=5,6&fact=kl"} {
		if code, _, stderr := call("sweep", address); code != 0 {
			t.Errorf("%s: exit %d: %s", address, code, stderr)
		}
	}
}

// The facts of all sweeps that labs propose are found.
func TestProposedFacts(t *testing.T) {
	c := command{labs: catalog.Labs()}
	for _, info := range c.labs {
		for _, p := range info.Sweeps {
			g, err := c.openSweep(p.Address)
			if err == nil {
				err = c.checkFacts(t.Context(), g)
			}
			if err != nil {
				t.Errorf("%s: %v", p.Address, err)
			}
		}
	}
}

// What belongs to something else is refused and left alone.
func TestSweepRefusesOtherFiles(t *testing.T) {
	for text, want := range map[string]string{
		"my notes\n": "line 1: the head of a sweep's file begins with",
		"# rote sweep: diffusion?n=1,2&fact=copied\nn,seed,fact,value\n":   "holds the sweep diffusion?n=1,2&fact=copied and not " + small + "; name another file",
		"# rote sweep: " + small + "\n# shard: 0/2\nc,n,seed,fact,value\n": "holds shard 0/2 and not 0/1",
		"# rote sweep: " + small + "\nc,n,seed,fact,value\n1,2,3\n":        "line 3: 1,2,3 has 3 fields; want 5; name another file with -o, or remove it",
	} {
		file := filepath.Join(t.TempDir(), "x.csv")
		os.WriteFile(file, []byte(text), 0o644)
		code, _, stderr := call("sweep", "-o", file, small)
		if code != 1 || !strings.Contains(stderr, "x.csv: ") || !strings.Contains(stderr, want) {
			t.Errorf("exit %d: %s\nwant %q", code, stderr, want)
		}
		if got, _ := os.ReadFile(file); string(got) != text {
			t.Errorf("the file is now %q, was %q", got, text)
		}
	}
}
