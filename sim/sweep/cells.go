package sweep

import (
	"math"
	"strconv"
	"strings"
)

// comment returns the text of a comment line, without what a spreadsheet puts around
// it, and whether the line is one.
func comment(line string) (text string, ok bool) {
	if strings.HasPrefix(line, `"`) {
		line = strings.Join(split(line, ","), ",")
	}
	return strings.TrimRight(line, ",;\t "), strings.HasPrefix(line, "#")
}

// separatorWord begins a first line that tells a spreadsheet how cells are separated.
const separatorWord = "sep="

// isBlank reports whether a line is one of empty cells.
func isBlank(line string) bool { return strings.Trim(line, ",;\t \"") == "" }

// rejoined returns a text of an own comment that was split at its commas, and joined by
// another separator of cells. Rote writes no other there.
func rejoined(text string) string { return strings.NewReplacer(";", ",", "\t", ",").Replace(text) }

// cells returns the n cells of a line, without the empty ones that a spreadsheet adds
// to a line as others are longer. It returns false if there are not n.
func cells(line, sep string, n int) (row []string, ok bool) {
	row = split(line, sep)
	if n > 1 && strings.HasPrefix(line, `"`) && strings.Join(row[1:], "") == "" {
		row = split(row[0], sep) // all of it was one cell
	}
	for len(row) > n && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	return row, len(row) == n
}

// namesOf splits a line of the names of columns at the separator by which it is one.
func namesOf(line string, is func(names []string) bool) (names []string, sep string) {
	for _, sep := range [...]string{",", ";", "\t"} {
		names := split(line, sep)
		for len(names) > 0 && names[len(names)-1] == "" {
			names = names[:len(names)-1]
		}
		if len(names) == 1 {
			names = split(names[0], sep) // all of it was one cell
		}
		if is(names) {
			return names, sep
		}
	}
	return nil, ""
}

// split splits a line at a separator. A cell in quotes may hold it, and quotes that
// are doubled.
func split(line, sep string) (row []string) {
	for more := true; more; {
		var cell string
		if quoted, isQuoted := strings.CutPrefix(line, `"`); isQuoted {
			cell, line = unquote(quoted)
			_, line, more = strings.Cut(line, sep)
		} else {
			cell, line, more = strings.Cut(line, sep)
		}
		row = append(row, strings.TrimSpace(cell))
	}
	return row
}

// unquote returns what stands before the closing quote, and what behind it.
func unquote(text string) (cell, rest string) {
	for {
		part, after, _ := strings.Cut(text, `"`)
		cell += part
		text = after
		if !strings.HasPrefix(text, `"`) {
			return cell, text
		}
		cell += `"`
		text = text[1:]
	}
}

// roundsTo reports whether x is short, written with as few digits as text, and short
// is what text says.
func roundsTo(x, short float64, text string) bool {
	mantissa, _, isPower := strings.Cut(strings.ToLower(text), "e")
	_, decimals, _ := strings.Cut(mantissa, ".")
	format := byte('f')
	if isPower {
		format = 'e'
	}
	if digits := strings.Trim(mantissa, "+-0."); len(digits) < 3 && !isPower || short == 0 {
		return false // too little to know a number by
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, format, len(decimals), 64), 64)
	return err == nil && !math.IsInf(rounded, 0) && rounded == short
}

// printable returns a text of a file as it may be shown: in one line, not too long,
// and without what a terminal would obey.
func printable(text string) string {
	const most = 200 // characters
	kept := []rune(strings.Map(func(c rune) rune {
		if !strconv.IsPrint(c) {
			return -1
		}
		return c
	}, text))
	return strings.TrimRight(string(kept[:min(most, len(kept))]), ",; ")
}
