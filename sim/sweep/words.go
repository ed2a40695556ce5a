package sweep

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/rote/sim"
)

// longest is how many characters a finding that is asked for has at most.
const longest = 110

// Finding says in one sentence what the grid answers: where the fact crosses the
// edge that its proposal asks for, or else from where to where the fact goes. As
// long as runs are unknown it begins with "So far".
func (g *Grid) Finding() string {
	text, _ := g.finding()
	return text
}

// finding returns the sentence, and what has no room in it.
func (g *Grid) finding() (text string, aside []string) {
	start, ok := "", false
	if g.Known() < g.seen() {
		start = "So far, "
	}
	if f, asked := g.look(); asked && len(f.rows)+len(f.above)+len(f.below) > 0 {
		text, aside = f.says(longest - len(start+"."))
		ok = true
	} else if text, ok = g.powers(); !ok {
		text, ok = g.goes()
	}
	if ok && start != "" {
		text = start + lowerFirst(text)
	}
	return text + ".", aside
}

// goes says from where to where the fact goes. It returns false if that is not
// known of any run.
func (g *Grid) goes() (text string, ok bool) {
	least, most, absent := g.extremes()
	switch {
	case g.Known() == 0:
		return fmt.Sprintf("None of %d runs is known yet", g.seen()), false
	case least < 0:
		return fmt.Sprintf("None of %d runs has the fact %s", g.Known(), g.Fact), false
	case g.value(least) == g.value(most):
		text = fmt.Sprintf("%s: %s in all runs", factName(g.fact()), g.measured(least))
	default:
		text = fmt.Sprintf("%s: from %s at %s to %s at %s", factName(g.fact()), g.measured(least), g.where(least), g.measured(most), g.where(most))
	}
	if absent > 0 {
		text += fmt.Sprintf(", and not defined in %d", absent)
	}
	return text, true
}

// extremes returns the runs with the least and the greatest fact, -1 if there are
// none, and how many runs have ended without one.
func (g *Grid) extremes() (least, most, absent int) {
	least, most = -1, -1
	for run := range g.found {
		value, known := g.Get(run)
		switch {
		case !g.sees(run):
		case known && math.IsNaN(value):
			absent++
		case known:
			if least < 0 || value < g.value(least) {
				least = run
			}
			if most < 0 || value > g.value(most) {
				most = run
			}
		}
	}
	return least, most, absent
}

// Note says how the diagram is to be read: what the proposal says about it, which of
// its rows and columns are equal in all their cells, and what the finding had no room
// for.
func (g *Grid) Note() string {
	notes := append([]string{g.proposed.Note}, g.equals()...)
	_, aside := g.finding()
	for _, words := range aside {
		notes = append(notes, upperFirst(words)+".")
	}
	return strings.TrimSpace(strings.Join(notes, " "))
}

func (g *Grid) value(run int) float64 { return g.found[run].end(g.shown) }

// measured writes the value of a run for people.
func (g *Grid) measured(run int) string {
	return strings.TrimSpace(number(shortened(g.value(run))) + " " + g.fact().Unit)
}

// shortened keeps three digits, and where that would be 1 those that tell the
// number from it.
func shortened(x float64) float64 {
	for digits := 2; digits < 6; digits++ {
		if r := round(x, 'e', digits); r != 1 {
			return r
		}
	}
	return round(x, 'e', 6)
}

// where names the cell of a run.
func (g *Grid) where(run int) string {
	col, row, _ := g.place(run)
	if g.design.points > 0 {
		return g.X.together(col)
	}
	text := g.X.assign(col)
	if g.Y.Knob != nil {
		text += ", " + g.Y.assign(row)
	}
	return text
}

// headline is the one number of the frame, and its fact.
func (g *Grid) headline(frame *sim.Frame) {
	if known := g.Known(); known < g.seen() {
		frame.Fact("known", "Runs known", "", "Runs of the sweep whose result is known.", float64(known))
		frame.Headline = sim.Headline{Fact: "known", Words: fmt.Sprintf("of %d runs are known", g.seen())}
		return
	}
	if f, ok := g.look(); ok && len(f.rows) > 0 {
		value, words := f.headline()
		frame.Fact("edge", "Found", "", "Where the diagram comes to what is asked for.", value)
		frame.Headline = sim.Headline{Fact: "edge", Words: words}
		return
	}
	if _, most, _ := g.extremes(); most >= 0 {
		frame.Fact("most", "Greatest", g.fact().Unit, "The greatest value of the diagram.", g.value(most))
		frame.Headline = sim.Headline{Fact: "most", Words: fmt.Sprintf("is the most, at %s", g.where(most))}
	}
}

// number writes a number with a proper minus sign, from a million on with its
// power of ten.
func number(x float64) string {
	text := sim.FormatFloat(x)
	if math.Abs(x) >= 1e6 {
		mantissa, power, _ := strings.Cut(strconv.FormatFloat(x, 'e', -1, 64), "e+")
		text = mantissa + "e" + strings.TrimLeft(power, "0")
	}
	return strings.ReplaceAll(text, "-", "−")
}

// upperFirst writes the first letter large.
func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// lowerFirst writes the first letter small, if a small one follows it: a symbol
// stays as it is.
func lowerFirst(s string) string {
	if len(s) > 1 && 'A' <= s[0] && s[0] <= 'Z' && 'a' <= s[1] && s[1] <= 'z' || strings.HasPrefix(s, "A ") {
		return string(s[0]+'a'-'A') + s[1:]
	}
	return s
}
