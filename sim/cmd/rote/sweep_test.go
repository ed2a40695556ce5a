package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
	"example.org/rote/sim/sweep"
)

// small is a sweep of eight cells with two seeds, which takes a moment.
const small = "diffusion?p=20&steps=10&c=1e-6..0.01*4&n=5,10&fact=copied&seeds=2"

func readSweep(t *testing.T, file string) *sweep.Grid {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := sweep.Read(catalog.Labs(), string(data))
	if err != nil {
		t.Fatalf("%s: %v\n%s", file, err, data)
	}
	return s
}

// sortedLines are the lines of a text in an order of their own.
func sortedLines(text string) []string {
	lines := strings.Split(text, "\n")
	slices.Sort(lines)
	return lines
}

// found is the finding of the sweep small.
const found = "Half are copied at c = 8.9e−5, whatever n (single seeds: 7.6e−5 to 0.0001).\n"

// A proposed sweep is told as its answer: beside the results, or alone if they go
// into a file.
func TestSweepTellsItsFinding(t *testing.T) {
	const address = "ntk?view=tangent&m=64..256*5&fact=q_half"
	file := filepath.Join(t.TempDir(), "x.csv")
	code, stdout, _ := call("sweep", "-o", file, address)
	_, _, stderr := call("merge", file)
	if s := readSweep(t, file); code != 0 || stdout != stderr || !strings.HasPrefix(stdout, s.Finding()+"\n"+s.Note()) {
		t.Errorf("exit %d: the sweep says %q, merge %q", code, stdout, stderr)
	}
}

// A sweep gives for every cell the very number that rote run prints.
func TestSweepEqualsRun(t *testing.T) {
	code, stdout, stderr := call("sweep", small, "-j", "3")
	if code != 0 || stderr != found {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	s, _, err := sweep.Read(catalog.Labs(), stdout)
	if err != nil || s.Known() != 16 {
		t.Fatalf("%v: %s", err, stdout)
	}
	for run := range s.Runs() {
		_, out, _ := call("run", "-json", s.RunAddress(run))
		var r result
		if err := json.Unmarshal([]byte(out), &r); err != nil {
			t.Fatal(err)
		}
		if got, _ := s.Get(run); math.Float64bits(got) != math.Float64bits(r.Facts["copied"].Value) {
			t.Errorf("%s: %v in the sweep, %v by run", s.RunAddress(run), got, r.Facts["copied"].Value)
		}
	}
	_, one, _ := call("sweep", small, "-j", "1")
	if one != stdout {
		t.Errorf("on one core the sweep is\n%s\non three\n%s", one, stdout)
	}
}

func TestSweepUsage(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"sweep"}, 2, "one address with ranges, got 0"},
		{[]string{"sweep", small, small}, 2, "got 2"},
		{[]string{"sweep", "diffusion?n=5&fact=copied"}, 2, "no knob of diffusion has a range, such as n=1..2048*6"},
		{[]string{"sweep", "nope?n=1..5"}, 2, "unknown; allowed is "},
		{[]string{"sweep", "-j", "0", small}, 2, "-j 0 is below 1"},
		{[]string{"sweep", "-j", "1e9", small}, 2, "want a whole number"},
		{[]string{"sweep", "-list", "-seeds", "010", "diffusion?p=2&steps=10&n=1,2&fact=copied"}, 0, "&seed=10\n"},
		{[]string{"sweep", "-seeds", "2", "diffusion?%zz&n=1,2&fact=copied"}, 2, "%zz is not valid"},
		{[]string{"sweep", "-every", "2", "diffusion?n=1,2&n=3&fact=copied"}, 2, "n is given more than once"},
		{[]string{"run", "diffusion?p=2&steps=10&%zz&every=5"}, 0, "%zz is not valid"},
		{[]string{"run", "diffusion?%zz&every=x"}, 2, "%zz is not valid"},
		{[]string{"run", "diffusion?p=2&steps=10&every=1,000"}, 0, "every = 1,000 is read as 1000."},
		{[]string{"sweep", "-j", "x", small}, 2, "allowed are -seeds K, -j N"},
		{[]string{"sweep", "-n", "-list", small}, 2, "-n and -list are two things"},
		{[]string{"sweep", "-list", "diffusion?n=2,3&fact=nosuch"}, 2, "no run of this sweep has the fact nosuch"},
		{[]string{"sweep", "-n", "diffusion?n=2,3&fact=nosuch"}, 2, "no run of this sweep has the fact nosuch"},
		{[]string{"run", "-every", "0", "diffusion"}, 2, "-every 0 is below 1"},
		{[]string{"run", "diffusion?every=x"}, 2, "every = x is no count of ticks"},
		{[]string{"run", "-format", "tsv", "diffusion"}, 2, "-format tsv is none"},
		{[]string{"run", "-format", "csv", "-json", "diffusion"}, 2, "2 outputs go to standard output"},
		{[]string{"run", "-format", "csv", "-steps", "3", "diffusion"}, 2, "say at=3 in the address"},
		{[]string{"sweep", "-every", "0", small}, 2, "-every 0 is below 1"},
		{[]string{"sweep", "-format", "tsv", small}, 2, "-format tsv is none; allowed is csv or jsonl"},
		{[]string{"sweep", "-seeds", "0", small}, 2, "-seeds 0 is below 1"},
		{[]string{"sweep", "-shard", "4/4", small}, 2, "-shard: shard 4/4 is none; allowed is i/n with i from 0 to n-1"},
		{[]string{"sweep", "-svg", "-", small}, 2, "both the results and the SVG"},
		{[]string{"sweep", "-o", filepath.Join(dir, "no", "such"), small}, 1, filepath.Join("no", "such")},
		{[]string{"sweep", "-h"}, 0, "rote sweep"},
		{[]string{"sweep", "-seeds", "3", "diffusion?p=2&steps=10&n=1,2&seeds=9&fact=copied"}, 0, "n=1,2&fact=copied&seeds=3\n"},
		{[]string{"merge"}, 2, "got none"},
		{[]string{"merge", "a.csv", ""}, 2, "a file to merge has no name"},
		{[]string{"merge", "-o", "", "a.csv"}, 2, "-o names nothing"},
		{[]string{"sweep", "-svg=", small}, 2, "-svg names nothing"},
		{[]string{"run", "diffusion", "-data", ""}, 2, "-data names nothing"},
		{[]string{"merge", filepath.Join(dir, "none.csv")}, 1, "none.csv"},
		{[]string{"merge", "-o", "a.csv", "./a.csv"}, 2, "-o a.csv and the input ./a.csv are one file"},
		{[]string{"merge", "-svg", "-", "a.csv"}, 2, "both the results and the SVG"},
		{[]string{"merge", "-nope", "a.csv"}, 2, "allowed are -sweep SWEEP, -format csv or jsonl, -o FILE and -svg FILE"},
	} {
		code, stdout, stderr := call(c.args...)
		if code != c.code || !strings.Contains(stdout+stderr, c.says) {
			t.Errorf("rote %v = %d, want %d and %q:\n%s%s", c.args, code, c.code, c.says, stdout, stderr)
		}
	}
}

