package sweep

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// objects returns the lines of a known run as JSON: the columns of its row, and under
// "rote" what the comments say in the other format, so that each line can be understood
// by itself. An absent fact is null.
func (g *Grid) objects(run int, keys []string, p Shard) string {
	var text strings.Builder
	about := g.about(keys, p)
	places := g.places()
	names := columnsOf(places, keys)
	for _, r := range g.readings(run) {
		var o Object
		for i, cell := range g.placeOf(run, r.step) {
			o.Value(places[i], cell)
		}
		for i, key := range keys {
			o.Value(names[i], formatValue(r.at(g.column(key))))
		}
		o.Raw("rote", about)
		text.WriteString(o.String() + "\n")
	}
	return text.String()
}

// Begins reports whether a text is the beginning of a line of JSON of this grid.
func (g *Grid) Begins(text string) bool {
	text, ok := strings.CutPrefix(text, "{")
	names := g.places()
	for i, pair := range strings.SplitN(text, ",", len(names)+1) {
		if i < len(names) {
			start := quoteJSON(names[i]) + ":"
			ok = ok && (strings.HasPrefix(pair, start) || strings.HasPrefix(start, pair))
		}
	}
	return ok
}

// about is the object that says which sweep a row belongs to.
func (g *Grid) about(keys []string, p Shard) string {
	var o Object
	o.Text("sweep", g.Address())
	o.Raw("made", texts(g.makers))
	if p.Of > 1 {
		o.Text("shard", p.String())
	}
	var names, units Object
	columns := columnsOf(g.places(), keys)
	for i, key := range keys {
		f := g.factOf(key)
		if f.Name != "" {
			names.Text(columns[i], printable(f.Name))
		}
		if f.Unit != "" {
			units.Text(columns[i], printable(f.Unit))
		}
	}
	o.Raw("names", names.String())
	o.Raw("units", units.String())
	return o.String()
}

// texts writes a list of texts.
func texts(list []string) string {
	words := make([]string, len(list))
	for i, text := range list {
		words[i] = quoteJSON(text)
	}
	return "[" + strings.Join(words, ",") + "]"
}

// An Object is a JSON object that is written key by key. Package encoding/json would
// be larger than the rest of the program that runs in a page. The zero value is {}.
type Object struct{ pairs []string }

// Raw adds a key with a value that is JSON already.
func (o *Object) Raw(key, value string) { o.pairs = append(o.pairs, quoteJSON(key)+":"+value) }

// Text adds a key with a text.
func (o *Object) Text(key, text string) { o.Raw(key, quoteJSON(text)) }

// Value adds a key with the cell of a table: a number, null for an empty one, or else a
// text.
func (o *Object) Value(key, cell string) {
	if _, err := strconv.ParseFloat(cell, 64); err == nil && isJSONNumber(cell) {
		o.Raw(key, cell)
		return
	}
	if cell == "" {
		o.Raw(key, "null")
		return
	}
	o.Text(key, cell)
}

// isJSONNumber tells a number from what only Go takes for one, such as Inf and 0x1p-2.
func isJSONNumber(text string) bool { return strings.Trim(text, "0123456789+-.e") == "" }

func (o *Object) String() string { return "{" + strings.Join(o.pairs, ",") + "}" }

// quoteJSON writes a text as JSON. Bytes that are no UTF-8 become U+FFFD.
func quoteJSON(text string) string {
	out := []byte{'"'}
	for _, c := range text {
		switch {
		case c == '"' || c == '\\':
			out = append(out, '\\', byte(c))
		case c < ' ' || c == 0x7f:
			const digits = "0123456789abcdef"
			out = append(out, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
		default:
			out = utf8.AppendRune(out, c)
		}
	}
	return string(append(out, '"'))
}
