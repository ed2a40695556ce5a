package sweep

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// isList reports whether the range is a list of words or tuples, which have no scale.
func (r Range) isList() bool { return r.rows != nil }

// IsNumbers reports whether the values are numbers of one knob, and neither words nor
// tuples.
func (r Range) IsNumbers() bool { return r.Knob != nil && !r.isList() }

// Written returns how value i is written.
func (r Range) Written(i int) string {
	if r.isList() {
		return strings.Join(r.rows[i], ":")
	}
	return sim.FormatFloat(r.Values[i])
}

// columns returns the keys of the knobs of the range, none if it has none.
func (r Range) columns() (keys []string) {
	if r.Knob == nil {
		return nil
	}
	return strings.Split(r.Knob.Key, ",")
}

// cells returns value i as the cells of a row.
func (r Range) cells(i int) []string {
	switch {
	case r.Knob == nil:
		return nil
	case r.isList():
		return r.rows[i]
	}
	return []string{sim.FormatFloat(r.Values[i])}
}

// set gives value i to the knobs of the range until restore is called.
func (r Range) set(i int) (restore func()) {
	if r.Knob == nil {
		return func() {}
	}
	before := make([]string, len(r.knobs))
	for k, knob := range r.knobs {
		before[k] = knob.Text()
		knob.Set(r.cells(i)[k])
	}
	return func() {
		for k, knob := range r.knobs {
			knob.Set(before[k])
		}
	}
}

// newList returns the range of the rows of texts that knobs get together. One of
// several knobs has a stand-in, which can only be asked for its key, its name and its
// scale.
func newList(knobs []*sim.Knob, rows [][]string) Range {
	r := Range{Knob: knobs[0], knobs: knobs, rows: rows}
	if len(knobs) > 1 {
		r.Knob = &sim.Knob{Kind: sim.ChoiceKind}
		var keys, labels []string
		for _, k := range knobs {
			keys, labels = append(keys, k.Key), append(labels, k.Label)
		}
		r.Knob.Key, r.Knob.Label = strings.Join(keys, ","), strings.Join(labels, " and ")
	}
	var words []string
	for i := range rows {
		r.Values = append(r.Values, float64(i))
		words = append(words, strings.Join(rows[i], ":"))
	}
	r.Text = strings.Join(words, ",")
	return r
}

// isTuple reports whether a key names several knobs: n,d=16:4,32:8.
func isTuple(key string) bool { return strings.Contains(key, ",") }

func isWord(k *sim.Knob) bool { return k.Kind == sim.ChoiceKind || k.Kind == sim.BoolKind }

// parseList reads a list of words or of tuples, whose parts are separated by colons.
// The repair is a sentence, or "". What is left may be one row only, or none.
func (g *Grid) parseList(key, text string) (r Range, repair string) {
	knobs, fault := g.tuple(key)
	if fault != "" {
		return Range{}, fmt.Sprintf("%s = %s: %s; it is left out.", sim.Quote(key), sim.Quote(text), fault)
	}
	var rows [][]string
	plain := plainTuples(knobs, text)
	for word := range strings.SplitSeq(plain, ",") {
		row, wrong := parseRow(knobs, word)
		switch {
		case wrong != "":
			fault = wrong
		case slices.ContainsFunc(rows, func(old []string) bool { return slices.Equal(old, row) }):
			fault = sim.Quote(word) + " is repeated"
		case len(rows) == maxListed:
			fault = fmt.Sprintf("there are more than %d values", maxListed)
		default:
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return Range{}, fmt.Sprintf("%s = %s: %s; it is left out.", key, sim.Quote(text), fault)
	}
	switch r = newList(knobs, rows); {
	case fault != "":
		repair = fmt.Sprintf("%s = %s: %s; using %s.", key, sim.Quote(text), fault, sim.Quote(r.Text))
	case plain != text, r.Text != text && strings.EqualFold(r.Text, text):
		repair = fmt.Sprintf("%s = %s is read as %s.", key, sim.Quote(text), sim.Quote(r.Text))
	}
	return r, repair
}

// tuple returns the knobs of a key, or what is wrong with it.
func (g *Grid) tuple(key string) (knobs []*sim.Knob, fault string) {
	for word := range strings.SplitSeq(key, ",") {
		k := g.Base.Knobs.Find(word)
		switch {
		case k == nil:
			return nil, sim.Quote(word) + " is not a knob of " + g.Base.Info.Name
		case k.Kind == sim.PointsKind:
			return nil, word + " is a list of points, and cannot have a range"
		case slices.Contains(knobs, k):
			return nil, word + " is named twice"
		}
		knobs = append(knobs, k)
	}
	return knobs, ""
}

// parseRow reads the values that knobs get together.
func parseRow(knobs []*sim.Knob, text string) (row []string, fault string) {
	words := strings.Split(text, ":")
	if len(words) != len(knobs) {
		return nil, fmt.Sprintf("%s has %d parts and not %d", sim.Quote(text), len(words), len(knobs))
	}
	for i, k := range knobs {
		before := k.Text()
		repair := k.Set(words[i])
		row = append(row, k.Text())
		if k.Set(before); repair != "" && !strings.EqualFold(row[i], strings.TrimSpace(words[i])) {
			return nil, fmt.Sprintf("%s is not a value of %s, which is %s", sim.Quote(words[i]), k.Key, k.Range())
		}
	}
	return row, ""
}

// listAt returns the index of a row of the list that is written in a file, or -1.
func (r *Reader) listAt(x Range, row []string) int {
	found := -1
	for i, texts := range x.rows {
		exact, near := true, true
		for k, text := range texts {
			exact = exact && row[k] == text
			near = near && r.means(x.knobs[k].Key, row[k], text)
		}
		switch {
		case exact:
			return i
		case near && found >= 0:
			found = -2
		case near:
			found = i
		}
	}
	return max(-1, found)
}

// means reports whether a cell may be what is left of a text that was written there.
func (r *Reader) means(column, cell, text string) bool {
	if cell == text {
		return true
	}
	value, ok := r.number(column, cell)
	known, err := strconv.ParseFloat(text, 64)
	return ok && err == nil && (known == value || roundsTo(known, value, r.dotted(cell)))
}
