//go:build linux

package main

import (
	"os"
	"strings"
	"testing"
)

// The listed runs, each by a program of its own, give the file of the sweep, in both
// formats and in any order.
func TestListedRuns(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, address := range []string{small, strings.Replace(small, "fact=copied", "fact=*", 1), tiny + "&every=4", strings.Replace(tiny, "fact=", "at=7&fact=radius,", 1)} {
		_, want, _ := call("sweep", address)
		for _, format := range []string{"csv", "jsonl"} {
			code, stderr := shell(t, "$ROTE sweep -list '"+address+"' | xargs -n 1 -P 3 $ROTE run -format "+format+" > runs")
			if code != 0 {
				t.Fatalf("%s: exit %d: %s", address, code, stderr)
			}
			text, _ := os.ReadFile("runs")
			os.WriteFile("changed", []byte("\ufeff\r\n"+strings.ReplaceAll(string(text), "\n", "\r\n")), 0o644) // as through other programs
			code, got, stderr := call("merge", "-sweep", address, "changed")
			if code != 0 || got != want {
				t.Errorf("%s by %s: exit %d, %s:\n%s\nwant\n%s", address, format, code, stderr, got, want)
			}
		}
	}
	text, _ := os.ReadFile("runs")
	lines := strings.SplitAfter(string(text), "\n")
	for name, c := range map[string]struct{ text, says string }{
		"one is missing": {strings.Join(lines[1:], ""), "1 of 2 runs are missing, such as diffusion?"},
		"cut":            {string(text[:len(text)-9]), "line 2 has no end: it was cut"},
		"another run":    {strings.ReplaceAll(string(text), "p=2&", "p=3&"), "line 1: diffusion?"},
		"another seed":   {strings.Replace(string(text), `"seed":1`, `"seed":2`, 1), "has another seed than diffusion?"},
		"another knob":   {strings.Replace(string(text), `"p":2`, `"p":3`, 1), "has another p than diffusion?"},
		"no run":         {"{}\n", "line 1: it is no line of a file of results"},
		"not JSON":       {"{\n", "line 1: it is no line of a file of results"},
		"something else": {"hello\n", "line 1: the head of a run's file begins with"},
		"contradiction":  {string(text) + strings.Replace(lines[0], `"radius":`, `"radius":1`, 1), "line 3: "},
	} {
		os.WriteFile("runs", []byte(c.text), 0o644)
		code, got, stderr := call("merge", "-sweep", strings.Replace(tiny, "fact=", "at=7&fact=radius,", 1), "runs")
		if code != 1 || got != "" || !strings.Contains(stderr, c.says) {
			t.Errorf("%s: exit %d, %q, want %q", name, code, stderr, c.says)
		}
	}
}

// A list has the runs of its shard, and nothing is run for it, nor to know what the
// sweep would take.
func TestListAndEstimate(t *testing.T) {
	t.Chdir(t.TempDir())
	_, all, _ := call("sweep", "-list", small)
	if n := strings.Count(all, "\n"); n != 16 || !strings.HasPrefix(all, "diffusion?n=5&p=20&c=1e-6&steps=10\n") {
		t.Errorf("%d runs are listed:\n%s", n, all)
	}
	parts := ""
	for _, shard := range []string{"0/3", "1/3", "2/3"} {
		_, part, _ := call("sweep", "-list", "-shard", shard, small)
		parts += part
	}
	if strings.Join(sortedLines(parts), "\n") != strings.Join(sortedLines(all), "\n") {
		t.Errorf("the shards are\n%s\nwant\n%s", parts, all)
	}
	code, says, stderr := call("sweep", "-n", "-o", "x.csv", "-svg", "x.svg", "-j", "2", small)
	for _, part := range []string{"16 runs: 4 values of c × 2 values of n × 2 seeds\n", " core-seconds, as 3 of them take ", " on 2 cores\n", " MB of memory on 2 cores\n"} {
		if !strings.Contains(says, part) {
			t.Errorf("it says %q, want %q", says, part)
		}
	}
	if left := contents(t); code != 0 || stderr != "" || len(left) > 0 {
		t.Errorf("exit %d, %s, and it leaves %q", code, stderr, left)
	}
}
