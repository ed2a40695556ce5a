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
	class   []uint8 // of the public pictures
	k       int
	term    []float64 // c/k·ln(c/k) for c votes
	classes int
}

func newVoter(public *set, classes, k int) voter {
	v := voter{class: public.class, k: k, term: make([]float64, k+1), classes: classes}
	for c := 1; c < k; c++ {
		share := float64(c) / float64(k)
		v.term[c] = share * exact.Log(share)
	}
	return v
}

// count returns the votes of the k nearest.
func (v *voter) count(near []uint16) (votes [mostClasses]int) {
	for _, i := range near[:v.k] {
		votes[v.class[i]]++
	}
	return votes
}

// A guess is what the nearest say.
type guess struct {
	class      uint8   // with the most votes; of equal ones the lowest
	confidence float64 // the entropy of the shares of votes, negative
}

func (v *voter) guess(near []uint16) (g guess) {
	votes := v.count(near)
	for c, n := range votes[:v.classes] {
		if n > votes[g.class] {
			g.class = uint8(c)
		}
		g.confidence += v.term[n]
	}
	return g
}

// guesses writes what the nearest of each query say.
func (v *voter) guesses(out []guess, near []uint16) {
	for i := range out {
		out[i] = v.guess(near[i*keptNear : (i+1)*keptNear])
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

// surest returns the share of guesses that are right among the part of them that is surest,
// or NaN where that part is none.
func surest(guesses []guess, class []uint8, part float64) float64 {
	order := make([]int, len(guesses))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(guesses[b].confidence, guesses[a].confidence) })
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
func count(guesses *[2][]guess, direct []guess, class []uint8, part float64) (t tally) {
	n := len(class) / 2
	t.crops = 2 * n
	for i, right := range class {
		saw, other := guesses[i/n][i].class == right, guesses[1-i/n][i].class == right
		plain := direct[i].class == right
		t.counts[fateOf(saw, other)]++
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
			part := surest(guesses[model][at*n:(at+1)*n], class[at*n:(at+1)*n], part) / 2
			if model == at {
				t.names[0] += part
			} else {
				t.names[1] += part
			}
		}
	}
	return t
}
