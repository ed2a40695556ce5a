package page

import (
	"strings"

	"example.org/rote/sim"
)

// unreadable says that a text is no number, and what is used.
func unreadable(k *sim.Knob, text string) string {
	return sim.Quote(shorten(text, 24)) + " is not a number; " + k.Key + " stays " + k.Text() + "."
}

// strayIn says why a list of points cannot be read as a whole, or "".
func strayIn(k *sim.Knob, list string) (reason string) {
	if strings.TrimSpace(list) == "" {
		return ""
	}
	words := strings.Split(list, ",")
	for _, word := range words {
		if _, ok := sim.ParseNumber(k.Plain(word)); !ok {
			return sim.Quote(word) + " is not a number"
		}
	}
	if len(words)%2 == 1 {
		return "The last point has no y"
	}
	return ""
}

// firstOf returns the first experiment of the view that setting a choice to a value
// would open, if the choice is that of the view and the change restarts the run.
func firstOf(r *sim.Run, key, value string) (address string, ok bool) {
	if key != "view" || r.Compares() {
		return "", false
	}
	for _, p := range r.Info.Presets {
		other, _, err := sim.Idle([]sim.Info{r.Info}, p.Address)
		if err == nil && other.Find(key).Text() == value {
			return p.Address, other.Find(key).Effect(r.Find(key).Text()) == sim.Restarted
		}
	}
	return "", false
}
