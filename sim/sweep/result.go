package sweep

import (
	"math"
	"slices"

	"example.org/rote/sim"
)

// A Sample is what a run states at a tick. An absent fact is left out.
type Sample struct {
	Step  int
	Facts []sim.Fact
}

// found is what is known of a run.
type found struct {
	known    bool
	whole    bool      // with all facts that the run has
	readings []reading // their steps rise; the last is that of the end
}

// A reading is a row of the table.
type reading struct {
	step   int
	values []float64 // by column; NaN, or beyond the end, where the run has no such fact
}

func (r reading) at(column int) float64 {
	if column < 0 || column >= len(r.values) {
		return math.NaN()
	}
	return r.values[column]
}

func (r *reading) set(column int, value float64) {
	for len(r.values) <= column {
		r.values = append(r.values, math.NaN())
	}
	r.values[column] = value
}

// end returns a value at the end of the run.
func (f *found) end(column int) float64 {
	if len(f.readings) == 0 {
		return math.NaN()
	}
	return f.readings[len(f.readings)-1].at(column)
}

// Put stores the result of a run: what it states in the end, and before that at every
// so many ticks if the grid asks for that. No sample is a run without facts.
func (g *Grid) Put(run int, samples ...Sample) { g.found[run] = g.take(run, samples) }

func (g *Grid) take(run int, samples []Sample) found {
	f := found{known: true, whole: true}
	for _, s := range samples {
		r, before := reading{step: s.Step}, -1
		for _, fact := range s.Facts {
			if !math.IsNaN(fact.Value) && !math.IsInf(fact.Value, 0) {
				before = g.learn(fact, run, before)
				r.set(before, fact.Value)
			}
		}
		f.readings = append(f.readings, r)
	}
	return f
}

// Take takes all that is known of the same runs elsewhere, as far as it has the facts
// that are asked for here.
func (g *Grid) Take(other *Grid) {
	if !g.SameRuns(other) {
		panic("sweep: Take from another grid, " + other.Address())
	}
	covers := !g.All && !slices.ContainsFunc(g.Facts, func(key string) bool { return !slices.Contains(other.Facts, key) })
	for run, f := range other.found {
		if f.known && (f.whole || covers) {
			g.Put(run, other.samples(run)...)
			g.found[run].whole = f.whole
		}
	}
	for _, maker := range other.makers {
		g.MadeBy(maker)
	}
}

// Ask asks for the facts that another grid of the same runs asks for, and shows the first
// of them. What is known stays.
func (g *Grid) Ask(other *Grid) {
	if !g.SameRuns(other) {
		panic("sweep: Ask as another grid, " + other.Address())
	}
	g.Facts, g.All = other.Facts, other.All
	g.Show(other.Fact)
}

// SameRuns reports whether another grid has the same runs, whatever facts it asks for.
func (g *Grid) SameRuns(other *Grid) bool {
	a, b := *g, *other
	a.Facts, b.Facts, a.All, b.All = nil, nil, true, true
	return a.Address() == b.Address()
}

// samples returns what is known of a run as it would be put.
func (g *Grid) samples(run int) (samples []Sample) {
	for _, r := range g.found[run].readings {
		s := Sample{Step: r.step}
		for _, i := range g.order {
			if v := r.at(i); !math.IsNaN(v) {
				fact := g.told[i].Fact
				fact.Value = v
				if g.told[i].from != run {
					fact.Name, fact.Unit = "", ""
				}
				s.Facts = append(s.Facts, fact)
			}
		}
		samples = append(samples, s)
	}
	return samples
}

// MadeBy notes which Rote has measured a run, for the file. Beyond 100 of them it keeps
// those that came first.
func (g *Grid) MadeBy(maker string) {
	const most = 100
	if maker = printable(rejoined(maker)); maker != "" && len(g.makers) < most && !slices.Contains(g.makers, maker) {
		g.makers = append(g.makers, maker)
		slices.Sort(g.makers)
	}
}

// Makers returns which Rotes have measured runs, in order.
func (g *Grid) Makers() []string { return slices.Clone(g.makers) }

// Get returns the result of a run: the fact that the diagram shows, at the end. The
// value is NaN unless the run is known and has the fact.
func (g *Grid) Get(run int) (value float64, known bool) {
	f := &g.found[run]
	return f.end(g.shown), f.known
}

// Value returns any fact of a run, at its end; it is NaN unless the run is known and
// has the fact.
func (g *Grid) Value(run int, key string) float64 { return g.found[run].end(g.column(key)) }

// Known returns how many runs are known, of those that the view has.
func (g *Grid) Known() (n int) {
	for run := range g.found {
		if g.found[run].known && g.sees(run) {
			n++
		}
	}
	return n
}
