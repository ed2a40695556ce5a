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
	text = strings.ReplaceAll(text, "...", "..")
	if plain, ok := plainSpan(k, text); ok {
		return plain
	}
	words := strings.Split(text, ",")
	for i := range words {
		if plain, ok := plainSpan(k, words[i]); ok {
			words[i] = plain
		} else {
			words[i] = k.Plain(words[i])
		}
	}
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

// plainSpan does so for from..to*count, and reports whether text is one.
func plainSpan(k *sim.Knob, text string) (plain string, ok bool) {
	from, rest, ok := strings.Cut(text, "..")
	if !ok {
		return text, false
	}
	to, count := cutCount(rest)
	from, to = unspaced(from), unspaced(to)
	isList := strings.Contains(from+to, ",") && !(isOneNumber(k, from) && isOneNumber(k, to))
	if isList || strings.Contains(count, ",") {
		return text, false
	}
	return k.Plain(from) + ".." + k.Plain(to) + count, true
}

// cutCount cuts the number of values, with a star, off the end of a range. There may
// be another sign for the star, and a star in the end itself: 2*10^-3.
func cutCount(text string) (to, count string) {
	at := strings.LastIndexByte(text, '*')
	if at < 0 {
		at = strings.LastIndexAny(text, "xX")
	}
	if at < 0 || strings.HasPrefix(text[at+1:], "10^") {
		return text, ""
	}
	plain := text[at+1:]
	if !strings.Contains(plain, ",") { // else the list goes on
		plain = (&sim.Knob{Kind: sim.IntKind}).Plain(plain)
	}
	if _, ok := sim.ParseNumber(plain); !ok && text[at] != '*' {
		return text, ""
	}
	return unspaced(text[:at]), "*" + plain
}

// unspaced takes a + off the end, which a form writes for a space.
func unspaced(text string) string {
	if strings.HasSuffix(text, "+") {
		return strings.TrimRight(text, "+ ")
	}
	return text
}

// isOneNumber reports whether the end of a range is one number with a comma in it,
// or 0.
func isOneNumber(k *sim.Knob, text string) bool { return text == "0" || k.Plain(text) != text }
