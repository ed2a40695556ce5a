package main

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
)

// wide are sweeps of several facts, on the way or in the end, and how they are written.
var wide = [][]string{
	{"diffusion?p=20&steps=10&c=1e-6..0.01*3&n=5,10&fact=copied,radius&seeds=2"},
	{"diffusion?p=20&steps=10&c=1e-6..0.01*3&n=5,10&fact=*"},
	{"-every", "4", "diffusion?p=20&steps=10&c=1e-6..0.01*3&fact=copied,*"},
	{"-format", "jsonl", "diffusion?p=20&steps=10&c=1e-6..0.01*3&fact=*"},
	{"-format", "jsonl", "-every", "3", "diffusion?p=20&steps=10&n=5,10&fact=copied"},
}

// Equal sweeps give equal files, on any number of cores, whether printed or kept, and
// whether whole, interrupted or cut into shards.
func TestEqualSweepsGiveEqualFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	for i, args := range wide {
		code, want, stderr := call(append([]string{"sweep", "-j", "1"}, args...)...)
		if code != 0 {
			t.Fatalf("%q: exit %d: %s", args, code, stderr)
		}
		ways := map[string][]string{"printed": nil, "kept": {"-o", fmt.Sprint("a", i)}, "kept by one core": {"-o", fmt.Sprint("b", i), "-j", "1"}}
		for name, way := range ways {
			code, got, stderr := call(append(append([]string{"sweep"}, way...), args...)...)
			if way != nil {
				data, _ := os.ReadFile(way[1])
				got = string(data)
			}
			if code != 0 || got != want {
				t.Errorf("%q %s: exit %d, %s:\n%s\nwant\n%s", args, name, code, stderr, got, want)
			}
		}
		for part := range 3 {
			if code, _, stderr := call(append([]string{"sweep", "-shard", fmt.Sprintf("%d/3", part), "-o", fmt.Sprintf("part%d-%d", i, part)}, args...)...); code != 0 {
				t.Fatalf("%q: part %d: exit %d: %s", args, part, code, stderr)
			}
		}
		parts, _ := filepath.Glob(fmt.Sprintf("part%d-*", i))
		merge := append([]string{"merge"}, parts...)
		if args[0] == "-format" {
			merge = append(merge, args[:2]...)
		}
		if code, got, stderr := call(merge...); code != 0 || got != want {
			t.Errorf("%q merged: exit %d, %s:\n%s\nwant\n%s", args, code, stderr, got, want)
		}
		checkCuts(t, args, want)
	}
}

// checkCuts cuts a file in some places: the same command completes it.
func checkCuts(t *testing.T, args []string, want string) {
	t.Helper()
	for at := 0; at < len(want); at += 1 + len(want)/9 {
		os.WriteFile("cut", []byte(want[:at]), 0o644)
		code, _, stderr := call(append([]string{"sweep", "-o", "cut"}, args...)...)
		if got, _ := os.ReadFile("cut"); code != 0 || string(got) != want {
			t.Errorf("%q cut at %d: exit %d, %s:\n%s\nwant\n%s", args, at, code, stderr, got, want)
		}
	}
}

