package main

import (
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"example.org/rote/sim/catalog"
	"example.org/rote/sim/sweep"
)

// inUTF16 returns a text as UTF-16 with a byte order mark, the less significant byte first
// unless big.
func inUTF16(text string, big bool) string {
	var out []byte
	for _, c := range utf16.Encode([]rune(mark + text)) {
		pair := []byte{byte(c), byte(c >> 8)}
		if big {
			slices.Reverse(pair)
		}
		out = append(out, pair...)
	}
	return string(out)
}

// Lines end as any system ends them, also where they are read byte by byte.
func TestLines(t *testing.T) {
	const text = "a\nb\r\nc\rd\r\r\n\n\ne𝜎\r\nf"
	want := []string{"a\n", "b\r\n", "c\r", "d\r", "\r\n", "\n", "\n", "e𝜎\r\n", "f"}
	for _, file := range []string{text, inUTF16(text, false), inUTF16(text, true)} {
		for _, in := range []io.Reader{strings.NewReader(file), iotest.OneByteReader(strings.NewReader(file))} {
			var got []string
			for l := newLines(in); ; {
				line, err := l.next()
				got = append(got, strings.TrimPrefix(line, mark))
				if err == io.EOF {
					break
				} else if err != nil {
					t.Fatal(err)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q has the lines %q, want %q", file, got, want)
			}
		}
	}
	for _, in := range []io.Reader{strings.NewReader(inUTF16(text, false)[:9]), strings.NewReader(inUTF16("\U0001D70E", true)[:4]), io.MultiReader(strings.NewReader("a"), iotest.ErrReader(errors.New("bad disk")))} {
		l := newLines(in)
		var err error
		for err == nil {
			_, err = l.next()
		}
		if err == io.EOF {
			t.Error("a file that ends within a character, or that cannot be read, has an end")
		}
	}
}

// What a spreadsheet or a shell has saved in another encoding, or with other ends of lines,
// is merged as it was.
func TestOtherTexts(t *testing.T) {
	shelf(t)
	_, want, _ := call("merge", "0.csv", "1.csv")
	first := read(t, "0.csv")
	for name, text := range map[string]string{
		"UTF-16": inUTF16(strings.ReplaceAll(first, "\n", "\r\n"), false), "big end": inUTF16(first, true),
		"carriage returns": strings.ReplaceAll(first, "\n", "\r"), "both, reversed": strings.ReplaceAll(first, "\n", "\n\r"),
	} {
		os.WriteFile("x.csv", []byte(text), 0o644)
		if code, got, says := call("merge", "x.csv", "1.csv"); code != 0 || got != want {
			t.Errorf("%s: exit %d, %s:\n%s\nwant\n%s", name, code, says, got, want)
		}
	}
	call("sweep", "-shard", "0/2", "-o", "0.jsonl", tiny)
	os.WriteFile("x.jsonl", []byte(inUTF16(read(t, "0.jsonl"), false)), 0o644)
	if code, got, says := call("merge", "x.jsonl", "1.csv"); code != 0 || got != want {
		t.Errorf("JSON: exit %d, %s:\n%s\nwant\n%s", code, says, got, want)
	}
	before := contents(t)
	checkRefused(t, 1, "sweep -shard 0/2 -o x.jsonl "+tiny, "-o x.jsonl: is UTF-16, in which nothing can be continued", before)
}

// A file with carriage returns, cut anywhere, is completed.
func TestSweepResumesCarriageReturns(t *testing.T) {
	t.Chdir(t.TempDir())
	call("sweep", "-o", "x.csv", tiny)
	whole := read(t, "x.csv")
	for _, end := range []string{"\r", "\r\n"} {
		text := strings.ReplaceAll(whole, "\n", end)
		for at := range len(text) + 1 {
			os.WriteFile("x.csv", []byte(text[:at]), 0o644)
			code, _, says := call("sweep", "-o", "x.csv", tiny)
			r, err := command{labs: catalog.Labs()}.readResults(strings.NewReader(read(t, "x.csv")))
			if code != 0 || err != nil || r.grid.File(sweep.CSV, sweep.Shard{}) != whole || strings.Contains(strings.ReplaceAll(read(t, "x.csv"), "\r\n", ""), "\r") && end != "\r" {
				t.Errorf("cut at %d of %q: exit %d, %s: %q", at, text, code, says, read(t, "x.csv"))
			}
		}
	}
}

// The ending of a name says the format, however it is written.
func TestFormatByName(t *testing.T) {
	for name, want := range map[string]string{"x.jsonl": "jsonl", "x.JSONL": "jsonl", "x.ndjson": "jsonl", "a.csv/x.Jsonl": "jsonl", "x.csv": "csv", "x.Csv": "csv", "x.jsonl.csv": "csv", "jsonl": "csv", "-": "csv"} {
		if got, err := parseFormat("auto", name); err != nil || string(got) != want {
			t.Errorf("%s is %s, %v, want %s", name, got, err, want)
		}
	}
}

// What single runs have printed is merged as it was, also behind a spreadsheet.
func TestRunsOfSpreadsheets(t *testing.T) {
	t.Chdir(t.TempDir())
	const sweepOf = "diffusion?p=2&steps=10&c=0.25,0.5&fact=copied,gap"
	_, want, _ := call("sweep", sweepOf)
	_, list, _ := call("sweep", "-list", sweepOf)
	text := ""
	for address := range strings.Lines(list) {
		_, run, _ := call("run", "-format", "csv", strings.TrimSpace(address))
		text += run
	}
	german := ""
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "#") {
			line = strings.NewReplacer(",", ";", ".", ",").Replace(line)
		}
		german += strings.TrimSuffix(line, "\n") + ";;\r\n"
	}
	last := strings.LastIndex(german, ";;\r\n")
	last = strings.LastIndex(german[:last], ";")
	for name, c := range map[string]struct{ text, says string }{
		"padded": {strings.ReplaceAll(text, "\n", ",,,\r\n"), ""}, "with semicolons": {"sep=;\r\n" + german, ""}, "with tabs": {strings.ReplaceAll(german, ";", "\t"), ""},
		"quoted": {`"` + strings.ReplaceAll(strings.TrimSuffix(strings.ReplaceAll(text, `"`, `""`), "\n"), "\n", "\"\n\"") + "\"\n", ""}, "UTF-16": {inUTF16(german, true), ""},
		"with thousands": {german[:last] + ";1.234;;\r\n", ": value 1.234 is not a number, where those before have decimals behind"},
	} {
		os.WriteFile("x.csv", []byte(c.text), 0o644)
		code, got, says := call("merge", "-sweep", sweepOf, "x.csv")
		if c.says == "" && (code != 0 || got != want) || c.says != "" && (code != 1 || !strings.Contains(says, c.says)) {
			t.Errorf("%s: exit %d, %s:\n%s\nwant\n%s", name, code, says, got, want)
		}
	}
}
