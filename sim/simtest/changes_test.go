package simtest

import (
	"strings"
	"testing"

	"example.org/rote/sim"
)

// Frames that differ are recorded with the version in which they came: by their addresses,
// or as words alone.
func TestChanged(t *testing.T) {
	frame := func(address, says, fact, title string) section {
		return section{address, []string{"step 3 of 7", says, "fact copied " + fact, `panel Title "` + title + `" Span 2`}}
	}
	old := []section{frame("toy?at=0", "One.", "1", "Why?"), frame("toy?n=3&at=0", "One.", "1", "Why?"), frame("toy?n=3&at=3", "One.", "1", "Why?")}
	const sum = "1111111111"
	for _, c := range []struct {
		name string
		now  []section
		want string // behind the checksum
	}{
		{"a number of two frames of one address", []section{old[0], frame("toy?n=3&at=0", "One.", "2", "Why?"), frame("toy?n=3&at=3", "One.", "3", "Why?")}, "toy?n=3"},
		{"a sentence", []section{frame("toy?at=0", "1 is all.", "1", "Why?"), old[1], old[2]}, "words"},
		{"a title", []section{frame("toy?at=0", "One.", "1", "Why \\\"not\\\"?"), old[1], old[2]}, "words"},
		{"a sentence and a number", []section{frame("toy?at=0", "1 is all.", "1", "Why?"), frame("toy?n=3&at=0", "One.", "2", "Why?"), old[2]}, "toy?n=3"},
		{"a new preset", append([]section{frame("toy?n=9&at=0", "One.", "1", "Why?")}, old...), "-"},
		{"rounding", []section{frame("toy?at=0", "One.", "1.0000000001", "Why?"), old[1], old[2]}, "-"},
	} {
		list := changed([]sim.Change{{Version: "0.0.1", Sum: sum}}, old, c.now)
		if len(list) != 2 || list[1].Version != sim.Version || list[1].Sum == sum {
			t.Errorf("%s: the list becomes %v", c.name, list)
			continue
		}
		if _, got, _ := strings.Cut(list[1].String(), list[1].Sum+" "); got != c.want {
			t.Errorf("%s is recorded as %q, want %q", c.name, got, c.want)
		}
	}
}

// A version in the works has one line. The first line of all, and frames that are as
// they were, say nothing.
func TestChangedTwice(t *testing.T) {
	frames := func(fact string) []section {
		return []section{{"toy?at=0", []string{"step 0 of 7", "One.", "fact a " + fact}}}
	}
	more := func(fact string) []section {
		return append(frames("2"), section{"toy?n=3&at=0", []string{"step 0 of 7", "One.", "fact a " + fact}})
	}
	list := changed(nil, nil, frames("1"))
	list = changed(list, frames("1"), frames("2"))
	if len(list) != 1 || !strings.HasSuffix(list[0].String(), " -") {
		t.Fatalf("the first version changes %v", list)
	}
	list[0].Version = "0.0.1"
	if list = changed(list, frames("2"), frames("2")); len(list) != 1 {
		t.Fatalf("equal frames change %v", list)
	}
	list = changed(list, frames("1"), more("1"))
	list = changed(list, more("1"), more("5"))
	if len(list) != 2 || strings.Join(list[1].Addresses, " ") != "toy toy?n=3" {
		t.Errorf("two changes of a version are recorded as %v", list)
	}
}

// A list that does not end with the frames that there are is wrong, and so is one out of
// order.
func TestCheckChanges(t *testing.T) {
	for _, c := range []struct{ list, want string }{
		{"0.0.1 aa -\n" + sim.Version + " bb words\n", ""},
		{"0.0.1 bb -\n", ""},
		{sim.Version + " aa -\n", "not those of its last line"},
		{"", "no change"},
		{"0.0.1\n0.0.2 bb -\n", "no change"},
		{"0.0.2 aa -\n0.0.1 bb -\n", "stands behind"},
		{"0.0.2 aa -\n0.0.2 bb -\n", "stands behind"},
		{"99.0.0 bb -\n", "newer than"},
	} {
		err := checkChanges(c.list, "bb")
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.list, err, c.want)
		}
	}
}
