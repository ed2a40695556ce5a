package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// FuzzArguments gives the program any words, one a line, and no lab: whatever it
// is asked for, it answers with help or with what is wrong, and leaves no file.
func FuzzArguments(f *testing.F) {
	for _, line := range []string{
		"", "help", "labs", "labs x", "knobs", "knobs walk", "run", "run walk?n=3", "run -steps 4 -json walk", "run walk -csv - -svg -",
		"run -steps -1 walk", "run -steps 99999999999999999999 walk", "run -- -json", "run -", "run --=x -h",
		"sweep walk?n=1..9&fact=x", "sweep -seeds 0 walk", "sweep -seeds 3 walk?seeds=2&n=%zz", "sweep -j 0 walk", "sweep -j 2 -shard 1/3 walk?n=1,2",
		"sweep -shard 3/3 walk", "sweep -shard x walk", "sweep -o - -svg - walk", "sweep -o x.csv -svg x.csv walk", "merge", "merge no.csv",
		"merge -o x.csv main.go", "merge -o main.go main.go", "merge -svg x.svg -o - . ..", "merge -o no/such/x.csv main.go", "nope\x00 \xff",
	} {
		f.Add(strings.ReplaceAll(line, " ", "\n"))
	}
	before := names(f)
	f.Fuzz(func(t *testing.T, lines string) {
		var args []string
		if lines != "" {
			args = strings.Split(lines, "\n")
		}
		var stdout, stderr bytes.Buffer
		code := command{stdout: &stdout, stderr: &stderr}.run(args)
		if answer := stdout.String(); code == 0 && answer != usage && !strings.HasPrefix(answer, "LAB") {
			t.Errorf("rote %q succeeds with %q", args, answer)
		}
		message, isRote := strings.CutPrefix(stderr.String(), "rote: ")
		if said := len(message) > 1 && isRote || message == usage; code != 0 && (code != 2 && code != 1 || !said || stdout.Len() > 0) {
			t.Errorf("rote %q = %d with %q and %q", args, code, stdout.String(), stderr.String())
		}
		if after := names(t); !slices.Equal(after, before) {
			t.Errorf("rote %q made %q of %q", args, after, before)
		}
	})
}

// names returns the files of this folder but for those that tests beside this one
// create for a moment.
func names(t testing.TB) (names []string) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if own := fmt.Sprintf(".rote-%d-", os.Getpid()); strings.HasPrefix(e.Name(), own) || !strings.HasPrefix(e.Name(), ".rote-") {
			names = append(names, e.Name())
		}
	}
	return names
}
