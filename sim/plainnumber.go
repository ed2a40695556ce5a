package sim

import "strings"

// Thousands sets the thousands of numbers apart in text for people: a narrow space
// that breaks no line. [Knob.Plain] reads it. Addresses, tables and files of numbers
// have none.
const Thousands = "\u202f"

// Plain returns the text of a number as [ParseNumber] reads it, where people and
// Rote itself write it in another way: 0,5 with a comma for the point, 1,024 or
// 1 024 or 1'024 with thousands set apart, "0, off", digits of another width. In
// a whole number a comma before three digits sets thousands apart; elsewhere it
// is a point. Any other text comes back as it is.
func (k *Knob) Plain(text string) string {
	if _, ok := ParseNumber(text); ok {
		return text
	}
	plain := strings.TrimSuffix(strings.TrimSpace(fold(text)), ", off")
	whole, rest := plain, ""
	if i := strings.IndexAny(plain, ".,"); i >= 0 {
		whole, rest = plain[:i], plain[i:]
	}
	plain = ungrouped(ungrouped(whole, ' '), '\'') + rest
	commas, points := strings.Count(plain, ","), strings.Count(plain, ".")
	switch {
	case commas == 0:
	case points == 0 && (commas > 1 || k.Kind == IntKind) && isGrouped(plain, ','):
		plain = ungrouped(plain, ',')
	case points == 1 && isGrouped(before(plain, '.'), ','): // 1,234.5
		plain = strings.ReplaceAll(plain, ",", "")
	case commas == 1 && (points == 0 || isGrouped(before(plain, ','), '.')): // 0,5 and 1.234,5
		plain = strings.Replace(strings.ReplaceAll(plain, ".", ""), ",", ".", 1)
	}
	if _, ok := ParseNumber(plain); ok {
		return plain
	}
	return text
}

func before(text string, mark byte) string { return text[:strings.IndexByte(text, mark)] }

// ungrouped takes marks out of a number in which they set thousands apart.
func ungrouped(text string, mark byte) string {
	if isGrouped(text, mark) {
		return strings.ReplaceAll(text, string(mark), "")
	}
	return text
}

// isGrouped reports whether marks set the thousands of a whole number apart.
func isGrouped(text string, mark byte) bool {
	groups := strings.Split(strings.TrimLeft(text, "+-"), string(mark))
	if len(groups) == 1 || len(groups[0]) > 3 || strings.HasPrefix(groups[0], "0") || !isDigits(groups[0]) {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 || !isDigits(g) {
			return false
		}
	}
	return true
}

func isDigits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }
