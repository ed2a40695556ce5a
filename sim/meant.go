package sim

import (
	"fmt"
	"strings"
)

// Addresses go through chat programs, word processors and other people's
// keyboards. What those do to them is known, and undone: Rote itself writes keys
// and values of plain letters, digits and a few signs.

// meant reads a query as it was before other software encoded it once more or
// wrote its separators in another way. It returns a repair if it was changed.
func meant(query string) (plain, repair string) {
	plain = strings.TrimLeft(query, "?#!/&")
	for range 3 { // more often than people pass a link on
		decoded, err := unescape(plain)
		if err != nil || !isEncodedTwice(plain) {
			break
		}
		plain = decoded
	}
	for _, entity := range []string{"&amp;", "&#38;", "&#038;", "&#x26;"} {
		for strings.Contains(plain, entity) {
			plain = strings.ReplaceAll(plain, entity, "&")
		}
	}
	plain = strings.ReplaceAll(plain, ";", "&")
	if strings.Trim(plain, "&") != strings.Trim(query, "&") {
		repair = fmt.Sprintf("Other software has changed the link; it is read as %s.", quote(plain, 80))
	}
	return plain, repair
}

// isEncodedTwice reports whether a separator is encoded in a query, which no
// value holds.
func isEncodedTwice(query string) bool {
	upper := strings.ToUpper(query)
	for _, code := range []string{"%25", "%26", "%3D", "%3B"} {
		if strings.Contains(upper, code) {
			return true
		}
	}
	return false
}

// meant returns the pair without what other software has put into it and around
// it, and the repairs that say so.
func (p Pair) meant() (plain Pair, repairs []string) {
	plain = Pair{meantKey(p.Key), trimJunk(fold(p.Value))}
	if plain.Key == factKey {
		plain.Value += star(fold(p.Value), plain.Value)
	}
	plain.Value = strings.TrimPrefix(plain.Value, "3D") // a = of a letter, as mail programs encode it
	if plain.Key != p.Key {
		repairs = append(repairs, fmt.Sprintf("%s is read as %s.", Quote(p.Key), Quote(plain.Key)))
	}
	if plain.Value != p.Value {
		repairs = append(repairs, readAs(Quote(plain.Key), p.Value, plain.Value))
	}
	return plain, repairs
}

// factKey is of the pair whose value may end with a star that means something.
const factKey = "fact"

// star returns what of a star for all facts was taken for junk behind the plain text.
func star(text, plain string) string {
	_, junk, _ := strings.Cut(text, plain)
	for _, all := range [...]string{",*", "*"} {
		if strings.HasPrefix(junk, all) && (plain == "") == (all == "*") {
			return all
		}
	}
	return ""
}

func readAs(key, text, plain string) string {
	return fmt.Sprintf("%s = %s is read as %s.", key, Quote(text), Quote(plain))
}

func meantKey(key string) string {
	return strings.ToLower(trimJunk(strings.TrimLeft(fold(key), "?#!/"+junkBefore)))
}

// Junk is what stands around a link in a sentence or a table, and around a value
// in quotes.
const (
	junkBefore = " \t\n\v\f\r\"'`<([{"
	junkAfter  = " \t\n\v\f\r\"'`.,;:!?*_~|"
)

// trimJunk takes junk away, and brackets that close what the text has not opened.
func trimJunk(text string) string {
	closing := ""
	for _, pair := range [...]string{"<>", "()", "[]", "{}"} {
		if strings.Count(text, pair[:1]) < strings.Count(text, pair[1:]) {
			closing += pair[1:]
		}
	}
	text = strings.TrimRight(text, junkAfter+closing)
	if closing == "" && strings.ContainsAny(text, "<([{") {
		return text
	}
	return strings.TrimLeft(text, junkBefore)
}

// fold writes plain characters for those that stand for them: digits of another
// width or script, dashes, quotes, spaces. What cannot be seen goes, and so does
// the backslash before a sign.
func fold(text string) string {
	if isPlain(text) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if plain, ok := foldRune(r); ok {
			b.WriteString(plain)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 || text[i] == '\\' {
			return false
		}
	}
	return true
}

// foldRune returns what a character stands for, and whether it stands for
// anything but itself.
func foldRune(r rune) (plain string, ok bool) {
	switch {
	case r == '\\' || isInvisible(r):
		return "", true
	case r >= 0xFF01 && r <= 0xFF5E: // full width
		return string(r - 0xFF01 + '!'), true
	case r >= 0x0660 && r <= 0x0669: // Arabic-Indic digits
		return string(r - 0x0660 + '0'), true
	case r >= 0x06F0 && r <= 0x06F9: // those of Persian and Urdu
		return string(r - 0x06F0 + '0'), true
	case r == 0xA0 || r == 0x3000 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F:
		return " ", true
	case r >= 0x2010 && r <= 0x2015 || r == 0x2212:
		return "-", true
	case r >= 0x2018 && r <= 0x201F || r == 0xAB || r == 0xBB || r == 0x2032 || r == 0x2033 || r >= 0x300C && r <= 0x300F:
		return "'", true
	}
	other, ok := map[rune]string{'…': "..", '×': "*", '∗': "*", '⁄': "/", '∕': "/", '、': ",", '，': ",", '。': "."}[r]
	return other, ok
}

func isInvisible(r rune) bool {
	return r == 0xAD || r == 0xFEFF || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x2069 || r >= 0xFE00 && r <= 0xFE0F
}
