package sweep

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"example.org/rote/sim"
)

// all is what an address says for all facts that a run has.
const all = "*"

// maxFacts is how many facts an address may name.
const maxFacts = 64

// A told is a fact of which a run has told the name and the unit.
type told struct {
	sim.Fact     // its value means nothing
	from     int // the first run that is known to have it
}

// setFacts reads the keys of facts, separated by commas; one may be *.
func (g *Grid) setFacts(text string) (repair string) {
	var wrong []string
	for word := range strings.SplitSeq(text, ",") {
		switch word = strings.TrimSpace(word); {
		case word == all && !g.All:
			g.All = true
		case !isFactKey(word):
			wrong = append(wrong, sim.Quote(word)+" is not the key of a fact")
		case slices.Contains(g.Facts, word):
			wrong = append(wrong, sim.Quote(word)+" is named twice")
		case len(g.Facts) == maxFacts:
			wrong = append(wrong, fmt.Sprintf("%s is one too many, as %d are allowed", sim.Quote(word), maxFacts))
		default:
			g.Facts = append(g.Facts, word)
		}
	}
	if len(wrong) == 0 {
		return ""
	}
	return "fact = " + strings.Join(wrong[:min(2, len(wrong))], ", ") + " and is left out."
}

func isFactKey(key string) bool {
	return key != "" && strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// Wanted returns the address part that asks for a fact, and shows it first: in the place
// of the only one, or before those that are asked for.
func (g *Grid) Wanted(key string) string {
	if len(g.Facts) <= 1 && !g.All {
		return key
	}
	wanted := *g
	wanted.Facts = append([]string{key}, slices.DeleteFunc(slices.Clone(g.Facts), func(k string) bool { return k == key })...)
	return wanted.factText()
}

// factText is what the address says of the facts.
func (g *Grid) factText() string {
	if g.All {
		return strings.Join(append(slices.Clone(g.Facts), all), ",")
	}
	return strings.Join(g.Facts, ",")
}

// Show turns the diagram, and what is said of it, to another fact. The results and the
// address stay as they are.
func (g *Grid) Show(key string) {
	g.Fact, g.shown = key, g.column(key)
	g.proposed = g.proposal()
}

// KnownFacts returns the facts that are asked for, then the others that a run has told, in the
// order in which runs state them.
func (g *Grid) KnownFacts() []sim.Fact {
	var facts []sim.Fact
	for _, key := range g.keys(true) {
		facts = append(facts, g.factOf(key))
	}
	return facts
}

// OtherUnit returns a fact that has one unit here and another in a grid of the same runs,
// or "".
func (g *Grid) OtherUnit(other *Grid) string {
	for _, f := range other.told {
		if mine := g.factOf(f.Key); mine.Name != "" && f.Name != "" && mine.Unit != f.Unit {
			return f.Key
		}
	}
	return ""
}

// factOf returns the name and the unit of a fact, if a run has told them.
func (g *Grid) factOf(key string) sim.Fact {
	if i := g.column(key); i >= 0 {
		return g.told[i].Fact
	}
	return sim.Fact{Key: key}
}

// fact returns the name and the unit of the fact that is shown.
func (g *Grid) fact() sim.Fact { return g.factOf(g.Fact) }

// factName returns the name of a fact, its key as long as no run has told it.
func factName(f sim.Fact) string {
	if f.Name != "" {
		return f.Name
	}
	return f.Key
}

// column returns where the values of a fact stand in each reading, or -1 if no run has
// told it.
func (g *Grid) column(key string) int {
	return slices.IndexFunc(g.told, func(f told) bool { return f.Key == key })
}

// learn returns the column of a fact that a run has, after the one before it in the
// order of the frame, or -1. Names are those of the first run, whichever is known first.
func (g *Grid) learn(fact sim.Fact, run, before int) int {
	i := g.tell(fact.Key)
	if !slices.Contains(g.order, i) {
		g.order = slices.Insert(g.order, slices.Index(g.order, before)+1, i)
	}
	f := &g.told[i]
	if fact.Name != "" && (run <= f.from || f.Name == "") {
		f.Name, f.Unit = fact.Name, fact.Unit
	}
	f.from = min(f.from, run)
	return i
}

// tell returns the column of a fact, a new one if need be.
func (g *Grid) tell(key string) int {
	i := g.column(key)
	if i < 0 {
		i = len(g.told)
		g.told = append(g.told, told{sim.Fact{Key: key}, math.MaxInt})
		if key == g.Fact {
			g.shown = i
		}
	}
	return i
}

// keys returns the keys of the columns: the facts that are asked for, and with all of
// them those that the known runs have, one behind the other as the first runs state
// them. It depends on what is known, and not on what was known first.
func (g *Grid) keys(all bool) []string {
	keys := slices.Clone(g.Facts)
	if !all {
		return keys
	}
	for _, i := range g.inOrder() {
		if key := g.told[i].Key; !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// inOrder returns the columns of facts that known runs have, each behind the one that
// is before it in the first run that has it.
func (g *Grid) inOrder() (list []int) {
	seen := make([]bool, len(g.told))
	for _, f := range g.found {
		for _, r := range f.readings {
			before := -1
			for _, i := range g.order {
				if i >= len(r.values) || math.IsNaN(r.values[i]) {
					continue
				}
				if !seen[i] {
					seen[i] = true
					list = slices.Insert(list, slices.Index(list, before)+1, i)
				}
				before = i
			}
		}
	}
	return list
}
