package sweep

import (
	"strings"

	"example.org/rote/sim"
)

// plainRange returns the text of a range with a point in each number where people
// write a comma, and no mark between thousands: 0,1..0,5*3 as 0.1..0.5*3, and
// 2,048 as 2048. A comma is part of a number, and does not stand between two, if
// a 0 and another digit follow it, if both ends of one range have one, or if there
// would be no range otherwise. Where semicolons stand between the numbers, commas do not.
func plainRange(k *sim.Knob, text string) string {
	text = strings.ReplaceAll(text, "...", "..")
	if words := strings.Split(text, ";"); len(words) > 1 {
		for i, word := range words {
			words[i], _ = plainSpan(k, k.Plain(word))
		}
		return strings.Join(words, ",")
	}
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
		if startsWithZero(words[i]) && k.Plain(both) != both {
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
	if strings.Contains(from+to, ",") && isList(k, from, to, count) || strings.Contains(count, ",") {
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

// isList reports whether a comma in an end of a range stands between two values of a list.
// It does not where that would make no range: 1 and 5*4 of 1..2,5*4; 0 and 5..2 of 0,5..2.
func isList(k *sim.Knob, from, to, count string) bool {
	isFrom, isTo := isOneNumber(k, from), isOneNumber(k, to)
	_, next, isFirst := strings.Cut(from, ",")
	_, last, isSecond := strings.Cut(to, ",")
	low, _ := sim.ParseNumber(next)
	high, isNumber := sim.ParseNumber(to)
	switch {
	case isFrom && isTo:
		return false
	case isFrom && isFirst && !isSecond:
		return !startsWithZero(next) && !(isNumber && low > high)
	case isTo && isSecond && !isFirst:
		return !startsWithZero(last) && count == ""
	}
	return true
}

// startsWithZero reports whether digits are the end of a number, as 01 is.
func startsWithZero(digits string) bool {
	return len(digits) > 1 && digits[0] == '0' && digits[1] != '.'
}

// isOneNumber reports whether the end of a range is one number with a comma in it,
// or 0.
func isOneNumber(k *sim.Knob, text string) bool { return text == "0" || k.Plain(text) != text }

// plainTuples does the same for a list of tuples: a comma stands between two of them
// where the one before it is complete.
func plainTuples(knobs []*sim.Knob, text string) string {
	words := strings.Split(text, ";")
	if len(words) == 1 {
		words = tuples(knobs, text)
	}
	for i, word := range words {
		parts := strings.Split(word, ":")
		for j := range min(len(parts), len(knobs)) {
			if isNumber(knobs[j]) {
				parts[j] = knobs[j].Plain(parts[j])
			}
		}
		words[i] = strings.Join(parts, ":")
	}
	return strings.Join(words, ",")
}

// tuples splits a list into tuples. What is too short for one belongs to the one that
// follows, or to the one before if it can only be the end of a number.
func tuples(knobs []*sim.Knob, text string) (list []string) {
	colons := len(knobs) - 1
	open := false
	for word := range strings.SplitSeq(text, ",") {
		last := len(list) - 1
		isEnd := last >= 0 && colons > 0 && len(word) > 1 && word[0] == '0' && !strings.Contains(word, ":")
		if open || isEnd {
			list[last] += "," + word
		} else {
			list = append(list, word)
			last++
		}
		open = strings.Count(list[last], ":") < colons
	}
	if last := len(list) - 1; open && last > 0 {
		both := list[last-1] + "," + list[last]
		number := both[strings.LastIndexByte(both, ':')+1:]
		if k := knobs[colons]; isNumber(k) && strings.Trim(k.Plain(number), "0123456789") == "" {
			list = append(list[:last-1], both)
		}
	}
	return list
}
