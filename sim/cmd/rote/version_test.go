package main

import (
	"runtime/debug"
	"strings"
	"testing"

	"example.org/rote/sim"
)

func TestVersion(t *testing.T) {
	code, stdout, _ := call("version")
	if want := strings.Join(sim.Made(revision()), "\n") + "\n"; code != 0 || stdout != want {
		t.Errorf("rote version = %d, %q; want %q", code, stdout, want)
	}
}

func TestStamped(t *testing.T) {
	const hash = "0123456789abcdef0123456789abcdef01234567"
	for _, c := range []struct {
		settings []debug.BuildSetting
		want     string
	}{
		{nil, ""},
		{[]debug.BuildSetting{{Key: "vcs.modified", Value: "true"}}, ""},
		{[]debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}}, "abc"},
		{[]debug.BuildSetting{{Key: "vcs.revision", Value: hash}, {Key: "vcs.modified", Value: "false"}}, "0123456789ab"},
		{[]debug.BuildSetting{{Key: "vcs.modified", Value: "true"}, {Key: "vcs.revision", Value: hash}}, "0123456789ab (modified)"},
	} {
		if got := stamped(c.settings); got != c.want {
			t.Errorf("%v: got %q, want %q", c.settings, got, c.want)
		}
	}
}
