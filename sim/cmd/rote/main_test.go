package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/rote/sim/catalog"
)

// call runs the program and returns what it printed.
func call(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = command{labs: catalog.Labs(), stdout: &out, stderr: &err}.run(args)
	return code, out.String(), err.String()
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string // part of what is printed
	}{
		{nil, 2, "rote run"},
		{[]string{"help"}, 0, "rote run"},
		{[]string{"nope"}, 2, "labs, knobs, run"},
		{[]string{"version", "x"}, 2, "no arguments"},
		{[]string{"labs"}, 0, "diffusion"},
		{[]string{"labs", "x"}, 2, "no arguments"},
		{[]string{"knobs"}, 2, "diffusion"},
		{[]string{"knobs", "nope"}, 2, "unknown; allowed is "},
		{[]string{"knobs", "diffusion"}, 0, "Tikhonov strength"},
		{[]string{"run"}, 2, "one address"},
		{[]string{"run", "-h"}, 0, "rote run"},
		{[]string{"run", "-json", "-csv", "-", "diffusion"}, 2, "allowed is one of"},
		{[]string{"run", "nope?n=1"}, 2, "unknown; allowed is "},
		{[]string{"run", "diffusion", "-steps", "-3"}, 2, "below 0"},
		{[]string{"run", "diffusion", "-steps", "x"}, 2, "-steps N"},
		{[]string{"run", "-nope", "diffusion"}, 2, "-json"},
		{[]string{"labs", "-h"}, 0, "rote run"},
		{[]string{"knobs", "--help"}, 0, "rote run"},
		{[]string{"version", "-help"}, 0, "rote run"},
		{[]string{"nope", "-h"}, 2, "not a command"},
		{[]string{"run", "-svg", "a", "-svg", "b", "diffusion"}, 2, "-svg: it is given twice"},
		{[]string{"run", "-json", "diffusion", "-json"}, 2, "json: it is given twice"},
		{[]string{"sweep", "-o", "a", tiny, "--o=b"}, 2, "-o: it is given twice"},
		{[]string{"merge", "-format", "csv", "-format", "csv", "x"}, 2, "-format: it is given twice"},
		{[]string{"merge", "--", "a", "-o", "b"}, 1, "rote: a: "},
		{[]string{"sweep", "--", "-o"}, 2, "lab -o: unknown"},
		{[]string{"sweep", "-list", "-o", "x", tiny}, 2, "-list prints addresses, and no results; -o and -svg do not go with it"},
		{[]string{"sweep", "-list", "-svg", "x", tiny}, 2, "-list prints addresses"},
		{[]string{"run", "-heading", "x", "diffusion"}, 2, "-heading is that of -preview FILE"},
		{[]string{"run", "-steps", "1", "diffusion?n=-3"}, 0, "n = -3 is below 1; using 1."},
		{[]string{"run", "-steps", "1", "-svg", filepath.Join("no", "such", "folder"), "diffusion"}, 1, filepath.Join("no", "such", "folder")},
	} {
		code, stdout, stderr := call(c.args...)
		if code != c.code || !strings.Contains(stdout+stderr, c.says) {
			t.Errorf("rote %v = %d, want %d and %q:\n%s%s", c.args, code, c.code, c.says, stdout, stderr)
		}
	}
}

func TestJSON(t *testing.T) {
	code, stdout, _ := call("run", "diffusion?steps=10&foo=1", "-json", "-steps", "4")
	var r result
	if err := json.Unmarshal([]byte(stdout), &r); err != nil || code != 0 {
		t.Fatalf("exit %d, %v: %s", code, err, stdout)
	}
	if r.Address != "diffusion?steps=10" || r.Step != 4 || r.Of < 10 || r.Done || len(r.Repairs) != 1 || r.Says == "" {
		t.Errorf("got %+v", r)
	}
	if f, ok := r.Facts["sigma"]; !ok || f.Value <= 0 || f.Name == "" {
		t.Errorf("fact sigma = %+v", f)
	}
}

// On a terminal there is a bar while the run goes on, and none is left behind.
func TestProgress(t *testing.T) {
	var out, err bytes.Buffer
	c := command{labs: catalog.Labs(), stdout: &out, stderr: &err, terminal: true}
	if code := c.run([]string{"run", "-json", "diffusion?steps=10"}); code != 0 {
		t.Fatalf("exit %d: %s", code, err.String())
	}
	bars := err.String()
	if !strings.Contains(bars, "\r[###...........................] step 1 of 10") || !strings.HasSuffix(bars, "\r\x1b[K") {
		t.Errorf("progress %q", bars)
	}
	var r result
	if json.Unmarshal(out.Bytes(), &r) != nil || !r.Done {
		t.Errorf("result %s", out.String())
	}
}

// Without -steps a run goes to its end; the known last tick is the end too.
func TestEnd(t *testing.T) {
	for _, args := range [][]string{{"run", "-json", "diffusion?steps=10"}, {"run", "-json", "-steps", "100000", "diffusion?steps=10"}} {
		_, stdout, _ := call(args...)
		var r result
		if err := json.Unmarshal([]byte(stdout), &r); err != nil || !r.Done || r.Step != r.Of {
			t.Errorf("%v: %v, done %v at %d of %d", args, err, r.Done, r.Step, r.Of)
		}
	}
}

func TestFiles(t *testing.T) {
	svg := filepath.Join(t.TempDir(), "x.svg")
	code, stdout, stderr := call("run", "-steps", "2", "-svg", svg, "-csv", "-", "diffusion?steps=10")
	if code != 0 {
		t.Fatal(stderr)
	}
	picture, err := os.ReadFile(svg)
	if err != nil || xml.Unmarshal(picture, new(struct{})) != nil {
		t.Errorf("the SVG is not well-formed: %v", err)
	}
	records, err := csv.NewReader(strings.NewReader(stdout)).ReadAll()
	if err != nil || len(records) < 200 || records[0][0] != "run" {
		t.Errorf("CSV: %v, %d records", err, len(records))
	}
}
