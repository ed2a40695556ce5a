package sim_test

import (
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
)

const changeList = "0.9.0 aa -\n0.9.2 bb words\n\nbad\n0.10.0 cc a?n=1 a\n1.0.0 dd a a?n=2\n"

func TestChanges(t *testing.T) {
	list := sim.Changes(changeList)
	var lines []string
	for _, c := range list {
		lines = append(lines, c.String())
	}
	if got, want := strings.Join(lines, "\n")+"\n", strings.Replace(changeList, "\nbad\n", "", 1); got != want {
		t.Errorf("the list comes back as\n%swant\n%s", got, want)
	}
	for _, c := range []struct {
		since     string
		addresses string
		words     bool
	}{
		{"0.9.0", "a?n=1 a a?n=2", true},
		{"0.9.1", "a?n=1 a a?n=2", true},
		{"0.9.2", "a?n=1 a a?n=2", false},
		{"0.10.0", "a a?n=2", false},
		{"1.0.0", "", false},
	} {
		addresses, words := sim.Since(list, c.since)
		if strings.Join(addresses, " ") != c.addresses || words != c.words {
			t.Errorf("since %s: %q, words %t; want %q, %t", c.since, addresses, words, c.addresses, c.words)
		}
	}
}

// A version that Rote cannot know is a repair, and changes nothing else.
func TestRev(t *testing.T) {
	for _, c := range []struct{ rev, repair string }{
		{sim.Version, ""},
		{"0.0.1", ""},
		{"99.0.0", "newer than this Rote"},
		{"0.9", "not a version"},
		{"00.9.0", "not a version"},
		{"-1.0.0", "not a version"},
		{"", "not a version"},
	} {
		r, repairs, err := sim.Open(labs, "walk?n=7&rev="+c.rev)
		if err != nil || r.Address() != "walk?n=7" {
			t.Fatalf("rev=%s opens %v, %v", c.rev, r, err)
		}
		wrong := slices.IndexFunc(repairs, func(s string) bool { return !strings.Contains(s, c.repair) })
		if (len(repairs) > 0) != (c.repair != "") || wrong >= 0 {
			t.Errorf("rev=%s: repairs %q, want %q", c.rev, repairs, c.repair)
		}
	}
}
