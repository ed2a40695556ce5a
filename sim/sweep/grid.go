package sweep

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// A Grid is the runs of one lab that differ in one or two knobs and in the seed.
// Each run goes to its end, or to the tick at, and gives one fact. Two swept
// knobs make a diagram, one a curve.
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
	Base     *sim.Run   // the knobs that all runs share; stays at step 0
	X        Range      // across
	Y        Range      // upward; it has no knob in a curve
	Fact     string     // key
	Seeds    int        // of each cell: the seed of Base and those that follow it
	proposed sim.Preset // the proposal that this is, or none
	fact     sim.Fact   // name and unit of the fact, once a run has told them
	found    []found    // one per run
}

// Limits of a grid.
const (
	MaxRuns   = 4096 // of all cells and seeds together
	maxValues = 256  // of a range
	maxListed = 64   // values that are written one by one
)

// Open reads the address of a grid. As in [sim.Open], what is wrong with it is
// repaired, and each repair is a sentence; only an unknown lab and an address
// without a range are errors.
func Open(labs []sim.Info, address string) (g *Grid, repairs []string, err error) {
	if g, repairs, err = parse(labs, address); err == nil {
		g.Base.Reset()
		g.found = make([]found, g.Runs())
		g.proposed = g.proposal(labs)
	}
	return g, repairs, err
}

// parse does the same without a state of the lab and without results.
func parse(labs []sim.Info, address string) (g *Grid, repairs []string, err error) {
	a, repairs := sim.ParseAddress(address)
	base, _, err := sim.Idle(labs, sim.Address{Lab: a.Lab}.String())
	if err != nil {
		return nil, repairs, err
	}
	g = &Grid{Base: base, Seeds: 1}
	for _, p := range a.Pairs {
		if repair := g.set(p); repair != "" {
			repairs = append(repairs, repair)
		}
	}
	if g.X.Knob == nil {
		return nil, repairs, fmt.Errorf("no knob of %s has a range, such as %s", base.Info.Name, example(base))
	}
	repairs = append(repairs, g.bound()...)
	if g.Fact == "" {
		g.Fact = g.usualFact()
		repairs = append(repairs, fmt.Sprintf("fact is missing; using %s.", sim.Quote(g.Fact)))
	}
	return g, repairs, nil
}

// example writes a range of the first knob that can have one.
func example(r *sim.Run) string {
	for _, k := range r.Knobs.All() {
		if isNumber(k) {
			return k.Key + "=" + lowest(k) + ".." + sim.FormatFloat(k.Max) + "*6"
		}
	}
	return "n=1..10*6, and there is no number among its knobs"
}

// set applies one pair of the address.
func (g *Grid) set(p sim.Pair) (repair string) {
	switch knob := g.Base.Knobs.Find(p.Key); {
	case p.Key == "fact":
		return g.setFact(p.Value)
	case p.Key == "seeds":
		k := new(sim.Knobs).Int(&g.Seeds, "n", "Seeds", 1, 1, MaxRuns)
		k.Key = p.Key // which no knob of a lab may have
		return k.Set(p.Value)
	case knob != nil && isNumber(knob) && isRange(p.Value):
		return g.sweep(knob, p.Value)
	}
	if knob := g.Base.Find(p.Key); knob != nil {
		return knob.Set(p.Value)
	}
	_, repair = g.Base.Set(p.Key, p.Value)
	return repair
}

func (g *Grid) setFact(key string) (repair string) {
	if key == "" || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
		return fmt.Sprintf("fact = %s is not the key of a fact and is left out.", sim.Quote(key))
	}
	g.Fact = key
	return ""
}

// sweep gives a knob the range in a text.
func (g *Grid) sweep(k *sim.Knob, text string) (repair string) {
	r, repair := parseRange(k, text)
	switch {
	case len(r.Values) == 0:
		return repair
	case len(r.Values) == 1:
		k.SetNumber(r.Values[0])
		return repair
	case g.X.Knob == nil:
		g.X = r
	case g.Y.Knob == nil:
		g.Y = r
	default:
		k.SetNumber(r.Values[0])
		return fmt.Sprintf("%s = %s is a third range; allowed are two; using %s.", k.Key, sim.Quote(text), k.Text())
	}
	return repair
}

// bound cuts seeds, then values, until the runs are not too many.
func (g *Grid) bound() (repairs []string) {
	if n := g.Runs(); n > MaxRuns {
		g.Seeds = max(1, MaxRuns/g.Cells())
		for g.Cells() > MaxRuns {
			r := &g.X
			if g.Y.size() > g.X.size() {
				r = &g.Y
			}
			*r = r.thinned(r.size() - 1)
		}
		repairs = append(repairs, fmt.Sprintf("A sweep of %d runs is too long; allowed are %d; using %d×%d values with %d seeds.",
			n, MaxRuns, g.X.size(), g.Y.size(), g.Seeds))
	}
	seed := g.Base.Seed
	if last := seed.Max - float64(g.Seeds-1); seed.Number() > last {
		repairs = append(repairs, fmt.Sprintf("seed = %s leaves no room for %d seeds; using %s.", seed.Text(), g.Seeds, sim.FormatFloat(last)))
		seed.SetNumber(last)
	}
	return repairs
}

// usualFact is the fact of the lab's first proposed sweep, or the first fact
// that the lab has at once.
func (g *Grid) usualFact() string {
	for _, p := range g.Base.Info.Sweeps {
		if a, _ := sim.ParseAddress(p.Address); a.Get("fact") != "" {
			return a.Get("fact")
		}
	}
	g.Base.Reset()
	if facts := g.Base.Frame().Facts; len(facts) > 0 {
		return facts[0].Key
	}
	return "none"
}

// proposal returns the lab's proposed sweep that this grid is but for its seeds,
// or none.
func (g *Grid) proposal(labs []sim.Info) sim.Preset {
	for _, p := range g.Base.Info.Sweeps {
		other, _, err := parse(labs, p.Address)
		if err != nil {
			continue
		}
		other.Seeds = g.Seeds
		other.Base.Seed.Set(g.Base.Seed.Text())
		if other.Address() == g.Address() {
			return p
		}
	}
	return sim.Preset{}
}

// Address returns the shortest address of the grid, in canonical form: the knobs
// that all runs share, both ranges, the seed, the tick, the fact and the number of
// seeds.
func (g *Grid) Address() string {
	a, _ := sim.ParseAddress(g.Base.Address())
	seed := a.Get("seed")
	a.Pairs = slices.DeleteFunc(a.Pairs, func(p sim.Pair) bool { return p.Key == "seed" })
	add(&a, g.X.key(), g.X.Text)
	add(&a, g.Y.key(), g.Y.Text)
	add(&a, "seed", seed)
	add(&a, "at", g.at())
	add(&a, "fact", g.Fact)
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
func (g *Grid) Cells() int { return g.X.size() * g.Y.size() }

// Runs returns the number of runs: one for each cell and seed.
func (g *Grid) Runs() int { return g.Cells() * g.Seeds }

// place returns the column, the row and the seed of a run.
func (g *Grid) place(run int) (col, row, seed int) {
	return run % g.X.size(), run / g.X.size() % g.Y.size(), run / g.Cells()
}

// RunAddress returns the address of a run, in canonical form.
func (g *Grid) RunAddress(run int) string {
	col, row, seed := g.place(run)
	defer with(g.X.Knob, g.X.Values[col])()
	if g.Y.Knob != nil {
		defer with(g.Y.Knob, g.Y.Values[row])()
	}
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
