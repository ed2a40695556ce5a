package figure

import "example.org/rote/sim"

// A Script is a part of a text of one size and height. Fonts lack most superscript
// digits and the space between thousands, so painters with a font of their own write
// plain digits, smaller and raised, and a smaller space.
type Script struct {
	Text string
	kind scriptKind
}

type scriptKind int

const (
	plain scriptKind = iota
	super
	thin
)

// raised maps superscripts to plain characters.
var raised = map[rune]rune{'⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9',
	'⁻': '−', '⁺': '+', 'ⁿ': 'n', 'ᵈ': 'd'}

// Scripts cuts a text into its parts, from left to right.
func Scripts(s string) []Script {
	var parts []Script
	for _, c := range s {
		letter, of := known(c)
		if n := len(parts); n > 0 && parts[n-1].kind == of {
			parts[n-1].Text += string(letter)
		} else {
			parts = append(parts, Script{string(letter), of})
		}
	}
	return parts
}

// known returns a letter that fonts have, and how it is set.
func known(c rune) (rune, scriptKind) {
	if string(c) == sim.Thousands {
		return ' ', thin
	}
	if letter, ok := raised[c]; ok {
		return letter, super
	}
	return c, plain
}

// Size returns the size of the part in a text of the given size.
func (s Script) Size(size float64) float64 {
	if s.kind != plain {
		return .72 * size
	}
	return size
}

// Rise returns how far the part stands above the baseline of a text of the given size.
func (s Script) Rise(size float64) float64 {
	if s.kind == super {
		return .36 * size
	}
	return 0
}
