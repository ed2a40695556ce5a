package main

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim/catalog"
	"example.org/rote/sim/sweep"
)

// A file that was cut anywhere is completed: no line of it is lost, and nothing that
// it holds is run again.
func TestSweepResumes(t *testing.T) {
	labs := append(toys(), catalog.Labs()...)
	for _, args := range []string{"toy?n=2..8*3&fact=number", "-shard 1/2 toy?n=2..9*4&fact=number", "diffusion?p=2&steps=10&n=1,2&fact=gap"} {
		t.Chdir(t.TempDir())
		resume := func(file string) {
			t.Helper()
			var stderr bytes.Buffer
			c := command{labs: labs, stdout: new(bytes.Buffer), stderr: &stderr}
			if code := c.run(append([]string{"sweep", "-o", file}, strings.Fields(args)...)); code != 0 {
				t.Fatalf("%s: exit %d: %s", args, code, stderr.String())
			}
		}
		resume("whole.csv")
		want, _ := os.ReadFile("whole.csv")
		for at := range len(want) + 1 {
			os.WriteFile("cut.csv", want[:at], 0o644)
			resume("cut.csv")
			got, _ := os.ReadFile("cut.csv")
			if kept := bytes.LastIndexByte(want[:at], '\n') + 1; !bytes.HasPrefix(got, want[:kept]) {
				t.Errorf("%s, cut at %d: what was there has changed to\n%s", args, at, got)
			}
			if !slices.Equal(sortedLines(string(got)), sortedLines(string(want))) {
				t.Errorf("%s, cut at %d and resumed:\n%s\nwant\n%s", args, at, got, want)
			}
		}
	}
}

// A run that was interrupted between its rows is measured again, and its rows go, as
// another Rote may have measured them. Where others follow them, the file is refused.
func TestSweepResumesWithinARun(t *testing.T) {
	t.Chdir(t.TempDir())
	resume := func() (code int, file, says string) {
		var stderr bytes.Buffer
		c := command{labs: append(toys(), seriesInfo()), stdout: new(bytes.Buffer), stderr: &stderr}
		code = c.run([]string{"sweep", "-o", "x.csv", "series?n=3,6&fact=sum&every=2"})
		data, _ := os.ReadFile("x.csv")
		return code, string(data), stderr.String()
	}
	_, want, _ := resume()
	begun := strings.Replace(want[:strings.Index(want, "6,1,4,6")], "6,1,2,6,3", "6,1,2,6,33", 1)
	rest := want[strings.Index(want, "6,1,4,6"):]
	for name, c := range map[string]struct {
		text string
		code int
	}{
		"at the end": {begun, 0}, "cut": {begun + "6,1,", 0}, "with a remark": {begun + "# mine\n", 1},
		"before others": {strings.Replace(begun, "3,1,0", "6,1,4,6,10\n3,1,0", 1), 1}, "contradicted": {begun + "6,1,2,6,3\n" + rest, 1},
	} {
		os.WriteFile("x.csv", []byte(c.text), 0o644)
		code, got, says := resume()
		if code != c.code || code == 0 && got != want || code != 0 && got != c.text {
			t.Errorf("%s: exit %d, %s:\n%s\nof\n%s", name, code, says, got, c.text)
		}
	}
}

// The file may have gone through a spreadsheet, which has written rows in another way than
// those that are added: all are written anew. A file with remarks stays as it is.
func TestSweepResumesASpreadsheet(t *testing.T) {
	t.Chdir(t.TempDir())
	call("sweep", "-o", "whole.csv", small)
	data, _ := os.ReadFile("whole.csv")
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for i, line := range lines {
		if lines[i] = line + ",,"; strings.HasPrefix(line, "#") {
			lines[i] = `"` + line + `",,,,`
		}
	}
	half := "\ufeff" + strings.Join(lines[:10], "\r\n") + "\r\n"
	for _, rest := range []string{"", "# my remark", lines[10], lines[10][:5], "# na"} {
		os.WriteFile("x.csv", []byte(half+rest), 0o644)
		if code, _, stderr := call("sweep", "-o", "x.csv", small); code != 0 {
			t.Fatalf("%q: exit %d: %s", rest, code, stderr)
		}
		got, _ := os.ReadFile("x.csv")
		if s := readSweep(t, "x.csv"); s.File(sweep.CSV, sweep.Shard{}) != string(data) {
			t.Errorf("%q: the file is\n%s", rest, got)
		}
		if isKept := strings.HasPrefix(string(got), half+"# my remark\n"); isKept != (rest == "# my remark") || !isKept && string(got) != string(data) {
			t.Errorf("%q: the file is\n%s", rest, got)
		}
	}
}

