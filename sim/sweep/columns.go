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
