package sweep

import (
	"slices"
	"strconv"

	"example.org/rote/sim"
)

// A Grid is the runs of one lab that differ in one or two knobs and in the seed.
// Each run goes to its end, or to the tick at, and gives the facts that are asked
// for, one of which is shown. Two swept knobs make a diagram, one a curve.
//
// Its address is that of a run whose values may be ranges:
//
//	capacity?depth=1&n=64..512*6&width=4..64*8&fact=at1000&seeds=3
//
// Runs are numbered from 0 to Runs()-1: all cells with the first seed, then all
// with the next; in each of them row by row of the second range.
//
// Invariant: the results of a run, once known, never change, as equal addresses
// give equal facts.
type Grid struct {
	Base     *sim.Run // the knobs that all runs share; stays at step 0
	X        Range    // across
	Y        Range    // upward; it has no knob in a curve
	Rest     []Range  // further ones: each combination of their values is a diagram of its own
	Fact     string   // key of the fact that is shown; Show changes it
	Facts    []string // keys of the facts that are asked for, in order
	All      bool     // and all others that a run has
	Every    int      // ticks from one reading of a run to the next; 0: there is only that of its end
	Seeds    int      // of each cell: the seed of Base and those that follow it
	labs     []sim.Info
	design   design
	slice    int       // whose diagram is shown
	sliced   bool      // the grid is a view of that alone
	proposed sim.Sweep // the proposal that this is, or none
	makers   []string  // who has measured runs, in order
	told     []told    // the facts that runs have, in the order in which they told them
	order    []int     // of told: that of the frames
	shown    int       // of told: the fact that is shown, or -1
	found    []found   // one per run
}

// Limits of a grid.
const (
	MaxRuns   = 4096 // of all cells and seeds together
	maxValues = 256  // of a range
	maxRanges = 6
	maxListed = 64  // values that are written one by one
	maxRows   = 1e6 // of a file, about
)

// Address returns the shortest address of the grid, in canonical form: the knobs
// that all runs share, both ranges, the seed, the tick, the facts, the ticks between
// readings and the number of seeds.
func (g *Grid) Address() string {
	a, _ := sim.ParseAddress(g.Base.Address())
	seed := a.Get("seed")
	a.Pairs = slices.DeleteFunc(a.Pairs, func(p sim.Pair) bool { return p.Key == "seed" })
	for _, r := range g.spans() {
		add(&a, r.key(), r.Text)
	}
	if g.design.points > 0 {
		add(&a, "design", g.design.String())
	}
	add(&a, "seed", seed)
	add(&a, "at", g.at())
	add(&a, "fact", g.factText())
	if g.Every > 0 {
		add(&a, "every", strconv.Itoa(g.Every))
	}
	if g.Seeds > 1 {
		add(&a, "seeds", strconv.Itoa(g.Seeds))
	}
	return a.String()
}

// add appends a pair to an address, unless the value is empty.
func add(a *sim.Address, key, value string) {
	if value != "" {
		a.Pairs = append(a.Pairs, sim.Pair{Key: key, Value: value})
	}
}

// at is the tick at which the runs end, or "" if that is their own end.
func (g *Grid) at() string {
	if g.Base.At.Number() == 0 {
		return ""
	}
	return g.Base.At.Text()
}

// Cells returns the number of combinations of values.
func (g *Grid) Cells() int { return g.area() * g.Slices() }

// spans returns the ranges as the address has them.
func (g *Grid) spans() []Range {
	if g.design.points > 0 {
		return g.design.ranges
	}
	return g.Ranges()
}

// Runs returns the number of runs: one for each cell and seed.
func (g *Grid) Runs() int { return g.Cells() * g.Seeds }

// IsRange reports whether the address has a range for a key.
func (g *Grid) IsRange(key string) bool {
	return slices.ContainsFunc(g.spans(), func(r Range) bool { return r.key() == key })
}

// place returns the column and the row of a run in its diagram, and its seed.
func (g *Grid) place(run int) (col, row, seed int) {
	return run % g.X.size(), run / g.X.size() % g.Y.size(), run / g.Cells()
}

// RunAddress returns the address of a run, in canonical form.
func (g *Grid) RunAddress(run int) string {
	col, row, seed := g.place(run)
	defer g.X.set(col)()
	defer g.Y.set(row)()
	defer g.setSlice(g.sliceOf(run))()
	defer with(g.Base.Seed, g.Base.Seed.Number()+float64(seed))()
	a, _ := sim.ParseAddress(g.Base.Address())
	add(&a, "at", g.at())
	return a.String()
}

// with gives a knob another value until restore is called.
func with(k *sim.Knob, value float64) (restore func()) {
	before := k.Number()
	k.SetNumber(value)
	return func() { k.SetNumber(before) }
}
