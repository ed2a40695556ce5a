package sim

import (
	"cmp"
	"runtime"
)

// Version is the release of Rote, three numbers as in semantic versioning. A release
// in which an address gives other frames than in the one before has another number.
const Version = "0.9.0"

// Maker says in a line which Rote made a file: "Rote 0.9.0, revision 0123456789ab".
// The revision is that of the source in its version control; "" is one that nobody
// knows.
func Maker(revision string) string {
	return "Rote " + Version + ", revision " + cmp.Or(revision, "unknown")
}

// Made returns what a file of results says of the Rote that made it: a key, a colon
// and a value in each line, without a line's end. The keys are rote, revision, go and
// arch, the processor. It holds no time and no place: equal programs say the same.
func Made(revision string) []string {
	return []string{"rote: " + Version, "revision: " + cmp.Or(revision, "unknown"), "go: " + runtime.Version(), "arch: " + runtime.GOARCH}
}
