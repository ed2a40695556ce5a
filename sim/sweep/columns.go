package sweep

import (
	"slices"
	"strings"
)

// besides begins the column of a fact whose key is the name of another column: with
// every, that of diffusion's fact step is fact_step.
const besides = "fact_"

// columnsOf returns the columns of facts beside those that say which reading a row is.
func columnsOf(places, keys []string) []string {
	names := slices.Clone(keys)
	for i, key := range keys {
		if slices.Contains(places, key) {
			names[i] = besides + key
		}
	}
	return names
}

// keyOf returns the key of the fact that a column holds.
func keyOf(places []string, column string) string {
	if key, ok := strings.CutPrefix(column, besides); ok && slices.Contains(places, key) {
		return key
	}
	return column
}

// keysOf returns the keys of the facts that columns hold. Those of before are read, too:
// they had two of the same name.
func keysOf(places, columns []string) []string {
	keys := make([]string, len(columns))
	for i, column := range columns {
		keys[i] = keyOf(places, column)
	}
	return keys
}

// isColumns reports whether a line names the columns, and learns from it what
// separates them, and which facts they are.
func (r *Reader) isColumns(line string) bool {
	g := r.grid
	places := g.places()
	head := strings.Join(places, ",") + ","
	names, sep := namesOf(line, func(names []string) bool {
		return strings.HasPrefix(strings.Join(names, ","), head) || g.orderOf(names) != nil
	})
	text := strings.Join(names, ",")
	facts, isPlain := strings.CutPrefix(text, head)
	keys := keysOf(places, strings.Split(facts, ","))
	old := facts == "fact,value" && len(g.Facts) == 1 && !g.All && g.Every == 0
	var moved []int
	if old {
		keys = g.Facts
	} else if !isPlain || !g.hasColumns(keys) {
		if moved = g.orderOf(names); moved == nil {
			return false
		}
		if keys = keysOf(places, inOrder(names, moved)[len(places):]); !g.hasColumns(keys) {
			return false
		}
	}
	r.columns, r.keys, r.sep, r.old, r.moved = text, keys, sep, old, moved
	r.foreign = r.foreign || line != text || moved != nil
	return true
}

// hasColumns reports whether a file of the grid may have these facts.
func (g *Grid) hasColumns(keys []string) bool {
	n := len(g.Facts)
	if len(keys) < n || !slices.Equal(keys[:n], g.Facts) || len(keys) > maxColumns {
		return false
	}
	for i, key := range keys[n:] {
		if !g.All || !isFactKey(key) || slices.Contains(keys[:n+i], key) {
			return false
		}
	}
	return true
}

// orderOf returns where the columns of a file of the grid stand in a line that names them:
// the places, the facts that are asked for, and the others as they come. It returns nil if
// one is missing, or there twice.
func (g *Grid) orderOf(names []string) (order []int) {
	places := g.places()
	want := slices.Concat(places, columnsOf(places, g.Facts))
	for _, column := range slices.Concat(want, names) {
		i := slices.Index(names, column)
		if i < 0 || slices.Index(names[i+1:], column) >= 0 {
			return nil
		}
		if !slices.Contains(order, i) {
			order = append(order, i)
		}
	}
	return order
}

// inOrder returns the cells of a row in an order, or as they are if that is nil.
func inOrder(row []string, order []int) []string {
	if order == nil {
		return row
	}
	cells := make([]string, len(order))
	for i, k := range order {
		cells[i] = row[k]
	}
	return cells
}
