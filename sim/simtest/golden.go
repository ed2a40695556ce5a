package simtest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.org/rote/sim"
)

var update = flag.Bool("update", false, "rewrite the golden frames instead of comparing with them")

// A Golden compares frames of a lab with those of the day before, which stand in
// the file testdata/golden.txt of the lab's folder, beside that of the test.
// Numbers may differ by 1e-9, relative. The flag -update rewrites the file; read
// the difference before committing it. Beside it stands changes.txt, which says in
// which version what has changed.
type Golden struct {
	info sim.Info
	name string
	want []section
	seen []section
}

// OpenGolden reads the golden frames of a lab.
func OpenGolden(t *testing.T, info sim.Info) *Golden {
	t.Helper()
	g := &Golden{info: info, name: filepath.Join("..", info.Name, "testdata", "golden.txt")}
	data, err := os.ReadFile(g.name)
	if err != nil && !*update {
		t.Fatalf("%v: make it with -update", err)
	}
	g.want = sections(string(data))
	return g
}

// ticks are those of a run that a golden file has frames of: the last one stands
// for the end.
var ticks = [...]int{0, 3, 1e9}

// Watch returns what [Walk] calls to add the frames of an address: at the start,
// after three ticks, and at the end.
func (g *Golden) Watch(address string) func(*sim.Run) {
	next := 0
	return func(r *sim.Run) {
		isLast := r.Ticks() > 0 && r.Ticks() == r.Frame().Of // then the end is to come
		for next < len(ticks) && (r.Done() || r.Ticks() == ticks[next] && !isLast) {
			g.seen = append(g.seen, section{pinned(address, ticks[next]), text(r.Frame())})
			next++
		}
	}
}

// pinned returns the address with its key at.
func pinned(address string, at int) string {
	a, _ := sim.ParseAddress(address)
	a.Pairs = append(a.Pairs, sim.Pair{Key: "at", Value: strconv.Itoa(at)})
	return a.String()
}

// Compare compares the frames that were seen with those of the file, or writes
// these. A frame of the file that was not seen is an error, unless it is of a
// Heavy preset, which slow tests see.
func (g *Golden) Compare(t *testing.T) {
	t.Helper()
	if *update {
		g.record(t)
		write(t, g.name, g.merged())
		return
	}
	if err := g.known(); err != nil {
		t.Error(err)
	}
	for _, err := range compare(g.seen, g.want) {
		t.Errorf("%v; if that is meant, use -update", err)
	}
	for _, s := range g.want {
		if !contains(g.seen, s.address) && !g.isHeavy(s.address) {
			t.Errorf("%s: nobody opens %s; use -update", g.name, s.address)
		}
	}
}

// merged returns the frames seen, and those of the file that only slow tests see.
func (g *Golden) merged() []section {
	list := slices.Clone(g.seen)
	for _, s := range g.want {
		if !contains(g.seen, s.address) && g.isHeavy(s.address) {
			list = append(list, s)
		}
	}
	return list
}

// isHeavy reports whether a pinned address is one of a Heavy preset.
func (g *Golden) isHeavy(address string) bool {
	for _, p := range g.info.Presets {
		for _, at := range ticks {
			if p.Heavy && pinned(p.Address, at) == address {
				return true
			}
		}
	}
	return false
}

func contains(list []section, address string) bool {
	return slices.ContainsFunc(list, func(s section) bool { return s.address == address })
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