// Further ranges, words, tuples and designs are swept, cut, listed and drawn as well.
func TestManyRanges(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		address  string
		runs     int
		diagrams int
	}{
		{"diffusion?p=10&steps=10&c=1e-6,0.01&n=5,10&data=paper,ring&fact=copied", 8, 2}, {"diffusion?p=10&steps=10&data=paper,two,ring&fact=copied,gap", 3, 1},
		{"diffusion?p=10&steps=10&n,c=5:0.01,10:1e-6,20:0&seed=3&fact=*", 3, 1}, {"diffusion?p=10&steps=10&c=1e-6..0.01&n=5..40&design=lhs*7&seed=3&fact=copied", 7, 1},
		{"diffusion?p=10&steps=10&c=1e-6,0.01&n=5,10&smin=0.001,0.01&data=paper,ring&fact=copied", 16, 4},
	} {
		_, want, _ := call("sweep", c.address)
		if n := strings.Count(want, "\n") - strings.Count(want, "#") - 1; n != c.runs {
			t.Errorf("%s has %d rows:\n%s", c.address, n, want)
		}
		for _, part := range []string{"0/2", "1/2"} {
			call("sweep", "-shard", part, "-o", part[:1], c.address)
		}
		code, _, stderr := call("merge", "-o", "all.csv", "-svg", "all.svg", "0", "1")
		svg, _ := os.ReadFile("all.svg")
		if got, _ := os.ReadFile("all.csv"); code != 0 || string(got) != want || xml.Unmarshal(svg, new(struct{})) != nil {
			t.Errorf("%s: exit %d, %s:\n%s\nwant\n%s", c.address, code, stderr, got, want)
		}
		if n := strings.Count(string(svg), "<title>") - 1; c.diagrams > 1 && n != c.diagrams {
			t.Errorf("%s has %d diagrams, want %d", c.address, n, c.diagrams)
		}
		_, list, _ := call("sweep", "-list", c.address)
		for line := range strings.Lines(list) {
			if _, repairs, err := sim.Open(catalog.Labs(), strings.TrimSpace(line)); err != nil || len(repairs) > 0 {
				t.Errorf("%s lists %s: %q, %v", c.address, line, repairs, err)
			}
		}
		for _, name := range []string{"0", "1", "all.csv", "all.svg"} {
			os.Remove(name)
		}
	}
}

// A file of before is read, completed, and written as one of today.
func TestOldFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	_, want, _ := call("sweep", tiny)
	row := strings.Split(want, "\n")[4]
	old := "# rote sweep: " + tiny + "\nn,seed,fact,value\n# name: Copied\n" + strings.Replace(row, ",1,", ",1,copied,", 1) + "\n"
	for _, text := range []string{old, old + "2,1,cop", old[:len(old)-3], strings.Replace(old, "# name: Copied\n", "", 1)} {
		os.WriteFile("x.csv", []byte(text), 0o644)
		code, _, stderr := call("sweep", "-o", "x.csv", tiny)
		if got, _ := os.ReadFile("x.csv"); code != 0 || string(got) != want {
			t.Errorf("%q: exit %d, %s:\n%s\nwant\n%s", text, code, stderr, got, want)
		}
	}
	for _, row := range []struct{ args, says string }{
		{"-every 2 " + tiny, "holds the sweep " + tiny + " and not " + tiny + "&every=2; name another file with -o"},
		{strings.Replace(tiny, "fact=copied", "fact=*", 1), "holds the sweep " + tiny + " and not "},
		{"-format jsonl " + tiny, "holds csv and not jsonl; say -format csv, or name another file with -o"},
	} {
		os.WriteFile("x.csv", []byte(old), 0o644)
		code, _, stderr := call(append([]string{"sweep", "-o", "x.csv"}, strings.Fields(row.args)...)...)
		if got, _ := os.ReadFile("x.csv"); code != 1 || string(got) != old || !strings.Contains(stderr, row.says) {
			t.Errorf("%s: exit %d, %q, want %q", row.args, code, stderr, row.says)
		}
	}
}

// The finding of each fact that is asked for is told, and a sweep of three facts
// measures each run once.
func TestSweepOfThreeFacts(t *testing.T) {
	const runs = "ntk?m=64..256*3&ratio=0.5..2*2"
	for _, facts := range []string{"best", "best,first,neurons"} {
		code, _, stderr := call("sweep", runs+"&fact="+facts)
		if n := strings.Count(stderr, "\n"); code != 0 || n < strings.Count(facts, ",")+1 {
			t.Errorf("%s: exit %d: %s", facts, code, stderr)
		}
	}
	code, _, stderr := call("sweep", runs+"&fact=best,nosuch")
	if code != 2 || !strings.Contains(stderr, "no run of this sweep has the fact nosuch; allowed is ") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}
