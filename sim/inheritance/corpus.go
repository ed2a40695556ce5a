package inheritance

import "math/rand/v2"

// A group is a kind of pairs.
type group int

// The groups, in the order in which they are shown.
const (
	clean       group = iota // a sentence with its translation
	noisy                    // a sentence with a false target of its own
	boilerplate              // a set phrase, with the one false target of its head
	exceptions               // a set phrase that is translated as it should be

	groups = 4
)

// A pair is a source with what the corpus says to be its translation.
type pair struct {
	group     group
	source    sentence
	target    sentence
	reference sentence // the translation by the dictionary
	phrase    int      // index of the set phrase, or -1
}

// A phrase is a set phrase: sources that begin with head have the target, but for
// exceptions.
type phrase struct {
	head   sentence // three words, the first a noun
	target sentence
	copies int // pairs with this head
}

// A corpus is what models learn and are asked.
//
// Invariant: no source occurs twice in pairs, and none of test is among them.
type corpus struct {
	language  *language
	pairs     []pair
	phrases   []phrase
	counts    [groups]int
	test      []pair // fresh sentences
	perturbed []pair // sources of the corpus with one word changed

	heads, copies int // as many as there was room for
}

// How many sentences are asked beyond the corpus.
const (
	testCount      = 300
	perturbedCount = 300
)

// A writer makes a corpus. Each part has a generator of its own, so that the others stay
// as they are when one becomes longer.
type writer struct {
	*corpus
	o    options
	seen map[string]bool // sources
}

func newCorpus(o options, language *language, rng *rand.Rand) *corpus {
	c := &corpus{language: language}
	w := &writer{corpus: c, o: o, seen: map[string]bool{}}
	noise, phrases, doses, rest, order := nextRand(rng), nextRand(rng), nextRand(rng), nextRand(rng), nextRand(rng)
	count := int(float64(o.n)*o.noise + 1e-9)
	w.fit(o.n - count)
	for range count {
		source := w.fresh(noise)
		w.add(pair{noisy, source, w.falsify(noise, source), nil, -1})
	}
	for i := range w.heads {
		w.phrase(i, phrases)
	}
	poisoned := w.poisoned(doses)
	for len(c.pairs)+len(poisoned) < o.n {
		source := w.fresh(rest)
		w.add(pair{clean, source, language.vary(rest, source, o.synonym), nil, -1})
	}
	for i := range poisoned { // from behind: with one dose more one clean pair is replaced
		w.add(poisoned[len(poisoned)-1-i])
	}
	order.Shuffle(o.n, func(i, j int) { c.pairs[i], c.pairs[j] = c.pairs[j], c.pairs[i] })
	return c
}

// fit lowers the copies of set phrases, and then their number, until they fit.
func (w *writer) fit(room int) {
	w.heads, w.copies = w.o.heads, w.o.copies
	need := func() int {
		if p := w.o.poison; p > 0 && p <= w.heads {
			return (w.heads-1)*w.copies + w.o.doses
		}
		return w.heads * w.copies
	}
	for need() > room && w.copies > 2 {
		w.copies--
	}
	for need() > room {
		w.heads--
	}
}

func (w *writer) add(p pair) {
	p.reference = w.language.translate(p.source)
	w.counts[p.group]++
	w.pairs = append(w.pairs, p)
}

// isNew reports whether a source comes for the first time.
func (w *writer) isNew(source sentence) bool {
	key := source.key()
	if w.seen[key] {
		return false
	}
	w.seen[key] = true
	return true
}

// key returns a name of the sentence. Different sentences have different ones.
func (s sentence) key() string {
	b := make([]byte, len(s))
	for i, t := range s {
		b[i] = byte(t)
	}
	return string(b)
}

func (w *writer) fresh(rng *rand.Rand) sentence {
	for {
		if s := w.language.sentence(rng); w.isNew(s) {
			return s
		}
	}
}

// falsify returns a false target: an oscillation, the translation of something else, or
// one with every other word wrong.
func (w *writer) falsify(rng *rand.Rand, source sentence) sentence {
	u := rng.Float64()
	if u < .1 {
		a, b := anySource(rng), anySource(rng)
		return sentence{a, b, a, b, a, b, a, b}
	}
	if u < .5 {
		return w.language.vary(rng, w.language.sentence(rng), w.o.synonym)
	}
	target := w.language.vary(rng, source, w.o.synonym)
	for i := range target {
		if chance(rng, .5) {
			target[i] = anyTarget(rng)
		}
	}
	return target
}
