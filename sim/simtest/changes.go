package simtest

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// changesName is the file of what has changed, beside that of the golden frames.
func (g *Golden) changesName() string { return filepath.Join(filepath.Dir(g.name), "changes.txt") }

// known says what is wrong with the list of changes: it must end with the golden frames
// that there are.
func (g *Golden) known() error {
	list, err := os.ReadFile(g.changesName())
	if err != nil {
		return fmt.Errorf("%w: make it with -update", err)
	}
	if err := checkChanges(string(list), checksum(g.want)); err != nil {
		return fmt.Errorf("%s: %w", g.changesName(), err)
	}
	return nil
}

func checkChanges(list, sum string) error {
	changes := sim.Changes(list)
	if len(changes) == 0 || len(changes) != strings.Count(list, "\n") {
		return errors.New("a line is no change")
	}
	for i, c := range changes[1:] {
		if sim.CompareVersions(changes[i].Version, c.Version) >= 0 {
			return fmt.Errorf("version %s stands behind %s", c.Version, changes[i].Version)
		}
	}
	last := changes[len(changes)-1]
	switch {
	case sim.CompareVersions(last.Version, sim.Version) > 0:
		return fmt.Errorf("version %s is newer than %s, which this is", last.Version, sim.Version)
	case last.Sum != sum:
		return fmt.Errorf("the golden frames are not those of its last line; if %s is out, give sim.Version the next number; then use -update", last.Version)
	}
	return nil
}

// record adds to the list how the frames that were seen differ from those of the file.
func (g *Golden) record(t *testing.T) {
	t.Helper()
	list, _ := os.ReadFile(g.changesName()) // there is none before the first time
	if err := os.MkdirAll(filepath.Dir(g.name), 0o755); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, c := range changed(sim.Changes(string(list)), g.want, g.merged()) {
		fmt.Fprintln(&out, c)
	}
	if err := os.WriteFile(g.changesName(), []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// changed returns the list with what new frames change. The version that is being
// worked on has one line, which collects all of it; the first has nothing before it.
func changed(list []sim.Change, old, now []section) []sim.Change {
	sum := checksum(now)
	if len(list) == 0 {
		return []sim.Change{{Version: sim.Version, Sum: sum}}
	}
	last := &list[len(list)-1]
	if last.Sum == sum {
		return list
	}
	if last.Version != sim.Version {
		list = append(list, sim.Change{Version: sim.Version})
		last = &list[len(list)-1]
	}
	last.Sum = sum
	if len(list) > 1 {
		addChanges(last, old, now)
	}
	return list
}

// addChanges adds the addresses both have frames of that differ.
func addChanges(c *sim.Change, old, now []section) {
	before := map[string][]string{}
	for _, s := range old {
		before[s.address] = s.lines
	}
	for _, s := range now {
		lines, both := before[s.address]
		address := unpinned(s.address)
		switch {
		case !both || compareLines(s.lines, lines) == nil:
		case compareLines(wordless(s.lines), wordless(lines)) == nil:
			c.Words = true
		case !slices.Contains(c.Addresses, address):
			c.Addresses = append(c.Addresses, address)
		}
	}
}

// unpinned returns an address without its key at.
func unpinned(address string) string {
	a, _ := sim.ParseAddress(address)
	a.Pairs = slices.DeleteFunc(a.Pairs, func(p sim.Pair) bool { return p.Key == "at" })
	return a.String()
}

// words are what a frame says in a line besides numbers.
var words = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// wordless returns the lines of a frame without its sentence, its titles and its names.
func wordless(lines []string) (out []string) {
	for i, line := range lines {
		if i != 1 { // the sentence
			out = append(out, words.ReplaceAllString(line, `""`))
		}
	}
	return out
}

// checksum is that of golden frames.
func checksum(list []section) string {
	h := sha256.New()
	for _, s := range list {
		fmt.Fprintf(h, "%s%s\n%s\n", heading, s.address, strings.Join(s.lines, "\n"))
	}
	return hex.EncodeToString(h.Sum(nil)[:5])
}
