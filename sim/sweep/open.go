package sweep

import (
	"fmt"
	"strings"

	"example.org/rote/sim"
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
	if _, needs := base.Needs(); needs {
		data := base.Find("data")
		data.Set(data.DefaultText())
		repairs = append(repairs, fmt.Sprintf("data = file is left out: a sweep has no file; using %s.", data.Text()))
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
	case p.Key == "rev":
		return sim.OpenRev(p.Value)
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
func (g *Grid) proposal(labs []sim.Info) sim.Sweep {
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
	return sim.Sweep{}
}
