package page

import (
	"strings"

	"example.org/rote/sim"
)

// coordinates splits the text of a Points knob into its words.
func coordinates(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, ",")
}

// withCoordinate replaces one coordinate of a list of points. A text that is no
// number changes nothing and comes back as a repair.
func withCoordinate(list string, i int, text string) (changed, repair string) {
	words := coordinates(list)
	text = (&sim.Knob{Kind: sim.FloatKind}).Plain(text)
	if _, ok := sim.ParseNumber(text); !ok {
		return list, sim.Quote(text) + " is not a number; the point stays where it was."
	}
	words[i] = strings.TrimSpace(text)
	return strings.Join(words, ","), ""
}

// withoutPoint takes point i out of the list.
func withoutPoint(list string, i int) string {
	words := coordinates(list)
	return strings.Join(append(words[:2*i], words[2*i+2:]...), ",")
}

// withPoint appends a point at the origin.
func withPoint(list string) string {
	return strings.Join(append(coordinates(list), "0", "0"), ",")
}
