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
		repairs = append(repairs, g.boundRows()...)
		g.found = make([]found, g.Runs())
		g.Show(g.Fact)
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
	g = &Grid{Base: base, Seeds: 1, labs: labs, shown: -1}
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
	if len(g.Rest) == 0 {
		return nil, repairs, fmt.Errorf("no knob of %s has a range, such as %s", base.Info.Name, example(base))
	}
	repairs = append(repairs, g.boundSeed()...)
	g.arrange()
	if g.X.size() == 1 {
		return nil, repairs, fmt.Errorf("design = %v draws one point %d times", g.design, g.design.points)
	}
	repairs = append(repairs, g.bound()...)
	switch {
	case len(g.Facts) > 0:
		g.Fact = g.Facts[0]
	case g.All:
		g.Fact = g.usualFact()
	default:
		g.Fact = g.usualFact()
		g.Facts = []string{g.Fact}
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
	case p.Key == "design":
		return g.setDesign(p.Value)
	case isTuple(p.Key), knob != nil && isWord(knob) && isRange(p.Value):
		return g.sweep(g.parseList(p.Key, p.Value))
	case p.Key == "fact":
		return g.setFacts(p.Value)
	case p.Key == "rev":
		return sim.OpenRev(p.Value)
	case p.Key == "seeds":
		return setCount(&g.Seeds, p, 1, MaxRuns)
	case p.Key == "every":
		return setCount(&g.Every, p, 0, int(g.Base.At.Max))
	case knob != nil && isNumber(knob) && isRange(p.Value):
		return g.sweep(parseRange(knob, p.Value))
	}
	if knob := g.Base.Find(p.Key); knob != nil {
		if g.hasRange(knob) {
			return fmt.Sprintf("%s = %s: it has a range already; it is left out.", p.Key, sim.Quote(p.Value))
		}
		return knob.Set(p.Value)
	}
	_, repair = g.Base.Set(p.Key, p.Value)
	return repair
}

// setCount reads a whole number from least, which is usual, to most.
func setCount(n *int, p sim.Pair, least, most int) (repair string) {
	k := new(sim.Knobs).Int(n, "n", p.Key, least, least, most)
	k.Key = p.Key // which no knob of a lab may have
	return k.Set(p.Value)
}

// usualFact is the fact of the lab's first proposed sweep in the same view, or the
// first fact that the lab has at once.
func (g *Grid) usualFact() string {
	for _, p := range g.Base.Info.Sweeps {
		if a, _ := sim.ParseAddress(p.Address); a.Get("fact") != "" && g.sameView(a) {
			return firstFact(a)
		}
	}
	g.Base.Reset()
	if facts := g.Base.Frame().Facts; len(facts) > 0 {
		return facts[0].Key
	}
	return "none"
}

// sameView reports whether an address of the lab shows the view of the grid.
func (g *Grid) sameView(a sim.Address) bool {
	view := g.Base.Find("view")
	r, _, err := sim.Idle(g.labs, a.String())
	return err == nil && (view == nil || r.Find("view").Text() == view.Text())
}

// firstFact is the first fact that an address names.
func firstFact(a sim.Address) string {
	first, _, _ := strings.Cut(a.Get("fact"), ",")
	return first
}

// proposal returns the lab's proposed sweep that this grid is but for its seeds, or that
// has the same runs and the fact that is shown, or none.
func (g *Grid) proposal() sim.Sweep {
	alone := *g
	alone.Facts, alone.All, alone.Every = []string{g.Fact}, false, 0
	for _, p := range g.Base.Info.Sweeps {
		other, _, err := parse(g.labs, p.Address)
		if err != nil {
			continue
		}
		other.Seeds = g.Seeds
		other.Base.Seed.Set(g.Base.Seed.Text())
		if address := other.Address(); address == g.Address() && other.Fact == g.Fact || address == alone.Address() {
			return p
		}
	}
	return sim.Sweep{}
}
