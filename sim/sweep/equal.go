package sweep

import "math"

// equals says which rows, and which columns, of a diagram are equal in all runs,
// to the last bit: there the other knob makes no difference. Rows that do not
// change themselves do not count, nor do those with unknown cells.
func (g *Grid) equals() (sentences []string) {
	if g.Y.Knob == nil {
		return nil
	}
	for _, way := range []struct {
		along, other Range
		name         string
	}{{g.X, g.Y, "rows"}, {g.Y, g.X, "columns"}} {
		if text := g.equalRows(way.along, way.other, way.name); text != "" {
			sentences = append(sentences, text)
		}
	}
	return sentences
}

// equalRows says which rows along a range equal the one before.
func (g *Grid) equalRows(along, other Range, name string) string {
	var same []int
	for i := 1; i < other.size(); i++ {
		if g.equal(along, i-1, i) {
			if len(same) == 0 || same[len(same)-1] != i-1 {
				same = append(same, i-1)
			}
			same = append(same, i)
		}
	}
	switch {
	case len(same) == 0:
		return ""
	case len(same) == other.size():
		return "All " + name + " are equal: " + other.key() + " makes no difference here."
	}
	return "The " + name + " of " + other.some(same) + " are equal."
}

// equal reports whether rows i and j along a range are equal, and not constant.
func (g *Grid) equal(along Range, i, j int) bool {
	changes := false
	for seed := range g.Seeds {
		a, b := g.series(along, i, seed), g.series(along, j, seed)
		if len(a.value) < along.size() || len(b.value) < along.size() {
			return false
		}
		for k := range a.value {
			if math.Float64bits(a.value[k]) != math.Float64bits(b.value[k]) {
				return false
			}
			changes = changes || a.value[k] != a.value[0]
		}
	}
	return changes
}
