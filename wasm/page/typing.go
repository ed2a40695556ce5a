package page

import (
	"strings"

	"example.org/rote/sim"
)

// plainNumber returns a number as sim reads it: with a point where people also
// write a comma, and 0 for "0, off".
func plainNumber(text string) string {
	text = strings.TrimSuffix(strings.TrimSpace(text), ", off")
	if strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		text = strings.Replace(text, ",", ".", 1)
	}
	return text
}

// unreadable says that a text is no number, and what is used.
func unreadable(k *sim.Knob, text string) string {
	return sim.Quote(shorten(text, 24)) + " is not a number; " + k.Key + " stays " + k.Text() + "."
}

// firstOf returns the first experiment of the view that setting a choice to a value
// would open, if the choice is that of the view and the change restarts the run.
func firstOf(r *sim.Run, key, value string) (address string, ok bool) {
	if key != "view" {
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
