package sweep

import (
	"strings"

	"example.org/rote/sim"
)

// plainRange returns the text of a range with a point in each number where people
// write a comma, and no mark between thousands: 0,1..0,5*3 as 0.1..0.5*3, and
// 2,048 as 2048. A comma is part of a number, and does not stand between two, if
// a 0 and another digit follow it, or if both ends of one range have one.
func plainRange(k *sim.Knob, text string) string {
	text = ungrouped(k, text)
	from, rest, isSpan := strings.Cut(text, "..")
	to, count, counted := strings.Cut(rest, "*")
	if isSpan && isOneNumber(k, from) && isOneNumber(k, to) && strings.Contains(from+to, ",") {
		text = k.Plain(from) + ".." + k.Plain(to)
		if counted {
			text += "*" + count
		}
		return text
	}
	words := strings.Split(text, ",")
	for i := 1; i < len(words); i++ {
		both := words[i-1] + "," + words[i]
		if len(words[i]) > 1 && words[i][0] == '0' && words[i][1] != '.' && k.Plain(both) != both {
			words[i-1] = k.Plain(both)
			words = append(words[:i], words[i+1:]...)
			i--
		}
	}
	return strings.Join(words, ",")
}

// ungrouped takes spaces and apostrophes out of the numbers of a range in which
// they set thousands apart, as Rote prints them.
func ungrouped(k *sim.Knob, text string) string {
	for _, whole := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",.*", r) }) {
		if plain := k.Plain(whole); strings.Trim(plain, "0123456789") == "" {
			text = strings.Replace(text, whole, plain, 1)
		}
	}
	return text
}

// isOneNumber reports whether the end of a range is one number with a comma in it,
// or 0.
func isOneNumber(k *sim.Knob, text string) bool { return text == "0" || k.Plain(text) != text }
