package figure

import (
	"strings"
	"unicode/utf8"
)

const firstAdvance = ' '

// advances are the widths of the characters from ' ' to '~' in thousandths of
// the font size: those of Go Regular, which has the measures of Helvetica.
var advances = [...]uint16{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 584, 584, 316, 584, 316, 278, // space to /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 306, 306, 584, 584, 584, 556, // 0 to ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 399, 496, 667, 556, 833, 722, 778, // @ to O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 247, 253, 500, 268, 833, 556, 556, // ` to o
	556, 556, 333, 500, 283, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
}

// slack is how much wider than Helvetica the system's font may be.
const slack = 1.13

// textWidth estimates the width of one line of text, from above.
func textWidth(s string, size float64, bold bool) float64 {
	sum := 0
	for _, r := range s {
		sum += advance(r)
	}
	width := float64(sum) / 1000 * size * slack
	if bold {
		width *= 1.14
	}
	return width
}

func advance(r rune) int {
	switch {
	case r >= firstAdvance && int(r-firstAdvance) < len(advances):
		return int(advances[r-firstAdvance])
	case r == '\u2212':
		return 584
	case r >= '⁰' && r <= '₉' || r == '²' || r == '³' || r == '¹':
		return 456
	case r == 0x202F: // sim.Thousands
		return 200
	case r >= 0x1100: // wide scripts and pictures
		return 1000
	}
	return 620
}

// cutText shortens s to the width, with dots at the cut; to nothing if not even
// a few letters fit.
func cutText(s string, width, size float64, bold bool) string {
	if textWidth(s, size, bold) <= width {
		return s
	}
	sum := textWidth("…", size, bold)
	for i, r := range s {
		sum += textWidth(string(r), size, bold)
		if sum > width {
			if utf8.RuneCountInString(s[:i]) < 3 {
				return ""
			}
			return strings.TrimRight(s[:i], " ,.:;") + "…"
		}
	}
	return s
}

// wholeWords shortens s to the width between words, with dots at the cut; a first word
// that is too long is cut itself.
func wholeWords(s string, width, size float64) string {
	cut := cutText(s, width, size, false)
	if kept, short := strings.CutSuffix(cut, "…"); short && cut != s {
		if at := strings.LastIndex(kept, " "); at > 0 && !strings.HasPrefix(s[len(kept):], " ") {
			return kept[:at] + "…"
		}
	}
	return cut
}

// wrapText breaks s at spaces into at most lines lines, and cuts the last.
func wrapText(s string, width, size float64, bold bool, lines int) []string {
	var out []string
	for s = strings.TrimSpace(s); s != ""; {
		if len(out) == lines-1 {
			return appendText(out, cutText(s, width, size, bold))
		}
		n := fitting(s, width, size, bold)
		out = appendText(out, cutText(strings.TrimSpace(s[:n]), width, size, bold))
		s = strings.TrimSpace(s[n:])
	}
	return out
}

func appendText(lines []string, s string) []string {
	if s == "" {
		return lines
	}
	return append(lines, s)
}

// fitting returns the length of the longest run of whole words of s that fits,
// and of at least one word.
func fitting(s string, width, size float64, bold bool) int {
	sum, end := 0.0, 0
	for i, r := range s {
		if r == ' ' {
			if sum > width && end > 0 {
				return end
			}
			end = i
			if sum > width {
				return end
			}
		}
		sum += textWidth(string(r), size, bold)
	}
	if sum <= width || end == 0 {
		return len(s)
	}
	return end
}
