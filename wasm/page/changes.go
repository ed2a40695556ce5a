package page

import (
	"fmt"
	"slices"
	"strings"

	"example.org/rote/sim"
)

// sinceWords says what has changed in a lab since the version with which a link was
// made, or nothing if that is all as it was. Address is that of the link's run.
func sinceWords(list, version, address string) string {
	changes := sim.Changes(list)
	if !sim.IsVersion(version) || len(changes) == 0 || sim.CompareVersions(version, sim.Version) >= 0 {
		return "" // of what is newer, or no version, the repairs of the link tell
	}
	made := fmt.Sprintf("This link was made with Rote %s; this is %s. ", version, sim.Version)
	if first := changes[0].Version; sim.CompareVersions(version, first) < 0 {
		return made + fmt.Sprintf("What has changed in between is not known: the list begins with %s.", first)
	}
	switch addresses, words := sim.Since(changes, version); {
	case slices.Contains(addresses, address):
		return made + "The numbers of this experiment have changed since."
	case len(addresses) > 0:
		return made + "Since then the numbers of these experiments have changed, and those of others may have: " + someOf(addresses) + "."
	case words:
		return made + "Since then words have changed in this lab, and no numbers."
	}
	return ""
}

// someOf lists the first addresses, and how many more there are.
func someOf(addresses []string) string {
	const most = 4
	if more := len(addresses) - most; more > 1 {
		return strings.Join(addresses[:most], "; ") + fmt.Sprintf("; and %d more", more)
	}
	return strings.Join(addresses, "; ")
}
