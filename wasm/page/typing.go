package page

import (
	"strings"

	"example.org/rote/sim"
)

// unreadable says that a text is no value of a knob, and what is used.
func unreadable(k *sim.Knob, text string) string {
	want := "a number"
	if k.Values != nil {
		want = "one of " + k.Range()
	}
	return sim.Quote(shorten(text, 24)) + " is not " + want + "; " + k.Key + " stays " + k.Text() + "."
}

// isNone reports whether a text is none of the values of a choice or a switch, which
// has the value that it had.
func isNone(k *sim.Knob, text string) bool {
	before := k.Text()
	repair := k.Set(text)
	after := k.Text()
	k.Set(before)
	return repair != "" && !strings.EqualFold(strings.TrimSpace(text), after)
}

// plainPoints writes a list of points with nothing but commas, where lines, semicolons
// or spaces set the points and numbers apart.
func plainPoints(k *sim.Knob, list string) string {
	var words []string
	for _, part := range strings.FieldsFunc(list, isApart) {
		fields := strings.Fields(part)
		if len(fields) < 2 || strings.Contains(part, ", ") {
			fields = strings.Split(part, ",")
		}
		for _, field := range fields {
			words = append(words, k.Plain(strings.TrimSpace(field)))
		}
	}
	if words == nil {
		return list
	}
	return strings.Join(words, ",")
}

func isApart(r rune) bool { return r == '\n' || r == '\r' || r == ';' }

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