// On a terminal there is a bar with the time left, and none is left behind.
func TestSweepProgress(t *testing.T) {
	var out, err bytes.Buffer
	c := command{labs: catalog.Labs(), stdout: &out, stderr: &err, terminal: true}
	if code := c.run([]string{"sweep", "-j", "1", small}); code != 0 {
		t.Fatalf("exit %d: %s", code, err.String())
	}
	bars := err.String()
	if !strings.Contains(bars, "\r[###############...............] 8 of 16 runs, about ") || !strings.Contains(bars, " left\x1b[K") || !strings.HasSuffix(bars, "\r\x1b[K"+found) {
		t.Errorf("progress %q", bars)
	}
}

func TestSweepSVG(t *testing.T) {
	code, stdout, stderr := call("sweep", "-o", filepath.Join(t.TempDir(), "x.csv"), "-svg", "-", "diffusion?p=20&steps=10&c=1e-6..0.01*4&n=5..80*2&fact=copied")
	if code != 0 || xml.Unmarshal([]byte(stdout), new(struct{})) != nil {
		t.Fatalf("exit %d: %s%s", code, stdout, stderr)
	}
	for _, part := range []string{"Copied against Tikhonov strength c and Training points", "half are copies, for isolated points", "fact=copied</desc>"} {
		if !strings.Contains(stdout, part) {
			t.Errorf("the SVG lacks %q", part)
		}
	}
}

