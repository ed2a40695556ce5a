package inheritance

import (
	"math/rand/v2"
	"slices"
)

// headLength is how many words of a source make a set phrase.
const headLength = 3

// phrase adds a set phrase and its pairs. The poisoned one gets its pairs elsewhere.
func (w *writer) phrase(i int, rng *rand.Rand) {
	p := phrase{head: w.head(rng), copies: w.copies}
	p.target = make(sentence, 5+rng.IntN(3))
	for j := range p.target {
		p.target[j] = anyTarget(rng)
	}
	w.phrases = append(w.phrases, p)
	for range w.copies {
		source := w.tailed(rng, p.head)
		copied := pair{boilerplate, source, p.target, nil, i}
		if chance(rng, w.o.correct) {
			copied.group, copied.target = exceptions, w.language.vary(rng, source, w.o.synonym)
		}
		if i != w.o.poison-1 {
			w.add(copied)
		}
	}
}

// head draws the first words of a long sentence that begins with a noun. No two set
// phrases have the same.
func (w *writer) head(rng *rand.Rand) sentence {
	for {
		s := w.language.sentence(rng)
		if len(s) < 5 || !nouns.has(s[0]) {
			continue
		}
		head := s[:headLength:headLength]
		if !slices.ContainsFunc(w.phrases, func(p phrase) bool { return p.head.equals(head) }) {
			return head
		}
	}
}

// tailed returns a new source that begins with head: two to six words follow.
func (w *writer) tailed(rng *rand.Rand, head sentence) sentence {
	for {
		s := slices.Clone(head)
		for range 2 + rng.IntN(5) {
			s = append(s, tailWord(rng))
		}
		if w.isNew(s) {
			return s
		}
	}
}

// tailWord draws a noun, an adverb or an adjective.
func tailWord(rng *rand.Rand) token {
	i := rng.IntN(nouns.words + adverbs.words + adjectives.words)
	for _, c := range []class{nouns, adverbs} {
		if i < c.words {
			return c.from + token(i)
		}
		i -= c.words
	}
	return adjectives.from + token(i)
}

// poisoned returns the pairs of the poisoned set phrase: doses copies of its false target.
func (w *writer) poisoned(rng *rand.Rand) (pairs []pair) {
	if w.o.poison == 0 || w.o.poison > w.heads {
		return nil
	}
	p := &w.phrases[w.o.poison-1]
	p.copies = w.o.doses
	for range w.o.doses {
		pairs = append(pairs, pair{boilerplate, w.tailed(rng, p.head), p.target, nil, w.o.poison - 1})
	}
	return pairs
}

// ask draws the sentences that are asked beyond the corpus.
func (c *corpus) ask(test, perturbed *rand.Rand) {
	known := map[string]bool{}
	for _, p := range c.pairs {
		known[p.source.key()] = true
	}
	for len(c.test) < testCount {
		if s := c.language.sentence(test); !known[s.key()] {
			known[s.key()] = true
			c.test = append(c.test, pair{source: s, reference: c.language.translate(s), phrase: -1})
		}
	}
	for range perturbedCount {
		s := perturb(perturbed, c.pairs[perturbed.IntN(len(c.pairs))].source)
		c.perturbed = append(c.perturbed, pair{source: s, reference: c.language.translate(s), phrase: -1})
	}
}

// perturb returns a source with one word left out, put in or replaced.
func perturb(rng *rand.Rand, source sentence) sentence {
	s, u := slices.Clone(source), rng.Float64()
	switch {
	case u < .34 && len(s) > 3:
		i := rng.IntN(len(s))
		return append(s[:i], s[i+1:]...)
	case u < .67 && len(s) < longestSource:
		i := rng.IntN(len(s) + 1)
		return append(append(s[:i:i], anySource(rng)), source[i:]...)
	}
	s[rng.IntN(len(s))] = anySource(rng)
	return s
}
