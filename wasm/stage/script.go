package main

import "example.org/rote/sim"

// A run is a part of a text of one size and height. The fonts of the stage lack
// most superscript digits and the space between thousands, so these are plain
// digits, smaller and raised, and a smaller space.
type run struct {
	text string
	kind kind
}

type kind int

const (
	plain kind = iota
	super
	narrow
)

// superscripts maps raised characters to plain ones.
var superscripts = map[rune]rune{'⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9',
	'⁻': '−', '⁺': '+', 'ⁿ': 'n', 'ᵈ': 'd'}

// split cuts a text into runs.
func split(s string) []run {
	var runs []run
	for _, c := range s {
		letter, of := known(c)
		if n := len(runs); n > 0 && runs[n-1].kind == of {
			runs[n-1].text += string(letter)
		} else {
			runs = append(runs, run{string(letter), of})
		}
	}
	return runs
}

// known returns a letter that the fonts have, and how it is set.
func known(c rune) (rune, kind) {
	if string(c) == sim.Thousands {
		return ' ', narrow
	}
	if letter, ok := superscripts[c]; ok {
		return letter, super
	}
	return c, plain
}

func (r run) size(size float64) float64 {
	if r.kind != plain {
		return .72 * size
	}
	return size
}

// rise is how far the run stands above the baseline.
func (r run) rise(size float64) float64 {
	if r.kind == super {
		return .36 * size
	}
	return 0
}
