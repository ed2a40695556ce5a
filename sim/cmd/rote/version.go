package main

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"example.org/rote/sim"
)

// showVersion prints which Rote this is, and with what it was built.
func (c command) showVersion(args []string) error {
	if len(args) > 0 {
		return badUsage("version takes no arguments, got %q", strings.Join(args, " "))
	}
	_, err := fmt.Fprintln(c.stdout, strings.Join(sim.Made(revision()), "\n"))
	return err
}

// versionsOf returns the versions of makers, each once. Revisions of one version give
// equal numbers.
func versionsOf(makers []string) (versions []string) {
	for _, maker := range makers {
		if version, _, _ := strings.Cut(maker, ","); !slices.Contains(versions, version) {
			versions = append(versions, version)
		}
	}
	return versions
}

// revision returns that of the source of this program, or "": "go run" and "go test"
// leave it out.
func revision() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return stamped(info.Settings)
	}
	return ""
}

// stamped returns the revision among the settings of a build: 12 digits, and a word if
// the source was not quite that.
func stamped(settings []debug.BuildSetting) (revision string) {
	const digits = 12
	modified := ""
	for _, s := range settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(digits, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = " (modified)"
		}
	}
	if revision == "" {
		return ""
	}
	return revision + modified
}
