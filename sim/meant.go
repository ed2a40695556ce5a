package sim

import (
	"fmt"
	"strings"
)

// Addresses go through chat programs, word processors and other people's
// keyboards. What those do to them is known, and undone: Rote itself writes keys
// and values of plain letters, digits and a few signs.

// meant returns the query of a lab as it was before other software encoded it once more,
// wrote its separators in another way, or put a whole address behind the #.
func meant(lab, query string) string {
	plain := strings.TrimLeft(query, "?#!/&")
	for _, next := range [...]string{"](", "%5D("} { // the second half of a link in Markdown
		plain, _, _ = strings.Cut(plain, next)
	}
	for range 3 { // more often than people pass a link on
		decoded, err := unescape(plain)
		if err != nil || !isEncodedTwice(plain) {
			break
		}
		if _, err := unescape(decoded); err != nil { // a per cent sign that is one
			break
		}
		plain = plainLink(decoded)
	}
	var parts []string
	for _, part := range strings.FieldsFunc(plain, func(r rune) bool { return strings.ContainsRune("&?#", r) }) {
		if meantKey(labOf(part)) != lab {
			parts = append(parts, unglued(joined(part)))
		}
	}
	return strings.Join(parts, "&")
}

// entities are what the separators of a link are called in HTML.
var entities = [...][2]string{{"&amp;", "&"}, {"&AMP;", "&"}, {"&#38;", "&"}, {"&#038;", "&"}, {"&#x26;", "&"}, {"&#X26;", "&"},
	{"&#61;", "="}, {"&#x3D;", "="}, {"&#x3d;", "="}, {"&equals;", "="}, {"&#35;", "#"}, {"&#x23;", "#"}, {"&num;", "#"},
	{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "'"}, {"&#34;", "'"}, {"&#39;", "'"}, {"&#x27;", "'"}, {"&apos;", "'"}, {"&nbsp;", " "}, {"&#160;", " "}}

// withoutEntities undoes what HTML does to a link, also more than once.
func withoutEntities(text string) string {
	for _, entity := range entities {
		for strings.Contains(text, entity[0]) {
			text = strings.ReplaceAll(text, entity[0], entity[1])
		}
	}
	return text
}

// joined writes & for each semicolon of a part of a query, but where what follows are
// more numbers of a list, in which commas may be those of the numbers.
func joined(part string) string {
	words := strings.Split(part, ";")
	plain := words[0]
	for _, word := range words[1:] {
		word = strings.TrimSpace(word)
		switch {
		case word == "":
		case strings.Trim(word, "-+0123456789.eE,: ") == "":
			plain += ";" + word
		default:
			plain += "&" + word
		}
	}
	return plain
}

// unglued puts & between two pairs that something else separates: n=16,c=0.1.
func unglued(part string) string {
	if decoded, err := unescape(part); err == nil && strings.Count(part, "=") > 1 {
		part = strings.ReplaceAll(decoded, "%", "%25")
	}
	first := strings.IndexByte(part, '=')
	for i := len(part) - 1; i > first && first >= 0; i-- {
		if part[i] != '=' {
			continue
		}
		before := strings.TrimRight(part[:i], " ")
		key := strings.TrimRight(before, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.")
		if end := len(key) - 1; end > first && len(key) < len(before) && strings.IndexByte(" ,+|/\t\n\r", key[end]) >= 0 {
			part = key[:end] + "&" + before[end+1:] + part[i:]
			i = end
		}
	}
	return part
}

// isEncodedTwice reports whether a separator is encoded in a query, which no
// value holds.
func isEncodedTwice(query string) bool {
	upper := strings.ToUpper(query)
	for _, code := range []string{"%25", "%26", "%3D", "%3B", "%5CU00", "%EF%BC%86", "%EF%BC%9D"} { // the last are ＆ and ＝
		if strings.Contains(upper, code) {
			return true
		}
	}
	return false
}

// meant returns the pair without what other software has put into it and around
// it, and the repairs that say so.
func (p Pair) meant() (plain Pair, repairs []string) {
	plain = Pair{meantKey(p.Key), trimJunk(withoutWords(fold(p.Value)))}
	switch plain.Key {
	case factKey:
		plain.Value = strings.ToLower(plain.Value + star(fold(p.Value), plain.Value))
	case "mode", "show", "design", fileKey:
		plain.Value = strings.ToLower(plain.Value)
	case "rev":
		plain.Value = strings.TrimLeft(plain.Value, "vV")
	default:
		plain.Value = strings.TrimLeft(plain.Value, "*_~")
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
	plain := strings.TrimLeft(fold(key), "?#!/+*~"+junkBefore+closers)
	return strings.ToLower(strings.Join(strings.Fields(trimJunk(plain)), ""))
}

// Junk is what stands around a link in a sentence or a table, and around a value
// in quotes. Nothing that Rote writes has a bracket or a bar in it.
const (
	junkBefore = " \t\n\v\f\r\"'`=" + openers
	junkAfter  = " \t\n\v\f\r\"'`.,;:!?*_~/="
	openers    = "<([{"
	closers    = ">)]}"
)

// withoutWords ends a value where a sentence goes on behind it, with spaces or what a
// form writes for them. Behind a comma a list
// of words may do so.
func withoutWords(text string) string {
	value := strings.TrimLeft(text, junkBefore)
	for i := 1; i < len(value)-2; i++ {
		isWord := strings.IndexByte(" +", value[i]) >= 0 && isLetter(value[i+1]) && (isLetter(value[i+2]) || value[i+2] >= 0x80)
		if isWord && (value[i-1] != ',' || !isLetter(value[0])) {
			return strings.TrimRight(value[:i], " +-")
		}
	}
	return text
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// trimJunk takes junk away, and all from the first bracket, bar or quote on.
func trimJunk(text string) string {
	text = strings.TrimLeft(text, junkBefore)
	if end := strings.IndexAny(text, openers+closers+"|\"`"); end >= 0 {
		text = text[:end]
	}
	return strings.TrimRight(text, junkAfter)
}
