package simtest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/rote/sim"
)

var update = flag.Bool("update", false, "rewrite the golden frames instead of comparing with them")

// Golden compares the frames of the addresses, each at its key at or at the
// start, with the file testdata/golden.txt of the lab's folder, which is beside
// the folder of the test that calls. Numbers may differ by 1e-9, relative. The
// flag -update rewrites the file; read the difference before committing it.
func Golden(t *testing.T, info sim.Info, addresses []string) {
	t.Helper()
	name := filepath.Join("..", info.Name, "testdata", "golden.txt")
	got := make([]section, len(addresses))
	for i, address := range addresses {
		got[i] = section{address, frameText(t, info, address)}
	}
	if *update {
		write(t, name, got)
		return
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v: make it with -update", err)
	}
	for _, err := range compare(got, sections(string(data))) {
		t.Errorf("%v; if that is meant, use -update", err)
	}
}

func frameText(t *testing.T, info sim.Info, address string) []string {
	t.Helper()
	r, err := open(info, address)
	if err != nil {
		t.Fatal(err)
	}
	r.Seek(int(r.At.Number()), nil)
	return text(r.Frame())
}

// A section is one frame of a golden file, below a line with its address.
type section struct {
	address string
	lines   []string
}

const heading = "== "

func write(t *testing.T, name string, list []section) {
	t.Helper()
	var b strings.Builder
	for _, s := range list {
		fmt.Fprintf(&b, "%s%s\n%s\n\n", heading, s.address, strings.Join(s.lines, "\n"))
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func sections(data string) (list []section) {
	for line := range strings.Lines(data) {
		line = strings.TrimRight(line, "\r\n")
		address, found := strings.CutPrefix(line, heading)
		switch {
		case found:
			list = append(list, section{address: address})
		case line != "" && len(list) > 0:
			last := &list[len(list)-1]
			last.lines = append(last.lines, line)
		}
	}
	return list
}

// compare returns the first difference of each frame.
func compare(got, want []section) (errs []error) {
	frames := map[string][]string{}
	for _, s := range want {
		frames[s.address] = s.lines
	}
	if len(got) != len(want) {
		errs = append(errs, fmt.Errorf("%d frames, and %d in the file", len(got), len(want)))
	}
	for _, s := range got {
		lines, ok := frames[s.address]
		if !ok {
			errs = append(errs, fmt.Errorf("%s is not in the file", s.address))
			continue
		}
		if err := compareLines(s.lines, lines); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", s.address, err))
		}
	}
	return errs
}

func compareLines(got, want []string) error {
	for i := range min(len(got), len(want)) {
		if !equalLines(got[i], want[i]) {
			return fmt.Errorf("line %d:\n got %s\nwant %s", i+1, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		return fmt.Errorf("%d lines, want %d", len(got), len(want))
	}
	return nil
}
