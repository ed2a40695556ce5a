package page

import (
	"strings"
	"testing"

	"example.org/rote/sim"
)

// A link of an older version hears what has changed since, in words.
func TestSinceWords(t *testing.T) {
	const list = "0.1.0 aa -\n0.2.0 bb words\n0.3.0 cc toy?n=1 toy\n"
	const many = list + "0.4.0 dd toy?n=2 toy?n=3 toy?n=4 toy?n=5\n"
	for _, c := range []struct{ list, version, address, want string }{
		{list, "", "toy", ""},
		{"", "0.1.0", "toy", ""},
		{list, sim.Version, "toy", ""},
		{list, "99.0.0", "toy", ""},
		{list, "nope", "toy", ""},
		{list, "0.0.9", "toy", "begins with 0.1.0"},
		{list, "0.1.0", "toy", "The numbers of this experiment have changed"},
		{list, "0.2.0", "toy?n=7", "may have: toy?n=1; toy."},
		{many, "0.2.0", "toy?n=7", "may have: toy?n=1; toy; toy?n=2; toy?n=3; and 2 more."},
		{list, "0.3.0", "toy", ""},
		{"0.1.0 aa -\n0.2.0 bb words\n", "0.1.0", "toy", "words have changed in this lab, and no numbers"},
	} {
		got := sinceWords(c.list, c.version, c.address)
		if !strings.Contains(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("since %s: %q, want %q", c.version, got, c.want)
		}
	}
}
