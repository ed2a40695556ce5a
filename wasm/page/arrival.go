package page

import (
	"slices"
	"strings"

	"example.org/rote/sim"
)

// arrival returns what a URL asks of the page as a fragment, without #. A link may
// name its knobs behind a question mark, too, as addresses do; the repair says so.
// What trackers add there is passed over.
func arrival(url string) (fragment, repair string) {
	address, fragment, _ := strings.Cut(url, "#")
	_, search, _ := strings.Cut(address, "?")
	var pairs []string
	for pair := range strings.SplitSeq(search, "&") {
		if key, _, _ := strings.Cut(pair, "="); pair != "" && !sim.IsTracker(key) {
			pairs = append(pairs, pair)
		}
	}
	if len(pairs) == 0 {
		return fragment, ""
	}
	if fragment != "" {
		pairs = slices.Insert(pairs, 0, fragment)
	}
	return strings.Join(pairs, "&"), "The link names its knobs behind a question mark; they are read as if they stood behind #."
}
