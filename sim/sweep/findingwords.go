package sweep

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// says is the finding in one sentence, without its full stop, and what has no room in
// it: so many characters are there.
func (f *finding) says(room int) (text string, aside []string) {
	if len(f.rows) == 0 {
		return f.clause + " nowhere in this range: " + f.sides(), nil
	}
	text, one := f.claim(f.again == len(f.rows))
	if f.again == len(f.rows) && utf8.RuneCountInString(text) > room {
		text, one = f.claim(false)
		aside = append(aside, "all rows come back to the other side")
	}
	words := f.uncertainty(one)
	for n := len(words); n > 0; n-- {
		long := text + " (" + strings.Join(words[:n], ", ") + ")"
		if utf8.RuneCountInString(long) <= room {
			return long, append(aside, words[n:]...)
		}
	}
	return text, append(aside, words...)
}

// claim says where the rows come to the edge, and, if asked for, where they come
// back. It reports whether that is one place in all of them.
func (f *finding) claim(again bool) (text string, one bool) {
	text, one = f.spanOf(f.places())
	text = f.clause + " " + text
	scope := ""
	if one {
		scope = f.scope()
	}
	if again {
		back, single := f.spanOf(f.placesAgain())
		if back = ", and again " + back; !single {
			back, scope = scope+back, ""
		}
		text += back
	}
	return text + scope, one
}

// scope says for which rows one place holds.
func (f *finding) scope() string {
	switch {
	case f.other.Knob == nil:
		return ""
	case len(f.rows) > 1:
		return ", whatever " + f.other.key()
	}
	return " for " + f.other.some(f.indices())
}

func (f *finding) places() []place {
	places := make([]place, len(f.rows))
	for i, r := range f.rows {
		places[i] = r.place
	}
	return places
}

// placesAgain returns where the rows come back, if all do.
func (f *finding) placesAgain() []place {
	places := make([]place, len(f.rows))
	for i, r := range f.rows {
		places[i] = *r.back
	}
	return places
}

// spanOf names one place if all lie within one cell, else the first and the last,
// or the least and the greatest where the rows have no trend.
func (f *finding) spanOf(places []place) (text string, one bool) {
	least, most, cell, level := f.ends(places)
	last := len(places) - 1
	if level && places[most].at-places[least].at <= cell*(1+1e-9) {
		return "at " + f.assign(mean(places)), true
	}
	if spread := places[most].at - places[least].at; spread-math.Abs(places[last].at-places[0].at) > cell {
		return "between " + f.pair(places, least) + " and " + f.pair(places, most), false
	}
	return "from " + f.pair(places, 0) + " to " + f.pair(places, last), false
}

// ends returns the indices of the least and the greatest place, the widest cell,
// and whether all places lie in the range, or all beyond the same end of it.
func (f *finding) ends(places []place) (least, most int, cell float64, level bool) {
	level = true
	for i, p := range places {
		if p.at < places[least].at {
			least = i
		}
		if p.at > places[most].at {
			most = i
		}
		cell, level = max(cell, p.cell), level && p.open == places[0].open
	}
	return least, most, cell, level
}

// mean returns the mean of places, which are open to the same side or not at all.
func mean(places []place) place {
	out := places[0]
	for _, p := range places[1:] {
		out.at += p.at
	}
	out.at /= float64(len(places))
	return out
}

// pair names a place and its row.
func (f *finding) pair(places []place, i int) string {
	return f.assign(places[i]) + " at " + f.other.assign(f.rows[i].index)
}

// assign writes a place: "c = 7.2e−5".
func (f *finding) assign(p place) string {
	return f.along.key() + " = " + number(f.along.short(p.at)) + p.beyond()
}

// beyond says to which side the place is open.
func (p place) beyond() string { return [...]string{" or less", "", " or more"}[p.open+1] }

func (r Range) assign(i int) string { return r.key() + " = " + r.spoken(i) }

// spoken writes value i for people.
func (r Range) spoken(i int) string {
	if r.isList() {
		return r.Written(i)
	}
	return number(r.Values[i])
}

// together names what each knob of a tuple gets.
func (r Range) together(i int) string {
	var words []string
	for k, text := range r.rows[i] {
		words = append(words, r.knobs[k].Key+" = "+text)
	}
	return strings.Join(words, ", ")
}

// short returns the value at a place of the scale with two digits, a whole one for
// a whole knob.
func (r Range) short(at float64) float64 {
	if r.Knob.Scale.Log {
		at = exact.Exp(at)
	}
	if r.Knob.Kind == sim.IntKind {
		return r.Knob.Nearest(at)
	}
	return round(at, 'e', 1)
}

// some names values of a range by their indices, which rise.
func (r Range) some(list []int) string {
	first, last := list[0], list[len(list)-1]
	switch {
	case len(list) == 1:
		return r.assign(first)
	case last-first == len(list)-1 && !r.isList():
		return r.assign(first) + " to " + r.spoken(last)
	case len(list) == 2:
		return r.assign(first) + " and " + r.spoken(last)
	}
	return fmt.Sprintf("%d values of %s", len(list), r.key())
}

func (f *finding) indices() (list []int) {
	for _, r := range f.rows {
		list = append(list, r.index)
	}
	return list
}

// sides says on which side of the edge the rows stay.
func (f *finding) sides() string {
	switch {
	case math.IsInf(f.edge, 0):
		return "all values are equal"
	case len(f.below) == 0:
		return "the value stays above " + number(f.edge)
	case len(f.above) == 0:
		return "the value stays below " + number(f.edge)
	}
	return "the value stays above " + number(f.edge) + " for " + f.other.some(f.above) + ", and below for " + f.other.some(f.below)
}

// uncertainty says how far the seeds agree, and where a row wavers.
func (f *finding) uncertainty(one bool) (words []string) {
	if f.seeds > 0 {
		words = append(words, f.seedWords(one))
	}
	switch {
	case len(f.wavers) > 0 && f.other.Knob == nil:
		return append(words, "it wavers")
	case len(f.wavers) > 0:
		return append(words, "wavering at "+f.other.some(f.wavers))
	}
	return words
}

// seedWords gives the ends of the places of single seeds, or how far two seeds of a
// row differ where the rows differ.
func (f *finding) seedWords(one bool) string {
	text := ""
	switch {
	case one:
		text = "single seeds: " + number(f.along.short(f.lo)) + " to " + number(f.along.short(f.hi))
	case f.along.Knob.Scale.Log:
		text = "seeds differ by up to a factor of " + number(round(exact.Exp(f.most), 'e', 1))
	default:
		text = "seeds differ by up to " + number(round(f.most, 'e', 1))
	}
	if f.lost > 0 {
		text += fmt.Sprintf(", none in %d of %d", f.lost, f.lost+f.seeds)
	}
	return text
}

// headline returns the place of the finding, or of its last row, and what it is.
func (f *finding) headline() (value float64, words string) {
	places := f.places()
	first, last := places[0], places[len(places)-1]
	_, one := f.spanOf(places)
	if one {
		last = mean(places)
	}
	words = strings.TrimSpace(last.beyond() + " is the " + f.along.key())
	if one {
		return f.along.short(last.at), words + " where " + lowerFirst(f.clause)
	}
	words += " at " + f.other.assign(f.rows[len(places)-1].index)
	if first.open == 0 && last.open == 0 {
		words += "; at " + f.other.assign(f.rows[0].index) + " it is " + number(f.along.short(first.at))
	}
	return f.along.short(last.at), words
}
