package main

// A run is a part of a text of one size and height. The fonts of the stage lack
// most superscript digits, so these are plain digits, smaller and raised.
type run struct {
	text  string
	super bool
}

// superscripts maps raised characters to plain ones.
var superscripts = map[rune]rune{'⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9',
	'⁻': '−', '⁺': '+', 'ⁿ': 'n', 'ᵈ': 'd'}

// split cuts a text into runs.
func split(s string) []run {
	var runs []run
	for _, c := range s {
		plain, super := superscripts[c]
		if !super {
			plain = c
		}
		if n := len(runs); n > 0 && runs[n-1].super == super {
			runs[n-1].text += string(plain)
		} else {
			runs = append(runs, run{string(plain), super})
		}
	}
	return runs
}

func (r run) size(size float64) float64 {
	if r.super {
		return .72 * size
	}
	return size
}

// rise is how far the run stands above the baseline.
func (r run) rise(size float64) float64 {
	if r.super {
		return .36 * size
	}
	return 0
}
