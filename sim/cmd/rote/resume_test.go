package main

import (
	"bytes"
	"os"
	"path/filepath"
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

// The file may have gone through a spreadsheet, and hold remarks.
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
		if s := readSweep(t, "x.csv"); s.File(sweep.CSV, sweep.Shard{}) != readSweep(t, "whole.csv").File(sweep.CSV, sweep.Shard{}) || !strings.HasPrefix(string(got), half) {
			t.Errorf("%q: the file is\n%s", rest, got)
		}
		if strings.Contains(string(got), "# my remark\n") != (rest == "# my remark") {
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

// forms are sweeps of a lab of this test, as files of all kinds.
var forms = []struct{ address, file string }{
	{"toy?n=2..8*3&fact=number", "x.csv"}, {"series?n=2..8*3&fact=*", "x.csv"}, {"series?n=2..8*3&fact=late,sum&every=2", "x.csv"},
	{"series?n=2..8*3&fact=*&every=2", "x.jsonl"}, {"toy?n=2..8*3&fact=number", "x.jsonl"},
}

// FuzzResume cuts the file of a sweep anywhere and lets somebody write behind it: the
// sweep is completed and keeps what was there, or the file is refused and left alone.
func FuzzResume(f *testing.F) {
	labs := append(toys(), seriesInfo())
	dir := f.TempDir()
	sweepIt := func(form int) int {
		return command{labs: labs, stdout: new(bytes.Buffer), stderr: new(bytes.Buffer)}.run([]string{"sweep", "-j", "1", "-o", filepath.Join(dir, forms[form].file), forms[form].address})
	}
	var wholes []string
	for i, form := range forms {
		os.Remove(filepath.Join(dir, form.file))
		if code := sweepIt(i); code != 0 {
			f.Fatal(form, code)
		}
		data, _ := os.ReadFile(filepath.Join(dir, form.file))
		whole := string(data)
		wholes = append(wholes, whole)
		for at := 0; at < len(whole); at += 1 + 6*min(i, 1) {
			f.Add(uint8(i), at, "")
		}
		for _, tail := range []string{"\n", "# a remark", "\x00", "8,1,8", "8,1,", "2,1,3\n", "\"5\",1,5,,\r\n", "# shard: 0/2\n", "\r", "# name: x\n", "# name of number: x\n", "{}\n", "{", "n,seed,number\n", "n,seed,fact,value\n8,1,number,8\n"} {
			f.Add(uint8(i), len(whole)-12, tail)
			f.Add(uint8(i), len(whole), tail)
		}
	}
	f.Fuzz(func(t *testing.T, form uint8, at int, tail string) {
		form %= uint8(len(forms))
		whole, file := wholes[form], filepath.Join(dir, forms[form].file)
		if at < 0 || at > len(whole) || len(tail) > 1000 {
			return
		}
		text := whole[:at] + tail
		os.WriteFile(file, []byte(text), 0o644)
		code := sweepIt(int(form))
		data, _ := os.ReadFile(file)
		got := string(data)
		kept := text[:strings.LastIndex(text, "\n")+1]
		switch r, err := (command{labs: labs}).readResults(strings.NewReader(got)); {
		case code != 0 && got != text:
			t.Errorf("%q is refused with %d, and is now %q", text, code, got)
		case code == 0 && (err != nil || r.grid.Known() != 3):
			t.Errorf("%q becomes %q: %v", text, got, err)
		case code == 0 && !strings.HasPrefix(got, kept) && got != r.grid.File(r.format, sweep.Shard{}):
			t.Errorf("%q is neither kept nor in order, but %q", text, got)
		case tail == "" && (code != 0 || got != whole):
			t.Errorf("cut at %d: exit %d, and the file is %q", at, code, got)
		}
	})
}

// FuzzMerge changes a part of a sweep and merges: the result is the whole sweep with
// the values of the parts, or there is none.
func FuzzMerge(f *testing.F) {
	labs := toys()
	dir := f.TempDir()
	names := []string{filepath.Join(dir, "0.csv"), filepath.Join(dir, "1.csv"), filepath.Join(dir, "all.csv")}
	run := func(args ...string) int {
		return command{labs: labs, stdout: new(bytes.Buffer), stderr: new(bytes.Buffer)}.run(args)
	}
	var parts [2]string
	for i := range parts {
		if code := run("sweep", "-j", "1", "-shard", string(rune('0'+i))+"/2", "-o", names[i], "toy?n=2..8*3&fact=number"); code != 0 {
			f.Fatal(code)
		}
		data, _ := os.ReadFile(names[i])
		parts[i] = string(data)
	}
	f.Add(parts[1])
	f.Add(parts[0])
	f.Add(parts[1][:len(parts[1])-3])
	f.Add("\ufeff" + strings.ReplaceAll(parts[1], "\n", ",,\r\n"))
	f.Add(strings.Replace(parts[1], "1/2", "0/2", 1))
	f.Add(parts[1] + parts[1])
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		os.Remove(names[2])
		os.WriteFile(names[1], []byte(text), 0o644)
		code := run("merge", "-o", names[2], names[0], names[1])
		all, err := os.ReadFile(names[2])
		if kept, _ := os.ReadFile(names[1]); string(kept) != text {
			t.Fatalf("the part %q is now %q", text, kept)
		}
		if code != 0 {
			if err == nil {
				t.Errorf("%q is refused with %d, and makes %q", text, code, all)
			}
			return
		}
		g, shard, err := sweep.Read(labs, string(all))
		part, _, errPart := sweep.Read(labs, text)
		if err != nil || errPart != nil || shard.Of > 1 || g.Known() != g.Runs() {
			t.Fatalf("%q makes %q: %v, %v", text, all, err, errPart)
		}
		for i := range g.Runs() {
			want, known := part.Get(i)
			if got, _ := g.Get(i); known && got != want && want == want {
				t.Errorf("%q makes %q", text, all)
			}
		}
	})
}
