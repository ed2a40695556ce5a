package sim

import "strings"

// fold writes plain characters for those that stand for them: digits of another
// width or script, dashes, quotes, spaces. What cannot be seen goes, and so do
// pictures and the backslash before a sign.
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
		if text[i] >= 0x80 || text[i] < ' ' || text[i] == '\\' {
			return false
		}
	}
	return true
}

// foldRune returns what a character stands for, and whether it stands for
// anything but itself.
func foldRune(r rune) (plain string, ok bool) {
	switch {
	case r == '\\' || isInvisible(r) || isPicture(r):
		return "", true
	case narrow(r) != r:
		return string(narrow(r)), true
	case r == 0xA0 || r == 0x3000 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F:
		return " ", true
	case r >= 0x2010 && r <= 0x2015 || r == 0x2212:
		return "-", true
	case r >= 0x2018 && r <= 0x201F || r == 0xAB || r == 0xBB || r == 0xB4 || r == 0x2BC || r == 0x2032 || r == 0x2033 ||
		r == 0x2039 || r == 0x203A || r >= 0x3008 && r <= 0x3011 || r >= 0x3014 && r <= 0x301B:
		return "'", true
	}
	for _, zero := range digitZeros {
		if r >= zero && r <= zero+9 {
			return string(r - zero + '0'), true
		}
	}
	for _, sign := range signs {
		if r == sign.of {
			return sign.plain, true
		}
	}
	return "", false
}

// narrow returns the character that one of full width is a wide form of.
func narrow(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		return r - 0xFF01 + '!'
	}
	return r
}

// digitZeros are the zeros of the scripts in which people write numbers: Arabic,
// Persian and Urdu, Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu,
// Kannada, Malayalam, Thai, Lao, Tibetan, Burmese, Khmer.
var digitZeros = [...]rune{0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0}

var signs = [...]struct {
	of    rune
	plain string
}{{'…', ".."}, {'‥', ".."}, {'×', "*"}, {'∗', "*"}, {'·', "*"}, {'⋅', "*"}, {'⁄', "/"}, {'∕', "/"}, {'、', ","}, {'،', ","},
	{'٬', "'"}, {'。', "."}, {'٫', "."}, {'।', "."}, {'॥', "."}, {'؛', ";"}, {'؟', "?"}, {'٪', "%"}, {'°', ""}}

// isInvisible reports whether a character has no width, or ends a line.
func isInvisible(r rune) bool {
	return r < ' ' && r != '\t' || r == 0xAD || r == 0x61C || r == 0x180E || r == 0xFEFF || r >= 0x200B && r <= 0x200F || r >= 0x2028 && r <= 0x202E ||
		r >= 0x2060 && r <= 0x2069 || r >= 0xFE00 && r <= 0xFE0F
}

// isPicture reports whether a character is an arrow, a symbol, an emoji or a part of
// one, or stands for what could not be read.
func isPicture(r rune) bool {
	return r >= 0x2190 && r <= 0x21FF || r >= 0x2300 && r <= 0x245F || r >= 0x2500 && r <= 0x27BF || r >= 0x2B00 && r <= 0x2BFF ||
		r == 0x20E3 || r == 0xFFFC || r == 0xFFFD || r >= 0x1F000 && r <= 0x1FBFF
}
