package main

import (
	"math"
	"regexp"
	"strings"

	"example.org/rote/sim"
)

// texted returns a text as a page has it: with the ends of lines of this system, and
// with the thousands of numbers in its prose set apart as [sim.Thousands] has it. In
// the files they are set apart by commas, which can be seen. The lists of addresses
// stand behind = and keep theirs.
func texted(file []byte) string {
	text := strings.ReplaceAll(string(file), "\r\n", "\n")
	return grouped.ReplaceAllStringFunc(text, func(number string) string { return strings.ReplaceAll(number, ",", sim.Thousands) })
}

var grouped = regexp.MustCompile(`(?m)(^|[\s(*])\d{1,3}(,\d{3})+\b`)

// spaced writes a number of a range in the same way.
func spaced(x float64) string {
	text := sim.FormatFloat(x)
	if x < 1000 || x != math.Trunc(x) {
		return text
	}
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + sim.Thousands + text[i:]
	}
	return text
}
