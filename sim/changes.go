package sim

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Change says what a version of Rote changed in the frames of a lab. The golden
// frames of its presets are what is compared: other addresses may have changed, too.
type Change struct {
	Version   string
	Sum       string   // checksum of the golden frames from then on
	Words     bool     // words have changed
	Addresses []string // whose numbers have
}

// Changes reads the list of changes of a lab, a line each: the version, the checksum,
// and what has changed, as [Change.String] writes it. Lines that are none are left out.
// The first line is the version with which the list begins.
func Changes(list string) (changes []Change) {
	for line := range strings.Lines(list) {
		words := strings.Fields(line)
		if len(words) < 3 {
			continue
		}
		c := Change{Version: words[0], Sum: words[1]}
		switch words[2] {
		case noChange:
		case wordsChange:
			c.Words = true
		default:
			c.Addresses = words[2:]
		}
		changes = append(changes, c)
	}
	return changes
}

const noChange, wordsChange = "-", "words"

// String returns the line of c, without its end.
func (c Change) String() string {
	what := strings.Join(c.Addresses, " ")
	switch {
	case what != "":
	case c.Words:
		what = wordsChange
	default:
		what = noChange
	}
	return c.Version + " " + c.Sum + " " + what
}

// Since returns what has changed after a version: the addresses, each once, and
// whether words have.
func Since(changes []Change, version string) (addresses []string, words bool) {
	for _, c := range changes {
		if CompareVersions(c.Version, version) <= 0 {
			continue
		}
		words = words || c.Words
		for _, a := range c.Addresses {
			if !slices.Contains(addresses, a) {
				addresses = append(addresses, a)
			}
		}
	}
	return addresses, words
}

// CompareVersions returns -1, 0 or +1 as version a is older than b, equal, or newer.
// What is no version counts as 0.0.0.
func CompareVersions(a, b string) int {
	x, _ := parseVersion(a)
	y, _ := parseVersion(b)
	return slices.Compare(x[:], y[:])
}

// IsVersion reports whether a text is a version, of Rote or of something else.
func IsVersion(text string) bool { _, ok := parseVersion(text); return ok }

// parseVersion reads three numbers with points between them.
func parseVersion(text string) (v [3]uint64, ok bool) {
	parts := strings.Split(text, ".")
	if len(parts) != len(v) {
		return v, false
	}
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 16)
		if err != nil || strconv.FormatUint(n, 10) != part {
			return [3]uint64{}, false
		}
		v[i] = n
	}
	return v, true
}

// OpenRev reads the value of the key rev in an address: the version with which it was
// made. There is one Rote, so that changes nothing; a version that it cannot know is a
// repair, in words.
func OpenRev(text string) (repair string) {
	switch {
	case !IsVersion(text):
		return fmt.Sprintf("rev = %s is not a version of Rote, such as %s, and is left out.", Quote(text), Version)
	case CompareVersions(text, Version) > 0:
		return fmt.Sprintf("rev = %s is newer than this Rote, %s: what is seen here may differ from what was meant.", text, Version)
	}
	return ""
}
