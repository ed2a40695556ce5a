package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim/sweep"
)

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
		for _, tail := range []string{"\n", "# a remark", "\x00", "8,1,8", "8,1,", "2,1,3\n", "\"5\",1,5,,\r\n", "# shard: 0/2\n", "\r", "# name: x\n", "# name of number: x\n", "{}\n", "{", "n,seed,number\n", "n;seed;number\r", "\r\r\n", "sep=;\n", "n,seed,fact,value\n8,1,number,8\n"} {
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

// quietly runs the program with the labs of these tests.
func quietly(args ...string) (code int, stdout string) {
	var out bytes.Buffer
	code = command{labs: append(toys(), seriesInfo()), stdout: &out, stderr: new(bytes.Buffer)}.run(args)
	return code, out.String()
}

// changed are texts that somebody may have made of a file.
func changed(text string) []string {
	return []string{text, text[:len(text)-3], "\ufeff" + strings.ReplaceAll(text, "\n", ",,\r\n"), text + text, "", "\ufeff" + text, strings.Replace(text, "1/2", "0/2", 1),
		strings.ReplaceAll(text, "Sum", "Total"), strings.Replace(text, "Rote 0", "Rote 1", 1), strings.ReplaceAll(text, ",1,", ",2,"), strings.ReplaceAll(text, ",", ";"),
		text[:strings.LastIndex(text[:len(text)-1], "\n")+1], strings.ReplaceAll(text, "fact_step", "step"),
		strings.ReplaceAll(text, "\n", "\r"), inUTF16(text, false), inUTF16(text, true)[1:], strings.ReplaceAll(strings.ReplaceAll(text, ",", ";"), "\n8", "\n8.000")}
}

// FuzzMerge changes a part of a sweep and merges: the result is the whole sweep with
// the values of the parts, or there is none.
func FuzzMerge(f *testing.F) {
	dir := f.TempDir()
	part := func(form, i int) string {
		return filepath.Join(dir, fmt.Sprint(form)+"-"+fmt.Sprint(i)+filepath.Ext(forms[form].file))
	}
	for form := range forms {
		for i := range 2 {
			if code, _ := quietly("sweep", "-j", "1", "-shard", fmt.Sprint(i)+"/2", "-o", part(form, i), forms[form].address); code != 0 {
				f.Fatal(forms[form], code)
			}
		}
		for _, text := range append(changed(read(f, part(form, 1))), read(f, part(form, 0))) {
			f.Add(uint8(form), text)
		}
	}
	f.Fuzz(func(t *testing.T, n uint8, text string) {
		form := int(n) % len(forms)
		os.WriteFile(part(form, 1), []byte(text), 0o644)
		all, ok := merged(t, dir, part(form, 1), part(form, 0), part(form, 1))
		if !ok {
			return
		}
		whole := readings(t, all)
		for _, reading := range append(readings(t, read(t, part(form, 0))), readings(t, text)...) {
			if !slices.Contains(whole, reading) {
				t.Errorf("%q makes %q, which lacks %s", text, all, reading)
			}
		}
	})
}

// FuzzRuns changes what programs have printed that were one for each run: merge makes of it
// the whole sweep, or nothing.
func FuzzRuns(f *testing.F) {
	dir := f.TempDir()
	file := filepath.Join(dir, "runs")
	var wants []string
	for i, form := range forms {
		_, want := quietly("sweep", form.address)
		wants = append(wants, want)
		_, list := quietly("sweep", "-list", form.address)
		for _, format := range []string{"csv", "jsonl"} {
			text := ""
			for address := range strings.Lines(list) {
				_, run := quietly("run", "-format", format, strings.TrimSpace(address))
				text += run
			}
			os.WriteFile(file, []byte(text), 0o644)
			if code, got := quietly("merge", "-sweep", form.address, file); code != 0 || got != want {
				f.Fatalf("%q makes with exit %d %q, want %q", text, code, got, want)
			}
			for _, text := range changed(text) {
				f.Add(uint8(i), text)
			}
		}
	}
	f.Fuzz(func(t *testing.T, n uint8, text string) {
		form := int(n) % len(forms)
		os.WriteFile(file, []byte(text), 0o644)
		if all, ok := merged(t, dir, file, "-sweep", forms[form].address, file); ok && len(readings(t, all)) < len(readings(t, wants[form])) && !strings.Contains(forms[form].address, "every") {
			t.Errorf("%q makes %q", text, all)
		}
	})
}

// merged calls merge, which leaves a file as it is and makes a whole sweep, or refuses.
func merged(t *testing.T, dir, file string, args ...string) (all string, ok bool) {
	t.Helper()
	before, name := read(t, file), filepath.Join(dir, "all.csv")
	os.Remove(name)
	code, _ := quietly(append([]string{"merge", "-o", name}, args...)...)
	if kept := read(t, file); kept != before {
		t.Fatalf("the file %q is now %q", before, kept)
	}
	if _, err := os.Stat(name); code != 0 {
		if err == nil {
			t.Errorf("%q is refused with %d, and makes %q", before, code, read(t, name))
		}
		return "", false
	}
	all = read(t, name)
	r := readAll(t, all)
	if r.shard.Of > 1 || r.rest != "" || r.grid.Known() != r.grid.Runs() || r.grid.File(r.format, r.shard) != all {
		t.Errorf("%q makes %q", before, all)
	}
	return all, true
}

func read(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// readAll reads a file of results in which nothing is wrong.
func readAll(t testing.TB, text string) results {
	t.Helper()
	r, err := command{labs: append(toys(), seriesInfo())}.readResults(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return r
}

// readings are the rows of the runs that a file knows, without what is absent.
func readings(t testing.TB, text string) (rows []string) {
	t.Helper()
	r := readAll(t, text)
	for line := range strings.Lines(r.grid.File(sweep.JSONL, r.shard)) {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		delete(row, aboutKey)
		maps.DeleteFunc(row, func(_ string, value any) bool { return value == nil })
		rows = append(rows, fmt.Sprint(row))
	}
	return rows
}
