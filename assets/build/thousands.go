package main

import (
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
