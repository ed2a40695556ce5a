package sim_test

import (
	"regexp"
	"strings"
	"testing"

	"example.org/rote/sim"
)

func TestMade(t *testing.T) {
	if !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(sim.Version) {
		t.Errorf("version %q is not three numbers", sim.Version)
	}
	if got, want := sim.Maker("0123456789ab"), "Rote "+sim.Version+", revision 0123456789ab"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := sim.Maker(""); !strings.HasSuffix(got, "revision unknown") {
		t.Errorf("no revision: %q", got)
	}
	for i, key := range []string{"rote", "revision", "go", "arch"} {
		line := sim.Made("")[i]
		if found, value, _ := strings.Cut(line, ": "); found != key || value == "" || strings.Contains(value, "\n") {
			t.Errorf("line %d is %q, want the key %s", i, line, key)
		}
	}
}
