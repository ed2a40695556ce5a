package sweep

import (
	"strings"
)

// Ranges returns all ranges: that across, that upward, and the others.
func (g *Grid) Ranges() []Range {
	list := []Range{g.X}
	if g.Y.Knob != nil {
		list = append(list, g.Y)
	}
	return append(list, g.Rest...)
}

// Slices returns how many diagrams the grid has: one for each combination of values of
// the ranges beyond the second.
func (g *Grid) Slices() int {
	n := 1
	for _, r := range g.Rest {
		n *= r.size()
	}
	return n
}

// Slice returns a view of diagram i, with what the grid knows now: its frame, finding
// and cells are those of one combination of values of the ranges beyond the second. Its
// runs have the numbers of the grid.
func (g *Grid) Slice(i int) *Grid {
	view := *g
	view.slice, view.sliced = i, true
	return &view
}

// area is the number of cells of one diagram.
func (g *Grid) area() int { return g.X.size() * g.Y.size() }

// sliceOf returns the diagram of a run.
func (g *Grid) sliceOf(run int) int { return run % g.Cells() / g.area() }

// sees reports whether a run is in the view.
func (g *Grid) sees(run int) bool { return !g.sliced || g.sliceOf(run) == g.slice }

// seen is how many runs the view has.
func (g *Grid) seen() int {
	if g.sliced {
		return g.area() * g.Seeds
	}
	return g.Runs()
}

// others returns the index of the value of each range beyond the second in a slice.
func (g *Grid) others(slice int) []int {
	list := make([]int, len(g.Rest))
	for k, r := range g.Rest {
		list[k], slice = slice%r.size(), slice/r.size()
	}
	return list
}

// setSlice gives the knobs of the further ranges their values in a slice until restore
// is called.
func (g *Grid) setSlice(slice int) (restore func()) {
	var all []func()
	for k, i := range g.others(slice) {
		all = append(all, g.Rest[k].set(i))
	}
	return func() {
		for _, f := range all {
			f()
		}
	}
}

// SliceIndex returns which diagram is shown, from 0.
func (g *Grid) SliceIndex() int { return g.slice }

// SliceName says which diagram a view is: "data = ring". It is "" if there is but one.
func (g *Grid) SliceName() string {
	var words []string
	for k, i := range g.others(g.slice) {
		words = append(words, g.Rest[k].assign(i))
	}
	return strings.Join(words, ", ")
}
