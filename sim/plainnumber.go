package sim

import "strings"

// Thousands sets the thousands of numbers apart in text for people: a narrow space
// that breaks no line. [Knob.Plain] reads it. Addresses, tables and files of numbers
// have none.
const Thousands = "\u202f"

// Plain returns the text of a number as [ParseNumber] reads it, where people and
// Rote itself write it in another way: 0,5 with a comma for the point; 1,024,
// 1 024, 1'024, 1_024 or 1.024.048 with thousands set apart; 2·10⁻³; 50 % for a number
// that need not be whole; "0, off"; digits of another width or script. In a whole
// number a comma or a point before three digits sets thousands apart; elsewhere
// it is a point. Any other text comes back as it is.
func (k *Knob) Plain(text string) string {
	isInt := k.Kind == IntKind
	if _, ok := ParseNumber(text); ok && !(isInt && isGrouped(strings.TrimSpace(text), '.')) {
		return text
	}
	plain := strings.TrimSuffix(strings.Trim(fold(raised(text)), " \t'\""), ", off")
	plain, isPercent := strings.CutSuffix(powerOfTen(plain), "%")
	whole, parts, isFraction := strings.Cut(plain, "/")
	if plain = withPoint(strings.TrimSpace(whole), isInt); isFraction {
		plain += "/" + withPoint(strings.TrimSpace(parts), true) // a whole number of them
	}
	switch x, ok := ParseNumber(plain); {
	case !ok, isPercent && isInt:
		return text
	case isPercent:
		return FormatFloat(x / 100)
	}
	return plain
}

// withPoint writes a number with a point, and without marks between thousands.
func withPoint(plain string, isInt bool) string {
	whole, rest := plain, ""
	if i := strings.IndexAny(plain, ".,"); i >= 0 {
		whole, rest = plain[:i], plain[i:]
	}
	for _, mark := range []byte(" '+_") {
		whole = ungrouped(whole, mark)
	}
	plain = whole + rest
	commas, points := strings.Count(plain, ","), strings.Count(plain, ".")
	switch {
	case commas == 0 && (points > 1 || isInt):
		return ungrouped(plain, '.')
	case commas == 0:
	case points == 0 && (commas > 1 || isInt) && isGrouped(plain, ','):
		return ungrouped(plain, ',')
	case points == 1 && isGrouped(before(plain, '.'), ','): // 1,234.5
		return strings.ReplaceAll(plain, ",", "")
	case commas == 1 && (points == 0 || isGrouped(before(plain, ','), '.')): // 0,5 and 1.234,5
		return strings.Replace(strings.ReplaceAll(plain, ".", ""), ",", ".", 1)
	}
	return plain
}

// raised writes 10^-3 for 10⁻³.
func raised(text string) string {
	var b strings.Builder
	wasUp := false
	for _, r := range text {
		plain, isUp := levelled(r)
		if isUp && !wasUp {
			b.WriteByte('^')
		}
		b.WriteRune(plain)
		wasUp = isUp
	}
	return b.String()
}

// levelled returns what a superscript is on the line, and whether it is one.
func levelled(r rune) (plain rune, isUp bool) {
	switch {
	case r == '⁻':
		return '-', true
	case r == '⁺':
		return '+', true
	case r == '¹':
		return '1', true
	case r == '²' || r == '³':
		return r - '²' + '2', true
	case r == '⁰' || r >= '⁴' && r <= '⁹':
		return r - '⁰' + '0', true
	}
	return r, false
}

// powerOfTen writes 2e-3 for 2*10^-3, and 1e-3 for 10^-3. Where a minus or plus tells,
// the exponent may have come down to the line.
func powerOfTen(text string) string {
	plain := strings.ReplaceAll(strings.ReplaceAll(text, " ", ""), "x10", "*10")
	mantissa, power, found := strings.Cut(plain, "*10")
	if !found {
		sign := plain[:len(plain)-len(strings.TrimLeft(plain, "+-"))]
		if power, found = strings.CutPrefix(plain, sign+"10"); !found || !strings.HasPrefix(power, "^") {
			return text
		}
		mantissa = sign + "1"
	}
	exponent := strings.TrimPrefix(power, "^")
	if exponent == power && !strings.HasPrefix(power, "-") && !strings.HasPrefix(power, "+") {
		return text
	}
	return mantissa + "e" + exponent
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