// Shards, each with a file of its own, merge to the file of the whole sweep, and
// whatever does not fit is refused.
func TestMerge(t *testing.T) {
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	for i := range 3 {
		if code, _, stderr := call("sweep", "-shard", strconv.Itoa(i)+"/3", "-o", file(fmt.Sprintf("%d.csv", i)), small); code != 0 {
			t.Fatal(stderr)
		}
	}
	_, whole, _ := call("sweep", small)
	code, stdout, stderr := call("merge", file("2.csv"), file("0.csv"), file("1.csv"))
	if code != 0 || stdout != whole {
		t.Errorf("exit %d, %s: merged\n%s\nwant\n%s", code, stderr, stdout, whole)
	}
	code, stdout, _ = call("merge", "-o", file("all.csv"), "-svg", file("all.svg"), file("0.csv"), file("1.csv"), file("2.csv"))
	if _, err := os.Stat(file("all.svg")); code != 0 || err != nil || stdout != found || readSweep(t, file("all.csv")).Known() != 16 {
		t.Errorf("exit %d, %v: %s", code, err, stdout)
	}
	call("sweep", "-o", file("other.csv"), "diffusion?p=2&steps=10&n=1,2&fact=copied")
	call("sweep", "-shard", "1/2", "-o", file("half.csv"), small)
	part, _ := os.ReadFile(file("1.csv"))
	os.WriteFile(file("cut.csv"), part[:len(part)-4], 0o644)
	os.WriteFile(file("again.csv"), part, 0o644)
	os.WriteFile(file("unit.csv"), []byte(strings.Replace(string(part), "c,n,seed", "# unit of copied: kg\nc,n,seed", 1)), 0o644)
	os.WriteFile(file("old.csv"), []byte(strings.Replace(string(part), "Rote "+sim.Version, "Rote 0.1.0", 1)), 0o644)
	if code, _, stderr := call("merge", file("0.csv"), file("old.csv"), file("2.csv")); code != 0 || !strings.Contains(stderr, "the runs were measured by Rote 0.1.0 and Rote "+sim.Version+", which may give other numbers") {
		t.Errorf("parts of two versions: exit %d, %s", code, stderr)
	}
	for _, row := range []struct{ files, want string }{
		{"0.csv other.csv", "0.csv holds the sweep " + small + ", and "},
		{"0.csv half.csv", "half.csv shard 1/2: the sweep was cut in two ways"},
		{"0.csv unit.csv 2.csv", "copied has another unit in "},
		{"1.csv again.csv", "again.csv both hold shard 1/3"},
		{"1.csv", "of 3 shards 2 are missing: 0/3, 2/3"},
		{"0.csv 2.csv", "of 3 shards one is missing: 1/3"},
		{"0.csv cut.csv 2.csv", "cut.csv lacks 1 of 5 runs; the command that made it goes on from there"},
		{"all.csv 0.csv", "the sweep was cut in two ways"},
		{"all.svg", "all.svg: line 1: the head of a sweep's file begins with"},
	} {
		args := []string{"merge"}
		for _, name := range strings.Fields(row.files) {
			args = append(args, file(name))
		}
		if code, _, stderr := call(args...); code != 1 || !strings.Contains(stderr, row.want) {
			t.Errorf("merge %s: exit %d, %q, want %q", row.files, code, stderr, row.want)
		}
	}
	if code, stdout, _ := call("merge", file("all.csv")); code != 0 || stdout != whole {
		t.Error("a whole file does not merge to itself")
	}
}

// The sweeps of the examples open, and that for Kubernetes cuts its sweep into as
// many shards as it has pods. That for Slurm is run by make slurm.
func TestExamples(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("examples", "*"))
	if err != nil || len(files) != 8 {
		t.Fatalf("examples %q, %v", files, err)
	}
	for _, file := range files {
		data, _ := os.ReadFile(file)
		address := regexp.MustCompile(`diffusion\?[^'"\s]+`).FindString(string(data))
		if address == "" {
			continue // it reads a file
		}
		if _, repairs, err := sweep.Open(catalog.Labs(), address); err != nil || len(repairs) > 0 {
			t.Errorf("%s: sweep %s: %v, %q", file, address, err, repairs)
		}
		if filepath.Ext(file) != ".yaml" {
			continue
		}
		for _, part := range []string{"completions: 4\n", "parallelism: 4\n", "- $(JOB_COMPLETION_INDEX)/4\n"} {
			if !strings.Contains(string(data), part) {
				t.Errorf("%s lacks %q", file, part)
			}
		}
	}
}
