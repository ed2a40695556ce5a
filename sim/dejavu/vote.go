package dejavu

import (
	"cmp"
	"math"
	"slices"

	"example.org/rote/sim/exact"
)

// mostClasses bounds the classes.
const mostClasses = 10

// A voter lets the nearest public pictures say what class a crop belongs to.
type voter struct {
	k       int
	term    []float64 // c/k·ln(c/k) for c votes
	classes int
}

func newVoter(classes, k int) voter {
	v := voter{k: k, term: make([]float64, k+1), classes: classes}
	for c := 1; c < k; c++ {
		share := float64(c) / float64(k)
		v.term[c] = share * exact.Log(share)
	}
	return v
}

// Ballots are the classes of the nearest public pictures of some queries, keptNear of each,
// two in a byte.
type ballots []byte

// ballotsOf returns the classes of the nearest of each query.
func ballotsOf(near []uint16, class []uint8) ballots {
	b := make(ballots, len(near)/2)
	for i := range b {
		b[i] = class[near[2*i]] | class[near[2*i+1]]<<4
	}
	return b
}

// count returns the votes of the k nearest of a query.
func (v *voter) count(b ballots, query int) (votes [mostClasses]int) {
	b = b[query*keptNear/2:]
	for i := range v.k {
		votes[b[i/2]>>(4*(i&1))&15]++
	}
	return votes
}

// A guess is what the nearest say.
type guess struct {
	class      uint8   // with the most votes; of equal ones the lowest
	confidence float64 // the entropy of the shares of votes, negative
	held       int     // votes for the class that is right
}

// guess asks the nearest of a query, whose class is right.
func (v *voter) guess(b ballots, query int, right uint8) (g guess) {
	votes := v.count(b, query)
	g.held = votes[right]
	for c, n := range votes[:v.classes] {
		if n > votes[g.class] {
			g.class = uint8(c)
		}
		g.confidence += v.term[n]
	}
	return g
}

// guesses writes what the nearest of each query say, whose classes are given.
func (v *voter) guesses(out []guess, b ballots, class []uint8) {
	for i := range out {
		out[i] = v.guess(b, i, class[i])
	}
}

// rightShare returns the share of guesses that are the classes.
func rightShare(guesses []guess, class []uint8) float64 {
	n := 0
	for i, g := range guesses {
		if g.class == class[i] {
			n++
		}
	}
	return float64(n) / float64(len(guesses))
}

// ranked returns the guesses from the surest down; equally sure ones keep their order.
func ranked(guesses []guess) []int {
	order := make([]int, len(guesses))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(guesses[b].confidence, guesses[a].confidence) })
	return order
}

// surest returns the share of guesses that are right among the part of them that is surest,
// or NaN where that part is none. The order is that of ranked.
func surest(guesses []guess, class []uint8, order []int, part float64) float64 {
	n := int(math.Floor(float64(part*float64(len(order))) + 1e-9))
	right := 0
	for _, i := range order[:n] {
		if guesses[i].class == class[i] {
			right++
		}
	}
	return float64(right) / float64(n) // NaN for 0 of 0
}

// The fates of a crop: who names its object, the network that saw the picture or the
// other one.
const (
	unassociated = iota
	misrepresented
	correlated
	memorized
	fates
)

// fateOf returns the fate of a crop.
func fateOf(saw, other bool) int {
	switch {
	case saw && other:
		return correlated
	case saw:
		return memorized
	case other:
		return misrepresented
	}
	return unassociated
}

// A tally is what the attack says of all crops of both sets, in one layer.
type tally struct {
	crops     int        // of both sets
	counts    [fates]int // of crops
	names     [2]float64 // share that the network that saw the picture names among its surest crops, and the other
	direct    int        // crops named by the correlation alone
	alone     int        // crops named by the network that saw them, and not by the correlation
	wrongly   int        // the other way
	bothTests int        // memorized by both tests
	held      [2]int     // votes for the hidden objects, in the network that saw the picture and in the other one
	apart     int        // the squares of the differences of both, added up
}

// share returns the share of crops with a fate.
func (t *tally) share(fate int) float64 { return float64(t.counts[fate]) / float64(t.crops) }

// target returns the share that the network names that saw the picture.
func (t *tally) target() float64 {
	return float64(t.counts[memorized]+t.counts[correlated]) / float64(t.crops)
}

// reference returns the share that the other network names.
func (t *tally) reference() float64 {
	return float64(t.counts[misrepresented]+t.counts[correlated]) / float64(t.crops)
}

// difference returns by how many crops the network that saw them names more.
func (t *tally) difference() int { return t.counts[memorized] - t.counts[misrepresented] }

// score returns target less reference.
func (t *tally) score() float64 { return float64(t.difference()) / float64(t.crops) }

// deviation returns the standard error of the score, as far as it comes from there being
// so few crops.
func (t *tally) deviation() float64 {
	return paired(t.counts[memorized], t.counts[misrepresented], t.crops)
}

// paired returns the standard error of the mean of n differences, of which more are 1 and
// fewer are -1.
func paired(more, fewer, n int) float64 {
	mean := float64(more-fewer) / float64(n)
	return math.Sqrt(max(0, float64(more+fewer)/float64(n)-float64(mean*mean)) / float64(n))
}

// without returns the share that is named from the correlation alone, and by how much the
// networks that saw the pictures name more.
func (t *tally) without() (direct, score float64) {
	return float64(t.direct) / float64(t.crops), float64(t.alone-t.wrongly) / float64(t.crops)
}

// count makes a tally of what the guesses of both networks say of the crops of A, and then
// those of B.
func count(guesses *[2][]guess, direct, class []uint8, part float64) (t tally) {
	n := len(class) / 2
	t.crops = 2 * n
	for i, right := range class {
		saw, other := guesses[i/n][i].class == right, guesses[1-i/n][i].class == right
		plain := direct[i] == right
		t.counts[fateOf(saw, other)]++
		t.hold(guesses[i/n][i].held, guesses[1-i/n][i].held)
		switch {
		case saw && !plain:
			t.alone++
			if !other {
				t.bothTests++
			}
		case plain && !saw:
			t.wrongly++
		}
		if plain {
			t.direct++
		}
	}
	for model := range 2 {
		for at := range 2 {
			some, right := guesses[model][at*n:(at+1)*n], class[at*n:(at+1)*n]
			t.names[(model+at)%2] += surest(some, right, ranked(some), part) / 2
		}
	}
	return t
}
