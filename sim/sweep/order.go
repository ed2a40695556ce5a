package sweep

import (
	"math"
)

// Next returns the unknown run that is to come next: first a coarse grid over
// the diagram, then, wherever it is, the cell around which the fact changes
// most, and with more seeds the same again. It is a function of what is known:
// equal results give an equal choice. Runs for which skip returns true are left
// out: they are on their way, or belong to somebody else. It returns false if
// there is none.
func (g *Grid) Next(skip func(run int) bool) (run int, ok bool) {
	for seed := range g.Seeds {
		if run, ok = g.nextOf(seed, skip); ok {
			return run, true
		}
	}
	return 0, false
}

// nextOf returns the next run with a seed: of all diagrams the coarse grids first.
func (g *Grid) nextOf(seed int, skip func(run int) bool) (best int, ok bool) {
	for i := range g.Slices() {
		if run, ok := g.Slice(i).coarse(seed, skip); ok {
			return run, true
		}
	}
	most := -1.0
	for i := range g.Slices() {
		if run, change := g.Slice(i).changing(seed, skip); change > most {
			best, most, ok = run, change, true
		}
	}
	return best, ok
}

// coarse returns the first unknown run of the coarse grid, which the first seed has.
func (g *Grid) coarse(seed int, skip func(run int) bool) (run int, ok bool) {
	if seed > 0 {
		return 0, false
	}
	for cell := range g.area() {
		col, row, _ := g.place(cell)
		run := g.index(col, row, 0)
		if isCoarse(col, g.X.size()) && isCoarse(row, g.Y.size()) && !g.found[run].known && !skip(run) {
			return run, true
		}
	}
	return 0, false
}

// changing returns the unknown run around which the fact changes most, and how much, -1
// if there is none.
func (g *Grid) changing(seed int, skip func(run int) bool) (best int, most float64) {
	scene := g.survey()
	most = -1
	for cell := range g.area() {
		col, row, _ := g.place(cell)
		run := g.index(col, row, seed)
		if g.found[run].known || skip(run) {
			continue
		}
		if change := scene.change(col, row); change > most {
			best, most = run, change
		}
	}
	return best, most
}

// isCoarse reports whether value i of n belongs to the coarse grid: four values,
// or every fourth where that is more.
func isCoarse(i, n int) bool {
	steps := min(n-1, max(3, n/4))
	for k := range steps + 1 {
		if i == k*(n-1)/max(1, steps) {
			return true
		}
	}
	return false
}

// A survey is what is known of a diagram, cell by cell.
type survey struct {
	w, h  int
	state []state
	mean  []float64
	span  float64 // of all means
}

type state uint8

const (
	unknown state = iota
	absent        // the run has no such fact
	present
)

func (g *Grid) survey() *survey {
	v := &survey{w: g.X.size(), h: g.Y.size(), state: make([]state, g.area()), mean: make([]float64, g.area())}
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := range v.state {
		c := g.Cell(i%v.w, i/v.w)
		switch {
		case c.N > 0:
			v.state[i], v.mean[i] = present, c.Mean
			lo, hi = min(lo, c.Mean), max(hi, c.Mean)
		case c.Known > 0:
			v.state[i] = absent
		}
	}
	if hi > lo {
		v.span = hi - lo
	}
	return v
}

// change returns how much the fact changes around a cell, as a share of its span
// per cell of distance: over the smallest square around the cell that has known
// cells in all four directions. A fact that is absent here and present there
// changes by all of its span.
func (v *survey) change(col, row int) float64 {
	around := view{lo: math.Inf(1), hi: math.Inf(-1)}
	for r := 1; r < max(v.w, v.h, 2); r++ {
		around.ring(v, col, row, r)
		if around.sides == 15 {
			return around.change(v.span) / float64(r)
		}
	}
	return around.change(v.span) / float64(max(v.w, v.h))
}

// A view collects the known cells around one.
type view struct {
	sides  uint // bit per quadrant that has a known cell; each holds its axes
	lo, hi float64
	absent bool
}

// ring adds the cells at distance r, and with the first ring the cell itself.
func (a *view) ring(v *survey, col, row, r int) {
	for y := max(0, row-r); y <= min(v.h-1, row+r); y++ {
		step := 1
		if inner := y > row-r && y < row+r; inner && r > 1 {
			step = 2 * r
		}
		for x := col - r; x <= col+r; x += step {
			if x >= 0 && x < v.w {
				a.add(v, y*v.w+x, x-col, y-row)
			}
		}
	}
}

func (a *view) add(v *survey, cell, dx, dy int) {
	switch v.state[cell] {
	case unknown:
		return
	case absent:
		a.absent = true
	case present:
		a.lo, a.hi = min(a.lo, v.mean[cell]), max(a.hi, v.mean[cell])
	}
	for i, in := range [...]bool{dx <= 0 && dy <= 0, dx >= 0 && dy <= 0, dx <= 0 && dy >= 0, dx >= 0 && dy >= 0} {
		if in {
			a.sides |= 1 << i
		}
	}
}

func (a *view) change(span float64) float64 {
	switch has := a.hi >= a.lo; {
	case has && a.absent:
		return 1
	case has && span > 0:
		return (a.hi - a.lo) / span
	}
	return 0
}
