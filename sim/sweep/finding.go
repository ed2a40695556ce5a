package sweep

import (
	"math"
	"strings"

	"example.org/rote/sim"
)

// A finding is where the fact comes to the edge that the proposal asks for, along
// one range and row by row of the other.
type finding struct {
	question
	rows         []row // those with a place, in order of other; none if no row comes to the edge
	above, below []int // then: all rows, by the side of the edge on which they lie
	again        int   // rows that come back to the other side
	wavers       []int // rows that cross the edge three times or more
	lo, hi       float64
	seeds, lost  int     // single rows of single seeds with and without a place; lo and hi are the ends of their places, on the scale
	most         float64 // the farthest that the places of two seeds of a row lie apart
}

// A row is a row with a place.
type row struct {
	index int
	place
	back *place // where it comes back, or nil
}

// look is the finding along the range that is asked about. If the fact comes to the
// edge in no row of it, but does along the other range, that is the finding. It
// returns false if nothing is asked for.
func (g *Grid) look() (finding, bool) {
	q, ok := g.asked()
	if !ok {
		return finding{}, false
	}
	f := g.findAlong(q)
	if len(f.rows) == 0 && q.other.Knob != nil && !q.other.isList() {
		q.along, q.other = q.other, q.along
		if turned := g.findAlong(q); len(turned.rows) > 0 {
			return turned, true
		}
	}
	return f, true
}

// asked takes the words of the proposal apart: "Half are copied at c = %s". A grid
// that is no proposal is asked what the first proposal about its fact asks, along
// the same knob if that has a range, and else across.
func (g *Grid) asked() (q question, ok bool) {
	if g.X.isList() {
		return question{}, false // words have no order in which a fact could cross anything
	}
	for _, p := range append([]sim.Sweep{g.proposed}, g.Base.Info.Sweeps...) {
		clause, key, ok := g.words(p)
		switch {
		case !ok || p.Address != g.proposed.Address && g.proposed.Address != "":
		case key == g.Y.key() && !g.Y.isList():
			return question{clause, p.Edge, g.Y, g.X}, true
		default:
			return question{clause, p.Edge, g.X, g.Y}, true
		}
	}
	return question{}, false
}

// A question is what is looked for along a range.
type question struct {
	clause       string // "Half are copied"
	edge         float64
	along, other Range // other has no knob in a curve
}

// words returns the clause of a proposal about the same fact, and the key of the
// knob that it names.
func (g *Grid) words(p sim.Sweep) (clause, key string, ok bool) {
	at := strings.LastIndex(p.Words, " at ")
	key, ok = strings.CutSuffix(p.Words[max(0, at):], " = %s")
	a, _ := sim.ParseAddress(p.Address)
	if at < 0 || !ok || firstFact(a) != g.Fact {
		return "", "", false
	}
	return p.Words[:at], strings.TrimPrefix(key, " at "), true
}

func (g *Grid) findAlong(q question) finding {
	f := finding{question: q, lo: math.Inf(1), hi: math.Inf(-1)}
	lists := make([][]place, q.other.size())
	all := make([]series, q.other.size())
	for i := range lists {
		all[i] = g.series(q.along, i, -1)
		lists[i] = all[i].places(f.edge)
	}
	rising, ok := direction(lists)
	for i, list := range lists {
		switch {
		case len(all[i].at) < 2:
		case !ok:
			f.stay(i, all[i])
		default:
			f.add(i, list, rising, all[i])
		}
		if g.Seeds > 1 {
			f.spread(g, i, rising)
		}
	}
	return f
}

// series returns what is known along a range in row i of the other: of a seed, or
// the means for a seed of -1.
func (g *Grid) series(along Range, i, seed int) (s series) {
	for k, x := range along.Values {
		col, row := k, i
		if along.Knob != g.X.Knob {
			col, row = i, k
		}
		v := g.Cell(col, row).Mean
		if seed >= 0 {
			v, _ = g.Get(g.index(col, row, seed))
		}
		if !math.IsNaN(v) {
			s.at, s.value = append(s.at, along.scaled(x)), append(s.value, v)
		}
	}
	return s
}

// direction reports whether most rows that cross once do so upward, and whether
// any row crosses.
func direction(lists [][]place) (rising, ok bool) {
	votes, first := 0, 0
	for _, list := range lists {
		if len(list) == 0 {
			continue
		}
		vote := -1
		if list[0].rising {
			vote = 1
		}
		if len(list)%2 == 1 {
			votes += vote
		}
		if first == 0 {
			first = vote
		}
	}
	return votes > 0 || votes == 0 && first > 0, first != 0
}

// stay takes row i, which like all others stays on one side of the edge.
func (f *finding) stay(i int, s series) {
	if s.value[0] > f.edge {
		f.above = append(f.above, i)
	} else {
		f.below = append(f.below, i)
	}
}

// add takes the places of row i. If it does not cross in the given direction as
// others do, it would do so beyond one end of the range.
func (f *finding) add(i int, list []place, rising bool, s series) {
	p, back, ok := choose(list, rising)
	if !ok && !math.IsInf(f.edge, 0) {
		p = place{at: s.at[len(s.at)-1], open: 1, rising: rising}
		if rising == (s.value[0] >= f.edge) {
			p.at, p.open = s.at[0], -1
		}
		ok = true
	}
	if ok {
		f.rows = append(f.rows, row{i, p, back})
	}
	if back != nil {
		f.again++
	}
	if len(list) > 2 {
		f.wavers = append(f.wavers, i)
	}
}

// choose returns the place of a row in which it crosses in the given direction,
// the middle of several, and the one where it comes back.
func choose(list []place, rising bool) (p place, back *place, ok bool) {
	var there, home []place
	for _, q := range list {
		if q.rising == rising {
			there = append(there, q)
		} else {
			home = append(home, q)
		}
	}
	if len(list)%2 == 0 && len(home) > 0 {
		back = &home[len(home)/2]
	}
	if len(there) == 0 {
		return place{}, nil, false
	}
	p = there[0]
	p.at = (p.at + there[len(there)-1].at) / 2
	return p, back, true
}

// spread takes the places of the single seeds of row i.
func (f *finding) spread(g *Grid, i int, rising bool) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for seed := range g.Seeds {
		s := g.series(f.along, i, seed)
		p, _, ok := choose(s.places(f.edge), rising)
		switch {
		case ok:
			f.seeds++
			lo, hi = min(lo, p.at), max(hi, p.at)
		case len(s.at) > 1:
			f.lost++
		}
	}
	f.lo, f.hi, f.most = min(f.lo, lo), max(f.hi, hi), max(f.most, hi-lo)
}