// What a terminal obeys is printed by no command: neither from a file nor from its
// name.
func TestTerminalEscapes(t *testing.T) {
	t.Chdir(t.TempDir())
	const text = "# rote sweep: diffusion?p=2&steps=10&n=1,2&fact=copied\nn,seed,fact,value\n# name: \x1b]0;x\x07Copied\x1b[2J\u009b\n# unit: \x1b[31m\n1,1,copied,0.5\n2,1,copied,0.25\n"
	const name = "\x1b[31m.csv"
	os.WriteFile("x.csv", []byte(text), 0o644)
	os.WriteFile(name, []byte(text+"\x1b[2J\u009b\n"), 0o644)
	for _, args := range [][]string{
		{"merge", "x.csv"}, {"merge", "-o", "all.csv", "-svg", "all.svg", "x.csv"}, {"sweep", "-o", "x.csv", tiny}, {"merge", name}, {"merge", "no" + name},
		{"sweep", "-o", name, tiny}, {"run", "-svg", name, quick}, {"run", "\x1b[31m"}, {"run", "-steps", "1", quick + "&c=\x1b[31m"}, {"\x1b[31m"}, {"run", "-\x1b[31m"},
		{"sweep", "diffusion?n=1,2&fact=\x1b[31m"}, {"sweep", tiny + "&\x1b[31m=\x1b[31m"},
	} {
		_, stdout, stderr := call(args...)
		if strings.ContainsAny(stdout+stderr, "\x1b\x07\u009b") {
			t.Errorf("rote %q prints %q and %q", args, stdout, stderr)
		}
	}
	for _, file := range []string{"all.csv", "all.svg"} {
		if data, err := os.ReadFile(file); err != nil || bytes.ContainsAny(data, "\x1b\x07\u009b") {
			t.Errorf("%s: %v, %.300q", file, err, data)
		}
	}
}

// A file that a spreadsheet has written is written anew where rows are added to it, and
// not where it was complete.
func TestSweepRewritesASpreadsheet(t *testing.T) {
	t.Chdir(t.TempDir())
	call("sweep", "-o", "whole.csv", tiny)
	whole := read(t, "whole.csv")
	last := strings.LastIndex(strings.TrimSuffix(whole, "\n"), "\n") + 1
	for name, change := range map[string]func(string) string{
		"semicolons": func(s string) string {
			return strings.NewReplacer("n,seed,copied", "n;seed;copied", "1,1,", "1;1;").Replace(s)
		},
		"tabs": func(s string) string {
			return strings.NewReplacer("n,seed,copied", "n\tseed\tcopied", "1,1,", "1\t1\t").Replace(s)
		},
		"a mark":  func(s string) string { return "\ufeff" + s },
		"returns": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"blank":   func(s string) string { return s + ",,\n" },
		"commas":  func(s string) string { return strings.ReplaceAll(s, "\n", ",,,\n") },
	} {
		for _, c := range []struct{ text, want string }{{change(whole[:last]), whole}, {change(whole), change(whole)}} {
			os.WriteFile("x.csv", []byte(c.text), 0o644)
			if code, _, says := call("sweep", "-o", "x.csv", tiny); code != 0 || read(t, "x.csv") != c.want {
				t.Errorf("%s: exit %d, %s: %q becomes %q", name, code, says, c.text, read(t, "x.csv"))
			}
		}
	}
}

// A word at the end of a file is no row that was cut, also without the end of its line.
func TestSweepKeepsAWord(t *testing.T) {
	for _, address := range []string{tiny, "diffusion?p=2&steps=10&data=ring,two&fact=copied", "diffusion?p=2&steps=10&n=1,2&fact=copied&every=5"} {
		t.Chdir(t.TempDir())
		call("sweep", "-o", "whole.csv", address)
		whole := read(t, "whole.csv")
		for at := 0; at < len(whole); at += 1 + strings.IndexByte(whole[at:], '\n') {
			for _, word := range []string{"note to self", "\nto do", "x", "1 more"} {
				text := whole[:at] + word
				os.WriteFile("x.csv", []byte(text), 0o644)
				if code, _, says := call("sweep", "-o", "x.csv", address); code != 1 || read(t, "x.csv") != text {
					t.Errorf("%q: exit %d, %s: %q", text, code, says, read(t, "x.csv"))
				}
			}
		}
	}
}

// The columns may have changed places.
func TestSweepResumesMovedColumns(t *testing.T) {
	t.Chdir(t.TempDir())
	call("sweep", "-o", "x.csv", tiny)
	whole := read(t, "x.csv")
	head := whole[:strings.Index(whole, "n,seed,copied")]
	half := head + "copied,n,seed\n1,1,1\n"
	os.WriteFile("x.csv", []byte(half+"0."), 0o644)
	code, _, says := call("sweep", "-o", "x.csv", tiny)
	if got := read(t, "x.csv"); code != 0 || got != whole {
		t.Errorf("exit %d, %s:\n%s", code, says, got)
	}
	os.WriteFile("x.jsonl", []byte(`{"copied":1,"n":1,"rote":{"made":["Rote 1"],"names":{"copied":"Copied"},"sweep":"`+tiny+`","units":{}},"seed":1}`+"\n"), 0o644)
	if code, _, says := call("sweep", "-o", "x.jsonl", tiny); code != 0 || strings.Count(read(t, "x.jsonl"), "\n") != 2 {
		t.Errorf("exit %d, %s: %s", code, says, read(t, "x.jsonl"))
	}
	if code, stdout, says := call("merge", "x.jsonl"); code != 0 || !strings.HasSuffix(stdout, "n,seed,copied\n1,1,1\n2,1,1\n") {
		t.Errorf("exit %d, %s: %s", code, says, stdout)
	}
}
